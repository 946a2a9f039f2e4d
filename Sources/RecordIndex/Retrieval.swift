internal import PaperModel
internal import Tracing

/// Finds in an index what may have to do with a claim: by number, and by words.
struct Retrieval {
    let session: Session
    private let known = WordCounts()

    init(session: Session) { self.session = session }

    /// How many passages what was asked for is met in: the words of a claim are asked for again with those of the places that state it.
    private final class WordCounts { var counts: [String: Int] = [:] }

    /// Passages of the whole index.
    func passages() throws -> Int { try count(of: "passages") }

    /// Rows of `papers`, `passages` or `figures`, or `bytes` of the passages' texts, kept with each change: to count a million takes longer than to trace a claim.
    func count(of table: String) throws -> Int {
        try session.text("SELECT value FROM facts WHERE name = ?", [.text(table)]).flatMap { Int($0) } ?? 0
    }

    // MARK: Words

    /// Most passages that are counted for a word: one that is met more often tells nothing more.
    private static let mostCounted = 2_000
    /// Most passages that the words of a query are met in together, the rarest first: an "or" of common words looks at half of all pages.
    private static let mostMet = 6_000
    /// The same for the words of a place that states a claim, which are looked for besides.
    static let mostMetByModel = 3_000
    /// Passages that are looked at, the best by BM25.
    static let bestPassages = 300

    /// A phrase for FTS5: in quotes, so that nothing in it is syntax. Words alone are left of it.
    static func quoted(_ phrase: String) -> String {
        "\"" + Word.all(in: phrase).map(\.letters).joined(separator: " ") + "\""
    }

    /// The subject with its words weighed by this index, and in how many passages each stands.
    func weighted(_ subject: Subject) throws -> (subject: Subject, counts: [Int]) {
        let total = try passages()
        let counts = try subject.terms.map { term in
            let own = try count(Retrieval.quoted(term.word))
            guard own == 0, term.phrases.count > 1 else { return own }
            return try count(term.phrases.dropFirst().map(Retrieval.quoted).joined(separator: " OR "))
        }
        let known = Dictionary(zip(subject.terms.map(\.word), counts)) { first, _ in first }
        return (subject.weighted(total: total) { known[$0.word] ?? 0 }, counts)
    }

    /// Most that are counted for a search, which has few words and goes by how common each is.
    static let mostCountedForSearch = 10_000

    /// Passages that match a query of FTS5, `most` at most.
    func count(_ query: String, most: Int = mostCounted) throws -> Int {
        if let count = known.counts[query] { return count }
        let count = try session.integer(
            "SELECT count(*) FROM (SELECT 1 FROM passages_fts WHERE passages_fts MATCH ? LIMIT \(most))", [.text(query)])
        known.counts[query] = count ?? 0
        return count ?? 0
    }

    /// The passages that hold the words of a subject, best first.
    func passages(of subject: Subject, counts: [Int], limit: Int = bestPassages, met most: Int = mostMet) throws -> [Int] {
        var met = 0
        var phrases: [String] = []
        for (term, count) in zip(subject.terms, counts).sorted(by: { ($0.1, $0.0.word) < ($1.1, $1.0.word) }) where count > 0 {
            // Of a word that is counted no further nobody knows how many passages it would look at.
            if met + count > most || count >= Retrieval.mostCounted, phrases.count > 0 { break }
            met += count
            phrases += term.phrases.map(Retrieval.quoted)
        }
        return try passages(matching: phrases.joined(separator: " OR "), limit: limit)
    }

    /// The passages that match a query of FTS5, best first; a title counts less than the text, since every page of a paper has it.
    func passages(
        matching query: String, limit: Int, _ papers: (sql: [String], values: [SQLValue]) = ([], [])
    ) throws -> [Int] {
        guard !query.isEmpty else { return [] }
        let condition =
            papers.sql.isEmpty
            ? "" : "AND rowid >> \(IndexSchema.bits) IN (SELECT id FROM papers WHERE \(papers.sql.joined(separator: " AND "))) "
        return try session.rows(
            """
            SELECT rowid FROM passages_fts WHERE passages_fts MATCH ? \(condition)\
            ORDER BY bm25(passages_fts, 1.0, 0.7, 0.4), rowid LIMIT \(limit)
            """, [.text(query)] + papers.values
        ) { $0.integer(0) }
    }

    /// The pages that passages are of: number of the paper and of the page.
    func pages(of passages: [Int]) throws -> Set<[Int]> {
        let list = "[" + passages.map { String($0) }.joined(separator: ",") + "]"
        return Set(
            try session.rows("SELECT paper, page FROM passages WHERE id IN (SELECT value FROM json_each(?))", [.text(list)]) { row in
                [row.integer(0) ?? 0, row.integer(1) ?? 0]
            })
    }

    /// The passages that hold what is looked for: where all of it stands together, and where the rarest of it does. `counts` says in how
    /// many passages each of it stands.
    func passages(
        holding groups: [String], _ counts: [Int], _ papers: (sql: [String], values: [SQLValue])
    ) throws -> [Int] {
        guard groups.count > 1 else { return try passages(matching: groups.first ?? "", limit: Retrieval.bestPassages, papers) }
        let together = try passages(matching: groups.joined(separator: " AND "), limit: Retrieval.bestPassages, papers)
        // Where so much has all of it, what has some of it doesn't matter.
        guard together.count < Retrieval.bestPassages else { return together }
        var met = 0
        var some: [String] = []
        for (group, count) in zip(groups, counts).sorted(by: { $0.1 < $1.1 }) where count > 0 {
            if met + count > Retrieval.mostMet, !some.isEmpty { break }
            met += count
            some.append(group)
        }
        return together + (try passages(matching: some.joined(separator: " OR "), limit: Retrieval.bestPassages, papers))
    }

    /// Mean bytes of the text of a passage.
    func usualBytes() throws -> Double {
        Double(try count(of: "bytes")) / Double(max(1, try passages()))
    }

    // MARK: Numbers

    /// Figures that a lookup may give: with more, the number tells nothing.
    private static let mostFigures = 20_000

    /// A figure with the passage that it stands in.
    struct Found: Hashable {
        var id: Int
        var passage: Int?
    }

    /// The figures whose interval meets the one from `low` to `high`, whatever their sign; nil: any unit.
    func figures(from low: Double, to high: Double, unit: String?) throws -> [Found] {
        let units = try unit.map { [$0] } ?? units()
        var found: [Found] = []
        // What binary numbers lose at the ends.
        let slack = high * 1e-12
        for unit in units {
            for band in try bands(of: unit) {
                found += try session.rows(
                    """
                    SELECT id, passage FROM figures
                    WHERE unit = ? AND band = ? AND low_end BETWEEN ? AND ? AND high_end >= ? AND low_end > 0 LIMIT \(Retrieval.mostFigures)
                    """,
                    [
                        .text(unit), .integer(band), .real(low - IntervalBand.width(band) - slack), .real(high + slack),
                        .real(low - slack),
                    ]
                ) { row in row.integer(0).map { Found(id: $0, passage: row.integer(1)) } }
            }
        }
        return found
    }

    /// The distinct units, each found by one step in the index.
    func units() throws -> [String] {
        var units: [String] = []
        while let next = try session.text("SELECT min(unit) FROM figures WHERE unit > ?", [.text(units.last ?? "")]) { units.append(next) }
        return units
    }

    private func bands(of unit: String) throws -> [Int] {
        var bands: [Int] = []
        while let next = try session.integer(
            "SELECT min(band) FROM figures WHERE unit = ? AND band > ?", [.text(unit), .integer(bands.last ?? IntervalBand.exact - 1)])
        {
            bands.append(next)
        }
        return bands
    }

    /// The figures of passages, of these kinds; nil: any.
    func figures(inPassages passages: [Int], kinds: Set<Figure.Kind>?, limit: Int) throws -> [Found] {
        let names = (kinds ?? Set(Figure.Kind.allCases)).map { "'\($0.rawValue)'" }.sorted().joined(separator: ",")
        var found: [Found] = []
        for passage in passages where found.count < limit {
            found += try session.rows(
                "SELECT id FROM figures WHERE passage = ? AND kind IN (\(names)) LIMIT \(limit)", [.integer(passage)]
            ) { row in row.integer(0).map { Found(id: $0, passage: passage) } }
        }
        return found
    }
}
