internal import RuleEngine

/// Reads noun phrases off the words of a sentence: what stands together, without knowing a word but those that build sentences.
extension SentenceWords {
    /// Longest noun phrase, words; a name of a scheme with its bracket has about twelve.
    private static let longestPhrase = 14

    /// Where a noun phrase that begins at a word ends, with what is attached to it by "of", "in", "and"; empty where none begins.
    func phrase(from start: Int) -> Range<Int> {
        var first = start
        while kind(first) == .determiner || kind(first) == .quote { first += 1 }
        var end = first
        var last = first
        let limit = first + SentenceWords.longestPhrase
        while end < min(words.count, limit) {
            switch kind(end) {
            case .word where isVerbal(end) && !isGerund(end, of: first) || end > first && isDoneByParty(end): return first..<last
            case .word, .body, .number, .quantity, .time, .helping:
                last = end + 1
            case .giving, .asking, .link, .verb:
                // "for cycle stands": at the end of its phrase it is several things.
                if end > first, isPluralNoun(end, of: first) {
                    last = end + 1
                    break
                }
                // "Councillors requested data", "the authority provided machines": after a name, a plural or a body it is what they did.
                if end > first, isDone(end) { return first..<last }
                // "awarded funding", "planned works": before a noun it describes.
                // and so does one between an article and a noun: "a lost bin".
                guard
                    isDescribing(end) || end == first && small(end).hasSuffix("ing")
                        || kind(end) == .verb && ["a", "the"].contains(small(end - 1)) && kind(end + 1) == .word
                else { return first..<last }
                last = end + 1
            case .comma:
                guard last > first, isListed(end + 1) else { return first..<last }
            case .determiner:
                // "for emptying and clearing the depot": what is done, with its object.
                // "such an account".
                let isSecond = kind(end - 1) == .determiner
                guard end > first, isSecond || isJoint(kind(end - 1)) || isGerund(end - 1, of: first) || kind(end - 1) == .purpose else {
                    return first..<last
                }
            case .of:
                guard last > first, goesOn(end + 1) || isCount(end + 1) else { return first..<last }
            // "setting up a club", "taking out lead pipes".
            case .preposition where end == first + 1 && small(first).hasSuffix("ing") && SentenceWords.particles.contains(small(end)): break
            case .preposition:
                guard last > first, SentenceWords.inner.contains(small(end)), goesOn(end + 1), !isTime(end + 1),
                    small(end) != "in" || !SentenceMeaning.idioms.contains(small(end + 1)) || kind(end + 2).isNominal
                else { return first..<last }
            case .purpose where isInName(end): break
            case .conjunction:
                // "Phases 1 and 2".
                if last > first, kind(end - 1) == .number, kind(end + 1) == .number, end - 1 > first { break }
                guard last > first, goesOn(end + 1), !isFigureAhead(end + 1), !beginsClause(end + 1) else { return first..<last }
                // "funding and proposed running sessions": what was done next.
                if kind(end + 1) != .word, small(end + 1).hasSuffix("ed"), !small(end - 1).hasSuffix("ed") { return first..<last }
            case .open:
                guard last > first, let close = shortBracket(at: end) else { return first..<last }
                last = close + 1
                end = close
            case .quote: break
            case .to where end > first && SentenceWords.isVerbNoun(small(first)): break
            case .to where isHomeToSchool(end) || last > first && (isRoute(end) || isDoneTo(end)): break
            default: return first..<last
            }
            end += 1
        }
        return first..<last
    }

    /// The noun phrase that ends before a word, without what is attached to it: "the approved budget" in "the approved budget of".
    func phrase(endingAt end: Int) -> Range<Int> {
        var start = end
        let limit = max(0, end - SentenceWords.longestPhrase)
        while start > limit {
            let index = start - 1
            switch kind(index) {
            case .word, .body, .helping:
                // "is forecasting", "to balance": a verb, though its words could name something.
                if isVerbPlace(index), small(index).hasSuffix("ing") || small(index).hasSuffix("ed") { return start..<end }
                // "the parish allotted money".
                if start < end, isDoneByParty(index) { return start..<end }
                // "that the Council pay Ms B £750".
                if kind(index) == .helping, !words[index].isCapital, kind(index - 1) == .body, start < end { return start..<end }
                if kind(index) == .helping, !words[index].isCapital,
                    kind(index - 1) == .to || kind(index - 1) == .auxiliary || kind(index - 1) == .conjunction && kind(index - 2) == .verb
                {
                    return start..<end
                }
                // "The scheme costs £400".
                if start == end, isCosting(index) || isPaying(index) { return start..<end }
                // "Employers pay £400".
                if kind(index) == .helping, start == end, kind(end) == .figure, kind(index - 1).isNominal, small(index - 1).hasSuffix("s") {
                    return start..<end
                }
                if index > 0, !words[index].isCapital,
                    kind(index - 1) == .auxiliary
                        || isInfinitive(index - 1) && (kind(index - 2) != .word || small(index - 2).hasSuffix("ed"))
                {
                    return start..<end
                }
                // "has been frozen at £912": said of what stands before the verb.
                if start == end, isPredicate(index, before: end) { return start..<end }
                // "are used for emergencies and cost £300".
                if start == end, small(index) == "cost", kind(index - 1) == .conjunction, kind(end) == .figure || kind(end) == .determiner {
                    return start..<end
                }
                if start == end, isVerbal(index) { return start..<end }
            case .number where text[words[index].bytes.upperBound - 4] == UInt8(ascii: ","): return start..<end
            // "for the financial year 2018/19 Wold Council has": a name behind a year begins anew.
            case .number where start < end && words[start].isCapital && kind(index - 1) == .time: return start..<end
            case .asking where !small(index).hasSuffix("ed"): break
            case .quantity, .number, .time: break
            case .asking, .giving, .link, .verb:
                // "operators received subsidies": after a plural it is what they did.
                let isDone = index > 0 && kind(index - 1) == .word && small(index - 1).hasSuffix("s")
                // "the assessment of viability assumed average prices": behind a noun a known verb is what it does.
                if kind(index) == .verb, start < end,
                    kind(index - 1) == .word || kind(index - 1) == .body && !SentenceWords.ofBodies.contains(small(index)),
                    !small(index - 1).hasSuffix("ed"), !words[index].isCapital,
                    vocabulary.isListedNoun(small(index - 1)) != false, small(index).hasSuffix("ed") || small(index) == "costing"
                {
                    return start..<end
                }
                // "added his support but noted disappointment".
                let isNext = index > 0 && kind(index - 1) == .conjunction && !small(index - 2).hasSuffix("ed")
                guard start < end, isDescribing(index), !isVerbPlace(index), !isDone, !isNext else { return start..<end }
            case .close:
                guard start == end || kind(start) != .open, let open = openBracket(before: index, from: limit) else { return start..<end }
                start = open
                continue
            case .quote: break
            case .purpose where start < end && isInName(index): break
            case .conjunction:
                // "Capital programme and investment proposals": both are nouns.
                guard start < end, index > limit, kind(index - 1).isNominal || kind(index - 1) == .close || isInName(index),
                    kind(start) != .determiner, !isPredicate(index - 1, before: index)
                else {
                    return start..<end
                }
            case .to where start < end && (isHomeToSchool(index) || isRoute(index)): break
            // "the cost of cleaning the dykes".
            case .determiner: return isGerund(index - 1, of: index - 1) && start < end ? index - 1..<end : index..<end
            default: return start..<end
            }
            start = index
        }
        return start..<end
    }

    /// Prepositions that belong to the verb before them.
    static let particles: Set<String> = ["out", "up", "down", "off"]

    /// Prepositions inside a phrase that names one thing: "mitigation in East Kent".
    private static let inner: Set<String> = ["in", "at", "within", "with", "under", "between"]

    /// Whether a preposition stands between two words of a name: "Department for Education".
    func isInName(_ index: Int) -> Bool {
        guard index > 0, words.indices.contains(index + 1), words[index - 1].isCapital else { return false }
        // "Support for Harrow": the first word of a sentence has its capital from there.
        if index == 1, kind(1) == .purpose, kind(0) != .body { return false }
        // "Riding for the Disabled".
        let next = kind(index) == .purpose && kind(index + 1) == .determiner ? index + 2 : index + 1
        return words.indices.contains(next) && words[next].isCapital
    }

    private func isJoint(_ kind: WordKind) -> Bool { kind == .of || kind == .preposition || kind == .conjunction || kind == .to }

    /// Whether the word at an index can begin or go on a noun phrase.
    private func goesOn(_ index: Int) -> Bool {
        switch kind(index) {
        case .word, .body, .quantity, .helping: true
        case .determiner: kind(index + 1).isNominal
        case .giving, .asking, .link: isDescribing(index)
        default: false
        }
    }

    /// Whether a time stands at an index: "2024/25", "the next year", "April".
    func isTime(_ index: Int) -> Bool {
        var place = index
        while kind(place) == .determiner || kind(place) == .quantity || SentenceWords.ordinals.contains(small(place)) { place += 1 }
        if SentenceWords.counts.contains(small(place)), kind(place + 1) == .time { place += 1 }
        guard kind(place) == .time || kind(place) == .number else { return false }
        while kind(place) == .number || kind(place) == .time || kind(place) == .dash
            || (kind(place) == .to || kind(place) == .of) && (kind(place + 1) == .number || kind(place + 1) == .time)
        {
            place += 1
        }
        // "78 of the buses" counts things.
        if kind(place) == .of, kind(place - 1) == .number, kind(place + 1) == .word { return false }
        // "2023 outturn" is a thing; "30 November" and "2023-24" are times, and so is a number that nothing follows.
        return kind(place) != .word && kind(place) != .body && kind(place) != .helping
    }

    private static let ordinals: Set<String> = [
        "next", "last", "first", "second", "third", "current", "same", "financial", "end", "coming", "previous", "past", "full", "half",
    ]
    private static let counts: Set<String> = ["one", "two", "three", "four", "five", "six", "ten", "several"]

    /// What begins a bracket that tells what else a name is or was called.
    private static let aliasing: Set<String> = ["incl", "formerly", "previously", "aka"]

    /// Whether a word is one capital letter: "Stage One (A)".
    private func isLetter(_ index: Int) -> Bool { words.indices.contains(index) && words[index].isCapital && words[index].bytes.count == 1 }

    /// The close of a bracket that holds a short name or abbreviation: "(DSG)", "(incl. collection fund)", "(formerly Fast Link)".
    private func shortBracket(at open: Int) -> Int? {
        var index = open + 1
        while index < min(words.count, open + 6) {
            switch kind(index) {
            case .close:
                return index > open + 1
                    && (words[open + 1].isAcronym || isLetter(open + 1) || SentenceWords.aliasing.contains(small(open + 1)))
                    ? index : nil
            case .figure, .stop, .open, .pronoun, .be, .verb: return nil
            default: index += 1
            }
        }
        return nil
    }

    /// The opening of a short bracket that closes before an index.
    private func openBracket(before close: Int, from limit: Int) -> Int? {
        var index = close - 1
        while index >= max(limit, close - 10) {
            switch kind(index) {
            case .open:
                let isShort = (words[index + 1].isAcronym || isLetter(index + 1)) && close - index <= 3
                return isShort || SentenceWords.aliasing.contains(small(index + 1)) ? index : nil
            case .figure, .close, .stop: return nil
            default: index -= 1
            }
        }
        return nil
    }
}
