internal import Foundation
public import Pipeline
internal import Records

/// A list of papers as standard input gives it: a path a line, or a JSON object with `path` and what else is known of the paper. Where a NUL
/// stands in it, that parts the entries (`find -print0`), and a line end is part of a name.
public struct InputList: Sendable, Equatable {
    /// The entries as they were written, as the texts of `PathText`: what `retry` needs to have the same list again.
    public let entries: [String]
    /// The papers that they name.
    let papers: [Paper]

    /// A paper of the list.
    struct Paper: Equatable {
        var path: PathText
        var told = ToldFacts()
    }

    /// Reads what stands in a list.
    ///
    /// - Throws: the entries that look like JSON and can't be used, each with its number and what to do.
    public init(_ bytes: [UInt8]) throws(HostError) {
        let separator: UInt8 = bytes.contains(0) ? 0 : UInt8(ascii: "\n")
        let marked = bytes.starts(with: InputList.byteOrderMark) ? bytes.dropFirst(InputList.byteOrderMark.count) : bytes[...]
        let entries = marked.split(separator: separator).map { separator == 0 ? $0 : InputList.withoutReturn($0) }.filter {
            !$0.isEmpty && $0 != [UInt8(ascii: "\n")]
        }
        try self.init(
            entries: entries.map { $0.first == UInt8(ascii: "{") ? String(decoding: $0, as: UTF8.self) : PathText(bytes: $0).text })
    }

    /// Takes the entries of an earlier list.
    public init(entries: [String]) throws(HostError) {
        self.entries = entries
        var papers: [Paper] = []
        var problems: [String] = []
        for (index, entry) in entries.enumerated() {
            do throws(ManifestLine.Problem) {
                papers.append(try InputList.paper(entry))
            } catch {
                problems.append("entry \(index + 1) of the list: \(error.words)")
            }
        }
        self.papers = papers
        guard !problems.isEmpty else { return }
        let more = problems.count - InputList.mostProblems
        throw HostError((problems.prefix(InputList.mostProblems) + (more > 0 ? ["… and \(more) more"] : [])).joined(separator: "\n"))
    }

    /// What some editors put before a text in UTF-8.
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The line without the CR that ends it where the list was written on Windows, unless a file is named like that.
    private static func withoutReturn(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard line.last == UInt8(ascii: "\r"), PaperFile.stamp(PathText(bytes: line).text) == nil else { return line }
        return line.dropLast()
    }

    private static func paper(_ entry: String) throws(ManifestLine.Problem) -> Paper {
        // A file may be named like that too.
        guard entry.hasPrefix("{"), PaperFile.stamp(entry) == nil else { return Paper(path: PathText(entry)) }
        let line = try ManifestLine(Data(entry.utf8), mayNameByDigest: false)
        guard let path = line.path else { return Paper(path: PathText(entry)) }
        return Paper(path: PathText(path), told: line.told)
    }

    /// Faults of a list that are told at once.
    private static let mostProblems = 10
}
