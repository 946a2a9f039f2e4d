public import Tracing

/// An order of figures.
public enum FigureOrder: String, Sendable, CaseIterable {
    /// As papers came, pages and text in order.
    case place
    /// The largest first, sign apart.
    case amount
    /// By the day of the meeting, the latest first; those without one last.
    case date
}

/// A page of a list of figures.
public struct FigureList: Sendable {
    /// Number of figures in the whole list.
    public var total: Int
    /// Those of this page of it.
    public var figures: [Place]
}

/// How many figures have each value of something.
public struct Facet: Sendable {
    /// What it is: `organisation`, `committee`, `paperKind`, `segmentKind`, `sense`, `unit`, `period`, `doubt`.
    public var name: String
    /// The values that most figures have, the commonest first.
    public var values: [(value: String, count: Int)]
}

extension RecordIndex {
    private static let joins = """
        FROM figures JOIN papers ON papers.id = figures.paper LEFT JOIN segments ON segments.id = figures.segment
        """

    /// A condition with its values; `passages`: those that hold what is looked for, nil for all.
    private static func condition(_ filter: FigureFilter, _ passages: [Int]?) -> (sql: String, values: [SQLValue]) {
        var (sql, values) = filter.conditions
        if let passages {
            sql.append("figures.passage IN (SELECT value FROM json_each(?))")
            values.append(.text("[" + passages.map { String($0) }.joined(separator: ",") + "]"))
        }
        return (sql.isEmpty ? "" : "WHERE " + sql.joined(separator: " AND "), values)
    }

    /// Figures that pass a filter, a page of the list at a time; with `words` those on pages that hold them all.
    public func figures(
        _ filter: FigureFilter, words: SearchQuery? = nil, order: FigureOrder = .place, offset: Int = 0, limit: Int = 50
    ) throws(IndexProblem) -> FigureList {
        try file.read { session in
            let (condition, values) = RecordIndex.condition(filter, try passages(words, session))
            let sort =
                switch order {
                case .place: "figures.id"
                case .amount: "figures.high_end DESC, figures.id"
                case .date: "papers.date IS NULL, papers.date DESC, figures.id"
                }
            let total = try session.integer("SELECT count(*) \(RecordIndex.joins) \(condition)", values) ?? 0
            let ids = try session.rows(
                "SELECT figures.id \(RecordIndex.joins) \(condition) ORDER BY \(sort) LIMIT ? OFFSET ?",
                values + [.integer(max(0, limit)), .integer(max(0, offset))]
            ) { $0.integer(0) }
            var reader = PlaceReader(session)
            let places = Dictionary(zip(ids.sorted(), try reader.places(ids))) { first, _ in first }
            return FigureList(total: total, figures: ids.compactMap { places[$0] })
        }
    }

    /// How many of the figures that pass a filter have each value of what they can be filtered by.
    public func facets(_ filter: FigureFilter, words: SearchQuery? = nil) throws(IndexProblem) -> [Facet] {
        let columns = [
            ("organisation", "papers.organisation"), ("committee", "papers.committee"), ("paperKind", "papers.kind"),
            ("segmentKind", "segments.kind"), ("sense", "figures.sense"), ("unit", "figures.unit"), ("period", "figures.period_start"),
            ("doubt", "figures.doubts"),
        ]
        return try file.read { session in
            let (condition, values) = RecordIndex.condition(filter, try passages(words, session))
            return try columns.map { name, column in
                let counts = try session.rows(
                    """
                    SELECT \(column), count(*) \(RecordIndex.joins) \(condition) GROUP BY 1
                    HAVING \(column) IS NOT NULL ORDER BY 2 DESC, 1 LIMIT 30
                    """, values
                ) { row in row.text(0).map { (value: $0, count: row.integer(1) ?? 0) } }
                return Facet(name: name, values: counts)
            }
        }
    }

    private func passages(_ words: SearchQuery?, _ session: Session) throws -> [Int]? {
        guard let words, !words.groups.isEmpty else { return nil }
        let match = words.groups.map { "(" + $0.phrases.map(\.match).joined(separator: " OR ") + ")" }.joined(separator: " AND ")
        return try Retrieval(session: session).passages(matching: match, limit: 5_000)
    }
}
