internal import PaperModel
internal import RuleEngine

/// Who gives and who gets, told behind an amount: "given to", "met by", "from".
extension SentenceMeaning {
    /// "£9,000 is to be met by the county", "financed as to £9,000 by Homes England", "£90 recovered from the builder", "£90 which the ministry
    /// allows".
    func payerBehind(_ place: Place) -> Range<Int>? {
        if words.kind(place.word + 1) == .by, words.kind(place.word - 1) == .to, words.small(place.word - 2) == "as" {
            return party(words.phrase(from: place.word + 2))
        }
        // "An invoice for £90 was received from Wold Ltd": who asks for it.
        if words.kind(place.word - 1) == .purpose, isAsking(place.word - 2) { return nil }
        let end = min(place.room.upperBound, place.word + SentenceMeaning.payerReach)
        var index = place.word + 1
        while index < end {
            switch words.kind(index) {
            case .from where index == place.word + 1 && isBareFrom(place): return party(words.phrase(from: index + 1))
            // "The scheme has £9,000 from the River Fund".
            case .from
            where index == place.word + 1 && words.kind(place.word - 1) == .auxiliary && words.small(place.word - 1).hasPrefix("ha"):
                return party(words.phrase(from: index + 1))
            // "Sponsorship of £90 by Wold Homes".
            case .by where index == place.word + 1 && isGift(place): return party(words.phrase(from: index + 1))
            case .stop, .comma, .connective, .figure, .pronoun, .conjunction: return nil
            default: index += 1
            }
        }
        return nil
    }

    /// Whether a noun asks for money: "invoice", "application".
    func isAsking(_ index: Int) -> Bool {
        words.vocabulary.isBill(words.small(index)) || words.vocabulary.isRequest(words.small(index))
    }

    /// Whether the noun before an amount is one of what somebody gives or pays: "donation", "payment".
    private func isGift(_ place: Place) -> Bool {
        guard let last = place.governing.phrases.last?.last else { return false }
        let list = words.vocabulary.list([words.small(last)])
        return list == .given || list == .paid && !words.vocabulary.isBill(words.small(last)) || words.small(last) == "contribution"
    }

    /// How far behind an amount it is told who pays it, words.
    private static let payerReach = 14

    /// Whether "from" behind an amount of an entry says who gives it: "£90 from Wold Players".
    func isBareFrom(_ place: Place) -> Bool {
        place.governing.verb == nil && isEntry(place) && words.words.indices.contains(place.word + 2)
            && words.words[place.word + 2].isCapital
            && !words.isNamedFund(words.phrase(from: place.word + 2)) && !words.isTime(place.word + 2)
    }

    /// "Support Fund: £90 to Citizens Advice; £80 to the foodbank": whom an entry gives its amount.
    func bareReceiver(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        guard words.kind(place.word + 1) == .to, sense == nil || sense == .budget, place.governing.verb == nil, isEntry(place),
            !isVerbAhead(place.word + 2), !isVariance(place)
        else { return nil }
        return party(words.phrase(from: place.word + 2))
    }
}
