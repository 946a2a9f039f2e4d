/// How many of a claim's words stand near a place, and how near.
struct WordsNearby: Sendable {
    private let subject: Subject
    private let finder: StemFinder
    /// Terms that name bodies of the folder.
    private let bodies: Set<Int>

    init(_ subject: Subject, bodies: [String]) {
        self.subject = subject
        self.bodies = subject.names(of: bodies)
        finder = StemFinder(subject)
    }

    /// What a claim's words find near a place.
    struct Match {
        /// Share of the weight of all words, each by how near it stands.
        var share: Double
        /// Words that stand near it, in the order of the claim.
        var deciding: [String]
        /// Whether it has more of the claim than the name of the body whose paper it is.
        var hasSubject: Bool
        /// Whether it stands in a paper of another body than those that the claim names, and without their names.
        var isElsewhere: Bool
    }

    /// How much a word counts by where it stands: what is farther away says less of this amount.
    private enum Nearness {
        static let clause = 1.0
        static let sentence = 0.9
        static let heading = 0.8
        static let around = 0.7
        static let title = 0.6
    }

    /// Which terms stand in texts that come again: headings and titles are those of many places.
    struct Cache {
        fileprivate var known: [String: [Bool]] = [:]
    }

    private func marks(in text: String, _ cache: inout Cache) -> [Bool] {
        if let marks = cache.known[text] { return marks }
        let marks = finder.marks(in: text)
        cache.known[text] = marks
        return marks
    }

    func match(_ place: Place, _ cache: inout Cache) -> Match {
        var match = Match(share: 0, deciding: [], hasSubject: false, isElsewhere: !bodies.isEmpty && place.paper.organisation != nil)
        guard !subject.terms.isEmpty, subject.weight > 0 else { return match }
        let context = place.context
        // The name of the body whose paper it is.
        let body = marks(in: [place.paper.organisation, place.paper.committee].compactMap { $0 }.joined(separator: "\n"), &cache)
        let parts: [([Bool], Double)] = [
            (finder.marks(in: place.clause + "\n" + context.labels), Nearness.clause),
            (finder.marks(in: place.nearby), Nearness.sentence), (marks(in: context.headings, &cache), Nearness.heading),
            (finder.marks(in: context.around), Nearness.around), (marks(in: context.titles, &cache), Nearness.title),
        ]
        var (found, whole) = (0.0, 0.0)
        for (index, term) in subject.terms.enumerated() {
            let weight = term.weight * (body[index] ? Support.bodyShare : 1)
            let factor = parts.reduce(0) { $1.0[index] ? max($0, $1.1) : $0 }
            found += weight * factor
            whole += weight
            guard factor > 0 else { continue }
            if term.weight > 0 { match.deciding.append(term.word) }
            match.hasSubject = match.hasSubject || !body[index]
            if bodies.contains(index) { match.isElsewhere = false }
        }
        match.share = whole > 0 ? found / whole : 0
        return match
    }
}
