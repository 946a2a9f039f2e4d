internal import RuleEngine

/// What ends a noun phrase, and what goes on with it.
extension SentenceWords {
    /// Whether a word that could describe what follows is what was done by those who stand before it.
    func isDone(_ index: Int) -> Bool {
        if words[index - 1].isCapital && !words[index].isCapital || small(index - 1).hasSuffix("s") { return true }
        return kind(index - 1) == .body && kind(index) != .link && !SentenceWords.ofBodies.contains(small(index))
    }

    /// Whether a word in "-ed" that is in no list is what somebody before it did, though a noun follows: "the parish allotted money".
    func isDoneByParty(_ index: Int) -> Bool {
        let word = small(index)
        guard kind(index) == .word, index > 0, word.hasSuffix("ed"), word.utf8.count > 4, !words[index].isCapital,
            !word.contains("-"), kind(index - 1) == .body || kind(index - 1) == .word,
            // "for parish centred nurses": what a party did stands behind no preposition.
            index < 2 || !kind(index - 2).isPreposition
        else { return false }
        return vocabulary.isParty(small(index - 1)) && !SentenceWords.ofBodies.contains(word)
    }

    /// Whether a word that could be a verb names several things: behind a preposition and a noun of its own, with no object.
    func isPluralNoun(_ index: Int, of first: Int) -> Bool {
        guard kind(index) == .verb, small(index).hasSuffix("s"), !words[index - 1].isCapital, !small(index - 1).hasSuffix("s"),
            kind(index - 1) == .word, kind(first - 1).isPreposition || kind(first - 1) == .determiner && kind(first - 2).isPreposition
        else { return false }
        switch kind(index + 1) {
        case .stop, .comma, .conjunction, .close: return true
        default: return index + 1 >= words.count
        }
    }

    /// What describes a thing behind a body: "government funded schemes".
    static let ofBodies: Set<String> = [
        "funded", "owned", "managed", "led", "run", "maintained", "based", "approved", "controlled",
    ]

    /// Whether a word in "-ing" begins a phrase, or goes on with "and" what one began: "emptying and clearing the depot".
    func isGerund(_ index: Int, of first: Int) -> Bool {
        guard small(index).hasSuffix("ing"), small(index).utf8.count > 5, !words[index].isCapital else { return false }
        if index > first { return kind(index - 1) == .conjunction && isGerund(first, of: first) }
        return index > 0 && (kind(index - 1).isPreposition && kind(index - 1) != .to || small(index - 1) == "spent")
    }

    /// Whether a number counts the things behind it: "delivery of 78 electric buses".
    func isCount(_ index: Int) -> Bool {
        kind(index) == .number && kind(index + 1) == .word && !words[index + 1].isCapital && text[words[index].bytes.lowerBound] != 0x30
    }

    /// Whether the words behind "and" are a clause with a verb of its own: "the last clearance and their charges are £252".
    func beginsClause(_ index: Int) -> Bool {
        // "are used for emergencies and cost £300".
        if small(index) == "cost", kind(index + 1) == .determiner || kind(index + 1) == .figure { return true }
        // "pay for the distress and review its procedure".
        if kind(index) == .word || kind(index) == .helping, !words[index].isCapital, !small(index).hasSuffix("ing"),
            kind(index + 1) == .determiner
        {
            return true
        }
        guard kind(index) == .determiner else { return false }
        var place = index
        while place < min(words.count, index + 6) {
            switch kind(place) {
            case .be, .auxiliary: return place > index
            case .determiner, .word, .body, .quantity, .number, .time: place += 1
            default: return false
            }
        }
        return false
    }

    /// Whether a lone word behind "is" or "been" is what is said of something: "been frozen at", "is continuous and".
    func isPredicate(_ index: Int, before next: Int) -> Bool {
        var before = index - 1
        while before > 0, kind(before) == .link || isAdverb(before) { before -= 1 }
        guard before >= 0, kind(index) == .word, !words[index].isCapital, kind(before) == .be, small(before - 1) != "there" else {
            return false
        }
        switch kind(next) {
        case .preposition, .to, .by, .on: return !small(index).hasSuffix("s")
        case .conjunction:
            return vocabulary.isListedNoun(small(index)) == false || small(index).hasSuffix("ous") || small(index).hasSuffix("ed")
        default: return false
        }
    }

    /// Whether a verb follows "to": "to balance the budget", and not "relates to regional delivery", "open to supported schools".
    func isInfinitive(_ to: Int) -> Bool {
        guard kind(to) == .to else { return false }
        if SentenceWords.bindingByTo.contains(small(to - 1)) || small(to + 1).hasSuffix("ed") { return false }
        return vocabulary.isListedNoun(small(to + 1)) != false
    }

    /// Words behind which "to" leads to a thing and to no verb.
    static let bindingByTo: Set<String> = [
        "relates", "relate", "relating", "related", "attributable", "compared", "recharged", "transferred", "moved",
    ]

    /// "Bristol to Bath Corridor": two places that name one thing; no sentence "from Parks to Roads", no "Donation to".
    func isRoute(_ to: Int) -> Bool {
        guard isInName(to), to > 1, kind(to - 2) != .stop, kind(to - 2) != .dash, kind(to - 1) == .word else { return false }
        let word = small(to - 1)
        if vocabulary.isPlain(word) || vocabulary.isPaidThing(word) { return false }
        var first = to - 1
        while first > 0, words[first - 1].isCapital { first -= 1 }
        return first > 0 && kind(first - 1) != .from
    }

    /// Whether a word does what verbs do though it is in no list of them: "delivering the", "expressed as", "partially offset".
    func isVerbal(_ index: Int) -> Bool {
        let word = small(index)
        if words[index].isCapital, index > 0 { return false }
        // "The charge rises by £14".
        if index > 0, word.hasSuffix("s"), kind(index + 1) == .by || kind(index + 1) == .to || kind(index + 1) == .from,
            kind(index + 2) == .figure, kind(index - 1).isNominal, SentenceWords.moving.contains(word) || kind(index + 1) == .by
        {
            return true
        }
        // "The plan results in £2m more".
        if word == "results", small(index + 1) == "in" { return true }
        // "The accounts show that".
        if index > 0, small(index + 1) == "that", small(index - 1).hasSuffix("s"), !word.hasSuffix("s"), kind(index - 1).isNominal {
            return true
        }
        // "The applicant contends that", and not "transport projects that".
        if index > 0, small(index + 1) == "that", kind(index - 1) == .body || words[index - 1].isCapital, !vocabulary.isPlain(word) {
            return true
        }
        if word.hasSuffix("ed"), word.utf8.count > 4 { return !isDescribing(index) }
        if word.hasSuffix("ing"), word.utf8.count > 5, index == 0 || !kind(index - 1).isPreposition {
            let next = kind(index + 1)
            if next == .figure, isLabelEnd(index) { return false }
            return next == .determiner || next == .figure || next == .quantity || next == .pronoun
        }
        return isAdverb(index) && kind(index + 1) != .word && kind(index + 1) != .body
    }

    /// Whether a word in "-ing" ends the label of an entry of a list right before its amount: "Grass cutting £20; street lighting £30", and no
    /// "Savings delivering £20", "Invoice totalling £20".
    private func isLabelEnd(_ index: Int) -> Bool {
        guard index > 0, kind(index - 1) == .word, !small(index - 1).hasSuffix("s") || small(index - 1).hasSuffix("ss"),
            !SentenceWords.ofAmounts.contains(small(index))
        else {
            return false
        }
        var first = index - 1
        while first > 0, kind(first - 1) == .word, index - first < SentenceWords.longestLabelEnd { first -= 1 }
        switch kind(first - 1) {
        case .stop, .comma, .dash, .close: return true
        default: return first == 0
        }
    }

    /// Most words of such a label before its last.
    private static let longestLabelEnd = 3
    /// Words in "-ing" that an amount stands behind as what they act on.
    private static let ofAmounts: Set<String> = [
        "totalling", "costing", "exceeding", "amounting", "including", "excluding", "generating", "delivering", "raising", "making",
        "covering",
        "comprising", "receiving", "paying", "earning", "reaching", "averaging", "leaving", "using", "seeking", "requesting", "claiming",
        "spending",
        "involving", "requiring", "needing", "offering", "approving", "awarding", "providing", "allocating", "releasing", "adding",
        "saving",
        "bringing", "giving", "losing", "owing", "investing", "lending", "borrowing", "committing", "contributing", "remaining",
        "outstanding",
        "achieving", "realising", "securing", "transferring", "moving", "taking", "putting", "forecasting", "showing", "carrying",
        "reducing",
        "increasing", "representing", "equalling", "valuing", "being", "having", "yielding", "netting", "granting", "funding",
    ]

    /// Verbs of change that could be nouns, before "to" or "from" and an amount: "the wage rises to £12".
    private static let moving: Set<String> = ["rises", "increases", "falls", "drops", "reduces", "grows"]

    /// Whether a figure follows before the next noun ends: "£3m for parks and a £2m fund".
    func isFigureAhead(_ index: Int) -> Bool { (index...index + 2).contains { kind($0) == .figure } }

    /// Whether a list goes on at an index and ends in "and" or "or": "supply, services or design contract".
    func isListed(_ index: Int) -> Bool {
        var place = index
        while place < min(words.count, index + 5) {
            switch kind(place) {
            case .word, .body, .determiner, .quantity: place += 1
            case .conjunction: return place > index && kind(place + 1) == .word
            default: return false
            }
        }
        return false
    }

    /// Whether a participle stands before a noun that it describes.
    func isDescribing(_ index: Int) -> Bool {
        let next = kind(index + 1)
        guard next == .word || next == .body || next == .quantity && kind(index + 2) == .word else { return false }
        return small(index).hasSuffix("ed") || small(index).hasSuffix("ing") || small(index) == "offset" || small(index) == "higher"
            || small(index) == "lower"
    }

    /// Whether the word before says that a verb stands here: "has planned", "we planned".
    func isVerbPlace(_ index: Int) -> Bool {
        // "have now swallowed".
        if kind(index - 1) == .link, kind(index - 2) == .auxiliary, small(index).hasSuffix("ed") { return true }
        return switch kind(index - 1) {
        case .auxiliary, .pronoun, .be: true
        case .to: isInfinitive(index - 1)
        // "a report that suggested queues cost".
        case .determiner: small(index - 1) == "that" && kind(index - 2).isNominal
        default: false
        }
    }

    /// Whether "costs" is a verb: in small letters behind a noun with its article, before an amount.
    func isCosting(_ index: Int) -> Bool {
        guard small(index) == "costs", !words[index].isCapital, kind(index + 1) == .figure || kind(index + 1) == .link,
            kind(index - 1) == .word
        else { return false }
        return (max(0, index - 4)..<index).contains { kind($0) == .determiner }
    }

    /// "enhancements to the operation of the bus services", "compensation to decanted tenants": what is done to something, with what it is.
    func isDoneTo(_ to: Int) -> Bool {
        guard kind(to) == .to, vocabulary.takesTo(small(to - 1)) else { return false }
        return kind(to + 1) == .determiner || kind(to + 1) == .body || words.indices.contains(to + 1) && words[to + 1].isCapital
            || small(to + 1).hasSuffix("ed") && kind(to + 2).isNominal
    }

    /// Whether "pay" is a verb: behind a noun with its article, right before an amount: "Drivers who enter the zone pay £9".
    func isPaying(_ index: Int) -> Bool {
        guard small(index) == "pay", !words[index].isCapital, kind(index + 1) == .figure, kind(index - 1).isNominal else { return false }
        return (max(0, index - 4)..<index).contains { kind($0) == .determiner }
    }

    /// "home to school transport": the one service whose name has a "to".
    func isHomeToSchool(_ to: Int) -> Bool { small(to - 1) == "home" && small(to + 1).hasPrefix("school") }

    /// Whether a gerund or a noun of action may take a verb after "to": "decision to close".
    static func isVerbNoun(_ word: String) -> Bool {
        ["decision", "decisions", "proposal", "proposals", "plan", "plans"].contains(word)
    }
}
