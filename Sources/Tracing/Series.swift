/// The same thing with other amounts: what the claim's own words find, what is said in the words of the places that state it, what stands
/// beside them in other years and versions, and where the amounts so found are said in other words.
struct Series {
    private let tracer: Tracer
    private let models: [SpokenWords]
    private let rows: TableRows

    init(_ tracer: Tracer, like stating: [Mention], _ cache: inout SpokenWords.Cache) {
        self.tracer = tracer
        var models: [SpokenWords] = []
        var seen: Set<Twins.Key> = []
        for mention in stating where models.count < Support.models && seen.insert(Twins.Key(mention.place)).inserted {
            models.append(SpokenWords(mention.place, &cache))
        }
        self.models = models
        rows = TableRows(stating)
    }

    /// All of it, best first.
    func mentions(among judged: [Tracer.Judged], _ cache: inout SpokenWords.Cache) -> [Mention] {
        let found = named(among: judged, &cache)
        let leads = leads(of: found)
        guard !leads.isEmpty else { return found }
        let known = Dictionary(found.map { ($0.place.id, $0.score) }) { first, _ in first }
        return judged.compactMap { place -> Mention? in
            guard place.isComparable else { return nil }
            let led = leads.reduce(0) { max($0, $1.score(of: place.mention, figures: tracer.figures)) }
            let score = max(led, known[place.mention.place.id] ?? 0)
            guard score > 0 else { return nil }
            var mention = place.mention
            mention.score = score
            return mention
        }.bestFirst()
    }

    /// The amounts by which what was found is looked for in other words.
    func leads(of found: [Mention]) -> [Lead] { Lead.all(of: found, tracer.claim, isStated: !models.isEmpty) }

    /// Places with other amounts that the claim's own words find, the words of places that state it, or their rows, best first.
    func named(among judged: [Tracer.Judged], _ cache: inout SpokenWords.Cache) -> [Mention] {
        var found: [Mention] = []
        for place in judged where place.isComparable {
            let isOwn =
                place.mention.words >= Support.subjectShare && place.mention.deciding.count >= Support.subjectWords && place.hasSubject
            var alike = rows.hold(place.mention.place) ? Support.likenessInRow : 0
            if !models.isEmpty {
                let spoken = SpokenWords(place.mention.place, &cache)
                alike = models.reduce(alike) { max($0, $1.likeness(to: spoken)) }
            }
            guard alike >= Support.likeness || isOwn else { continue }
            var mention = place.mention
            mention.score = max(alike, isOwn ? mention.words : 0) * agreement(of: mention.place)
            found.append(mention)
        }
        return found.bestFirst()
    }

    /// How well what a place says of its amount agrees with the claim. Where no place states the claim its size is what is in doubt.
    private func agreement(of place: Place) -> Double {
        guard !tracer.claim.amounts.isEmpty else { return 1 }
        return tracer.claim.amounts.reduce(0) {
            max($0, Support.agreement(place, $1) * (models.isEmpty ? 1 : Support.size(place.range, $1.range)))
        }
    }
}
