/// The text of a segment, taken from the pages by its spans ("3:120-131,4:0-50").
enum SegmentText {
    /// Bytes of text that are read of a segment: that of a long report's main part.
    private static let longest = 200_000

    static func read(_ spans: String, paper: Int, _ session: Session) throws -> String {
        var parts: [String] = []
        var length = 0
        for span in spans.split(separator: ",") where length < longest {
            let numbers = span.split { $0 == ":" || $0 == "-" }.compactMap { Int($0) }
            guard numbers.count == 3 else { continue }
            let texts = try session.rows(
                "SELECT paper, page, start, text FROM passages WHERE id >= ? AND id < ? AND page = ? ORDER BY start",
                [.integer(paper << IndexSchema.bits), .integer((paper + 1) << IndexSchema.bits), .integer(numbers[0])]
            ) { row in
                PassageText(paper: row.integer(0) ?? 0, page: row.integer(1) ?? 0, start: row.integer(2) ?? 0, text: row.text(3) ?? "")
            }
            let own = texts.map { $0.text($0.byte(numbers[1]), $0.byte(numbers[2])) }.joined()
            parts.append(own)
            length += own.utf8.count
        }
        return parts.joined(separator: "\n")
    }
}
