internal import Foundation
public import Tracing

/// A place that a search found.
public struct SearchHit: Sendable {
    /// What it is.
    public var kind: SearchQuery.Kind
    /// Its id.
    public var id: String
    /// Its paper.
    public var paper: TracedPaper
    /// Page, 1-based.
    public var page: Int
    /// How well it fits, 0 to 1.
    public var score: Double
    /// The words around what was found, on one line.
    public var text: String
    /// Where the words that were looked for stand in `text`, bytes of its UTF-8.
    public var marks: [Range<Int>]
}

extension RecordIndex {
    /// Places that hold what is looked for, best first; ties by paper and page.
    public func search(_ query: SearchQuery) throws(IndexProblem) -> [SearchHit] {
        try file.read { session in
            var search = try Search(query, session)
            return try search.hits(query.kind, limit: query.limit, among: search.ranked())
        }
    }

    /// The same for hits of several kinds, so many of each at most: the papers are looked through once.
    public func search(_ query: SearchQuery, for kinds: [(kind: SearchQuery.Kind, limit: Int)]) throws(IndexProblem) -> [[SearchHit]] {
        try file.read { session in
            var search = try Search(query, session)
            let ranked = try search.ranked()
            return try kinds.map { try search.hits($0.kind, limit: $0.limit, among: ranked) }
        }
    }
}

/// One search on its way.
private struct Search {
    let query: SearchQuery
    let session: Session
    let retrieval: Retrieval
    var reader: PlaceReader
    let scorer: PassageScorer

    init(_ query: SearchQuery, _ session: Session) throws {
        self.query = query
        self.session = session
        let retrieval = Retrieval(session: session)
        self.retrieval = retrieval
        reader = PlaceReader(session)
        let total = try retrieval.passages()
        let pairs = query.pairs
        counts = try query.groups.map { try retrieval.count($0.phrases[0].match, most: Retrieval.mostCountedForSearch) }
        let pairCounts = try pairs.map { try retrieval.count($0.phrases[0].match, most: Retrieval.mostCountedForSearch) }
        let weights = counts.map { Search.weight(passages: $0, total: total) }
        // A pair that the papers don't know is no name.
        let pairWeights = pairCounts.map { $0 == 0 ? 0 : Search.weight(passages: $0, total: total) }
        scorer = PassageScorer(
            query.groups + pairs, plain: query.groups.count, weights: weights + pairWeights, usualBytes: try retrieval.usualBytes())
    }

    /// In how many passages each group stands.
    private let counts: [Int]

    /// What a word says that stands in so many passages: the inverse document frequency of BM25, never below zero.
    private static func weight(passages: Int, total: Int) -> Double {
        let (passages, total) = (Double(passages), Double(max(passages, total)))
        return log((total - passages + 0.5) / (passages + 0.5) + 1)
    }

    /// Share of the score that an amount of the query counts where a passage states it, and where it states it otherwise rounded.
    private static let amountShare = (same: 1.0 / 3, rounded: 0.27)
    /// Passages whose amounts are looked at.
    private static let mostWithAmounts = 60

    mutating func hits(_ kind: SearchQuery.Kind, limit: Int, among passages: [Ranked]) throws -> [SearchHit] {
        switch kind {
        case .page: try pages(passages, limit)
        case .figure: try figures(passages, limit)
        case .segment: try segments(passages, limit)
        case .table: try tables(passages, limit)
        }
    }

    struct Ranked {
        var id: Int
        var match: PassageScorer.Match
        /// Headings and titles of the passage.
        var headings: String
    }

    /// The passages that fit, best first.
    mutating func ranked() throws -> [Ranked] {
        let conditions = query.filter.paperConditions
        let amounts = try amountPassages()
        let allowed = try conditions.sql.isEmpty ? nil : papers(conditions)
        let ids = try Set(
            retrieval.passages(
                holding: query.groups.map { "(" + $0.phrases.map(\.match).joined(separator: " OR ") + ")" }, counts, conditions)
                + amounts.keys.sorted().filter { allowed?.contains($0 >> IndexSchema.bits) ?? true }.prefix(Retrieval.bestPassages))
        let rows = try session.rows(
            "SELECT id, text, headings, title FROM passages WHERE id IN (SELECT value FROM json_each(?))",
            [.text("[" + ids.sorted().map { String($0) }.joined(separator: ",") + "]")]
        ) { row -> Ranked? in
            guard let id = row.integer(0), let text = row.text(1) else { return nil }
            let (headings, title) = (row.text(2) ?? "", row.text(3) ?? "")
            var match = scorer.match(text: text, headings: headings, title: title)
            if !query.amounts.isEmpty {
                match.score *= 1 - Search.amountShare.same
                if let closeness = amounts[id] {
                    match.score += closeness == .same || closeness == .signDiffers ? Search.amountShare.same : Search.amountShare.rounded
                }
            }
            return Ranked(id: id, match: match, headings: headings + "\n" + title)
        }
        let first = try sorted(rows)
        var best = Array(first.prefix(Search.mostWithAmounts))
        let figures = try figures(in: best.map(\.id))
        for index in best.indices {
            let id = best[index].id
            best[index].match.score += scorer.amounts(figures[id] ?? [], around: best[index].match, headings: best[index].headings)
        }
        return try sorted(best + first.dropFirst(Search.mostWithAmounts))
    }

    /// The amounts of passages.
    private mutating func figures(in ids: [Int]) throws -> [Int: [PassageScorer.Amount]] {
        try reader.load(passages: ids)
        let rows = try session.rows(
            """
            SELECT passage, start, sense, subject, row_labels, column_labels FROM figures
            WHERE passage IN (SELECT value FROM json_each(?))
            """, [.text("[" + ids.map { String($0) }.joined(separator: ",") + "]")]
        ) { row -> (passage: Int, amount: PassageScorer.Amount)? in
            guard let passage = row.integer(0), let start = row.integer(1) else { return nil }
            let labels = [row.text(3), row.text(4), row.text(5)].compactMap { $0 }.joined(separator: "\n")
            return (passage, PassageScorer.Amount(start: start, labels: labels, sense: row.text(2)))
        }
        var figures: [Int: [PassageScorer.Amount]] = [:]
        for (passage, amount) in rows {
            guard let text = try reader.passage(passage) else { continue }
            var amount = amount
            amount.start = text.byte(amount.start)
            figures[passage, default: []].append(amount)
        }
        return figures
    }

    private mutating func sorted(_ rows: [Ranked]) throws -> [Ranked] {
        var keys: [Int: String] = [:]
        for row in rows {
            let paper = row.id >> IndexSchema.bits
            if keys[paper] == nil { keys[paper] = try reader.paper(paper)?.document ?? "" }
        }
        return rows.sorted { left, right in
            if left.match.score != right.match.score { return left.match.score > right.match.score }
            return (keys[left.id >> IndexSchema.bits] ?? "", left.id) < (keys[right.id >> IndexSchema.bits] ?? "", right.id)
        }
    }

    private func papers(_ conditions: (sql: [String], values: [SQLValue])) throws -> Set<Int> {
        Set(
            try session.rows("SELECT id FROM papers WHERE " + conditions.sql.joined(separator: " AND "), conditions.values) {
                $0.integer(0)
            })
    }

    /// The passages that state an amount of the query in any form, with the closest.
    private mutating func amountPassages() throws -> [Int: Closeness] {
        var found: [Int: Closeness] = [:]
        for stated in query.amounts {
            let ids = try retrieval.figures(
                from: stated.range.low.approximation, to: stated.range.high.approximation, unit: stated.unit)
            let places = Dictionary(ids.prefix(2_000).map { ($0.id, $0.passage) }) { first, _ in first }
            for (id, range) in try ranges(Array(places.keys)) {
                guard let closeness = Closeness.of(range, to: stated.range), closeness.isMatch, let passage = places[id] ?? nil else {
                    continue
                }
                found[passage] = min(found[passage] ?? closeness, closeness)
            }
        }
        return found
    }

    private func ranges(_ ids: [Int]) throws -> [(Int, AmountRange)] {
        try session.rows(
            """
            SELECT id, value, low, high, interval_min, interval_max FROM figures
            WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id
            """, [.text("[" + ids.map { String($0) }.joined(separator: ",") + "]")]
        ) { row in
            guard let id = row.integer(0), let (value, interval) = StatedValue.read(row, at: 1) else { return nil }
            return (id, AmountRange(value, interval: interval))
        }
    }

    // MARK: Kinds of hits

    private mutating func pages(_ ranked: [Ranked], _ limit: Int) throws -> [SearchHit] {
        var hits: [SearchHit] = []
        var seen: Set<[Int]> = []
        for row in ranked where hits.count < limit {
            guard let passage = try reader.passage(row.id), let paper = try reader.paper(passage.paper),
                seen.insert([passage.paper, passage.page]).inserted
            else { continue }
            let line = row.match.line(of: passage.text(0, .max))
            hits.append(
                SearchHit(
                    kind: .page, id: "\(paper.document)#p\(passage.page)", paper: paper, page: passage.page, score: min(1, row.match.score),
                    text: line.text, marks: line.marks))
        }
        return hits
    }

    /// Pages whose figures, segments and tables are looked at.
    private static let pagesWithin = 120

    private mutating func figures(_ ranked: [Ranked], _ limit: Int) throws -> [SearchHit] {
        let conditions = query.filter.conditions
        var ids: [Int] = []
        if query.groups.isEmpty {
            ids = try figureRows(conditions, "")
        } else {
            // Of the last of them those that fit less are cut off: twice as many as are wanted.
            for row in ranked.prefix(Search.pagesWithin) where ids.count < 2 * limit {
                ids += try figureRows(
                    ((["figures.passage = ?"] + conditions.sql), [.integer(row.id)] + conditions.values), " LIMIT 400")
            }
        }
        let stated = query.amounts
        var found: [(hit: SearchHit, near: Double)] = []
        for place in try reader.places(ids) {
            if !stated.isEmpty, !stated.contains(where: { Closeness.of(place.range, to: $0.range)?.isMatch == true }) { continue }
            let context = place.context
            let match = scorer.match(text: place.sentence + "\n" + context.labels, headings: context.headings, title: context.titles)
            let around = scorer.match(text: context.around, headings: "", title: "")
            let score = max(match.score, 0.8 * around.score)
            guard score > 0 || query.groups.isEmpty else { continue }
            var hit = SearchHit(
                kind: .figure, id: place.id, paper: place.paper, page: place.page, score: min(1, score), text: "", marks: [])
            (hit.text, hit.marks) = Line.around(place.sentence, place.hit ?? 0..<0)
            found.append((hit, match.score))
        }
        return found.sorted { left, right in
            if left.hit.score != right.hit.score { return left.hit.score > right.hit.score }
            return (left.hit.paper.document, left.hit.page, left.hit.id) < (right.hit.paper.document, right.hit.page, right.hit.id)
        }.prefix(limit).map(\.hit)
    }

    private func figureRows(_ conditions: (sql: [String], values: [SQLValue]), _ limit: String) throws -> [Int] {
        let condition = conditions.sql.isEmpty ? "" : " WHERE " + conditions.sql.joined(separator: " AND ")
        // A table that nothing is asked of would be looked into for each figure.
        func join(_ table: String, _ clause: String) -> String { condition.contains(table + ".") ? clause : "" }
        let joins =
            join("papers", " JOIN papers ON papers.id = figures.paper")
            + join("segments", " LEFT JOIN segments ON segments.id = figures.segment")
        // "+": not along the wide rows of the figures, when an index that holds all that is asked for is a tenth as long.
        return try session.rows(
            "SELECT figures.id FROM figures\(joins)\(condition) ORDER BY +figures.id\(limit.isEmpty ? " LIMIT 2000" : limit)",
            conditions.values
        ) { $0.integer(0) }
    }

    private mutating func segments(_ ranked: [Ranked], _ limit: Int) throws -> [SearchHit] {
        var hits: [SearchHit] = []
        var seen: Set<Int> = []
        for row in ranked.prefix(Search.pagesWithin) {
            guard let passage = try reader.passage(row.id), let paper = try reader.paper(passage.paper) else { continue }
            let segments = try session.rows(
                """
                SELECT id, spans, titles, kind, page FROM segments
                WHERE id >= ? AND id < ? AND page <= ? AND end_page >= ? ORDER BY id
                """,
                [
                    .integer(passage.paper << IndexSchema.bits), .integer((passage.paper + 1) << IndexSchema.bits), .integer(passage.page),
                    .integer(passage.page),
                ]
            ) { row in row.integer(0).map { ($0, row.text(1) ?? "", row.text(2) ?? "", row.text(3) ?? "", row.integer(4) ?? 1) } }
            for (id, spans, titles, kind, page) in segments where seen.insert(id).inserted {
                if let wanted = query.filter.segmentKind, wanted != kind { continue }
                let text = try SegmentText.read(spans, paper: passage.paper, session)
                let match = scorer.match(text: text, headings: titles, title: PlaceReader.titles(paper))
                guard match.score > 0 else { continue }
                let line = match.line(of: text)
                // Of segments within one another the shorter says it more closely.
                let score = match.score * (1 - min(0.2, Double(text.utf8.count) / 100_000))
                hits.append(
                    SearchHit(
                        kind: .segment, id: "\(paper.document)#s\(id & (1 << IndexSchema.bits - 1))", paper: paper, page: page,
                        score: min(1, score), text: line.text, marks: line.marks))
            }
        }
        return best(hits, limit)
    }

    private mutating func tables(_ ranked: [Ranked], _ limit: Int) throws -> [SearchHit] {
        var hits: [SearchHit] = []
        var seen: Set<Int> = []
        for row in ranked.prefix(Search.pagesWithin) {
            guard let passage = try reader.passage(row.id), let paper = try reader.paper(passage.paper) else { continue }
            let tables = try session.rows(
                """
                SELECT tables.id, caption, tables.page, segments.titles FROM tables LEFT JOIN segments ON segments.id = tables.segment
                WHERE tables.id >= ? AND tables.id < ?
                AND (tables.page = ? OR EXISTS (SELECT 1 FROM cells WHERE "table" = tables.id AND cells.page = ?)) ORDER BY tables.id
                """,
                [
                    .integer(passage.paper << IndexSchema.bits), .integer((passage.paper + 1) << IndexSchema.bits), .integer(passage.page),
                    .integer(passage.page),
                ]
            ) { row in row.integer(0).map { ($0, row.text(1), row.integer(2) ?? 1, row.text(3) ?? "") } }
            for (id, caption, page, titles) in tables where seen.insert(id).inserted {
                let cells = try session.rows(
                    #"SELECT text FROM cells WHERE "table" = ? ORDER BY row, "column" LIMIT 3000"#, [.integer(id)]
                ) { $0.text(0) }
                let text = ([caption].compactMap { $0 } + cells).joined(separator: "\t")
                let match = scorer.match(text: text, headings: titles, title: PlaceReader.titles(paper))
                guard match.score > 0 else { continue }
                let line = match.line(of: text)
                hits.append(
                    SearchHit(
                        kind: .table, id: "\(paper.document)#t\(id & (1 << IndexSchema.bits - 1))", paper: paper, page: page,
                        score: min(1, match.score), text: line.text, marks: line.marks))
            }
        }
        return best(hits, limit)
    }

    private func best(_ hits: [SearchHit], _ limit: Int) -> [SearchHit] {
        Array(
            hits.sorted { left, right in
                if left.score != right.score { return left.score > right.score }
                return (left.paper.document, left.page, left.id) < (right.paper.document, right.page, right.id)
            }.prefix(limit))
    }
}
