internal import PaperModel
public import Pipeline
internal import Records

/// The records that a folder holds, paper by paper: those that runs keep beside their ledger, or else those of the files for users.
public struct FolderRecords: Sendable {
    private let contents: Contents
    /// The papers that are done, in the order of their paths.
    public let papers: [RecordedPaper]

    private enum Contents: Sendable {
        case kept(RunFolder, Telling, isMeeting: Bool)
        case published(PublishedRecords)
    }

    /// Opens a folder; `whileRunning` takes what a run that is at work there has done so far, of which a paper that is being replaced is not
    /// there for a moment.
    ///
    /// - Throws: where no run was made into it, or one is at work there.
    public init(folder path: String, whileRunning: Bool = false) throws(HostError) {
        let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        if PaperFile.stamp(FolderRecords.beside(path, "ledger.sqlite")) == nil, PublishedRecords.exist(in: path) {
            let published = try PublishedRecords(in: path)
            contents = .published(published)
            papers = published.papers.map { RecordedPaper($0) }
            return
        }
        let folder = try RunFolder(path, for: whileRunning ? .watch : .read)
        let ledger = try Ledger(readOnly: folder.ledger)
        let isMeeting = try ledger.fact(.folderIsMeeting) == "yes"
        let publication = Publication(try ledger.entries().filter { $0.removed == nil }, folderIsMeeting: isMeeting)
        contents = .kept(folder, try publication.telling(in: folder), isMeeting: isMeeting)
        papers = publication.parts.map { RecordedPaper($0) }
    }

    /// Whether a run is at work in the folder.
    public var isBusy: Bool {
        switch contents {
        case .kept(let folder, _, _): folder.isBusy
        case .published: false
        }
    }

    /// Tells the records of a paper from others of the same path: what the ledger keeps them under, and what is told of the paper.
    public func stamp(of paper: RecordedPaper) throws(HostError) -> String {
        switch (contents, paper.place) {
        case (.kept(let folder, let telling, let isMeeting), .kept(let part)):
            var stamp =
                "\(part.entry.records) \(part.extents.count) \(part.entry.document ?? "") \(part.entry.told.text) \(part.attachedTo ?? "")"
            if isMeeting, let (extent, offset) = part.extents.first(where: { $0.extent.kind == .document }) {
                // What the other papers of its folder say may have changed.
                let source = try StoredRecords(path: folder.records(part.entry.records))
                let told = try telling.lines(of: extent, at: offset, in: source, part: part)
                stamp += told.map { " " + SHA256.hexDigest(of: $0) } ?? ""
            }
            return stamp
        case (_, .published(let part)): return part.stamp
        case (.published, .kept): throw HostError("the folder changed while it was read")
        }
    }

    /// The records of a paper as the files of the folder have them, a line each.
    public func lines(of paper: RecordedPaper) throws(HostError) -> [UInt8] {
        switch (contents, paper.place) {
        case (.published(let records), .published(let part)): return try records.lines(of: part)
        case (.kept(let folder, let telling, _), .kept(let part)):
            let source = try StoredRecords(path: folder.records(part.entry.records))
            var lines: [UInt8] = []
            for (extent, offset) in part.extents {
                if let told = try telling.lines(of: extent, at: offset, in: source, part: part) {
                    lines += told
                } else {
                    lines += try source.bytes(extent.bytes, at: offset)
                }
            }
            return lines
        default: throw HostError("the folder changed while it was read")
        }
    }

    /// The record with this id, as it stands in the files of the folder; nil where there is none.
    public func line(id: String) throws(HostError) -> [UInt8]? {
        let document = id.prefix { $0 != "#" }
        let start = Array("\"id\":\"\(id)\",".utf8)
        for paper in papers where paper.document.map({ $0 == document }) ?? false {
            for line in try lines(of: paper).split(separator: UInt8(ascii: "\n")) where line.prefix(FolderRecords.head).contains(start) {
                return Array(line) + [UInt8(ascii: "\n")]
            }
        }
        return nil
    }

    /// Bytes at the beginning of a record within which its id stands.
    private static let head = 200

    /// What the records of a folder are like: another text where they may say something else; nil where there are none.
    public static func state(of folder: String) -> String? {
        guard let ledger = PaperFile.stamp(beside(folder, "ledger.sqlite")) else {
            return PublishedRecords.exist(in: folder) ? PublishedRecords.state(in: folder) : nil
        }
        // Changes that are not yet in the ledger's own file.
        let log = PaperFile.stamp(beside(folder, "ledger.sqlite-wal")).flatMap { $0.bytes > 0 ? $0 : nil }
        return [ledger, log].compactMap { $0 }.map { "\($0.bytes) \($0.modified)" }.joined(separator: " ")
    }

    /// Where what follows from the records is kept: `name` beside the ledger.
    public static func beside(_ folder: String, _ name: String) -> String {
        (folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder) + "/.scrutineer/" + name
    }
}
