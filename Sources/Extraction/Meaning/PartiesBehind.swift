internal import PaperModel
internal import RuleEngine

/// Who gives and who gets, told behind an amount: "given to", "met by", "from".
extension SentenceMeaning {
    /// "that £90 be given to the Wold Players", "£90 was voted to the band": who stands behind a passive verb of giving and "to".
    func receiverBehind(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        let end = min(place.room.upperBound, place.word + SentenceMeaning.payerReach)
        var index = place.word + 1
        while index < end {
            switch words.kind(index) {
            // "had to be given to the operator".
            case .to where words.kind(index + 1) == .be || words.kind(index - 1) == .be && words.kind(index + 1) == .verb: index += 1
            // "An invoice for £90 was sent to the club": who has to pay.
            case .to where words.kind(place.word - 1) == .purpose && words.vocabulary.isBill(words.small(place.word - 2)): return nil
            case .to:
                let verb = words.small(index - 1)
                let isGiven =
                    words.kind(index - 1) == .giving || words.vocabulary.party(of: verb) == .gives
                    || ["made", "voted", "due", "payable"].contains(verb)
                    // "£9,000 would go to the school": what a developer's money is for.
                    || sense != .contribution && ["went", "goes", "go"].contains(verb)
                return isGiven && !isVerbAhead(index + 1) ? party(words.phrase(from: index + 1)) : nil
            case .stop, .comma, .connective, .figure, .pronoun, .conjunction, .purpose, .on: return nil
            default: index += 1
            }
        }
        return nil
    }

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
            case .by where words.vocabulary.isPaying(words.small(index - 1)): return party(words.phrase(from: index + 1))
            case .from where words.vocabulary.link(words.small(index - 1), "from") == .back:
                return party(words.phrase(from: index + 1)).flatMap { words.isNamedFund($0) ? nil : $0 }
            case .from where index == place.word + 1 && isBareFrom(place): return name(words.phrase(from: index + 1))
            // "£2m had been borrowed from the Loans Board".
            case .from where words.small(index - 1) == "borrowed": return name(words.phrase(from: index + 1))
            // "The scheme has £9,000 from the River Fund".
            case .from
            where index == place.word + 1 && words.kind(place.word - 1) == .auxiliary && words.small(place.word - 1).hasPrefix("ha"):
                return party(words.phrase(from: index + 1))
            // "Sponsorship of £90 by Wold Homes".
            case .by where index == place.word + 1 && isGift(place): return party(words.phrase(from: index + 1))
            // "The weir has attracted £9,000 from the River Fund".
            case .from
            where index == place.word + 1 && isGot(place) || words.vocabulary.party(of: words.small(index - 1)) == .gets:
                return party(words.phrase(from: index + 1))
            case .connective where words.small(index) == "which":
                let found = words.phrase(from: index + 1)
                let isGiving =
                    words.kind(found.upperBound) == .giving || words.vocabulary.party(of: words.small(found.upperBound)) == .gives
                return !found.isEmpty && isGiving ? party(found) : nil
            case .stop, .comma, .connective, .figure, .pronoun, .conjunction: return nil
            default: index += 1
            }
        }
        return nil
    }

    /// Whether a noun asks for money: "invoice", "application".
    private func isAsking(_ index: Int) -> Bool {
        words.vocabulary.isBill(words.small(index)) || words.vocabulary.isRequest(words.small(index))
    }

    /// Whether the noun before an amount is one of what somebody gives or pays: "donation", "payment".
    private func isGift(_ place: Place) -> Bool {
        guard let last = place.governing.phrases.last?.last else { return false }
        let list = words.vocabulary.list([words.small(last)])
        return list == .given || list == .paid && !words.vocabulary.isBill(words.small(last)) || words.small(last) == "contribution"
    }

    /// Whether a verb right before an amount says that it is got.
    private func isGot(_ place: Place) -> Bool {
        guard let verb = place.governing.verb, place.governing.phrases.isEmpty else { return false }
        return words.vocabulary.party(of: words.small(verb)) == .gets && !isPassive(verb)
    }

    /// How far behind an amount it is told who pays it, words.
    private static let payerReach = 14

    /// Whether "from" behind an amount of an entry says who gives it: "£90 from Wold Players".
    func isBareFrom(_ place: Place) -> Bool {
        place.index == 0 && place.governing.phrases.isEmpty && place.governing.verb == nil && isEntry(place)
            && words.words.indices.contains(place.word + 2) && words.words[place.word + 2].isCapital
            && !words.isNamedFund(words.phrase(from: place.word + 2))
    }
}
