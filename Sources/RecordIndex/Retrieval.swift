internal import PaperModel
internal import Tracing

/// Finds in an index what may have to do with a claim: by number, and by words.
struct Retrieval {
    let session: Session
    private let known = WordCounts()

    init(session: Session) { self.session = session }

    /// How many passages what was asked for is met in: the words of a claim are asked for again with those of the places that state it.
    private final class WordCounts { var counts: [String: (count: Int, most: Int)] = [:] }

    /// Passages of the whole index.
    func passages() throws -> Int { try count(of: "passages") }

    /// Rows of `papers`, `passages` or `figures`, or `bytes` of the passages' texts, kept with each change: to count a million takes longer than to trace a claim.
    func count(of table: String) throws -> Int {
        try session.text("SELECT value FROM facts WHERE name = ?", [.text(table)]).flatMap { Int($0) } ?? 0
    }

    /// The bodies whose papers these are.
    func bodies() throws -> [String] {
        try session.rows("SELECT DISTINCT organisation FROM papers WHERE organisation IS NOT NULL") { $0.text(0) }
    }

    // MARK: Words

    /// Most passages that are counted for a word: one that is met more often tells nothing more.
    private static let mostCounted = 2_000
    /// Most passages that the words of a query are met in together, the rarest first: an "or" of common words looks at half of all pages.
    private static let mostMet = 6_000
    /// The same for the words of a place that states a claim, which are looked for besides, and most that are counted for each of them.
    private static let mostMetByModel = 1_500
    private static let mostCountedByModel = 400
    /// Passages that are looked at, the best by BM25.
    static let bestPassages = 300

    /// A phrase for FTS5: in quotes, so that nothing in it is syntax. Words alone are left of it.
    static func quoted(_ phrase: String) -> String {
        "\"" + Word.all(in: phrase).map(\.letters).joined(separator: " ") + "\""
    }

    /// The subject with its words weighed by this index, and in how many passages each stands.
    func weighted(_ subject: Subject) throws -> (subject: Subject, counts: [Int]) {
        let total = try passages()
        var common: Set<String> = []
        let counts = try subject.terms.map { term in
            let own = try count(of: term, common)
            if own >= Retrieval.mostCounted { common.insert(term.word) }
            guard own == 0, term.phrases.count > 1 else { return own }
            return try count(term.phrases.dropFirst().map(Retrieval.quoted).joined(separator: " OR "))
        }
        let known = Dictionary(zip(subject.terms.map(\.word), counts)) { first, _ in first }
        return (subject.weighted(total: total) { known[$0.word] ?? 0 }, counts)
    }

    /// In how many passages a term stands. Of a pair of two common words, for which two long lists are gone through, a part of the folder
    /// tells: `common` are the words before it that no more are counted of.
    private func count(of term: Subject.Term, _ common: Set<String>) throws -> Int {
        let query = Retrieval.quoted(term.word)
        guard term.isPair, term.word.split(separator: " ").allSatisfy({ common.contains(String($0)) }) else { return try count(query) }
        let last = try session.integer("SELECT max(id) FROM papers") ?? 0
        return Retrieval.sampled * (try count(query, most: Retrieval.mostCounted / Retrieval.sampled, before: last / Retrieval.sampled))
    }

    /// The part of the papers, those that came first, in which pairs of common words are counted.
    private static let sampled = 8

    /// Most that are counted for a search, which has few words and goes by how common each is.
    static let mostCountedForSearch = 10_000

    /// Passages that match a query of FTS5, `most` at most.
    func count(_ query: String, most: Int = mostCounted) throws -> Int {
        if let known = known.counts[query], known.count < known.most || known.most >= most { return min(known.count, most) }
        let count = try session.integer(
            "SELECT count(*) FROM (SELECT 1 FROM passages_fts WHERE passages_fts MATCH ? LIMIT \(most))", [.text(query)])
        known.counts[query] = (count ?? 0, most)
        return count ?? 0
    }

    /// The same for papers up to a number.
    private func count(_ query: String, most: Int, before paper: Int) throws -> Int {
        try session.integer(
            "SELECT count(*) FROM (SELECT 1 FROM passages_fts WHERE passages_fts MATCH ? AND rowid < ? LIMIT \(most))",
            [.text(query), .integer((paper + 1) << IndexSchema.bits)]) ?? 0
    }

    /// The passages that hold the words of a subject, best first.
    func passages(of subject: Subject, counts: [Int]) throws -> [Int] {
        var met = 0
        var phrases: [String] = []
        for (term, count) in zip(subject.terms, counts).sorted(by: { ($0.1, $0.0.word) < ($1.1, $1.0.word) }) where count > 0 {
            // Of a word that is counted no further nobody knows how many passages it would look at.
            if met + count > Retrieval.mostMet || count >= Retrieval.mostCounted, phrases.count > 0 { break }
            met += count
            phrases += term.phrases.map(Retrieval.quoted)
        }
        return try passages(matching: phrases.joined(separator: " OR "), limit: Retrieval.bestPassages)
    }

    /// The passages that hold the rarer words of a place that states a claim, best first.
    func passagesAlike(_ subject: Subject, limit: Int) throws -> [Int] {
        var met = 0
        var phrases: [String] = []
        // Pairs of words are costly to count, and their words find the same pages.
        let counts = try subject.terms.filter { !$0.isPair }.map {
            ($0, try count(Retrieval.quoted($0.word), most: Retrieval.mostCountedByModel))
        }
        for (term, count) in counts.sorted(by: { ($0.1, $0.0.word) < ($1.1, $1.0.word) }) where count > 0 {
            if met + count > Retrieval.mostMetByModel || count >= Retrieval.mostCountedByModel, phrases.count > 0 { break }
            met += count
            // Other ways to say a word are left out: each is looked up in all of the folder for its weight.
            phrases.append(Retrieval.quoted(term.word))
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
