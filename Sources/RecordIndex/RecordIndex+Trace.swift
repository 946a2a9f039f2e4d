internal import PaperModel
public import Tracing

extension RecordIndex {
    /// Candidates by number that are judged; with more, those on pages that hold the claim's words go first.
    private static let mostByNumber = 300
    /// Candidates by words.
    private static let mostByWords = 500
    /// Pages whose figures are candidates by words.
    private static let pagesByWords = 60
    /// Numbers without a unit that are judged.
    private static let mostCells = 60

    /// The short forms that the papers explain, of those whose letters or words stand in a text.
    public func abbreviations(in text: String) throws(IndexProblem) -> [Abbreviation] {
        let words = Word.all(in: text).prefix(200)
        return try file.read { session in
            var found: [Abbreviation] = []
            for short in Set(words.filter { $0.isCapital && (2...8).contains($0.letters.utf8.count) }.map { $0.letters.uppercased() })
                .sorted()
            {
                // What most papers mean by it.
                found += try session.rows(
                    "SELECT min(long) FROM abbreviations WHERE short = ? GROUP BY stems ORDER BY count(*) DESC, stems LIMIT 2",
                    [.text(short)]
                ) { row in row.text(0).map { Abbreviation(short: short, long: $0) } }
            }
            let stems = words.map(\.stem)
            for start in stems.indices {
                for end in (start + 2)..<max(start + 3, min(stems.count, start + 8) + 1) where end <= stems.count {
                    found += try session.rows(
                        "SELECT short, min(long) FROM abbreviations WHERE stems = ? GROUP BY short ORDER BY count(*) DESC, short LIMIT 2",
                        [.text(stems[start..<end].joined(separator: " "))]
                    ) { row in
                        guard let short = row.text(0), let long = row.text(1) else { return nil }
                        return Abbreviation(short: short, long: long)
                    }
                }
            }
            return found
        }
    }

    /// Where a claim is stated, and what else is said of its subject.
    public func trace(_ claim: Claim) throws(IndexProblem) -> Trace {
        try file.read { session in
            let retrieval = Retrieval(session: session)
            var reader = PlaceReader(session)
            let (subject, counts) = try retrieval.weighted(claim.subject)
            let passages = try retrieval.passages(of: subject, counts: counts)
            let tracer = Tracer(
                claim, subject: subject, figures: try retrieval.count(of: "figures"),
                bodies: subject.terms.contains(where: \.isCapital) ? try retrieval.bodies() : [])
            let numbers = try byNumber(claim, near: passages, retrieval)
            var judging = Judging(tracer, unread: numbers.leftOut)
            // A figure that is found in several ways is read once.
            var seen: Set<Int> = []
            func unseen(_ ids: [Int]) -> [Int] { ids.filter { seen.insert($0).inserted } }
            judging.add(try reader.places(unseen(numbers.ids)))
            judging.add(try reader.places(unseen(try byWords(claim, passages, retrieval))))
            judging.add(try cells(claim, near: passages, retrieval, &reader))
            // The papers' own words for the thing find it with other amounts.
            let spoken = try passagesAlike(judging.stating(), retrieval)
            judging.add(try reader.places(unseen(try byWords(claim, spoken, retrieval))))
            // An amount that stands in the claim's stead is said elsewhere in other words.
            judging.add(try reader.places(unseen(try byLeads(judging.leads(), near: passages, retrieval))))
            var trace = judging.trace()
            trace.isCut = numbers.isCut
            return trace
        }
    }

    private func byNumber(
        _ claim: Claim, near passages: [Int], _ retrieval: Retrieval
    ) throws -> (ids: [Int], leftOut: Int, isCut: Bool) {
        var found: Set<Retrieval.Found> = []
        for stated in claim.amounts {
            let (low, high) = (stated.range.low.approximation, stated.range.high.approximation)
            // Half a per cent on both sides: what is near is told too.
            found.formUnion(try retrieval.figures(from: low * 0.995, to: high * 1.005, unit: stated.unit))
        }
        guard found.count > RecordIndex.mostByNumber else { return (found.map(\.id).sorted(), 0, false) }
        let ranks = Dictionary(passages.enumerated().map { ($1, $0) }) { first, _ in first }
        let ranked = found.sorted { left, right in
            let ranks = (left.passage.flatMap { ranks[$0] } ?? .max, right.passage.flatMap { ranks[$0] } ?? .max)
            return (ranks.0, left.id) < (ranks.1, right.id)
        }
        return (ranked.prefix(RecordIndex.mostByNumber).map(\.id), found.count - RecordIndex.mostByNumber, true)
    }

    /// Places of one amount of a series that are judged.
    private static let mostByLead = 60

    private func byLeads(_ leads: [Lead], near passages: [Int], _ retrieval: Retrieval) throws -> [Int] {
        let ranks = Dictionary(passages.enumerated().map { ($1, $0) }) { first, _ in first }
        return try leads.flatMap { lead in
            let found = try retrieval.figures(
                from: lead.range.low.approximation, to: lead.range.high.approximation, unit: lead.unit)
            return found.sorted { left, right in
                let ranks = (left.passage.flatMap { ranks[$0] } ?? .max, right.passage.flatMap { ranks[$0] } ?? .max)
                return (ranks.0, left.id) < (ranks.1, right.id)
            }.prefix(RecordIndex.mostByLead).map(\.id)
        }
    }

    private func byWords(_ claim: Claim, _ passages: [Int], _ retrieval: Retrieval) throws -> [Int] {
        let kinds = claim.amounts.compactMap(\.kind)
        return try retrieval.figures(
            inPassages: Array(passages.prefix(RecordIndex.pagesByWords)), kinds: kinds.count < claim.amounts.count ? nil : Set(kinds),
            limit: RecordIndex.mostByWords
        ).map(\.id)
    }

    private func cells(
        _ claim: Claim, near passages: [Int], _ retrieval: Retrieval, _ reader: inout PlaceReader
    ) throws -> [Place] {
        let pages = try retrieval.pages(of: passages)
        return try claim.amounts.filter { $0.kind == nil || $0.kind == .money }.flatMap {
            try reader.cells($0.range, pages: pages, limit: RecordIndex.mostCells)
        }
    }

    /// Pages that speak as a place does that states the claim, whose figures are candidates.
    private static let pagesByModel = 20
    /// Places whose words are taken to look further.
    private static let modelPlaces = 3
    /// Words of each: a row of a table may hold a page of notes.
    private static let modelWords = 24

    /// The pages that speak of the thing as the places do that state the claim.
    private func passagesAlike(_ mentions: [Mention], _ retrieval: Retrieval) throws -> [Int] {
        var found: [Int] = []
        var read: Set<String> = []
        for mention in mentions where read.count < RecordIndex.modelPlaces && read.insert(mention.place.sentence).inserted {
            let subject = Subject(mention.place.company + "\n" + mention.place.context.labels).shortened(to: RecordIndex.modelWords)
            found += try retrieval.passagesAlike(subject, limit: RecordIndex.pagesByModel)
        }
        return found
    }

    /// A figure or a cell by its id; nil where there is none.
    public func place(_ id: String) throws(IndexProblem) -> Place? {
        try file.read { session in
            guard let figure = try RecordIndex.number(of: id, mark: "f", session) else { return nil }
            var reader = PlaceReader(session)
            return try reader.places([figure]).first
        }
    }

    /// The row of a record: its paper's number and its own.
    static func number(of id: String, mark: Character, _ session: Session) throws -> Int? {
        let parts = id.split(separator: "#", maxSplits: 1)
        guard parts.count == 2, parts[1].first == mark, let number = Int(parts[1].dropFirst()),
            let paper = try session.integer("SELECT id FROM papers WHERE document = ?", [.text(String(parts[0]))])
        else { return nil }
        return IndexSchema.id(paper, number)
    }
}
