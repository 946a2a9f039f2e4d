internal import Glibc
internal import PaperModel
internal import Pipeline
internal import Records

/// The files for users: one a record type, all papers in the order of their paths.
///
/// Papers with the same bytes are one document, with the sources of all of them, so that no input is lost and ids are unique. A paper that
/// could not be read has a failure record for each source.
struct Publication {
    /// Records in the files.
    private(set) var counts: [Record.Kind: Int] = [:]
    /// Papers whose bytes are those of an earlier one.
    private(set) var repeated = 0
    /// What is written of each paper.
    private(set) var parts: [Part] = []
    /// Whether the papers of a folder are those of one meeting.
    private let folderIsMeeting: Bool
    /// What tells this publication from another: which files of records it is made of, and what is told of the papers.
    private var digest = SHA256()

    /// A paper that is written.
    struct Part {
        var entry: LedgerEntry
        /// Other papers with the same bytes.
        var repeats: [LedgerEntry] = []
        var extents: [(extent: RecordScanner.Extent, offset: Int)] = []
        /// Id of the document that it is attached to, of the first where there are several.
        var attachedTo: String?
    }

    /// Says what is to be written; touches no file.
    init(_ entries: [LedgerEntry], folderIsMeeting: Bool) {
        self.folderIsMeeting = folderIsMeeting
        let hosts = Publication.hosts(entries)
        let entries = hosts.isEmpty ? entries : entries.sorted { PathText($0.path) < PathText($1.path) }
        var places: [String: Int] = [:]
        digest.update(Array("\(folderIsMeeting)\n".utf8))
        for entry in entries {
            digest.update(Array("\(entry.records) \(entry.path)\n\(entry.sourcePath)\n\(entry.told.text)\n".utf8))
            if entry.outcome != .failure, let document = entry.document {
                if let place = places[document] {
                    repeated += 1
                    parts[place].repeats.append(entry)
                    parts[place].attachedTo = parts[place].attachedTo ?? entry.host.flatMap { hosts[$0] }
                    continue
                }
                places[document] = parts.count
            }
            var part = Part(entry: entry, attachedTo: entry.host.flatMap { hosts[$0] })
            var offset = 0
            for extent in entry.extents {
                counts[extent.kind, default: 0] += extent.lines
                part.extents.append((extent, offset))
                offset += extent.bytes
            }
            parts.append(part)
        }
    }

    /// Ids of the documents to which papers are attached, by their paths.
    private static func hosts(_ entries: [LedgerEntry]) -> [PathText: String] {
        let paths = Set(entries.lazy.compactMap(\.host))
        guard !paths.isEmpty else { return [:] }
        return entries.reduce(into: [:]) { hosts, entry in
            if !entry.isAttached, paths.contains(PathText(entry.path)) { hosts[PathText(entry.path)] = entry.document }
        }
    }

    /// Names of the files, the summary last.
    static let names = Record.Kind.allCases.map(\.fileName) + [RunSummary.fileName]

    /// What the ledger keeps of a publication with this summary, so that it is known whether the files in `folder` are still those: they
    /// are written again where anybody has changed them.
    func identity(summary: [UInt8], in folder: RunFolder) -> String {
        var digest = digest
        digest.update(summary)
        let files = Publication.names.map { name in
            PaperFile.stamp(folder.path + "/" + name).map { "\($0.bytes) \($0.modified)" } ?? "-"
        }
        return ([digest.hexDigest] + files).joined(separator: ";")
    }

    /// What is told of the papers beside what they print.
    func telling(in folder: RunFolder) throws(HostError) -> Telling {
        guard folderIsMeeting else { return Telling(folders: nil) }
        var papers: [MeetingFolders.Paper] = []
        for part in parts {
            guard let (extent, offset) = part.extents.first(where: { $0.extent.kind == .document }) else { continue }
            let source = try StoredRecords(path: folder.records(part.entry.records))
            let lines = try source.bytes(extent.bytes, at: offset).split(separator: UInt8(ascii: "\n"))
            guard let record = lines.first.flatMap({ ToldRecord(line: Array($0)) }) else { continue }
            papers += ([part.entry] + part.repeats).map { Telling.paper(record, entry: $0) }
        }
        return Telling(folders: MeetingFolders(papers))
    }

    /// Writes all files and puts them in place.
    ///
    /// Each file is replaced as a whole, `run.json` last, with the digests of the others: a reader that looks while they are replaced can tell.
    func publish(summary: JSON, in folder: RunFolder) throws(HostError) {
        var targets: [Record.Kind: RecordFile] = [:]
        for kind in Record.Kind.allCases {
            targets[kind] = try RecordFile(path: folder.unpublished(kind.fileName), access: .write)
        }
        let telling = try telling(in: folder)
        for part in parts {
            let source = try StoredRecords(path: folder.records(part.entry.records))
            for (extent, offset) in part.extents {
                if let told = try telling.lines(of: extent, at: offset, in: source, part: part) {
                    try targets[extent.kind]?.append(told)
                } else {
                    guard let target = targets[extent.kind] else { continue }
                    try source.copy(extent.bytes, at: offset, to: target)
                }
            }
        }
        var files: [JSON.Member] = []
        for kind in Record.Kind.allCases {
            guard let target = targets[kind] else { continue }
            try target.synchronise()
            let (digest, bytes) = try target.digest()
            files.append(.init(kind.fileName, ["bytes": .integer(bytes), "sha256": .string(digest)]))
        }
        try folder.write(summary.adding([.init("files", .object(files))]).indented, to: RunSummary.fileName)
        try folder.publish(Publication.names)
    }
}
