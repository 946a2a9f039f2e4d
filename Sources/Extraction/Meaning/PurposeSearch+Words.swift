internal import PaperModel
internal import RuleEngine

/// What each kind of word behind a figure leads to.
extension PurposeSearch {
    func atPurpose(_ index: Int) -> Step {
        // "the Better Deal for Bus Users fund": within a name.
        if words.isInName(index), words.kind(index - 1) == .word, index + 1 < end, words.kind(index - 2) != .figure, place.word < index - 2
        {
            return .past(index + 1)
        }
        // "for the purposes of the assessment".
        if words.small(index + 1).hasPrefix("purpose") || words.small(index + 2).hasPrefix("purpose") { return .stop }
        // "resources for two apprentices": those who are counted.
        if meaning.isStaffFigure(index + 1) { return .found(index + 1..<index + 2) }
        guard !words.isTime(index + 1), words.kind(index + 1) != .figure else { return .past(index + 1) }
        // "available for community groups to bid for small events": the second says what for.
        let found = words.phrase(from: index + 1)
        if words.kind(found.upperBound) == .to, words.kind(found.upperBound + 1) == .asking { return .past(found.upperBound + 2) }
        if !found.isEmpty, !meaning.isVoid(found), !meaning.isBackward(index + 1), orBody || !isWhose(found) {
            return .found(meaning.withoutCost(found))
        }
        // "for work on the accounts".
        if !found.isEmpty, words.kind(found.upperBound) == .on, !meaning.isBackward(index + 1), let rest = named(from: found.upperBound + 1)
        {
            return .found(found.lowerBound..<rest.upperBound)
        }
        return .past(found.upperBound)
    }

    /// Whether a phrase says who gets or pays the money and not what it is for: a body, and behind a price its customers ("£14 a week for
    /// tenants").
    private func isWhose(_ found: Range<Int>) -> Bool {
        meaning.isBareBody(found)
            || sense == .price && found.count == 1 && found.last.map { words.vocabulary.isParty(words.small($0)) } ?? false
    }

    func atPreposition(_ index: Int) -> Step {
        let word = words.small(index)
        // "£300 in recognition of the delay", "£9,000 in lieu of open space".
        if word == "in", words.kind(index + 2) == .of, PurposeSearch.standingFor.contains(words.small(index + 1)) {
            return thing(from: index + 3).map { .found($0) } ?? .past(index + 3)
        }
        // "£3m was taken in parking fees": words of sense that together name something.
        if word == "in", sense == .income || sense == .price || sense == .debt, words.kind(index - 1) == .verb {
            let found = words.phrase(from: index + 1)
            if meaning.isCompound(found) || meaning.isNamedBySense(found, sense, isStaff: false, isEntry: false) { return .found(found) }
        }
        // "Savings will be made through merging two depots".
        if sense == .saving, word == "through", words.small(index + 1).hasSuffix("ing"), let found = named(from: index + 1) {
            return .found(found)
        }
        // "£12.0m into the new Bus Reserve".
        if index == place.word + 1, word == "into", let found = named(from: index + 1), !meaning.isBareBody(found) { return .found(found) }
        // "£2m more than the plan for ...": another amount, a condition.
        return PurposeSearch.turning.contains(word) ? .stop : .past(index + 1)
    }

    func atBy(_ index: Int) -> Step {
        // "Savings will be made by merging two depots".
        if sense == .saving, words.small(index + 1).hasSuffix("ing"), let found = named(from: index + 1) { return .found(found) }
        return .past(index + 1)
    }

    func atOn(_ index: Int) -> Step {
        if words.small(index - 1) == "based" {
            // "based on reducing the number": what brings it about; "based on the portfolio": how it was reckoned.
            return words.small(index + 1).hasSuffix("ing") ? .found(words.phrase(from: index + 1)) : .stop
        }
        // "costs of £1,200 were imposed on the landlord": who bears them.
        guard sense.map(SentenceMeaning.spentOn.contains) ?? false, !words.isTime(index + 1),
            !PurposeSearch.laidOn.contains(words.small(index - 1))
        else { return .stop }
        if words.kind(index + 1) == .figure { return .found(meaning.countedThings(index + 1)) }
        return named(from: index + 1).map { .found($0) } ?? .past(index + 1)
    }

    func atTo(_ index: Int) -> Step {
        let isDetermined = words.kind(index + 1) == .determiner
        // "an uplift of £0.1m to the cleaning contract", "a £10m increase to the Insurance Reserve".
        if index == place.word + 1, isDetermined, isHeadedByChange {
            let found = words.phrase(from: index + 1)
            let isNamed = !meaning.isVoid(found) || meaning.trimmed(found, nil).map(meaning.isCompound) ?? false
            return found.isEmpty || !isNamed || meaning.isBareBody(found) ? .stop : .found(found)
        }
        // "has allocated £1.5m in its programme to the repair of halls".
        if isMovedBefore, isDetermined {
            if let found = named(from: index + 1), !meaning.isBareBody(found) { return .found(found) }
            return .past(index + 1)
        }
        // "contributed £400k to the feasibility study".
        if sense == .contribution, isDetermined {
            if let found = named(from: index + 1), !meaning.isBareBody(found), meaning.name(found) == nil { return .found(found) }
            return .past(index + 1)
        }
        // "a grant to go towards the tents".
        if words.small(index + 1) == "go", words.kind(index + 2) == .purpose { return .past(index + 2) }
        // "grants to community groups to undertake studies": what those who get it do.
        if let end = receiver(index + 1) { return .past(end) }
        if let found = meaning.infinitive(index), !meaning.isVoid(found), !meaning.isBackward(index + 2) { return .found(found) }
        return .past(index + 1)
    }

    func atFrom(_ index: Int) -> Step {
        let found = words.phrase(from: index + 1)
        // "£15k has been vired from training to recruitment".
        if words.vocabulary.link(words.small(index - 1), "to") == .moved, words.kind(found.upperBound) == .to,
            let target = named(from: found.upperBound + 1)
        {
            return .found(target)
        }
        // "£20m is from the Social Care Grant".
        // and not "With £2m from the Arts Fund they can begin": who gives it.
        let isAside = words.small(0) == "with"
        let isSaid = index == place.word + 1 && place.governing.verb == nil && !isAside || words.kind(index - 1) == .be
        if isSaid, words.isNamedFund(found) { return .fund(found) }
        let isBack = index == place.word + 1 && isNextReturned
        if isBack || sense.map(PurposeSearch.takenFrom.contains) ?? false, !meaning.isVoid(found), let step = back(index) {
            if case .found(let run?) = step, meaning.isNamed(run.lowerBound), sense == .income { return .fund(run) }
            return step
        }
        // Who gives: on to what it is for.
        return .past(found.upperBound)
    }

    func atVerb(_ index: Int) -> Step {
        let word = words.small(index)
        if words.kind(index) == .helping {
            // "£75,000 from the levy will fund a crossing".
            guard words.kind(index - 1) == .auxiliary, words.kind(index + 1) == .determiner else { return .past(index + 1) }
            return .found(named(from: index + 1))
        }
        // "£150m was spent emptying the depot".
        if word == "spent", words.small(index + 1).hasSuffix("ing") { return .found(named(from: index + 1)) }
        if word == "compared" { return .stop }
        // "£40m takes the form of short loans".
        if word.hasPrefix("take"), words.small(index + 2) == "form", words.kind(index + 3) == .of {
            let found = words.phrase(from: index + 4)
            return .found(found.isEmpty ? nil : found)
        }
        // "funding of £3m that will enable the trust to run the hall".
        if words.vocabulary.isEnabling(word), words.kind(index - 1) == .auxiliary, let found = meaning.enabled(index),
            !meaning.isVoid(found)
        {
            return .found(found)
        }
        return .past(index + 1)
    }

    func atConnective(_ index: Int) -> Step {
        guard words.small(index) == "so" else {
            // "could therefore be given towards a roller".
            return words.small(index) == "therefore" && words.kind(index - 1) == .auxiliary ? .past(index + 1) : .stop
        }
        if words.small(index + 1) == "far" { return .past(index + 2) }
        // "£6,000 has been moved so that the lift can be replaced": what becomes possible.
        guard words.small(index + 1) == "that", let found = thing(from: index + 2), meaning.name(found) == nil,
            words.kind(found.upperBound) == .auxiliary || words.kind(found.upperBound) == .be
        else { return .stop }
        return .found(found)
    }

    func atComma(_ index: Int) -> Step {
        // "for a child from £40 to £60, for an adult from £90": of the next amount.
        if words.kind(index + 1) == .purpose {
            let next = words.phrase(from: index + 2).upperBound
            if words.kind(next) == .figure || words.kind(next + 1) == .figure && words.kind(next).isPreposition { return .stop }
        }
        // "£48,000, as one-off help, towards a class", "£900 last year, for the roof".
        if words.kind(index + 1) == .purpose || words.kind(index + 1) == .from && words.kind(place.word - 1) != .comma {
            return .past(index + 1)
        }
        guard words.small(index + 1) == "as",
            let close = (index + 2..<max(index + 2, min(end, index + PurposeSearch.longestAside))).first(where: {
                words.kind($0) == .comma
            }), words.kind(close + 1) == .purpose
        else { return .stop }
        return .past(close + 1)
    }

    /// Longest aside before "towards", words.
    private static let longestAside = 8

    /// Whether a word of change that can go "to" something governs an amount and names nothing.
    private var isHeadedByChange: Bool {
        if let verb = place.governing.verb, verb == place.word - 1, SentenceMeaning.adding.contains(words.small(verb)) { return true }
        guard let head = place.governing.phrases.first, let last = meaning.split(head).first?.last else { return false }
        return SentenceMeaning.givenTo.contains(words.small(last))
    }

    /// Where the phrase behind "to" ends that names those who get the money, where "to" and what they do follow.
    private func receiver(_ start: Int) -> Int? {
        let found = words.phrase(from: start)
        guard !found.isEmpty, words.kind(found.upperBound) == .to, let last = found.last,
            words.kind(last) == .body || words.kind(start) == .determiner || meaning.name(found) != nil
        else { return nil }
        return found.upperBound
    }

    /// "£5,000 returned from the Arts Fund and £2,000 from the Hall Fund": the verb is said once.
    private var isNextReturned: Bool {
        guard place.index > 0, meaning.continuesList(place),
            place.governing.phrases.isEmpty || words.kind(place.word - 1) == .conjunction
        else { return false }
        return words.vocabulary.link(words.small(words.figures[place.index - 1] + 1), "from") == .back
    }

    /// Whether a verb right before an amount puts money somewhere: "has allocated £1.5m".
    private var isMovedBefore: Bool {
        guard let verb = place.governing.verb, place.governing.phrases.isEmpty else { return false }
        return words.vocabulary.link(words.small(verb), "to") == .moved
    }

    /// Verbs of what somebody has to bear.
    private static let laidOn: Set<String> = ["imposed", "levied", "served"]

    /// Prepositions behind which something else is told than what the amount is for.
    private static let turning: Set<String> = ["than", "according", "subject", "despite", "excluding"]

    /// Nouns that "in ... of" makes a preposition of: what stands behind is what the money is for.
    private static let standingFor: Set<String> = ["recognition", "lieu", "respect", "settlement", "support", "aid", "compensation"]

    /// Senses of money that "from" leads to what it is of.
    private static let takenFrom: Set<Figure.Sense> = [.saving, .income, .reserve, .underspend, .overspend]
}
