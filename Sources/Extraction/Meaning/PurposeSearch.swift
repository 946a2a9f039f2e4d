internal import PaperModel
internal import RuleEngine

/// Reads on behind a figure, a word at a time, until one leads to what the money is for.
struct PurposeSearch {
    let meaning: SentenceMeaning
    let place: SentenceMeaning.Place
    let sense: Figure.Sense?
    /// Whether the name of a body will do.
    let orBody: Bool
    /// Where its words end.
    let end: Int

    /// What a word behind a figure leads to.
    enum Step {
        /// This it is for; nil where the words say that nothing is told.
        case found(Range<Int>?)
        /// The fund it comes from.
        case fund(Range<Int>)
        /// Nothing up to a word.
        case past(Int)
        /// Another clause.
        case stop
    }

    var words: SentenceWords { meaning.words }

    /// What the word at an index leads to.
    func step(at index: Int) -> Step {
        if words.kind(index).isPreposition, let link = words.vocabulary.link(words.small(index - 1), words.small(index)),
            let step = linked(link, index)
        {
            return step
        }
        switch words.kind(index) {
        case .purpose: return atPurpose(index)
        case .preposition: return atPreposition(index)
        case .by: return atBy(index)
        case .on: return atOn(index)
        case .to: return atTo(index)
        case .from: return atFrom(index)
        case .verb, .helping: return atVerb(index)
        case .link where words.small(index) == "due" && words.kind(index + 1) == .to: return .stop
        case .connective: return atConnective(index)
        case .comma: return atComma(index)
        case .stop, .pronoun, .figure, .dash: return .stop
        // "£45 was too high for residents" says nothing of a purpose, "£3m was spent on roads" does.
        case .auxiliary, .be: return meaning.leadsToVerb(index) ? .past(index + 1) : .stop
        case .open: return .past((meaning.closeOf(index) ?? end) + 1)
        case .conjunction:
            // "the levy for the town (£90) and for the county (£30)".
            let isOther = words.kind(index + 1) == .purpose && words.kind(index - 1) == .close
            return isOther || words.kind(index + 1) != .to && words.kind(index + 1) != .purpose ? .stop : .past(index + 1)
        default: return .past(index + 1)
        }
    }

    /// A phrase that begins at a word, if it names something.
    func named(from start: Int) -> Range<Int>? {
        let found = words.phrase(from: start)
        return found.isEmpty || meaning.isVoid(found) ? nil : found
    }

    /// A phrase that begins at a word, if it names a thing and no mere body.
    func thing(from start: Int) -> Range<Int>? {
        named(from: start).flatMap { orBody || !meaning.isBareBody($0) ? $0 : nil }
    }

    /// "relates to the fares", "was invested in a suite": what the verb and its preposition lead to; nil where they lead nowhere.
    private func linked(_ link: PurposeLink, _ index: Int) -> Step? {
        guard !words.isTime(index + 1) else { return nil }
        switch link {
        case .purpose: return thing(from: index + 1).map { .found($0) }
        case .moved:
            if hasPurposeBefore { return .stop }
            let found = words.phrase(from: index + 1)
            // "any beyond £20m go to the Mayor and Cabinet": who decides.
            if words.small(index - 1).hasPrefix("go"), meaning.isBareBody(found) { return .stop }
            if !found.isEmpty, !meaning.isVoid(found) { return .found(found) }
            // "allocated to reflect the rise in costs".
            guard words.kind(index) == .to, let aim = meaning.infinitive(index), !meaning.isVoid(aim), !meaning.isBackward(index + 2) else {
                return .stop
            }
            return .found(aim)
        case .bound:
            // "The variance is attributable to late planting": why it arose.
            if words.small(index - 1) == "attributable", meaning.isVariance(place), meaning.runIn(before: place.word) != nil {
                return .stop
            }
            let found = words.phrase(from: index + 1)
            return found.isEmpty || !orBody && meaning.isBareBody(found) ? .stop : .found(found)
        case .source:
            // "£27,750 to be raised by precept", "£73,480 came from penalty notices"; and no name of who gives.
            let isMeant =
                words.kind(index) == .from
                ? words.kind(place.word - 1) != .purpose : sense == .income && words.kind(place.word + 1) != .of
            guard isMeant else { return nil }
            let found = words.phrase(from: index + 1)
            let isNobody = words.kind(index) == .from ? meaning.name(found) == nil : !meaning.isVoid(found)
            return found.isEmpty || !isNobody || meaning.isBareBody(found) ? nil : .found(found)
        case .back: return back(index)
        case .cause: return .stop
        }
    }

    /// "£0.5m returned from the Green Fund": what it is of.
    func back(_ index: Int) -> Step? {
        let found = words.phrase(from: index + 1)
        guard !found.isEmpty, !words.isTime(index + 1), words.kind(found.lowerBound) != .number, orBody || !meaning.isBareBody(found) else {
            return nil
        }
        // "£75,000 drawn from the Growth Reserve to pay for surveys": what it is for goes before what it is of.
        if words.kind(found.upperBound) == .to, let aim = meaning.infinitive(found.upperBound), !meaning.isVoid(aim),
            words.kind(aim.lowerBound) != .helping
        {
            return .found(aim)
        }
        return .found(found)
    }

    /// Whether what an amount is for stands before it: "a budget for homelessness of £3m was moved to housing".
    private var hasPurposeBefore: Bool {
        (place.governing.phrases + place.governing.subject).contains {
            words.kind($0.lowerBound - 1) == .purpose && !meaning.isVoid($0)
        }
    }
}
