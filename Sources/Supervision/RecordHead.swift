internal import Foundation

/// What the first record of a paper says of it as a whole.
struct RecordHead {
    /// "sha256:" and the digest of the bytes; nil where they could not be read.
    var document: String?
    /// Whether parts of the paper are missing.
    var isPartial: Bool
    /// Why there are no records; nil for a paper that was read.
    var failure: Failure?

    struct Failure: Decodable {
        var code: String
        var stage: String
        var message: String
    }

    private struct Record: Decodable {
        var id: String?
        var document: String?
        var status: String?
        var code: String?
    }

    /// Reads the line of a document or failure record; nil where it is neither.
    init?(_ line: [UInt8]) {
        let decoder = JSONDecoder()
        guard let record = try? decoder.decode(Record.self, from: Data(line)) else { return nil }
        document = record.id ?? record.document
        isPartial = record.status == "partial"
        failure = record.code == nil ? nil : try? decoder.decode(Failure.self, from: Data(line))
    }
}
