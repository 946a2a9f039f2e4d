internal import PaperModel
internal import RuleEngine

/// The entries of lists: amounts with a label before or behind them and no verb.
extension SentenceMeaning {
    /// Whether a figure stands in an entry of a list and in no sentence: no verb between it and the figure or heading before.
    func isEntry(_ place: Place) -> Bool {
        // The words before a colon lead to the entry: "It was resolved to pay: hall hire £40; stamps £12".
        let mark = (place.room.lowerBound..<max(place.room.lowerBound, place.word)).last {
            words.isMark($0, UInt8(ascii: ":")) || words.isMark($0, UInt8(ascii: ";"))
        }
        let start = mark.flatMap { words.isMark($0, UInt8(ascii: ";")) || remoteSense(place) != nil ? $0 : nil }
        for index in (start ?? place.room.lowerBound)..<max(start ?? place.room.lowerBound, place.word) {
            switch words.kind(index) {
            case .verb, .be, .auxiliary, .pronoun, .connective, .giving, .asking: return false
            // "It cost the Council £32,000".
            case .word where words.small(index) == "cost" && (words.kind(index + 1) == .determiner || words.kind(index + 1) == .pronoun):
                return false
            // "A stall costs £15 and a table £5", "the rate averages £82".
            case .word
            where index == place.word - 1
                && (words.small(index) == "costs" && words.kind(0) == .determiner || words.small(index).hasPrefix("average")):
                return false
            default: continue
            }
        }
        // "Schemes over £10m require a business case".
        var next = place.word + 1
        while next < min(place.room.upperBound, place.word + SentenceMeaning.entryReach) {
            switch words.kind(next) {
            case .be, .auxiliary: return false
            case .verb: return words.small(next).hasSuffix("ed") || words.kind(next - 1) == .open
            case .stop, .comma, .open, .dash, .figure: return true
            default: next += 1
            }
        }
        return true
    }

    /// How far behind an amount a verb still makes a sentence of its entry, words.
    static let entryReach = 8

    /// Whether nothing but marks and brackets stand between an amount and the one before it: "£48,000 (health), £62,000 (education)".
    func isBareEntry(_ place: Place) -> Bool {
        place.index > 0
            && (place.room.lowerBound..<max(place.room.lowerBound, place.word)).allSatisfy { index in
                words.words[index].depth > 0 || [.open, .close, .comma, .conjunction, .stop].contains(words.kind(index))
            }
    }

    /// What the words before a colon say of the first entry after it: "Accounts for payment: Hall hire - £40".
    func remoteSense(_ place: Place) -> Cue? {
        let own = cues.senses.filter { cue in cue.sense.map { $0.isOfStaff == place.isStaff } ?? false }
        guard let colon = (place.room.lowerBound..<place.word).last(where: { words.isMark($0, UInt8(ascii: ":")) }) ?? listDash(place)
        else {
            return nil
        }
        let bytes = words.bytes(of: place.room.lowerBound..<colon)
        return Cues.head(of: own.filter { $0.bytes.lowerBound >= bytes.lowerBound && $0.bytes.upperBound <= bytes.upperBound })
    }

    /// Whether an entry is all of its sentence, with the amount at its end: "Lunch club: £450."
    func isEntryAlone(_ place: Place) -> Bool {
        words.figures.count == 1 && place.word >= words.words.count - SentenceMeaning.tailOfEntry && place.word > 0
            && place.word <= SentenceMeaning.longestLabel + 1 && !SentenceMeaning.reckoning.contains(words.small(0))
    }

    /// Labels of what the entries of a list come to, or of what is taken off.
    static let reckoning: Set<String> = [
        "less", "minus", "total", "totals", "totalling", "subtotal", "sub-total", "leaving", "balance", "sum", "net", "gross", "remainder",
    ]

    /// Words, stops too, that may stand behind the amount at the end of an entry: "(Ch. no. 101139)."
    private static let tailOfEntry = 9

    /// Whether words that have a sense of their own only name what an entry of a list is for: a fee or insurance in a list of payments is
    /// paid, a rent or what came by standing order in one of receipts is taken in.
    static func names(_ cue: Cue, whatIs listSense: Figure.Sense?) -> Bool {
        switch listSense {
        case .spend: cue.sense.map(HeadingMeaning.things.contains) ?? false
        case .income: cue.sense == .price || cue.isThing
        default: false
        }
    }

    /// The only dash of a list of three or more, or of two that a semicolon parts, which stands for a colon before the first: "Reserves at year end - Tractor £6,000, Elections £1,500".
    private func listDash(_ place: Place) -> Int? {
        guard place.index == 0, words.figures.count > 1 else { return nil }
        let between = place.word..<words.figures[1]
        guard words.figures.count > 2 || between.contains(where: { words.isMark($0, UInt8(ascii: ";")) }) else { return nil }
        let dashes = words.words.indices.filter { words.kind($0) == .dash }
        guard dashes.count == 1, let dash = dashes.first, dash < place.word - 1 else { return nil }
        return dash
    }

    /// Whether what leads to a list may say what a figure is: that of an entry, and none of a sentence, "The chairman wanted the full £13".
    func isOfLead(_ place: Place, isEntry: Bool) -> Bool {
        if !isEntry || isPriceTag(place) || isVariance(place) { return false }
        guard words.kind(0) == .determiner || words.kind(0) == .pronoun else { return true }
        return !(1..<max(1, place.word)).contains { words.small($0).hasSuffix("ed") && words.kind($0 - 1).isNominal }
    }

    /// Longest label of an entry that is told whole, words.
    static let longestLabel = 7

    /// Whether a figure is the sum of those before it in its sentence: "making a total of £4,782".
    func isSum(_ place: Place) -> Bool {
        guard place.index > 0, place.governing.phrases.allSatisfy({ isVoid($0) }) else { return false }
        return (place.room.lowerBound..<place.word).contains { index in
            guard words.small(index) == "total" else { return words.small(index) == "totalling" }
            var before = index - 1
            if words.kind(before) == .determiner { before -= 1 }
            return words.kind(before) == .comma || ["making", "giving", "bringing"].contains(words.small(before))
        }
    }

    /// Whether "and" alone joins a figure to the one before it, and no verb follows: "£5 in Northwick and £16 in Southwick".
    func isSecondOfPair(_ place: Place) -> Bool {
        guard place.index > 0, words.kind(place.word - 1) == .conjunction else { return false }
        return !(place.word + 1..<max(place.word + 1, min(place.room.upperBound, place.word + SentenceMeaning.entryReach))).contains {
            words.kind($0) == .be || words.kind($0) == .auxiliary || words.kind($0) == .verb
        }
    }

    /// Whether a figure goes on a list that the figure before it began: nothing but its own noun and joining words between, no verb.
    func continuesList(_ place: Place) -> Bool {
        guard place.index > 0 else { return false }
        // "saving £0.9m, and that £2m had been set aside": begins another clause.
        if words.small(place.word - 1) == "that", words.kind(place.word - 2) == .conjunction { return false }
        // "and in the year after that had risen to £7.9m".
        if place.governing.phrases.isEmpty || place.governing.phrases.count == 1,
            let run = place.governing.phrases.first ?? place.governing.subject.first,
            run.count == 1, words.small(run.lowerBound) == "that"
        {
            return true
        }
        let start = words.figures[place.index - 1] + 1
        var hasJoint = false
        for index in start..<max(start, place.word) {
            switch words.kind(index) {
            case .verb, .be, .auxiliary, .pronoun: return false
            // "sold for £18m, although £2m remains".
            case .connective where words.vocabulary.isConceding(words.small(index)): return false
            case .conjunction, .comma, .stop, .open: hasJoint = true
            default: continue
            }
        }
        return hasJoint
    }

    /// "Village hall hire - £40", "Community facilities £28,672": the words right before the figure in an entry of a list.
    func entry(_ place: Place) -> Range<Int>? {
        let governing = place.governing
        // "R. Holt, hire of room, £54": the thing between the commas.
        if words.kind(place.word - 1) == .comma, governing.link.isEmpty, words.figures.count == 1,
            let before = (place.room.lowerBound..<max(place.room.lowerBound, place.word - 1)).last(where: { words.kind($0) == .comma })
        {
            let run = before + 1..<place.word - 1
            if !run.isEmpty, run.count <= SentenceMeaning.longestLabel + 1, !words.isTime(run.lowerBound) { return run }
        }
        // "Employment during construction £117,509": the label whole.
        if let run = entryRun(place), governing.link.isEmpty, run.count <= SentenceMeaning.longestLabel, let first = run.first,
            words.kind(first).isNominal, run.contains(where: { words.kind($0) == .preposition || words.kind($0) == .purpose }),
            run.allSatisfy({
                words.kind($0).isNominal || words.kind($0).isPreposition || words.kind($0) == .determiner || words.kind($0) == .conjunction
            }),
            !(run.contains { words.isInName($0) && words.kind($0).isPreposition }), !isVoid(first..<first + 1),
            words.kind(run.upperBound - 1).isNominal
        {
            return run
        }
        // "Reverse £0.4m cuts to the mobile library": one word that opens a sentence of an amount with its noun asks for something.
        if governing.link.isEmpty, governing.phrases.count == 1, let only = governing.phrases.first, only == 0..<1,
            !place.following.isEmpty,
            holdsCue(place.following)
        {
            return nil
        }
        guard let phrase = governing.phrases.last, governing.verb == nil,
            governing.link.isEmpty || governing.link.allSatisfy({ words.kind($0) == .dash || words.kind($0) == .stop })
        else { return nil }
        if governing.link.contains(where: { words.kind($0) == .dash }) {
            // "Acme Ltd - gate repair - £75": what is paid for stands last, with what "of" joins: "Mowing of verges - £140".
            var first = phrase.lowerBound
            for earlier in governing.phrases.dropLast().reversed() where earlier.upperBound == first - 1 && words.kind(first - 1) == .of {
                first = earlier.lowerBound
            }
            return first..<phrase.upperBound
        }
        return phrases(governing.phrases)
    }

    /// "£2.3m - new station", "£48,000 (health)": what stands behind the amount in a list of amounts.
    func labelBehind(_ place: Place) -> Range<Int>? {
        let next = place.word + 1
        if words.kind(next) == .open, let close = closeOf(next), close - next <= SentenceMeaning.shortNote {
            let found = words.phrase(from: next + 1)
            // "(plus VAT)", "(Band 9)".
            if behindTaxNote(next + 1) > next + 1 { return nil }
            if words.vocabulary.isNumbered(words.small(next + 1)), words.kind(next + 2) == .number { return nil }
            return found.upperBound == close && !found.isEmpty && words.kind(next + 1) != .number ? found : nil
        }
        guard place.room.lowerBound == place.word || words.kind(place.word - 1) == .stop,
            words.kind(next) == .dash || words.isMark(next, UInt8(ascii: ":"))
        else { return nil }
        let found = words.phrase(from: next + 1)
        return found.isEmpty ? nil : found
    }

    /// Longest bracket behind an amount that says what it is for, words.
    static let shortNote = 6

    /// The words of an entry before its amount, without what belongs to the entry before.
    func entryRun(_ place: Place) -> Range<Int>? {
        let governing = place.governing
        guard governing.link.allSatisfy({ words.kind($0) == .dash || words.kind($0) == .stop }) else { return nil }
        var start = governing.link.lowerBound
        // "Acme Fencing, £75, gate repair".
        if start == place.word, words.kind(start - 1) == .comma, words.kind(place.word + 1) == .comma {
            let end = start - 1
            start = end
            while start > place.room.lowerBound, ![.close, .comma, .stop, .open, .figure].contains(words.kind(start - 1)) { start -= 1 }
            return start < end ? start..<end : nil
        }
        while start > place.room.lowerBound {
            switch words.kind(start - 1) {
            case .close, .comma, .stop, .open, .figure: return start < governing.link.lowerBound ? start..<governing.link.lowerBound : nil
            default: start -= 1
            }
        }
        return start < governing.link.lowerBound ? start..<governing.link.lowerBound : nil
    }
}
