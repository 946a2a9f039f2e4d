internal import Foundation
public import Pipeline
internal import Records

/// What is told of papers beside their bytes: one JSON object a line, each naming its paper by path or digest.
public struct Manifest: Sendable {
    private let path: String
    private var byPath: [PathText: (line: Int, digest: String?, told: ToldFacts)] = [:]
    private var byDigest: [String: (line: Int, told: ToldFacts)] = [:]

    /// Faults of a file that are told at once.
    private static let mostProblems = 10

    /// Reads the manifest at `path` for a run over `papers`. Paths in it are looked up from the working folder, else from the manifest's own.
    ///
    /// - Throws: all lines that can't be used, each with its number and what to do.
    public init(path: String, papers: [String]) throws(HostError) {
        self.path = path
        guard let text = FileManager.default.contents(atPath: path) else {
            throw HostError("the manifest \(path) can't be read; name a file of JSON lines")
        }
        let known = Dictionary(papers.map { (PathText(SourcePath.absolute($0)), $0) }) { first, _ in first }
        let folder = (path as NSString).deletingLastPathComponent
        var problems: [String] = []
        for (index, line) in Manifest.lines(of: text).enumerated() where !line.allSatisfy({ $0 <= 0x20 }) {
            do throws(ManifestLine.Problem) {
                try add(ManifestLine(line), line: index + 1, papers: known, folder: folder)
            } catch {
                problems.append("\(path):\(index + 1): \(error.words)")
            }
        }
        guard !problems.isEmpty else { return }
        let more = problems.count - Manifest.mostProblems
        let shown = problems.prefix(Manifest.mostProblems) + (more > 0 ? ["… and \(more) more"] : [])
        throw HostError(shown.joined(separator: "\n"))
    }

    private mutating func add(
        _ line: ManifestLine, line number: Int, papers: [PathText: String], folder: String
    ) throws(ManifestLine.Problem) {
        guard let named = line.path else {
            guard let digest = line.digest else { return }
            // Whose bytes these are is known when they are read, and the encoding is needed to read them.
            guard line.told.encoding == nil else {
                throw ManifestLine.Problem(words: "\"encoding\" can be told of a paper that is named by its \"path\" alone")
            }
            if let other = byDigest[digest] { throw ManifestLine.Problem(words: "line \(other.line) tells of the same digest; keep one") }
            byDigest[digest] = (number, line.told)
            return
        }
        guard let paper = papers[PathText(SourcePath.absolute(named))] ?? papers[PathText(SourcePath.absolute(named, in: folder))] else {
            throw ManifestLine.Problem(
                words: "\(named) is no paper of this run; correct the path, or give the file or its folder to run as well")
        }
        if let other = byPath[PathText(paper)] { throw ManifestLine.Problem(words: "line \(other.line) tells of the same paper; keep one") }
        byPath[PathText(paper)] = (number, line.digest, line.told)
    }

    /// What is told of a paper; nothing where no line names it. `document` is its id, where its bytes could be read.
    func told(of paper: String, document: String?) -> ToldFacts {
        byPath[PathText(paper)]?.told ?? document.flatMap { byDigest[$0]?.told } ?? ToldFacts()
    }

    /// Checks the digests against the papers of the run, which are known when all are read.
    ///
    /// - Throws: each line whose digest no paper has, or not the paper that it names.
    func check(_ entries: [LedgerEntry]) throws(HostError) {
        let documents = Set(entries.compactMap(\.document))
        var problems = byDigest.filter { !documents.contains($0.key) }.map {
            ($0.value.line, "no paper of this run has the digest \($0.key)")
        }
        for entry in entries {
            guard let line = byPath[PathText(entry.path)], let digest = line.digest, let document = entry.document, digest != document
            else {
                continue
            }
            problems.append((line.line, "\(entry.path) has the digest \(document) and not the one that is told"))
        }
        guard !problems.isEmpty else { return }
        let shown = problems.sorted { $0.0 < $1.0 }.prefix(Manifest.mostProblems).map { "\(path):\($0.0): \($0.1)" }
        throw HostError(
            shown.joined(separator: "\n") + "\nthe papers are read and kept; correct the manifest and give the same command again")
    }

    /// Lines without their ends, a byte order mark left out.
    private static func lines(of text: Data) -> [Data] {
        let mark: [UInt8] = [0xef, 0xbb, 0xbf]
        let text = text.starts(with: mark) ? text.dropFirst(mark.count) : text
        return text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Data($0) }
    }
}
