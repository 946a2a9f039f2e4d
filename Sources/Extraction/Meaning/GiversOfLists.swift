internal import PaperModel
internal import RuleEngine

/// Who gives and gets in lists within a sentence: "funded by Sport Wales (£9,000) and the county (£8,000)".
extension SentenceMeaning {
    /// "Wold Arts (£9,000) and Tide Dance (£8,000) will be funded again": who stands before the bracket.
    func bracketedParty(_ place: Place) -> Range<Int>? {
        guard place.governing.isBracketed, words.kind(place.word + 1) == .close, let last = place.governing.phrases.last,
            place.governing.phrases.count == 1, !holdsCue(last)
        else { return nil }
        return name(last)
    }

    /// "The band was granted £90 and the choir £80": who stands alone between two amounts of a list.
    func nextNamed(_ place: Place) -> Range<Int>? {
        guard place.index > 0 else { return nil }
        var start = behindTaxNote(words.figures[place.index - 1] + 1)
        while words.kind(start) == .comma || words.kind(start) == .conjunction { start += 1 }
        let found = start..<max(start, place.word)
        guard !found.isEmpty, found.count <= SentenceMeaning.longestNamed, !holdsCue(found), words.phrase(endingAt: place.word) == found,
            !found.contains(where: { words.vocabulary.isPaidThing(words.small($0)) || words.kind($0) == .purpose })
        else { return nil }
        return party(found)
    }

    /// Longest name between two amounts, words.
    private static let longestNamed = 6

    /// What the words before the first amount of a sentence say of those whom its entries name: "Payments: Wold Civils £90; J Holt £80".
    var ownList: PayingList? {
        guard let first = words.figures.first,
            let mark = (0..<first).first(where: { words.isMark($0, UInt8(ascii: ":")) || words.kind($0) == .dash })
        else { return nil }
        return words.vocabulary.list((0..<mark).map(words.small))
    }

    /// Whether "from" leads to those who ask or give thanks: "Requests were received from Wold Arts (£90)".
    func isFromAskers(_ from: Int) -> Bool {
        (max(0, from - SentenceMeaning.longestAmount)..<from).contains { index in
            let word = words.small(index)
            return words.vocabulary.isRequest(word) || words.vocabulary.isBill(word) || word == "thanks" || word == "letter"
                || word == "letters"
        }
    }

    /// Whether "by" or "from" leads to the names of a list one of which begins here; nil where it leads to those who ask.
    func isGiverList(_ run: Range<Int>) -> Bool? {
        var place = run.lowerBound
        for _ in 0..<SentenceMeaning.mostGivers {
            if words.kind(place - 1) == .determiner { place -= 1 }
            switch words.kind(place - 1) {
            case .by: return true
            case .from: return isFromAskers(place - 1) ? nil : true
            case .conjunction, .comma: break
            default: return false
            }
            place -= 1
            if words.kind(place - 1) == .comma { place -= 1 }
            if words.kind(place - 1) == .close {
                guard let open = (max(0, place - SentenceMeaning.longestAmount)..<place).last(where: { words.kind($0) == .open }) else {
                    return false
                }
                place = open
            }
            let found = words.phrase(endingAt: place)
            guard !found.isEmpty else { return false }
            place = found.lowerBound
        }
        return false
    }

    /// Most names of a list that are gone through.
    private static let mostGivers = 6
    /// Longest bracket that holds an amount, words.
    private static let longestAmount = 8

    /// "with £9,000 coming from Sport Wales and £8,000 from the county": who gives each part.
    func nextGiver(_ place: Place) -> Range<Int>? {
        let from = place.word + 1
        guard words.kind(from) == .from || SentenceMeaning.coming.contains(words.small(from)) && words.kind(from + 1) == .from else {
            return nil
        }
        let isPart =
            words.small(place.word - 1) == "with" || words.kind(from) != .from
            || continuesList(place) && (words.figures[place.index - 1]..<place.word).contains { words.kind($0) == .from }
        guard isPart else { return nil }
        let found = words.phrase(from: words.kind(from) == .from ? from + 1 : from + 2)
        return party(found).flatMap { words.isNamedFund($0) && !isGiving($0) ? nil : $0 }
    }

    private static let coming: Set<String> = ["coming", "came", "comes", "provided", "received", "secured"]

    /// Whether a name holds a word of those who give money to councils: "Heritage Fund".
    private func isGiving(_ run: Range<Int>) -> Bool { run.contains { words.vocabulary.isGovernment(words.small($0)) } }

    /// "the loan to the theatre, of which £9,000 is repaid", "the grant from the county, of which £9,000": of the whole that is divided.
    func addRelative(_ place: Place, _ sense: Figure.Sense?, to result: inout Parties) {
        var comma = place.word - 1
        guard words.small(comma) == "which", words.kind(comma - 1) == .of else { return }
        comma -= 2
        guard words.kind(comma) == .comma else { return }
        let chain = words.chain(endingAt: comma, from: max(0, comma - SentenceMeaning.wholeReach)).phrases
        for (head, next) in zip(chain, chain.dropFirst()) where holdsCue(head) {
            switch words.kind(next.lowerBound - 1) {
            case .to where sense != .income: result.payee = party(next)
            case .from where sense != .saving: result.payer = party(next)
            default: continue
            }
            return
        }
    }

    /// How far before "of which" its whole begins, words.
    private static let wholeReach = 20
}
