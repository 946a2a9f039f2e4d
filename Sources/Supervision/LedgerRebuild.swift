internal import Foundation
internal import PaperModel
internal import Pipeline
internal import Records

/// Makes the ledger of a folder anew from the records that are stored beside it, after the old one was damaged.
///
/// Papers that were read are not read again where their bytes are the same; what the records don't say (times, attempts, the quarantine) is
/// lost, and papers that failed are read again.
struct LedgerRebuild {
    let folder: RunFolder
    let settings: RunSettings

    /// Puts the old ledger aside and writes a new one.
    func rebuild() throws(HostError) {
        for ending in ["", "-wal", "-shm"] {
            let file = folder.ledger + ending
            try? FileManager.default.removeItem(atPath: file + ".damaged")
            try? FileManager.default.moveItem(atPath: file, toPath: file + ".damaged")
        }
        var entries: [PathText: LedgerEntry] = [:]
        // The records with the highest number are the latest.
        for number in folder.storedRecords.sorted() {
            if let entry = entry(of: number) { entries[PathText(entry.path)] = entry }
        }
        try Ledger(path: folder.ledger).save(entries.values.sorted { PathText($0.path) < PathText($1.path) })
    }

    /// What the first record says of where the paper lay and who read it.
    private struct Origin: Decodable {
        struct Source: Decodable {
            var path: String
            var pathBytes: String?
        }
        var source: Source
        var rules: String
        var version: String
    }

    /// Nil for records that are cut or damaged, or those of a failure.
    private func entry(of number: Int) -> LedgerEntry? {
        let file = folder.records(number)
        guard let records = try? StoredRecords(path: file), let (scanner, size) = try? scan(records) else { return nil }
        let extents = scanner.extents
        guard let first = extents.first, first.kind == .document, first.lines == 1, !scanner.isAstray,
            extents.reduce(0, { $0 + $1.bytes }) == size, let line = try? records.bytes(first.bytes, at: 0), let head = RecordHead(line),
            let origin = try? JSONDecoder().decode(Origin.self, from: Data(line)),
            let checksum = try? RecordFile(path: file, access: .read).checksum()
        else { return nil }
        let path = origin.source.pathBytes.flatMap { Data(base64Encoded: $0) }.map { PathText(bytes: $0).text } ?? origin.source.path
        let provenance = Provenance(rules: origin.rules, version: origin.version)
        func lines(_ kind: Record.Kind) -> Int { extents.reduce(0) { $0 + ($1.kind == kind ? $1.lines : 0) } }
        return LedgerEntry(
            path: path, sourcePath: path, recordedPath: path, stamp: nil, size: head.bytes, document: head.document, provenance: provenance,
            reading: settings.reading, limits: settings.limits(pages: lines(.page)), outcome: head.isPartial ? .partial : .complete,
            records: number, extents: extents, checksum: checksum, missing: head.missing, attempts: 1, seconds: 0, pages: lines(.page),
            figures: lines(.figure), unreadNumbers: head.unreadNumbers, doubts: head.doubts, attached: head.attached,
            isAttached: head.isAttached)
    }
    /// Where the records lie, and how many bytes they have.
    private func scan(_ records: StoredRecords) throws(HostError) -> (RecordScanner, size: Int) {
        var scanner = RecordScanner()
        var size = 0
        while true {
            let part = try records.bytes(1 << 18, at: size)
            if part.isEmpty { return (scanner, size) }
            scanner.consume(part)
            size += part.count
        }
    }
}
