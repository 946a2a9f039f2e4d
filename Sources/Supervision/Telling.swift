internal import PaperModel
internal import Pipeline
internal import Records

/// Adds to the records of papers where they lie now, what a manifest, or the other papers of a folder, say of them. The records that are kept
/// for each paper stay as its worker wrote them, so that a paper need not be read again when only this changes.
struct Telling {
    /// What the papers of each folder say together; nil where a folder is not a meeting.
    let folders: MeetingFolders?

    /// What a paper says, for its folder.
    static func paper(_ record: ToldRecord, entry: LedgerEntry) -> MeetingFolders.Paper {
        MeetingFolders.Paper(
            // A paper that is attached to another lies where that one does.
            path: entry.host?.text ?? entry.path, kind: record.kind,
            facts: Meeting(printed: record.printed, manifest: entry.told.meeting).facts)
    }

    /// A stretch of document or failure records with what is told of their paper; nil where it is as it was.
    func lines(
        of extent: RecordScanner.Extent, at offset: Int, in source: StoredRecords, part: Publication.Part
    ) throws(HostError) -> [UInt8]? {
        let entry = part.entry
        let isMoved = PathText(entry.sourcePath) != PathText(entry.recordedPath)
        guard extent.kind == .document || extent.kind == .failure,
            folders != nil || isMoved || part.attachedTo != nil || !part.repeats.isEmpty || entry.told != ToldFacts()
        else { return nil }
        var told: [UInt8] = []
        for line in try source.bytes(extent.bytes, at: offset).split(separator: UInt8(ascii: "\n")) {
            guard let record = ToldRecord(line: Array(line)) else {
                throw HostError("the records of \(entry.path) can't be read; make the run again with other rules or version")
            }
            let folder = folders?.facts(for: Telling.paper(record, entry: entry)) ?? MeetingFacts()
            let path = isMoved ? PathText(entry.sourcePath) : nil
            told += record.line(
                told: part.told, folder: folder, path: path, others: part.repeats.map(\.source), attachedTo: part.attachedTo)
        }
        return told
    }
}

extension Publication.Part {
    /// What is told of the paper. Of its meeting, what is told of any of its sources.
    fileprivate var told: ToldFacts {
        var told = repeats.reduce(entry.told) { $1.told.overlaid(by: $0) }
        (told.url, told.modified, told.retrieved) = (entry.told.url, entry.told.modified, entry.told.retrieved)
        return told
    }
}

extension LedgerEntry {
    /// Where the paper came from, as it is told.
    fileprivate var source: Source {
        Source(path: sourcePath, url: told.url, modified: told.modified, retrieved: told.retrieved)
    }
}
