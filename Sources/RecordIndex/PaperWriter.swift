internal import PaperModel
internal import Tracing

/// Puts the records of a paper into the tables, and takes them out again.
struct PaperWriter {
    let session: Session

    /// Adds a paper under a number that no other has.
    func add(_ content: PaperContent, paper: Int, added: Int) throws {
        let facts = content.facts
        try session.run(
            "INSERT INTO papers VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            [
                .integer(paper), .text(facts.document), .text(facts.path), SQLValue(facts.url), SQLValue(facts.title), SQLValue(facts.kind),
                SQLValue(facts.organisation), SQLValue(facts.committee), SQLValue(facts.date), SQLValue(facts.item),
                SQLValue(facts.mediaType), .integer(facts.pages), SQLValue(facts.status), .integer(facts.unreadNumbers), .integer(added),
            ])
        let passages = try addPassages(content, paper: paper)
        let segments = try addSegments(content, paper: paper)
        try addTables(content, paper: paper, segments: segments)
        try addFigures(content, paper: paper, passages: passages, segments: segments)
        try count(paper, by: 1)
    }

    /// Counts the rows of a paper in, or out.
    private func count(_ paper: Int, by sign: Int) throws {
        let range: [SQLValue] = [.integer(paper << IndexSchema.bits), .integer((paper + 1) << IndexSchema.bits)]
        for (table, rows) in [
            ("papers", 1), ("passages", try session.integer("SELECT count(*) FROM passages WHERE id >= ? AND id < ?", range) ?? 0),
            ("bytes", try session.integer("SELECT sum(length(CAST(text AS BLOB))) FROM passages WHERE id >= ? AND id < ?", range) ?? 0),
            ("figures", try session.integer("SELECT count(*) FROM figures WHERE id >= ? AND id < ?", range) ?? 0),
        ] {
            try session.run(
                "UPDATE facts SET value = CAST(value AS INTEGER) + ? WHERE name = ?", [.integer(sign * rows), .text(table)])
        }
        try tally(paper, by: sign)
    }

    /// Counts the figures of a paper by what people look for first, in, or out.
    private func tally(_ paper: Int, by sign: Int) throws {
        try session.run(
            """
            INSERT INTO tallies SELECT kind, coalesce(sense, ''), coalesce(doubts, ''), ? * count(*) FROM figures
            WHERE id >= ? AND id < ? GROUP BY 1, 2, 3 ON CONFLICT DO UPDATE SET count = count + excluded.count
            """, [.integer(sign), .integer(paper << IndexSchema.bits), .integer((paper + 1) << IndexSchema.bits)])
    }

    /// Takes a paper out.
    func remove(paper: Int) throws {
        try count(paper, by: -1)
        let range: [SQLValue] = [.integer(paper << IndexSchema.bits), .integer((paper + 1) << IndexSchema.bits)]
        // FTS5 forgets a passage only when it is told what it held.
        try session.run(
            """
            INSERT INTO passages_fts (passages_fts, rowid, text, headings, title)
            SELECT 'delete', id, text, headings, title FROM passages WHERE id >= ? AND id < ?
            """, range)
        for table in ["passages", "segments", "tables", "figures"] {
            try session.run("DELETE FROM \(table) WHERE id >= ? AND id < ?", range)
        }
        try session.run("DELETE FROM decisions WHERE segment >= ? AND segment < ?", range)
        try session.run(#"DELETE FROM cells WHERE "table" >= ? AND "table" < ?"#, range)
        try session.run("DELETE FROM abbreviations WHERE paper = ?", [.integer(paper)])
        try session.run("DELETE FROM papers WHERE id = ?", [.integer(paper)])
    }

    /// Where the passages of a page lie.
    private struct PlacedPassage {
        var id: Int
        var start: Int
        var end: Int
    }

    private func addPassages(_ content: PaperContent, paper: Int) throws -> [Int: [PlacedPassage]] {
        var placed: [Int: [PlacedPassage]] = [:]
        var number = 0
        // The names of files say what committee systems call the papers.
        let title = [content.facts.title, PaperWriter.fileName(content.facts.path), content.facts.committee].compactMap { $0 }
            .joined(separator: "\n")
        let headings = CarriedHeadings(content)
        var explained: Set<Abbreviation> = []
        for page in content.pages {
            for passage in PassageCut.passages(of: page.text) {
                guard let id = IndexSchema.id(paper, number) else { break }
                number += 1
                placed[page.page, default: []].append(PlacedPassage(id: id, start: passage.start, end: passage.start + passage.count))
                let values: [SQLValue] = [
                    .integer(id), .text(passage.text), .text(headings.text(page: page.page, start: passage.start)), .text(title),
                ]
                try session.run(
                    "INSERT INTO passages (id, text, headings, title, paper, page, start) VALUES (?,?,?,?,?,?,?)",
                    values + [.integer(paper), .integer(page.page), .integer(passage.start)])
                try session.run("INSERT INTO passages_fts (rowid, text, headings, title) VALUES (?,?,?,?)", values)
                explained.formUnion(Abbreviation.explained(in: passage.text))
            }
        }
        for abbreviation in explained.sorted(by: { ($0.short, $0.long) < ($1.short, $1.long) }) {
            try session.run(
                "INSERT OR IGNORE INTO abbreviations VALUES (?,?,?,?)",
                [.integer(paper), .text(abbreviation.short), .text(abbreviation.long), .text(abbreviation.stems)])
        }
        return placed
    }

    private static func fileName(_ path: String) -> String {
        let name = path.split(separator: "/").last.map { String($0) } ?? path
        return name.split { $0 == "_" || $0 == "-" || $0 == "." }.joined(separator: " ")
    }

    /// The ids of the segments by their numbers.
    private func addSegments(_ content: PaperContent, paper: Int) throws -> Set<Int> {
        let titles = SegmentTitles(content.segments)
        var known: Set<Int> = []
        for segment in content.segments {
            guard let id = IndexSchema.id(paper, segment.number), known.insert(segment.number).inserted else { continue }
            let spans = segment.spans.map { "\($0.page):\($0.start)-\($0.end)" }.joined(separator: ",")
            try session.run(
                "INSERT INTO segments VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                [
                    .integer(id), .integer(paper), SQLValue(segment.parent.flatMap { IndexSchema.id(paper, $0) }), .text(segment.kind),
                    SQLValue(segment.printedNumber), SQLValue(segment.title), .text(titles.chain(segment.number)), .integer(segment.level),
                    SQLValue(segment.asker), SQLValue(segment.addressee), SQLValue(segment.respondent),
                    SQLValue(segment.answers.flatMap { IndexSchema.id(paper, $0) }), SQLValue(segment.spans.first?.page),
                    SQLValue(segment.spans.last?.page), .text(spans),
                ])
            guard segment.kind == Segment.Kind.resolution.rawValue else { continue }
            try session.run(
                "INSERT INTO decisions VALUES (?,?,?,?,?,?,?,?,?)",
                [
                    .integer(id), .integer(paper), SQLValue(segment.outcome), SQLValue(segment.votes["for"]),
                    SQLValue(segment.votes["against"]), SQLValue(segment.votes["abstain"]), SQLValue(segment.moved),
                    SQLValue(segment.seconded), SQLValue(segment.sameAs.flatMap { IndexSchema.id(paper, $0) }),
                ])
        }
        return known
    }

    private struct ReadCell: Hashable {
        var table: Int
        var row: Int
        var column: Int
    }

    private func addTables(_ content: PaperContent, paper: Int, segments: Set<Int>) throws {
        // The figures of each cell, so that the numbers without one are known.
        var read: Set<ReadCell> = []
        for figure in content.figures {
            if let table = figure.table, let row = figure.row, let column = figure.column {
                read.insert(ReadCell(table: table, row: row, column: column))
            }
        }
        let insertion = try session.prepared("INSERT OR IGNORE INTO cells VALUES (?,?,?,?,?,?,?,?,?,?)")
        for table in content.tables {
            guard let id = IndexSchema.id(paper, table.number) else { continue }
            let segment = table.segment.flatMap { segments.contains($0) ? IndexSchema.id(paper, $0) : nil }
            try session.run(
                "INSERT OR IGNORE INTO tables VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                [
                    .integer(id), .integer(paper), SQLValue(segment), SQLValue(table.caption), SQLValue(table.method), SQLValue(table.page),
                    .integer(table.rows), .integer(table.columns), .integer(table.headerRows), .integer(table.headerColumns),
                    .integer(table.unreadNumbers),
                ])
            for cell in table.cells {
                let isBody = !cell.isHeader && !read.contains(ReadCell(table: table.number, row: cell.row, column: cell.column))
                try insertion.run(
                    [
                        .integer(id), .integer(cell.row), .integer(cell.column), cell.rowSpan == 1 ? nil : .integer(cell.rowSpan),
                        cell.columnSpan == 1 ? nil : .integer(cell.columnSpan), cell.isHeader ? 1 : nil, .text(cell.text),
                        .integer(cell.span.page), .integer(cell.span.start),
                        SQLValue(isBody ? CellNumber(cell.text)?.amount.magnitude.approximation : nil),
                    ])
            }
        }
    }

    private func addFigures(
        _ content: PaperContent, paper: Int, passages: [Int: [PlacedPassage]], segments: Set<Int>
    ) throws {
        let insertion = try session.prepared("INSERT OR IGNORE INTO figures VALUES (\(PaperWriter.marks))")
        for figure in content.figures {
            guard let id = IndexSchema.id(paper, figure.number), let range = figure.range else { continue }
            let place = figure.spans.first
            let passage = place.flatMap { place in passages[place.page]?.last { $0.start <= place.start } }
            let sentence = figure.sentence.filter { $0.page == place?.page }
            let (low, high) = (range.low.approximation, range.high.approximation)
            let words = figure.words
            try insertion.run(
                [
                    .integer(id), .integer(paper), SQLValue(passage?.id),
                    SQLValue(figure.segment.flatMap { segments.contains($0) ? IndexSchema.id(paper, $0) : nil }),
                    SQLValue(figure.table.flatMap { IndexSchema.id(paper, $0) }), SQLValue(figure.row), SQLValue(figure.column),
                    SQLValue(place?.page), SQLValue(place?.start), SQLValue(place?.end), SQLValue(sentence.first?.start),
                    SQLValue(sentence.last?.end), .text(figure.kind), .text(figure.text), SQLValue(figure.value), SQLValue(figure.low),
                    SQLValue(figure.high), .text(figure.unit), SQLValue(figure.intervalMin), SQLValue(figure.intervalMax), .real(low),
                    .real(high), .integer(IntervalBand.of(low: low, high: high)), figure.isApproximate ? 1 : nil, SQLValue(words["bound"]),
                    SQLValue(words["per"]), SQLValue(figure.period?.start), SQLValue(figure.period?.end), SQLValue(figure.period?.text),
                    SQLValue(words["sense"]), PaperWriter.list(figure.basis), SQLValue(words["comparison"]), SQLValue(words["subject"]),
                    SQLValue(words["subjectFrom"]), SQLValue(words["payee"]), SQLValue(words["payer"]),
                    PaperWriter.list(figure.rowLabels, by: " | "), PaperWriter.list(figure.columnLabels, by: " | "),
                    PaperWriter.list(figure.doubts), SQLValue(words["hidden"]), figure.isStruck ? 1 : nil, SQLValue(words["unitFrom"]),
                    SQLValue(words["scaleFrom"]), SQLValue(words["rule"]), PaperWriter.list(figure.cues),
                    figure.boxes.isEmpty ? nil : .text(figure.boxes),
                ])
        }
    }

    /// Number of columns of `figures`.
    private static let marks = Array(repeating: "?", count: 46).joined(separator: ",")

    private static func list(_ values: [String], by separator: String = " ") -> SQLValue {
        values.isEmpty ? nil : .text(values.joined(separator: separator))
    }
}

extension PaperContent.FigureFacts {
    /// What its digits can mean; nil where the record states no number.
    fileprivate var range: AmountRange? {
        let interval: ClosedInterval? =
            if let min = intervalMin.flatMap({ Amount(digits: $0) }), let max = intervalMax.flatMap({ Amount(digits: $0) }) {
                ClosedInterval(min: min, max: max)
            } else { nil }
        if let amount = value.flatMap({ Amount(digits: $0) }) { return AmountRange(.single(amount), interval: interval) }
        guard let low = low.flatMap({ Amount(digits: $0) }), let high = high.flatMap({ Amount(digits: $0) }) else { return nil }
        return AmountRange(.range(low: low, high: high), interval: interval)
    }
}
