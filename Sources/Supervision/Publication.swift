internal import Glibc
internal import PaperModel
internal import Pipeline
internal import Records

/// The files for users: one a record type, all papers in the order of their paths.
///
/// Of papers with the same bytes each has its document record, with its own source, so that no input is lost; their pages, segments,
/// tables and figures, which would be the same with the same ids, are written once.
struct Publication {
    /// Records in the files.
    private(set) var counts: [Record.Kind: Int] = [:]
    /// Papers whose bytes are those of an earlier one.
    private(set) var repeated = 0
    /// What is written of each paper.
    private(set) var parts: [(entry: LedgerEntry, extents: [(extent: RecordScanner.Extent, offset: Int)])] = []
    /// Whether the papers of a folder are those of one meeting.
    private let folderIsMeeting: Bool
    /// What tells this publication from another: which files of records it is made of, and what is told of the papers.
    private var digest = SHA256()

    /// Says what is to be written; touches no file.
    init(_ entries: [LedgerEntry], folderIsMeeting: Bool) {
        self.folderIsMeeting = folderIsMeeting
        var documents: Set<String> = []
        digest.update(Array("\(folderIsMeeting)\n".utf8))
        for entry in entries {
            digest.update(Array("\(entry.records) \(entry.path)\n\(entry.told.text)\n".utf8))
            var isRepeated = false
            if entry.outcome != .failure, let document = entry.document { isRepeated = !documents.insert(document).inserted }
            if isRepeated { repeated += 1 }
            var offset = 0
            var extents: [(extent: RecordScanner.Extent, offset: Int)] = []
            for extent in entry.extents {
                if !isRepeated || extent.kind == .document || extent.kind == .failure {
                    counts[extent.kind, default: 0] += extent.lines
                    extents.append((extent, offset))
                }
                offset += extent.bytes
            }
            parts.append((entry, extents))
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
            let source = try RecordFile(path: folder.records(part.entry.records), access: .read)
            let lines = try source.bytes(extent.bytes, at: offset).split(separator: UInt8(ascii: "\n"))
            if let record = lines.first.flatMap({ ToldRecord(line: Array($0)) }) { papers.append(Telling.paper(record, entry: part.entry)) }
        }
        return Telling(folders: MeetingFolders(papers))
    }

    /// Writes all files and puts them in place.
    func publish(summary: [UInt8], in folder: RunFolder) throws(HostError) {
        var targets: [Record.Kind: RecordFile] = [:]
        for kind in Record.Kind.allCases {
            targets[kind] = try RecordFile(path: folder.unpublished(kind.fileName), access: .write)
        }
        let telling = try telling(in: folder)
        for part in parts {
            let source = try RecordFile(path: folder.records(part.entry.records), access: .read)
            for (extent, offset) in part.extents {
                if let told = try telling.lines(of: extent, at: offset, in: source, entry: part.entry) {
                    try targets[extent.kind]?.append(told)
                } else {
                    try targets[extent.kind]?.append(extent.bytes, from: source, at: offset)
                }
            }
        }
        for target in targets.values { try target.synchronise() }
        try folder.write(summary, to: RunSummary.fileName)
        try folder.publish(Publication.names)
    }
}
