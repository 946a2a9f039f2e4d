internal import Pipeline
internal import Records

/// Papers whose records serve a file of the same bytes at another path: one that was renamed, moved or copied.
struct CopiedPapers {
    private var bySize: [Int: [LedgerEntry]] = [:]
    private var byDocument: [String: [LedgerEntry]] = [:]

    /// Takes those that were read wholly, and as this run reads.
    init(_ known: [LedgerEntry], settings: RunSettings, folder: RunFolder) {
        for entry in known where entry.holdsPaper && !entry.isQuarantined {
            guard let document = entry.document, let size = entry.size, entry.provenance == settings.provenance,
                entry.reading == settings.reading,
                folder.holdsRecords(of: entry)
            else { continue }
            bySize[size, default: []].append(entry)
            byDocument[document, default: []].append(entry)
        }
    }

    /// The paper with the bytes that have this id; nil where there is none. `path` is where they lie, attached to another paper, and `attached`
    /// the papers that are attached to them and are read.
    func original(of path: String, document: String, attached: [AttachedPaper]) -> LedgerEntry? {
        let ending = PaperFile.nameEnding(of: path)
        return byDocument[document]?.first {
            PaperFile.nameEnding(of: $0.path) == ending && $0.told.encoding == nil && $0.attached == attached
        }
    }

    /// The paper with the bytes of the file at `path`; nil where there is none. Only a file of the size of one is looked into. The ending of
    /// its name and the `encoding` that is told of it must be the same, since they may decide how bytes are read.
    func original(of path: PathText, stamp: FileStamp, encoding: String?) -> LedgerEntry? {
        let ending = PaperFile.nameEnding(of: path.text)
        let candidates = (bySize[stamp.bytes] ?? []).filter {
            PaperFile.nameEnding(of: $0.path) == ending && $0.told.encoding == encoding && !$0.leavesAttachmentsUnseen
        }
        guard !candidates.isEmpty, let digest = PaperFile.digest(path.text) else { return nil }
        return candidates.first { $0.document == DocumentRecord.id(digest: digest) }
    }
}
