internal import PaperModel
internal import Tracing

/// Reads the places of figures and cells with the words around them.
struct PlaceReader {
    let session: Session
    private var passages: [Int: PassageText] = [:]
    private var papers: [Int: TracedPaper] = [:]
    /// What many places have in common: titles of their papers, days of their years.
    private var titles: [Int: String] = [:]
    private var days: [String: Day?] = [:]

    init(_ session: Session) { self.session = session }

    /// Bytes before and behind an amount that are its surroundings: in three of four answers to claims the words stand within 250.
    private static let reach = 250

    private static let columns = """
        figures.id, figures.paper, figures.passage, figures.page, figures.start, figures."end", figures.sentence_start,
        figures.sentence_end, figures.kind, figures.text, figures.value, figures.low, figures.high, figures.interval_min,
        figures.interval_max, figures.unit, figures.sense, figures.period_start, figures.period_end, figures.period, figures.per, figures.basis,
        figures.subject, figures.payee, figures.payer, figures.row_labels, figures.column_labels, figures.hidden, figures."table",
        segments.kind, segments.titles, decisions.outcome, decisions.votes_for, decisions.votes_against, decisions.votes_abstain,
        decisions.moved, decisions.seconded, tables.caption, figures.comparison, figures.approximate
        """

    /// The places of figures, in the order of their ids.
    mutating func places(_ ids: [Int]) throws -> [Place] {
        guard !ids.isEmpty else { return [] }
        let rows = try session.rows(
            """
            SELECT \(PlaceReader.columns) FROM figures
            LEFT JOIN segments ON segments.id = figures.segment LEFT JOIN decisions ON decisions.segment = figures.segment
            LEFT JOIN tables ON tables.id = figures."table"
            WHERE figures.id IN (SELECT value FROM json_each(?)) ORDER BY figures.id
            """, [.text("[" + ids.map { String($0) }.joined(separator: ",") + "]")]
        ) { FigureRow($0) }
        try load(passages: rows.compactMap(\.passage))
        return try rows.compactMap { try place($0) }
    }

    /// A figure as the statement gives it.
    private struct FigureRow {
        let id: Int
        let paper: Int
        let passage: Int?
        let row: [String?]
        let page: Int
        let start: Int
        let end: Int
        let sentence: (start: Int, end: Int)?
        let stated: (value: Figure.Value, interval: ClosedInterval?)?

        init?(_ row: SQLRow) {
            guard let id = row.integer(0), let paper = row.integer(1) else { return nil }
            self.id = id
            self.paper = paper
            passage = row.integer(2)
            page = row.integer(3) ?? 1
            start = row.integer(4) ?? 0
            end = row.integer(5) ?? 0
            if let from = row.integer(6), let to = row.integer(7) { sentence = (from, to) } else { sentence = nil }
            stated = StatedValue.read(row, at: 10)
            self.row = (0..<40).map { column in
                switch column {
                case 28, 32, 33, 34, 39: row.integer(column).map { String($0) }
                case 8...: row.text(column)
                default: nil
                }
            }
        }

        func text(_ column: Int) -> String? { row[column] }
    }

    mutating func load(passages ids: [Int]) throws {
        let missing = Set(ids).subtracting(passages.keys).sorted()
        guard !missing.isEmpty else { return }
        let read = try session.rows(
            "SELECT id, paper, page, start, text FROM passages WHERE id IN (SELECT value FROM json_each(?))",
            [.text("[" + missing.map { String($0) }.joined(separator: ",") + "]")]
        ) { row -> (Int, PassageText)? in
            guard let id = row.integer(0), let text = row.text(4) else { return nil }
            return (
                id, PassageText(paper: row.integer(1) ?? 0, page: row.integer(2) ?? 1, start: row.integer(3) ?? 0, text: text)
            )
        }
        for (id, text) in read { passages[id] = text }
    }

    /// The passage with its place; nil where there is none.
    mutating func passage(_ id: Int) throws -> PassageText? {
        try load(passages: [id])
        return passages[id]
    }

    mutating func paper(_ id: Int) throws -> TracedPaper? {
        if let known = papers[id] { return known }
        let read = try session.rows(
            "SELECT document, path, url, title, kind, organisation, committee, date, item, added FROM papers WHERE id = ?", [.integer(id)]
        ) { row -> TracedPaper? in
            guard let document = row.text(0), let path = row.text(1) else { return nil }
            var paper = TracedPaper(document: document, path: path, added: row.integer(9) ?? 0)
            (paper.url, paper.title, paper.kind) = (row.text(2), row.text(3), row.text(4).flatMap { Paper.Kind(rawValue: $0) })
            (paper.organisation, paper.committee, paper.date, paper.item) = (row.text(5), row.text(6), row.text(7), row.text(8))
            return paper
        }.first
        papers[id] = read
        return read
    }

    private mutating func titles(of paper: Int, _ facts: TracedPaper) -> String {
        if let known = titles[paper] { return known }
        let text = PlaceReader.titles(facts)
        titles[paper] = text
        return text
    }

    private mutating func day(_ text: String?) -> Day? {
        guard let text else { return nil }
        if let known = days[text] { return known }
        let day = Day(iso: text)
        days[text] = .some(day)
        return day
    }

    private mutating func place(_ row: FigureRow) throws -> Place? {
        guard let paper = try paper(row.paper), let (value, interval) = row.stated else { return nil }
        let passage = row.passage.flatMap { passages[$0] }
        let isCell = row.text(28) != nil
        let segment = row.text(29).flatMap { Segment.Kind(rawValue: $0) }
        let outcome = row.text(31).flatMap { Segment.Outcome(rawValue: $0) }
        var sentence = row.text(9) ?? ""
        var hit: Range<Int>? = 0..<sentence.utf8.count
        var around = ""
        if let passage {
            let (from, to) = (passage.byte(row.start), passage.byte(row.end))
            if let own = row.sentence {
                let start = passage.byte(own.start)
                sentence = passage.text(start, max(to, passage.byte(own.end)))
                hit = start <= from && to - start <= sentence.utf8.count ? from - start..<to - start : nil
            }
            around = passage.text(from - PlaceReader.reach, to + PlaceReader.reach)
        }
        let labels = [22, 23, 24, 25, 26].compactMap { row.text($0) }.joined(separator: "\n")
        let headings = [row.text(30), row.text(37)].compactMap { $0 }.joined(separator: "\n")
        var place = Place(
            id: paper.document + "#f\(row.id & (1 << IndexSchema.bits - 1))", paper: paper, page: row.page, printed: row.text(9) ?? "",
            range: AmountRange(value, interval: interval), value: row.text(10), sentence: sentence,
            context: Place.Context(labels: labels, around: around, headings: headings, titles: titles(of: row.paper, paper)),
            role: Role(segment: segment, outcome: outcome, isCell: isCell))
        place.hit = hit
        if let low = row.text(11), let high = row.text(12) { place.ends = (low, high) }
        place.kind = row.text(8).flatMap { Figure.Kind(rawValue: $0) }
        place.unit = row.text(15)
        place.sense = row.text(16).flatMap { Figure.Sense(rawValue: $0) }
        if let start = day(row.text(17)), let end = day(row.text(18)) {
            place.period = Period(start: start, end: end, text: row.text(19) ?? "")
        }
        place.per = row.text(20)
        place.basis = (row.text(21) ?? "").split(separator: " ").compactMap { Figure.Basis(rawValue: String($0)) }
        place.subject = row.text(22)
        place.column = isCell ? row.text(26) ?? "" : nil
        place.isChange = row.text(38) != nil
        if row.text(39) == "1" { place.range = place.range.widened() }
        place.isHidden = row.text(27) != nil
        place.decision = PlaceReader.decision(row)
        return place
    }

    static func titles(_ paper: TracedPaper) -> String {
        [paper.title, paper.fileName, paper.committee, paper.organisation].compactMap { $0 }.joined(separator: "\n")
    }

    private static func decision(_ row: FigureRow) -> String? {
        guard let outcome = row.text(31) else { return nil }
        var parts = [outcome]
        let votes = [(32, "for"), (33, "against"), (34, "abstaining")].compactMap { column, word in row.text(column).map { "\($0) \(word)" }
        }
        if !votes.isEmpty { parts.append(votes.joined(separator: ", ")) }
        if let moved = row.text(35) { parts.append("moved by \(moved)") }
        if let seconded = row.text(36) { parts.append("seconded by \(seconded)") }
        return parts.joined(separator: "; ")
    }

    // MARK: Cells without a figure

    /// Numbers of tables without a unit that can be an amount when they are scaled as tables are, on these pages.
    mutating func cells(_ range: AmountRange, pages: Set<[Int]>, limit: Int) throws -> [Place] {
        var places: [Place] = []
        for power in [0, 3, 6] {
            let (low, high) = (range.low.shifted(-power).approximation, range.high.shifted(-power).approximation)
            let slack = max(high * 1e-9, 1e-9)
            let found = try session.rows(
                """
                SELECT "table", row, "column", text, page, start FROM cells WHERE number BETWEEN ? AND ?
                ORDER BY "table", row, "column" LIMIT 5000
                """, [.real(low - slack), .real(high + slack)]
            ) { row -> CellRow? in
                guard let table = row.integer(0), let own = row.integer(1), let column = row.integer(2), let text = row.text(3) else {
                    return nil
                }
                return CellRow(table: table, row: own, column: column, text: text, page: row.integer(4) ?? 1)
            }
            for cell in found where pages.contains([cell.table >> IndexSchema.bits, cell.page]) && places.count < limit {
                if let place = try place(cell, power: power) { places.append(place) }
            }
        }
        return places
    }

    private struct CellRow {
        let table: Int
        let row: Int
        let column: Int
        let text: String
        let page: Int
    }

    private mutating func place(_ cell: CellRow, power: Int) throws -> Place? {
        guard let number = CellNumber(cell.text), let paper = try paper(cell.table >> IndexSchema.bits) else { return nil }
        let amount = number.amount
        let value = amount.shifted(power)
        let half = amount.halfUnit.shifted(power)
        var range = AmountRange(.single(value))
        if power > 0 || amount.scale > 0, let low = value.magnitude.adding(half.negated), let high = value.magnitude.adding(half) {
            range = AmountRange(low: low, high: high, stated: value.magnitude, isNegative: value.isNegative)
        }
        let row = try session.rows(
            #"SELECT text FROM cells WHERE "table" = ? AND row = ? ORDER BY "column""#, [.integer(cell.table), .integer(cell.row)]
        ) { $0.text(0) }
        let heads = try session.rows(
            #"SELECT text FROM cells WHERE "table" = ? AND header = 1 AND "column" = ? AND row < ? ORDER BY row"#,
            [.integer(cell.table), .integer(cell.column), .integer(cell.row)]
        ) { $0.text(0) }
        let titles = try session.rows(
            "SELECT caption, segments.titles FROM tables LEFT JOIN segments ON segments.id = tables.segment WHERE tables.id = ?",
            [.integer(cell.table)]
        ) { row in [row.text(0), row.text(1)].compactMap { $0 }.joined(separator: "\n") }
        let sentence = row.joined(separator: "\t")
        var place = Place(
            id: paper.document + "#t\(cell.table & (1 << IndexSchema.bits - 1))r\(cell.row)c\(cell.column)", paper: paper, page: cell.page,
            printed: cell.text, range: range, value: value.description, sentence: sentence,
            context: Place.Context(
                labels: heads.joined(separator: "\n"), headings: titles.first ?? "", titles: PlaceReader.titles(paper)), role: .tabulated)
        place.column = heads.joined(separator: "\n")
        if let found = sentence.firstRange(of: cell.text) {
            let start = sentence.utf8.distance(from: sentence.startIndex, to: found.lowerBound)
            place.hit = start..<start + cell.text.utf8.count
        }
        return place
    }
}
