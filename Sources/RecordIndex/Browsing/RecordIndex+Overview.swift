/// How often a value occurs.
public struct ValueCount: Sendable, Hashable {
    /// The value; nil for what has none.
    public var value: String?
    /// How often.
    public var count: Int
}

/// What a folder holds, counted.
public struct IndexOverview: Sendable {
    /// Papers by body, the most first.
    public var organisations: [ValueCount] = []
    /// Papers by committee.
    public var committees: [ValueCount] = []
    /// Papers by month of their meeting, the latest first.
    public var months: [ValueCount] = []
    /// Papers by kind.
    public var kinds: [ValueCount] = []
    /// Figures by kind.
    public var figures: [ValueCount] = []
    /// Figures by sense.
    public var senses: [ValueCount] = []
    /// Figures by doubt; those that have several count for each set of them.
    public var doubts: [ValueCount] = []
    /// Tables whose numbers gave no figures, the most first.
    public var unread: [UnreadTable] = []

    /// A table with numbers that have no unit.
    public struct UnreadTable: Sendable {
        /// Its id.
        public var id: String
        /// Its caption.
        public var caption: String?
        /// Page, 1-based.
        public var page: Int
        /// So many numbers.
        public var numbers: Int
        /// Title of its paper, else the name of the file.
        public var paper: String
    }
}

extension RecordIndex {
    /// Values that are listed of each kind.
    private static let mostValues = 60
    /// Tables with unread numbers that are listed.
    private static let mostTables = 500

    /// Counts what the index holds.
    public func overview() throws(IndexProblem) -> IndexOverview {
        try file.read { session in
            var overview = IndexOverview()
            func counts(_ column: String, of table: String, order: String = "2 DESC, 1") throws -> [ValueCount] {
                try session.rows(
                    "SELECT \(column), count(*) FROM \(table) GROUP BY 1 ORDER BY \(order) LIMIT \(RecordIndex.mostValues)"
                ) { row in ValueCount(value: row.text(0), count: row.integer(1) ?? 0) }
            }
            overview.organisations = try counts("organisation", of: "papers")
            overview.committees = try counts("committee", of: "papers")
            overview.months = try counts("substr(date, 1, 7)", of: "papers", order: "1 DESC")
            overview.kinds = try counts("kind", of: "papers")
            let figures = try session.rows(
                "SELECT kind, nullif(sense, ''), nullif(doubts, ''), count FROM tallies WHERE count > 0"
            ) { row in (kind: row.text(0), sense: row.text(1), doubts: row.text(2), count: row.integer(3) ?? 0) }
            func summed(_ value: ((kind: String?, sense: String?, doubts: String?, count: Int)) -> String?) -> [ValueCount] {
                Dictionary(figures.map { (value($0), $0.count) }, uniquingKeysWith: +).map { ValueCount(value: $0.key, count: $0.value) }
                    .sorted { ($1.count, $0.value ?? "") < ($0.count, $1.value ?? "") }
            }
            overview.figures = summed(\.kind)
            overview.senses = summed(\.sense)
            overview.doubts = summed(\.doubts).filter { $0.value != nil }
            overview.unread = try session.rows(
                """
                SELECT tables.id, caption, page, tables.unread_numbers, coalesce(papers.title, papers.path), papers.document
                FROM tables JOIN papers ON papers.id = tables.paper WHERE tables.unread_numbers > 0
                ORDER BY tables.unread_numbers DESC, tables.id LIMIT \(RecordIndex.mostTables)
                """
            ) { row in
                guard let id = row.integer(0), let document = row.text(5) else { return nil }
                return IndexOverview.UnreadTable(
                    id: "\(document)#t\(id & (1 << IndexSchema.bits - 1))", caption: row.text(1), page: row.integer(2) ?? 1,
                    numbers: row.integer(3) ?? 0, paper: row.text(4) ?? "")
            }
            return overview
        }
    }
}
