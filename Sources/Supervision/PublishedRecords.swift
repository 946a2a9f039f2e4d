internal import Foundation
internal import PaperModel
internal import Pipeline
internal import Records

/// The records of a folder that has the files for users alone: somebody handed them on without what runs keep for themselves.
struct PublishedRecords: Sendable {
    private let folder: String
    /// The papers of the files, in the order of their paths.
    let papers: [Part]

    /// A paper with where its records lie.
    struct Part: Sendable {
        var report: PaperReport
        var head: RecordHead
        /// Tells its records from others of the same path.
        var stamp: String
        var stretches: [Stretch]
    }

    /// Lines of one file that belong to one paper.
    struct Stretch: Sendable {
        var kind: Record.Kind
        var offset: Int
        var bytes: Int
        var lines: Int
    }

    /// Whether a folder has the file that every publication has.
    static func exist(in folder: String) -> Bool { PaperFile.stamp(folder + "/" + Record.Kind.document.fileName) != nil }

    /// What the files are like: another text where they may say something else.
    static func state(in folder: String) -> String {
        Record.Kind.allCases.map { kind in PaperFile.stamp(folder + "/" + kind.fileName).map { "\($0.bytes) \($0.modified)" } ?? "-" }
            .joined(separator: " ")
    }

    /// Looks through the files once; a file that is missing has no records.
    ///
    /// - Throws: where a file can't be read, or a line of it is no record as the program writes them: what it held would be left out in silence.
    init(in folder: String) throws(HostError) {
        self.folder = folder
        var stretches: [String: [Stretch]] = [:]
        // The order in which a paper's own records lie: what the others belong to first.
        for kind in [Record.Kind.page, .segment, .table, .figure] {
            try PublishedRecords.scan(kind, in: folder) { line throws(HostError) in
                var own = stretches[line.document] ?? []
                if let last = own.last, last.kind == kind, last.offset + last.bytes == line.offset {
                    own[own.count - 1].bytes += line.bytes
                    own[own.count - 1].lines += 1
                } else {
                    own.append(Stretch(kind: kind, offset: line.offset, bytes: line.bytes, lines: 1))
                }
                stretches[line.document] = own
            }
        }
        var papers: [Part] = []
        for kind in [Record.Kind.document, .failure] where PaperFile.stamp(folder + "/" + kind.fileName) != nil {
            let file = try RecordFile(path: folder + "/" + kind.fileName, access: .read)
            try PublishedRecords.scan(kind, in: folder) { line throws(HostError) in
                guard line.bytes <= PublishedRecords.longestHead else {
                    throw PublishedRecords.damage(kind, at: line.offset, "is longer than any record of its kind")
                }
                let bytes = try file.bytes(line.bytes, at: line.offset)
                guard let head = RecordHead(bytes), let source = try? JSONDecoder().decode(Origin.self, from: Data(bytes)).source else {
                    throw PublishedRecords.damage(kind, at: line.offset, "is no record")
                }
                let own = Stretch(kind: kind, offset: line.offset, bytes: line.bytes, lines: 1)
                let others = kind == .document ? stretches[line.document] ?? [] : []
                let sizes = others.map { "\($0.kind.rawValue) \($0.bytes) \($0.lines)" }
                papers.append(
                    Part(
                        report: PaperReport(head, path: source.path, others), head: head,
                        // The document's record names bytes, rules and version, from which the others follow.
                        stamp: ([SHA256.hexDigest(of: bytes)] + sizes).joined(separator: " "), stretches: [own] + others))
            }
        }
        self.papers = papers.enumerated().sorted { ($0.element.report.path, $0.offset) < ($1.element.report.path, $1.offset) }.map(
            \.element)
    }

    private struct Origin: Decodable {
        struct Source: Decodable { var path: String }
        var source: Source
    }

    /// The records of a paper, a line each.
    func lines(of part: Part) throws(HostError) -> [UInt8] {
        var lines: [UInt8] = []
        for stretch in part.stretches {
            let file = try RecordFile(path: folder + "/" + stretch.kind.fileName, access: .read)
            lines += try file.bytes(stretch.bytes, at: stretch.offset)
        }
        return lines
    }

    // MARK: Lines

    /// A line of a file: which paper it belongs to and where it lies.
    private struct Line {
        var document: String
        var offset: Int
        var bytes: Int
    }

    /// Longest record of a document that is read, bytes: one with ten thousand notices.
    private static let longestHead = 16 << 20
    /// Bytes at the beginning of a record within which its id stands.
    private static let idWithin = 200
    /// Bytes that are read at once.
    private static let part = 1 << 20

    /// Hands on the lines of a file, each a record of its kind.
    private static func scan(_ kind: Record.Kind, in folder: String, _ body: (Line) throws(HostError) -> Void) throws(HostError) {
        let path = folder + "/" + kind.fileName
        guard PaperFile.stamp(path) != nil else { return }
        let file = try RecordFile(path: path, access: .read)
        let start = Array(kind.lineStart.utf8)
        var head: [UInt8] = []
        var (offset, length) = (0, 0)
        while true {
            let bytes = try file.bytes(part, at: offset + length)
            if bytes.isEmpty {
                if length > 0 { throw damage(kind, at: offset, "has no end") }
                return
            }
            var position = 0
            while position < bytes.count {
                let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n"))
                let taken = (end ?? bytes.count) - position
                head.append(contentsOf: bytes[position..<(position + min(taken, idWithin - head.count))])
                length += taken
                position += taken
                guard end != nil else { continue }
                (length, position) = (length + 1, position + 1)
                // A blank line holds nothing.
                guard length == 1 || head.starts(with: start) else { throw damage(kind, at: offset, "is no \(kind.rawValue) record") }
                if length > 1 { try body(Line(document: document(in: head), offset: offset, bytes: length)) }
                (offset, length) = (offset + length, 0)
                head.removeAll(keepingCapacity: true)
            }
        }
    }

    private static func damage(_ kind: Record.Kind, at offset: Int, _ what: String) -> HostError {
        HostError(
            "\(kind.fileName): the line at byte \(offset) \(what); copy the file again, or write it anew with `scrutineer export` or `run`")
    }

    private static let idKey = Array("\"id\":\"".utf8)

    /// The paper that the id at the beginning of a record names; empty where there is none.
    private static func document(in head: [UInt8]) -> String {
        guard let key = head.firstRange(of: idKey) else { return "" }
        return String(decoding: head[key.upperBound...].prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "\"") }, as: UTF8.self)
    }
}

extension PaperReport {
    /// What published records say of a paper; times and attempts are not among it.
    fileprivate init(_ head: RecordHead, path: String, _ records: [PublishedRecords.Stretch]) {
        func lines(_ kind: Record.Kind) -> Int { records.reduce(0) { $0 + ($1.kind == kind ? $1.lines : 0) } }
        self.path = path
        outcome = (head.failure != nil ? LedgerEntry.Outcome.failure : head.isPartial ? .partial : .complete).rawValue
        code = head.failure?.code
        message = head.failure?.message
        attempts = 1
        isQuarantined = false
        seconds = 0
        pages = lines(.page)
        figures = lines(.figure)
    }
}
