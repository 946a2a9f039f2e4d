internal import Pipeline
internal import Records

/// Papers whose records serve a file of the same bytes at another path: one that was renamed, moved or copied.
struct CopiedPapers {
    private var bySize: [Int: [LedgerEntry]] = [:]

    /// Takes those that were read wholly, and as this run reads.
    init(_ known: [LedgerEntry], settings: RunSettings, folder: RunFolder) {
        for entry in known where entry.holdsPaper && !entry.isQuarantined && entry.document != nil {
            guard let size = entry.size, entry.provenance == settings.provenance, entry.reading == settings.reading,
                PaperFile.size(folder.records(entry.records)) == entry.bytes
            else { continue }
            bySize[size, default: []].append(entry)
        }
    }

    /// The paper with the bytes of the file at `path`; nil where there is none. Only a file of the size of one is looked into. The ending of
    /// its name must be the same, since that may decide how bytes are read.
    func original(of path: PathText, stamp: FileStamp) -> LedgerEntry? {
        let ending = PaperFile.nameEnding(of: path.text)
        guard let candidates = bySize[stamp.bytes]?.filter({ PaperFile.nameEnding(of: $0.path) == ending }), !candidates.isEmpty,
            let digest = PaperFile.digest(path.text)
        else { return nil }
        return candidates.first { $0.document == DocumentRecord.id(digest: digest) }
    }
}
