internal import PaperModel
internal import RuleEngine

/// Whose bills, quotations and tenders a sentence speaks of.
extension SentenceMeaning {
    /// "the quotation from Wold Civils for the bridge is £9,000", "The Wold Civils quote of £9,000", "Marsh & Sons' price": whose bill it is.
    func biller(_ place: Place) -> Range<Int>? {
        let phrases = place.governing.phrases + place.governing.subject
        for (head, next) in zip(phrases, phrases.dropFirst())
        where words.kind(next.lowerBound - 1) == .from || words.kind(next.lowerBound - 1) == .by {
            if head.contains(where: { words.vocabulary.isBill(words.small($0)) }) { return name(next) }
        }
        guard let head = phrases.first, let bill = head.last(where: { words.vocabulary.isBill(words.small($0)) }), bill > head.lowerBound,
            !isVariance(place)
        else { return nil }
        let before = head.lowerBound..<bill
        let start = before.first { words.words[$0].isCapital && words.kind($0) != .determiner } ?? bill
        let run = start..<bill
        guard !run.isEmpty,
            run.allSatisfy({
                words.words[$0].isCapital || words.kind($0) == .conjunction || words.kind($0) == .of || words.isPossessive($0)
            })
        else { return nil }
        return name(run.filter { !words.isPossessive($0) }.isEmpty ? run : start..<(words.isPossessive(bill - 1) ? bill - 1 : bill))
    }

    /// "The quote of £90 from Wold Civils", "an invoice for £90 dated 3 May from R. Holt": whose bill it is, told behind its amount.
    func billerBehind(_ place: Place) -> Range<Int>? {
        guard place.governing.phrases.last.map({ $0.last.map(isDemand) ?? false }) ?? false else { return nil }
        let limit = min(place.room.upperBound, place.word + SentenceMeaning.sender)
        for index in place.word + 1..<max(place.word + 1, limit) {
            switch words.kind(index) {
            case .from: return words.isTime(index + 1) ? nil : name(words.phrase(from: index + 1))
            case .by where index == place.word + 1 || SentenceMeaning.sending.contains(words.small(index - 1)):
                return name(words.phrase(from: index + 1))
            case .stop, .comma, .connective, .figure, .pronoun, .purpose, .to, .conjunction: return nil
            default: continue
            }
        }
        return nil
    }

    /// "An invoice had been received from Wold Civils for £90", "the tender of Wold Civils for the bridge be accepted at £90": whose bill it is.
    func billSender(_ place: Place) -> Range<Int>? {
        scan(place) { index in
            let before = index - 1
            switch words.kind(index) {
            case .of:
                guard isDemand(before), words.small(before) != "estimate", words.words.indices.contains(index + 1) else { return nil }
                let found = words.phrase(from: index + 1)
                return found.allSatisfy({ words.words[$0].isCapital || words.kind($0) == .conjunction }) ? name(found) : nil
            case .from, .by:
                let isSent = SentenceMeaning.sending.contains(words.small(before))
                guard isDemand(before) || isSent && bill(before: before) || words.kind(index) == .from && bill(before: index) else {
                    return nil
                }
                return name(words.phrase(from: index + 1))
            default: return nil
            }
        }
    }

    /// Whether a bill stands in the clause right before a word.
    private func bill(before index: Int) -> Bool {
        let near = (max(0, index - SentenceMeaning.sender)..<index).reversed()
        for word in near {
            switch words.kind(word) {
            case .stop, .figure, .connective, .comma: return false
            default: if isDemand(word) { return true }
            }
        }
        return false
    }

    /// Whether a noun is a bill or a price that somebody asks.
    private func isDemand(_ index: Int) -> Bool {
        let word = words.small(index)
        return words.vocabulary.isBill(word) && !SentenceMeaning.keptAccounts.contains(word) || word == "price" || word == "prices"
    }

    /// What is no bill beside money that comes in: "the account from which".
    private static let keptAccounts: Set<String> = ["account", "claim"]
    /// Participles that say how a bill came.
    private static let sending: Set<String> = ["submitted", "received", "sent", "supplied", "provided", "obtained", "issued", "given", "made"]
    /// How far from a bill and its amount the one who sends it stands, words.
    private static let sender = 7
}
