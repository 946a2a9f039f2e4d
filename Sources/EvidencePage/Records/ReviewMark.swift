internal import Foundation
internal import Records

/// A person's judgement of a figure, or of a page that lacks one: a line of `review.jsonl`.
///
/// The keys are those of annotated figures (`doc`, `page`, `text`, `kind`, `value`, …), which `rules score` reads, and what tells the
/// judgement: `id`, `answer`, `field`, `reviewer`, `when`, `note`.
struct ReviewMark: Sendable, Codable, Equatable {
    /// What was found.
    enum Answer: String, Codable, CaseIterable {
        /// The figure is right.
        case right
        /// A field is wrong, or it is no figure at all.
        case wrong
        /// The page states a figure that was not found.
        case missed
    }

    var id: String?
    var doc: String
    var document: String
    var page: Int
    var text: String
    var kind: String
    var value: String?
    var low: String?
    var high: String?
    var approx: Bool?
    var bound: String?
    var per: String?
    /// First and last day.
    var period: [String]?
    /// True where the right value is not known, so that no scorer counts the figure.
    var optional: Bool?
    var answer: Answer
    /// Which field is wrong.
    var field: String?
    /// What it should be.
    var correction: String?
    var rule: String?
    var table: String?
    var reviewer: String
    var when: String
    var note: String?
}

/// The judgements of a folder: lines are only added, the last of a reviewer on a figure counts.
final class ReviewFile: Sendable {
    private let path: String
    private let queue = NSLock()

    init(path: String) { self.path = path }

    /// All judgements that count, in the order of their lines, and the number of lines that are no judgement.
    ///
    /// - Throws: where the file is there and can't be read.
    func marks() throws -> (marks: [ReviewMark], unread: Int) {
        guard FileManager.default.fileExists(atPath: path) else { return ([], 0) }
        let data = try Data(contentsOf: URL(filePath: path))
        let decoder = JSONDecoder()
        let lines = data.split(separator: UInt8(ascii: "\n"))
        // Whoever edits the file by hand, or a disk that was full, may leave one that is cut.
        let all = lines.compactMap { try? decoder.decode(ReviewMark.self, from: Data($0)) }
        var last: [String: Int] = [:]
        for (index, mark) in all.enumerated() {
            last[(mark.id ?? "\(mark.document) \(mark.page) \(mark.text)") + "\n" + mark.reviewer] = index
        }
        return (last.values.sorted().map { all[$0] }, lines.count - all.count)
    }

    /// Adds a judgement.
    ///
    /// - Throws: where it can't be written.
    func add(_ mark: ReviewMark) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        var line = try encoder.encode(mark)
        line.append(UInt8(ascii: "\n"))
        queue.lock()
        defer { queue.unlock() }
        if !FileManager.default.fileExists(atPath: path) { _ = FileManager.default.createFile(atPath: path, contents: nil) }
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        // Closing can only fail behind a write that has failed.
        defer { try? file.close() }
        try file.seekToEnd()
        try file.write(contentsOf: line)
    }
}
