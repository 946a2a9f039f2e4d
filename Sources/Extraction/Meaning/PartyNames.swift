internal import PaperModel
internal import RuleEngine

/// Which phrases name somebody who can pay and be paid.
extension SentenceMeaning {
    /// A phrase that names somebody: a body, or a name in capitals. Without its article, and cut where the name ends.
    func name(_ phrase: Range<Int>) -> Range<Int>? {
        var start = phrase.lowerBound
        while start < phrase.upperBound,
            words.kind(start) == .determiner && words.small(start) != "each" || words.kind(start) == .number
                || words.kind(start) == .time
        {
            start += 1
        }
        var end = start
        var isName = false
        while end < phrase.upperBound {
            switch words.kind(end) {
            // "the Band D council tax": nobody.
            case .body where words.small(end + 1) == "tax": return nil
            case .body: isName = true
            // "from the Loans Board last autumn".
            case .word where isName && !words.words[end].isCapital && words.isTime(end): return run(start, end)
            case .word, .helping, .quantity, .determiner, .number, .giving:
                if words.words[end].isCapital, end > 0 || words.kind(end) == .word {
                    isName = isName || end > 0 || words.words[end].isAcronym
                } else if isName, words.kind(end) == .word {
                    // "the Vangent contract", "London Councils grants programme": a thing with a name before it; "government funding": a body.
                    if words.vocabulary.isPlain(words.small(end)) || isCue(end), words.kind(end - 1) == .body,
                        !words.words[end - 1].isCapital
                    {
                        return run(start, end)
                    }
                    if !(end + 1..<phrase.upperBound).contains(where: { words.kind($0) == .body || words.words[$0].isCapital }) {
                        return nil
                    }
                }
            // "the Housing Fund and the rest borrowing": the name ends before it.
            case .conjunction
            where isName
                && !(end + 1..<phrase.upperBound).contains(where: { words.kind($0) == .body || words.words[$0].isCapital }):
                return run(start, end)
            // "resurfacing of Mill Lane" is nobody.
            case .of where !isName: return nil
            case .of, .conjunction, .purpose: break
            // "Harbour's Markets, Piers and Places".
            case .comma where isName && end + 1 < phrase.upperBound && words.words[end + 1].isCapital: break
            case .preposition, .open:
                if isName { return run(start, end) }
                return nil
            default: return isName ? run(start, end) : nil
            }
            end += 1
        }
        return isName ? run(start, end) : nil
    }

    /// The words in capitals from an index on: "PKF" of "PKF cost £90".
    func capitals(from start: Int) -> Range<Int>? {
        var end = start
        while words.words.indices.contains(end), words.words[end].isCapital { end += 1 }
        let found = start..<end
        return found.count > 1 || found.contains { words.words[$0].isAcronym } ? found : nil
    }

    /// Whether a word begins a name or a body.
    func isNamed(_ index: Int) -> Bool {
        guard words.words.indices.contains(index) else { return false }
        return words.words[index].isCapital || words.kind(index) == .body || words.kind(index + 1) == .body
    }

    func run(_ start: Int, _ end: Int) -> Range<Int>? {
        var end = end
        while end > start, [.of, .conjunction, .purpose].contains(words.kind(end - 1)) { end -= 1 }
        // One letter stands for something in a reckoning, and a share is nobody: "28% Lottery".
        guard start < end, words.bytes(of: start..<end).count > 1, !(start..<end).contains(where: { isShare($0) }) else { return nil }
        return start..<end
    }

    /// Whether a word is a percentage.
    private func isShare(_ index: Int) -> Bool { words.kind(index) == .number && words.small(index).hasSuffix("%") }

    func isPassive(_ verb: Int) -> Bool {
        // "The club are giving £90".
        if words.small(verb).hasSuffix("ing") { return false }
        var index = verb - 1
        while index >= 0, words.isAdverb(index) { index -= 1 }
        return words.kind(index) == .be
    }

    /// Whether a verb stands at an index: "to support school improvement" pays nobody.
    func isVerbAhead(_ index: Int) -> Bool {
        switch words.kind(index) {
        case .helping, .verb, .giving: !words.words[index].isCapital
        default: false
        }
    }

    /// The name that begins an entry in which commas part whom, what and how much: "Greenacre Ltd, second cut, £385".
    func firstOfEntry(_ place: Place) -> Range<Int>? {
        var (start, end) = (place.word, place.word)
        guard words.kind(place.word - 1) == .comma else { return nil }
        var parts = 0
        while start > place.room.lowerBound, ![.stop, .figure, .close, .open].contains(words.kind(start - 1)) {
            start -= 1
            if words.kind(start) == .comma { (end, parts) = (start, parts + 1) }
        }
        let run = start..<end
        guard parts > 1, let last = run.last, run.count <= SentenceMeaning.longestName, words.words[start].isCapital,
            run.allSatisfy({ words.words[$0].isCapital || words.kind($0) == .conjunction || words.kind($0) == .of }),
            words.kind(last) == .body || !run.contains(where: { words.vocabulary.isPaidThing(words.small($0)) || isCue($0) })
        else { return nil }
        return run
    }

    /// Longest name that begins an entry, words.
    private static let longestName = 7

    /// Fewest digits that number a cheque and no year or house.
    static let chequeDigits = 5
}
