internal import PaperModel
internal import RuleEngine

/// Whether what was found can be what a figure is for: a doubtful subject is worse than none.
extension SentenceMeaning {
    /// Whether a run of words reads as a name or noun phrase and as no piece of a clause, formula or quotation.
    func isPlausible(_ run: Range<Int>) -> Bool {
        guard let first = run.first, let last = run.last else { return false }
        if isCutOff(last) || isSpoken(run) || isFormula(run) { return false }
        // "capital and/or"
        if words.small(last).hasSuffix("/or") { return false }
        // "2018 Retrieved from", "Retrieved": the note on a source.
        if words.kind(first) == .number, words.words[first].bytes.count == SentenceMeaning.yearDigits, run.count == 2,
            words.small(last).hasSuffix("ed")
        {
            return false
        }
        return true
    }

    /// Whether a word alone before an amount describes it: "Typically £480", "a magnificent £486".
    func describesAmount(_ index: Int) -> Bool {
        guard words.kind(index) != .figure, words.kind(index + 1) == .figure else { return false }
        return words.isAdverb(index) || words.small(index).hasSuffix("ly")
            || ["a", "an"].contains(words.small(index - 1)) && !words.words[index].isCapital
    }

    /// Whether a word alone is a verb, or stands for one: "to chase the £180", "owing to a late receipt", "Deferred - oven, £4,250"; or a noun
    /// that "this" points to: "grants awarded this round".
    func isDoneOrSaid(_ index: Int) -> Bool {
        let (before, next) = (words.kind(index - 1), words.kind(index + 1))
        if words.small(index).hasSuffix("ed"), next == .dash || words.isMark(index + 1, UInt8(ascii: ":")) { return true }
        if words.words[index].isCapital || words.kind(index) == .figure { return false }
        if before == .to, next == .determiner || next == .pronoun { return true }
        if words.small(index).hasSuffix("ing"), next == .to { return true }
        return SentenceMeaning.demonstratives.contains(words.small(index - 1))
    }

    /// Digits of a year.
    private static let yearDigits = 4

    /// Whether a phrase breaks off at a verb or the title of a person, so that its end isn't known: "Hub requested".
    private func isCutOff(_ last: Int) -> Bool {
        switch words.kind(last) {
        case .verb, .giving, .asking: words.small(last).hasSuffix("ed")
        case .be, .auxiliary, .connective, .pronoun, .preposition, .determiner, .conjunction, .of, .to: true
        // "signed by Cllr. Crane and Cllr."
        default: SentenceMeaning.titles.contains(words.small(last))
        }
    }

    /// Whether a clause or a question stands in it: "are the sums sensible?", "record surplus".
    private func isSpoken(_ run: Range<Int>) -> Bool {
        var depth = 0
        var quotes = 0
        for index in run {
            switch words.kind(index) {
            case .open: depth += 1
            case .close: depth -= 1
            case .be, .pronoun: if depth == 0 { return true }
            case .stop: if words.isMark(index, UInt8(ascii: "?")) || words.isMark(index, UInt8(ascii: "!")) { return true }
            case .quote: if !words.isPossessive(index) { quotes += 1 }
            default: break
            }
        }
        // A quotation that opens within the phrase and doesn't close there goes on behind it.
        return quotes % 2 == 1
    }

    /// Whether it is a piece of a reckoning: "rent x 75% x 20", "A".
    private func isFormula(_ run: Range<Int>) -> Bool {
        run.contains { index in
            let word = words.small(index)
            return word == "x" && !words.words[index].isCapital || words.isMark(index, UInt8(ascii: "="))
                || words.isMark(index, UInt8(ascii: "+"))
        }
    }

    /// Whether an amount is a term of a reckoning: "(£10,000 x C)", "= (£1.3m + £0.5m)". Words beside it are no sentence.
    func isTerm(_ place: Place) -> Bool {
        let text = words.text
        let bytes = words.words[place.word].bytes
        var before = bytes.lowerBound - 1
        while before >= words.bytes.lowerBound, isSpace(text[before]) || text[before] == UInt8(ascii: "(") { before -= 1 }
        var after = bytes.upperBound
        while after < words.bytes.upperBound, isSpace(text[after]) || text[after] == UInt8(ascii: ")") { after += 1 }
        func isSign(_ place: Int) -> Bool {
            guard place >= words.bytes.lowerBound, place < words.bytes.upperBound else { return false }
            switch text[place] {
            case UInt8(ascii: "+"), UInt8(ascii: "*"): return true
            case UInt8(ascii: "x"): return isSpace(text[place - 1]) && isSpace(text[place + 1])
            default: return false
            }
        }
        // "= £6m": what begins with the sign goes on a reckoning; "Total = £6m" is a label with its amount.
        let isResult = before >= words.bytes.lowerBound && text[before] == UInt8(ascii: "=") && isFirst(before)
        let isAfterSign = isSign(before)
        return isResult || isAfterSign || isSign(after) && place.governing.phrases.isEmpty
    }

    /// Whether nothing but one letter or nothing stands before a byte in its sentence: "= £6m", "D = £386".
    private func isFirst(_ place: Int) -> Bool {
        let before = words.words.prefix { $0.bytes.lowerBound < place }
        return before.allSatisfy { $0.kind == .dash || $0.kind == .open || $0.kind == .quote || $0.bytes.count == 1 }
    }
}
