public import Tracing

/// A figure with all that its record says.
public struct FigureDetails: Sendable {
    /// Where it stands and what it states.
    public var place: Place
    /// Other facts of the record by their names in the index, in the order of its columns.
    public var facts: [(name: String, value: String)]
    /// Boxes on pages: page, then x, y, width, height in points from the top left.
    public var boxes: [(page: Int, box: [Double])]
    /// Id of its table, with its row and column, 0-based.
    public var cell: (table: String, row: Int, column: Int)?
    /// Id of the segment that holds it.
    public var segment: String?
}

/// A segment with its text.
public struct SegmentDetails: Sendable {
    /// Its id.
    public var id: String
    /// Its paper.
    public var paper: TracedPaper
    /// What it is.
    public var kind: String
    /// Titles from the outermost to its own.
    public var titles: [String]
    /// Printed number.
    public var number: String?
    /// First page.
    public var page: Int
    /// Last page.
    public var endPage: Int
    /// Who asks, is asked, answers: those that are known, by name of the record.
    public var people: [(name: String, value: String)]
    /// How a resolution ended, its votes, who moved it; by name of the index.
    public var decision: [(name: String, value: String)]
    /// Id of the segment that contains it.
    public var parent: String?
    /// Id of the question that it answers.
    public var answers: String?
    /// Its text.
    public var text: String
}

/// A table as a grid.
public struct TableDetails: Sendable {
    /// A cell.
    public struct Cell: Sendable {
        /// 0-based row.
        public var row: Int
        /// 0-based column.
        public var column: Int
        /// Rows that it spans.
        public var rowSpan: Int
        /// Columns that it spans.
        public var columnSpan: Int
        /// Whether it is a heading.
        public var isHeader: Bool
        /// Its text.
        public var text: String
    }

    /// Its id.
    public var id: String
    /// Its paper.
    public var paper: TracedPaper
    /// Its caption.
    public var caption: String?
    /// First page.
    public var page: Int
    /// Number of rows.
    public var rows: Int
    /// Number of columns.
    public var columns: Int
    /// Rows of headings.
    public var headerRows: Int
    /// Its cells that hold text, row by row.
    public var cells: [Cell]
    /// Numbers that look like amounts and gave no figure.
    public var unreadNumbers: Int
}

/// A paper with what was found in it.
public struct PaperDetails: Sendable {
    /// The paper.
    public var paper: TracedPaper
    /// Number of pages.
    public var pages: Int
    /// `complete` or `partial`.
    public var status: String
    /// Where its bytes lie, all of them.
    public var paths: [String]
    /// Numbers of figures, segments and tables.
    public var counts: (figures: Int, segments: Int, tables: Int)
    /// Numbers of tables that look like amounts and gave no figure.
    public var unreadNumbers: Int
    /// Items and sections in order: level, title, page.
    public var outline: [(level: Int, title: String, page: Int)]
}

extension RecordIndex {
    private static func mask(_ id: Int) -> Int { id & (1 << IndexSchema.bits - 1) }

    /// A figure in full; nil where there is none of this id.
    public func figure(_ id: String) throws(IndexProblem) -> FigureDetails? {
        try file.read { session in
            guard let number = try RecordIndex.number(of: id, mark: "f", session) else { return nil }
            var reader = PlaceReader(session)
            guard let place = try reader.places([number]).first else { return nil }
            let names = [
                "interval_min", "interval_max", "approximate", "bound", "per", "period", "period_start", "period_end", "sense", "basis",
                "comparison", "subject", "subject_from", "payee", "payer", "row_labels", "column_labels", "doubts", "hidden", "struck",
                "unit_from", "scale_from", "rule", "cues",
            ]
            let details = try session.rows(
                "SELECT \(names.joined(separator: ",")), boxes, \"table\", row, \"column\", segment FROM figures WHERE id = ?",
                [.integer(number)]
            ) { row -> FigureDetails in
                let facts = names.enumerated().compactMap { index, name -> (name: String, value: String)? in
                    if name == "approximate" || name == "struck" { return row.mark(index) ? (name, "true") : nil }
                    return row.text(index).map { (name, $0) }
                }
                let boxes = (row.text(names.count) ?? "").split(separator: ";").compactMap { box -> (page: Int, box: [Double])? in
                    let numbers = box.split(separator: " ").compactMap { Double($0) }
                    return numbers.count == 5 ? (Int(numbers[0]), Array(numbers.dropFirst())) : nil
                }
                var details = FigureDetails(place: place, facts: facts, boxes: boxes)
                if let table = row.integer(names.count + 1), let own = row.integer(names.count + 2),
                    let column = row.integer(names.count + 3)
                {
                    details.cell = ("\(place.paper.document)#t\(RecordIndex.mask(table))", own, column)
                }
                details.segment = row.integer(names.count + 4).map { "\(place.paper.document)#s\(RecordIndex.mask($0))" }
                return details
            }
            return details.first
        }
    }

    /// Figures that state the same in the same words: copies of the paper, minutes that are printed again.
    public func twins(of place: Place) throws(IndexProblem) -> [Place] {
        try file.read { session in
            var reader = PlaceReader(session)
            let found = try Retrieval(session: session).figures(
                from: place.range.low.approximation, to: place.range.high.approximation, unit: place.unit)
            let places = try reader.places(found.prefix(2_000).map(\.id))
            return Twins.of(place, among: places)
        }
    }

    /// A segment in full; nil where there is none of this id.
    public func segment(_ id: String) throws(IndexProblem) -> SegmentDetails? {
        try file.read { session in
            guard let number = try RecordIndex.number(of: id, mark: "s", session) else { return nil }
            var reader = PlaceReader(session)
            guard let paper = try reader.paper(number >> IndexSchema.bits) else { return nil }
            let details = try session.rows(
                """
                SELECT kind, titles, number, page, end_page, asker, addressee, respondent, parent, answers, spans, outcome, votes_for,
                votes_against, votes_abstain, moved, seconded
                FROM segments LEFT JOIN decisions ON decisions.segment = segments.id WHERE segments.id = ?
                """, [.integer(number)]
            ) { row -> (SegmentDetails, String) in
                func named(_ names: [String], from column: Int) -> [(name: String, value: String)] {
                    names.enumerated().compactMap { index, name in
                        (row.text(column + index) ?? row.integer(column + index).map { String($0) }).map { (name, $0) }
                    }
                }
                let segment = SegmentDetails(
                    id: id, paper: paper, kind: row.text(0) ?? "", titles: (row.text(1) ?? "").split(separator: "\n").map { String($0) },
                    number: row.text(2), page: row.integer(3) ?? 1, endPage: row.integer(4) ?? 1,
                    people: named(["asker", "addressee", "respondent"], from: 5),
                    decision: named(["outcome", "votes_for", "votes_against", "votes_abstain", "moved", "seconded"], from: 11),
                    parent: row.integer(8).map { "\(paper.document)#s\(RecordIndex.mask($0))" },
                    answers: row.integer(9).map { "\(paper.document)#s\(RecordIndex.mask($0))" }, text: "")
                return (segment, row.text(10) ?? "")
            }
            guard let (found, spans) = details.first else { return nil }
            var segment = found
            segment.text = try SegmentText.read(spans, paper: number >> IndexSchema.bits, session)
            return segment
        }
    }

    /// A table in full; nil where there is none of this id.
    public func table(_ id: String) throws(IndexProblem) -> TableDetails? {
        try file.read { session in
            guard let number = try RecordIndex.number(of: id, mark: "t", session) else { return nil }
            var reader = PlaceReader(session)
            guard let paper = try reader.paper(number >> IndexSchema.bits) else { return nil }
            let tables = try session.rows(
                "SELECT caption, page, rows, columns, header_rows, unread_numbers FROM tables WHERE id = ?", [.integer(number)]
            ) { row in
                TableDetails(
                    id: id, paper: paper, caption: row.text(0), page: row.integer(1) ?? 1, rows: row.integer(2) ?? 0,
                    columns: row.integer(3) ?? 0, headerRows: row.integer(4) ?? 0, cells: [], unreadNumbers: row.integer(5) ?? 0)
            }
            guard var table = tables.first else { return nil }
            table.cells = try session.rows(
                #"SELECT row, "column", row_span, column_span, header, text FROM cells WHERE "table" = ? ORDER BY row, "column""#,
                [.integer(number)]
            ) { row in
                TableDetails.Cell(
                    row: row.integer(0) ?? 0, column: row.integer(1) ?? 0, rowSpan: row.integer(2) ?? 1, columnSpan: row.integer(3) ?? 1,
                    isHeader: row.mark(4), text: row.text(5) ?? "")
            }
            return table
        }
    }

    /// A paper in full, by its id or the path of a source; nil where there is none.
    public func paper(_ name: String) throws(IndexProblem) -> PaperDetails? {
        try file.read { session in
            let number = try session.integer(
                "SELECT id FROM papers WHERE document = ?1 UNION SELECT paper FROM sources WHERE path = ?1", [.text(name)])
            var reader = PlaceReader(session)
            guard let number, let paper = try reader.paper(number) else { return nil }
            let range: [SQLValue] = [.integer(number << IndexSchema.bits), .integer((number + 1) << IndexSchema.bits)]
            func count(_ table: String) throws -> Int {
                try session.integer("SELECT count(*) FROM \(table) WHERE id >= ? AND id < ?", range) ?? 0
            }
            let facts = try session.rows("SELECT pages, status, unread_numbers FROM papers WHERE id = ?", [.integer(number)]) {
                ($0.integer(0) ?? 0, $0.text(1) ?? "", $0.integer(2) ?? 0)
            }.first
            let outline = try session.rows(
                """
                SELECT level, coalesce(number || ' ', '') || title, page FROM segments
                WHERE id >= ? AND id < ? AND kind IN ('agendaItem', 'section') AND title IS NOT NULL ORDER BY id
                """, range
            ) { (level: $0.integer(0) ?? 1, title: $0.text(1) ?? "", page: $0.integer(2) ?? 1) }
            let paths = try session.rows("SELECT path FROM sources WHERE paper = ? ORDER BY path", [.integer(number)]) { $0.text(0) }
            return PaperDetails(
                paper: paper, pages: facts?.0 ?? 0, status: facts?.1 ?? "", paths: paths,
                counts: (try count("figures"), try count("segments"), try count("tables")), unreadNumbers: facts?.2 ?? 0, outline: outline)
        }
    }
}
