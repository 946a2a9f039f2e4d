internal import PaperModel
internal import RuleEngine

/// What stands behind a figure and says what it is for: after "for", "towards", "to fund", "on".
extension SentenceMeaning {
    /// After "for", "towards", "to fund", "on", behind the figure and its noun.
    func purpose(_ place: Place, _ sense: Figure.Sense?, orBody: Bool = false) -> Range<Int>? {
        var index = place.word + 1
        // A count of staff behind the amount may be what it is for.
        let room = isStaffFigure(place.room.upperBound) ? place.room.upperBound + 1 : place.room.upperBound
        var end = min(room, index + SentenceMeaning.purposeReach)
        // "up to £2m of the £9m will pay for", "an increase of £12 to £48 for permits": what stands behind both is said of both.
        if let other = partner(place) {
            // "£1.7m of the £2.4m Winter Fund": of the fund.
            let shared = words.phrase(from: other + 1)
            if words.kind(place.word + 1) == .of, !shared.isEmpty, !isVoid(shared) { return shared }
            index = other + 1
            end = min(words.figures.first { $0 > other } ?? words.words.count, index + SentenceMeaning.purposeReach)
        }
        // "The harbour project (£45m) aims to": what stands behind a bracket goes on with the sentence.
        if words.words[place.word].depth > 0, let close = (index..<max(index, end)).first(where: { words.kind($0) == .close }),
            words.kind(close + 1) != .purpose
        {
            end = close
        }
        while index < end {
            switch words.kind(index) {
            // "the Better Deal for Bus Users fund": within a name.
            case .purpose
            where words.isInName(index) && words.kind(index - 1) == .word && index + 1 < end && words.kind(index - 2) != .figure
                && place.word < index - 2:
                break
            // "for the purposes of the assessment".
            case .purpose where words.small(index + 1).hasPrefix("purpose") || words.small(index + 2).hasPrefix("purpose"): return nil
            case .purpose:
                // "resources for two apprentices": those who are counted.
                if isStaffFigure(index + 1) { return index + 1..<index + 2 }
                guard !words.isTime(index + 1), words.kind(index + 1) != .figure else { break }
                // "available for community groups to bid for small events": the second says what for.
                let found = words.phrase(from: index + 1)
                if words.kind(found.upperBound) == .to, words.kind(found.upperBound + 1) == .asking {
                    index = found.upperBound + 1
                    break
                }
                if !found.isEmpty, !isVoid(found), !isBackward(index + 1), orBody || !isBareBody(found) { return found }
                if found.upperBound > index + 1 {
                    index = found.upperBound
                    continue
                }
            // "£300 in recognition of the delay", "£9,000 in lieu of open space".
            case .preposition
            where words.small(index) == "in" && words.kind(index + 2) == .of
                && SentenceMeaning.standingFor.contains(words.small(index + 1)):
                let found = words.phrase(from: index + 3)
                if !found.isEmpty, !isVoid(found), orBody || !isBareBody(found) { return found }
                index += 2
            // "A reserve of £2m is held against appeals".
            case .preposition where words.small(index) == "against" && words.small(index - 1) == "held":
                let found = words.phrase(from: index + 1)
                if !found.isEmpty, !isVoid(found) { return found }
            // "Savings will be made by merging two depots".
            case .by where sense == .saving && words.small(index + 1).hasSuffix("ing"),
                .preposition where sense == .saving && words.small(index) == "through" && words.small(index + 1).hasSuffix("ing"):
                let found = words.phrase(from: index + 1)
                if !found.isEmpty, !isVoid(found) { return found }
            // "A value of £400 has been applied to all flats".
            case .to where words.small(index - 1) == "applied" && (words.kind(index - 2) == .be || words.isAdverb(index - 2)):
                let found = words.phrase(from: index + 1)
                return found.isEmpty || isVoid(found) ? nil : found
            case .on where words.small(index - 1) == "based":
                // "based on reducing the number": what brings it about; "based on the portfolio": how it was reckoned.
                guard words.small(index + 1).hasSuffix("ing") else { return nil }
                return words.phrase(from: index + 1)
            case .on:
                // "costs of £1,200 were imposed on the landlord": who bears them.
                guard sense.map(SentenceMeaning.spentOn.contains) ?? false, !words.isTime(index + 1),
                    !SentenceMeaning.laidOn.contains(words.small(index - 1))
                else { return nil }
                if words.kind(index + 1) == .figure { return countedThings(index + 1) }
                let found = words.phrase(from: index + 1)
                if !found.isEmpty, !isVoid(found) { return found }
            case .to where SentenceMeaning.moved.contains(words.small(index - 1)),
                .preposition where SentenceMeaning.moved.contains(words.small(index - 1)) && words.small(index) == "into":
                if hasPurposeBefore(place) { return nil }
                let found = words.phrase(from: index + 1)
                // "any beyond £20m go to the Mayor and Cabinet": who decides.
                if words.small(index - 1).hasPrefix("go"), isBareBody(found) { return nil }
                if !found.isEmpty, !isVoid(found) { return found }
                // "allocated to reflect the rise in costs".
                return words.kind(index) == .to ? infinitive(index).flatMap { isVoid($0) || isBackward(index + 2) ? nil : $0 } : nil
            // "£12.0m into the new Bus Reserve".
            case .preposition where index == place.word + 1 && words.small(index) == "into":
                let found = words.phrase(from: index + 1)
                if !found.isEmpty, !isVoid(found), !isBareBody(found) { return found }
            // "an uplift of £0.1m to the cleaning contract", "a £10m increase to the Insurance Reserve".
            case .to where index == place.word + 1 && words.kind(index + 1) == .determiner && isHeadedByChange(place):
                let found = words.phrase(from: index + 1)
                let isNamed = !isVoid(found) || trimmed(found, nil).map(isCompound) ?? false
                return found.isEmpty || !isNamed || isBareBody(found) ? nil : found
            // "£27,750 to be raised by precept".
            case .by
            where sense == .income && words.kind(place.word + 1) != .of && ["raised", "generated"].contains(words.small(index - 1)):
                let found = words.phrase(from: index + 1)
                return found.isEmpty || isVoid(found) || isBareBody(found) ? nil : found
            // "£150m was spent emptying the depot".
            case .verb where words.small(index) == "spent" && words.small(index + 1).hasSuffix("ing"):
                let found = words.phrase(from: index + 1)
                return found.isEmpty || isVoid(found) ? nil : found
            // "£792k relates to the concessionary fares".
            case .to where SentenceMeaning.bound.contains(words.small(index - 1)):
                // "The variance is attributable to late planting": why it arose.
                if words.small(index - 1) == "attributable", isVariance(place), runIn(before: place.word) != nil { return nil }
                let found = words.phrase(from: index + 1)
                return found.isEmpty || !orBody && isBareBody(found) ? nil : found
            // "has allocated £1.5m in its programme to the repair of halls".
            case .to where isMovedBefore(place) && words.kind(index + 1) == .determiner:
                let found = words.phrase(from: index + 1)
                if !found.isEmpty, !isVoid(found), !isBareBody(found) { return found }
            // "contributed £400k to the feasibility study".
            case .to where sense == .contribution && words.kind(index + 1) == .determiner:
                let found = words.phrase(from: index + 1)
                if !found.isEmpty, !isVoid(found), !isBareBody(found), name(found) == nil { return found }
            // "£300k due to the need to ...", "£2m more than the plan for ...": a reason, another amount, a condition.
            case .link where words.small(index) == "due" && words.kind(index + 1) == .to: return nil
            case .preposition where SentenceMeaning.turning.contains(words.small(index)): return nil
            case .verb where words.small(index) == "compared": return nil
            case .to:
                // "grants to community groups to undertake studies": what those who get it do.
                if let end = receiver(index + 1) {
                    index = end
                    continue
                }
                if let found = infinitive(index), !isVoid(found), !isBackward(index + 2) { return found }
            // "funding of £3m that will enable the trust to run the hall".
            case .verb where words.vocabulary.isEnabling(words.small(index)) && words.kind(index - 1) == .auxiliary:
                if let found = enabled(index), !isVoid(found) { return found }
            // "The £2m underspend in parks arises from vacancies": why it arose.
            case .from where SentenceMeaning.arisen.contains(words.small(index - 1)): return nil
            case .from:
                let found = words.phrase(from: index + 1)
                // "£15k has been vired from training to recruitment".
                if SentenceMeaning.moved.contains(words.small(index - 1)), words.kind(found.upperBound) == .to {
                    let target = words.phrase(from: found.upperBound + 1)
                    if !target.isEmpty, !isVoid(target) { return target }
                }
                // "£20m is from the Social Care Grant".
                // and not "With £2m from the Arts Fund they can begin": who gives it.
                let isAside = words.small(0) == "with"
                let isSaid = index == place.word + 1 && place.governing.verb == nil && !isAside || words.kind(index - 1) == .be
                if isSaid, words.isNamedFund(found) { return found }
                // "£73,480 came from penalty notices": what it is of.
                if ["came", "comes", "come"].contains(words.small(index - 1)), words.kind(place.word - 1) != .purpose, !found.isEmpty,
                    !isBareBody(found), name(found) == nil,
                    !words.isTime(index + 1)
                {
                    return found
                }
                // "£0.5m returned from the Green Fund": what it is of.
                let isReturned =
                    SentenceMeaning.returned.contains(words.small(index - 1)) || index == place.word + 1 && isNextReturned(place)
                if isReturned || sense.map(SentenceMeaning.takenFrom.contains) ?? false, !found.isEmpty, !words.isTime(index + 1),
                    words.kind(found.lowerBound) != .number,
                    orBody || !isBareBody(found)
                {
                    // "£75,000 drawn from the Growth Reserve to pay for surveys": what it is for goes before what it is of.
                    if words.kind(found.upperBound) == .to, let aim = infinitive(found.upperBound), !isVoid(aim),
                        words.kind(aim.lowerBound) != .helping
                    {
                        return aim
                    }
                    return found
                }
                // Who gives: on to what it is for.
                index = max(index + 1, found.upperBound)
                continue
            case .connective where words.small(index) == "so" && words.small(index + 1) == "far": index += 1
            // "could therefore be given towards a roller".
            case .connective where words.small(index) == "therefore" && words.kind(index - 1) == .auxiliary: break
            // "£48,000, as one-off help, towards a class", "£900 last year, for the roof".
            case .comma where words.kind(index + 1) == .purpose || words.kind(index + 1) == .from && words.kind(place.word - 1) != .comma:
                break
            case .comma where words.small(index + 1) == "as":
                guard let close = (index + 2..<max(index + 2, min(end, index + 8))).first(where: { words.kind($0) == .comma }),
                    words.kind(close + 1) == .purpose
                else { return nil }
                index = close
            // "£40m takes the form of short loans".
            case .verb where words.small(index).hasPrefix("take") && words.small(index + 2) == "form" && words.kind(index + 3) == .of:
                let found = words.phrase(from: index + 4)
                return found.isEmpty ? nil : found
            case .comma, .stop, .connective, .pronoun, .figure, .dash: return nil
            // "£75,000 from the levy will fund a crossing".
            case .helping where words.kind(index - 1) == .auxiliary && words.kind(index + 1) == .determiner:
                let found = words.phrase(from: index + 1)
                return found.isEmpty || isVoid(found) ? nil : found
            case .auxiliary, .be:
                // "£45 was too high for residents" says nothing of a purpose, "£3m was spent on roads" does.
                guard leadsToVerb(index) else { return nil }
            case .open:
                index = closeOf(index) ?? end
            case .conjunction:
                // "the levy for the town (£90) and for the county (£30)".
                let isOther = words.kind(index + 1) == .purpose && words.kind(index - 1) == .close
                if isOther || words.kind(index + 1) != .to && words.kind(index + 1) != .purpose { return nil }
            default: break
            }
            index += 1
        }
        return nil
    }

    /// Verbs of money that is put somewhere: "£2m added to reserves".
    static let moved: Set<String> = [
        "added", "transferred", "moved", "returned", "committed", "go", "goes", "went", "carried", "vired", "allocated",
    ]

    /// Words that bind an amount to what it is for by "to".
    static let bound: Set<String> = ["relates", "relate", "relating", "related", "attributable"]

    /// Verbs that lead by "from" to why something arose.
    private static let arisen: Set<String> = ["arises", "arise", "arising", "arose", "results", "resulted", "resulting", "stems"]

    /// Prepositions behind which something else is told than what the amount is for.
    static let turning: Set<String> = ["than", "according", "subject", "despite", "excluding"]

    /// How far behind a figure its purpose is looked for, words.
    private static let purposeReach = 30

    /// The figure that a figure shares its purpose with: "£2m of the £9m", "£12 to £48".
    func partner(_ place: Place) -> Int? {
        switch words.kind(place.word + 1) {
        case .to: return words.kind(place.word + 2) == .figure ? place.word + 2 : nil
        case .of: return [place.word + 2, place.word + 3].first { words.kind($0) == .figure }
        default: return nil
        }
    }

    /// Whether what an amount is for stands before it: "a budget for homelessness of £3m was moved to housing".
    private func hasPurposeBefore(_ place: Place) -> Bool {
        (place.governing.phrases + place.governing.subject).contains { words.kind($0.lowerBound - 1) == .purpose && !isVoid($0) }
    }

    /// Whether a word of change that can go "to" something governs an amount and names nothing.
    private func isHeadedByChange(_ place: Place) -> Bool {
        if let verb = place.governing.verb, verb == place.word - 1, SentenceMeaning.adding.contains(words.small(verb)) { return true }
        guard let head = place.governing.phrases.first, let last = split(head).first?.last else { return false }
        return SentenceMeaning.givenTo.contains(words.small(last))
    }

    /// Nouns behind which "to" leads to what an amount is for.
    static let givenTo: Set<String> = [
        "increase", "uplift", "addition", "reduction", "transfer", "contribution", "virement", "cut", "cuts",
    ]

    /// "on 70 agency staff": the figure's own noun.
    func countedThings(_ index: Int) -> Range<Int>? {
        index < words.words.count ? index..<index + 1 : nil
    }

    /// "The ministry has awarded £5m from the Active Lanes Fund": the fund, where a verb says who gives.
    func fundBehind(_ place: Place) -> Range<Int>? {
        guard words.kind(place.word + 1) == .from, place.governing.verb != nil, !place.governing.subject.isEmpty else { return nil }
        let found = words.phrase(from: place.word + 2)
        // The name ends at its own last word: "Active Lanes Fund for Round 4".
        guard let end = found.first(where: { words.words[$0].isCapital && words.vocabulary.isFund(words.small($0)) }) else { return nil }
        let name = found.lowerBound..<end + 1
        return words.isNamedFund(name) ? name : nil
    }

    /// Where the phrase behind "to" ends that names those who get the money, where "to" and what they do follow.
    private func receiver(_ start: Int) -> Int? {
        let found = words.phrase(from: start)
        guard !found.isEmpty, words.kind(found.upperBound) == .to, let last = found.last,
            words.kind(last) == .body || words.kind(start) == .determiner || name(found) != nil
        else { return nil }
        return found.upperBound
    }

    /// "£5,000 returned from the Arts Fund and £2,000 from the Hall Fund": the verb is said once.
    private func isNextReturned(_ place: Place) -> Bool {
        guard place.index > 0, continuesList(place), place.governing.phrases.isEmpty || words.kind(place.word - 1) == .conjunction else {
            return false
        }
        return SentenceMeaning.returned.contains(words.small(words.figures[place.index - 1] + 1))
    }

    /// Whether a verb right before an amount puts money somewhere: "has allocated £1.5m".
    private func isMovedBefore(_ place: Place) -> Bool {
        guard let verb = place.governing.verb, place.governing.phrases.isEmpty else { return false }
        return SentenceMeaning.moved.contains(words.small(verb))
    }

    /// Verbs of what somebody has to bear.
    private static let laidOn: Set<String> = ["imposed", "levied", "served"]

    /// Nouns that "in ... of" makes a preposition of: what stands behind is what the money is for.
    private static let standingFor: Set<String> = ["recognition", "lieu", "respect", "settlement", "support", "aid", "compensation"]

    /// Verbs of money that comes back from what it was for.
    private static let returned: Set<String> = ["returned", "released", "recovered", "reclaimed", "clawed"]

    /// Senses of money that "from" leads to what it is of.
    private static let takenFrom: Set<Figure.Sense> = [.saving, .income, .reserve, .underspend, .overspend]

    /// Senses of money that goes "on" something.
    static let spentOn: Set<Figure.Sense> = [.spend, .budget, .cost, .saving, .overspend, .underspend, .pressure]
}
