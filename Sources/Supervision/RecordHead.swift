internal import Foundation
internal import PaperModel
internal import Records

/// What the first record of a paper says of it as a whole.
struct RecordHead {
    /// "sha256:" and the digest of the bytes; nil where they could not be read.
    var document: String?
    /// Number of those bytes, for a paper that was read.
    var bytes: Int?
    /// What of the paper was not read.
    var missing: [LedgerEntry.Missing]
    /// Whether parts of the paper are missing.
    var isPartial: Bool
    /// Numbers of tables that look like amounts and gave no figure.
    var unreadNumbers: Int
    /// Figures that carry a doubt.
    var doubts: Int
    /// The papers that are attached to it.
    var attached: [AttachedPaper]
    /// Whether it is attached to another.
    var isAttached: Bool
    /// Why there are no records; nil for a paper that was read.
    var failure: Failure?

    struct Failure: Decodable {
        var code: String
        var stage: String
        var message: String
    }

    private struct Notice: Decodable {
        var code: String
        var pages: [Int]?
    }

    private struct Record: Decodable {
        var notices: [Notice]?
        var id: String?
        var document: String?
        var bytes: Int?
        var status: String?
        var unreadNumbers: Int?
        var doubts: Int?
        var code: String?
        var attached: [AttachedPaper]?
        var attachedTo: String?
    }

    /// Reads the line of a document or failure record; nil where it is neither.
    init?(_ line: [UInt8]) {
        let decoder = JSONDecoder()
        guard let record = try? decoder.decode(Record.self, from: Data(line)) else { return nil }
        document = record.id ?? record.document
        bytes = record.bytes
        isPartial = record.status == "partial"
        missing = (record.notices ?? []).filter { PaperModel.Notice.Code(rawValue: $0.code)?.leavesOut == true }.map {
            LedgerEntry.Missing(code: $0.code, pages: $0.pages?.count ?? 0)
        }
        unreadNumbers = record.unreadNumbers ?? 0
        doubts = record.doubts ?? 0
        attached = AttachedPaper.usable(record.attached ?? [])
        isAttached = record.attachedTo != nil
        failure = record.code == nil ? nil : try? decoder.decode(Failure.self, from: Data(line))
    }
}
