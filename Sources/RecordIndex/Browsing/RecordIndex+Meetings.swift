public import Tracing

/// What was decided at a meeting.
public struct DecidedItem: Sendable {
    /// Id of the segment.
    public var id: String
    /// Its paper.
    public var document: String
    /// Page, 1-based.
    public var page: Int
    /// Titles of what holds it, the outermost first, a line each.
    public var titles: String
    /// How it ended.
    public var outcome: String?
    /// Votes for, against, abstaining, where they are printed.
    public var votes: [Int?]
    /// Who moved and who seconded it.
    public var movers: [String]
}

/// Papers of a meeting, or of any of several that are alike.
public struct MeetingFilter: Sendable {
    /// The body; nil: any.
    public var organisation: String?
    /// The committee; nil: any.
    public var committee: String?
    /// The day, or the month, ISO 8601; nil: any.
    public var date: String?
    /// Kind of the paper; nil: any.
    public var kind: String?

    /// Takes what is known.
    public init(organisation: String? = nil, committee: String? = nil, date: String? = nil, kind: String? = nil) {
        (self.organisation, self.committee, self.date, self.kind) = (organisation, committee, date, kind)
    }

    fileprivate var condition: (sql: String, values: [SQLValue]) {
        var sql = ["1"]
        var values: [SQLValue] = []
        for (column, value) in [("organisation", organisation), ("committee", committee), ("kind", kind)] {
            guard let value else { continue }
            sql.append("papers.\(column) = ?")
            values.append(.text(value))
        }
        if let date {
            sql.append("substr(papers.date, 1, \(min(10, max(4, date.utf8.count)))) = ?")
            values.append(.text(date))
        }
        return (sql.joined(separator: " AND "), values)
    }
}

extension RecordIndex {
    /// Most papers that are listed.
    private static let mostPapers = 500

    /// The papers of a meeting by their day, the latest first, with the number of figures of each.
    public func papers(of meeting: MeetingFilter) throws(IndexProblem) -> [(paper: TracedPaper, figures: Int)] {
        try file.read { session in
            var reader = PlaceReader(session)
            let (condition, values) = meeting.condition
            let ids = try session.rows(
                "SELECT id FROM papers WHERE \(condition) ORDER BY date DESC, organisation, committee, path LIMIT \(RecordIndex.mostPapers)",
                values
            ) { $0.integer(0) }
            return try ids.compactMap { id in
                guard let paper = try reader.paper(id) else { return nil }
                let figures = try session.integer(
                    "SELECT count(*) FROM figures WHERE id >= ? AND id < ?",
                    [.integer(id << IndexSchema.bits), .integer((id + 1) << IndexSchema.bits)])
                return (paper, figures ?? 0)
            }
        }
    }

    /// The decisions of a meeting in the order of its papers.
    public func decisions(of meeting: MeetingFilter) throws(IndexProblem) -> [DecidedItem] {
        try file.read { session in
            let (condition, values) = meeting.condition
            return try session.rows(
                """
                SELECT decisions.segment, papers.document, segments.page, segments.titles, decisions.outcome, decisions.votes_for,
                decisions.votes_against, decisions.votes_abstain, decisions.moved, decisions.seconded
                FROM decisions JOIN papers ON papers.id = decisions.paper JOIN segments ON segments.id = decisions.segment
                WHERE \(condition) AND decisions.same_as IS NULL ORDER BY decisions.segment LIMIT \(RecordIndex.mostPapers)
                """, values
            ) { row in
                guard let id = row.integer(0), let document = row.text(1) else { return nil }
                return DecidedItem(
                    id: "\(document)#s\(id & (1 << IndexSchema.bits - 1))", document: document, page: row.integer(2) ?? 1,
                    titles: row.text(3) ?? "", outcome: row.text(4), votes: [row.integer(5), row.integer(6), row.integer(7)],
                    movers: [row.text(8), row.text(9)].compactMap { $0 })
            }
        }
    }
}
