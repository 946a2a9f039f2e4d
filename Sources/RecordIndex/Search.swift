internal import Foundation
internal import Tracing

/// One search on its way: the passages that fit.
struct Search {
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
}
