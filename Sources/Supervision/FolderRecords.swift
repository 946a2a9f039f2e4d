internal import PaperModel
public import Pipeline
internal import Records

/// The records that a folder holds, paper by paper: for whoever keeps something beside them that follows from them.
public struct FolderRecords: Sendable {
    private let folder: RunFolder
    private let telling: Telling
    /// The papers that are done, in the order of their paths.
    public let papers: [Paper]

    /// A paper with what was read of it.
    public struct Paper: Sendable {
        /// Path of its source.
        public let path: String
        /// Tells its records from others of the same path: what the ledger keeps them under, and what is told of the paper.
        public let stamp: String
        fileprivate let part: Publication.Part
    }

    /// Opens a folder.
    ///
    /// - Throws: where no run was made into it, or one is at work there.
    public init(folder path: String) throws(HostError) {
        folder = try RunFolder(path, for: .read)
        let ledger = try Ledger(readOnly: folder.ledger)
        let isMeeting = try ledger.fact(.folderIsMeeting) == "yes"
        let publication = Publication(try ledger.entries().filter { $0.removed == nil }, folderIsMeeting: isMeeting)
        telling = try publication.telling(in: folder)
        var papers: [Paper] = []
        for part in publication.parts {
            var stamp = "\(part.entry.records) \(part.extents.count) \(part.entry.document ?? "") \(part.entry.told.text)"
            if isMeeting, let (extent, offset) = part.extents.first(where: { $0.extent.kind == .document }) {
                // What the other papers of its folder say may have changed.
                let source = try RecordFile(path: folder.records(part.entry.records), access: .read)
                let told = try telling.lines(of: extent, at: offset, in: source, part: part)
                stamp += told.map { " " + SHA256.hexDigest(of: $0) } ?? ""
            }
            papers.append(Paper(path: part.entry.path, stamp: stamp, part: part))
        }
        self.papers = papers
    }

    /// The records of a paper as the files of the folder have them, a line each.
    public func lines(of paper: Paper) throws(HostError) -> [UInt8] {
        let source = try RecordFile(path: folder.records(paper.part.entry.records), access: .read)
        var lines: [UInt8] = []
        for (extent, offset) in paper.part.extents {
            if let told = try telling.lines(of: extent, at: offset, in: source, part: paper.part) {
                lines += told
            } else {
                lines += try source.bytes(extent.bytes, at: offset)
            }
        }
        return lines
    }

    /// The record with this id, as it stands in the files of the folder; nil where there is none.
    public func line(id: String) throws(HostError) -> [UInt8]? {
        let document = id.prefix { $0 != "#" }
        let start = Array("\"id\":\"\(id)\",".utf8)
        for paper in papers where paper.part.entry.document.map({ $0 == document }) ?? false {
            for line in try lines(of: paper).split(separator: UInt8(ascii: "\n")) where line.prefix(FolderRecords.head).contains(start) {
                return Array(line) + [UInt8(ascii: "\n")]
            }
        }
        return nil
    }

    /// Bytes at the beginning of a record within which its id stands.
    private static let head = 200

    /// What the ledger of a folder is like: another text where it may say something else; nil where there is none.
    public static func state(of folder: String) -> String? {
        guard let ledger = PaperFile.stamp(beside(folder, "ledger.sqlite")) else { return nil }
        // Changes that are not yet in the ledger's own file.
        let log = PaperFile.stamp(beside(folder, "ledger.sqlite-wal")).flatMap { $0.bytes > 0 ? $0 : nil }
        return [ledger, log].compactMap { $0 }.map { "\($0.bytes) \($0.modified)" }.joined(separator: " ")
    }

    /// Where what follows from the records is kept: `name` beside the ledger.
    public static func beside(_ folder: String, _ name: String) -> String {
        (folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder) + "/.scrutineer/" + name
    }
}
