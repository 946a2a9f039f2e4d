internal import PaperModel
internal import RuleEngine

/// Which words of a phrase name what a figure is for.
extension SentenceMeaning {
    func closeOf(_ open: Int) -> Int? {
        var index = open + 1
        while index < min(words.words.count, open + 30) {
            if words.kind(index) == .close { return index }
            if words.kind(index) == .figure { return nil }
            index += 1
        }
        return nil
    }

    /// A phrase without articles, measures and times at its ends, and without a last word that only says how firm or what kind of money it
    /// is, where words remain.
    func trimmed(_ run: Range<Int>, _ sense: Figure.Sense?) -> Range<Int>? {
        guard var bare = edges(of: run) else { return nil }
        // "Disposal of land with a value": a preposition with a plain noun behind it says nothing more.
        if let joint = bare.last(where: { words.kind($0) == .preposition }), joint > bare.lowerBound, joint + 1 < bare.upperBound,
            words.kind(joint + 1) == .determiner, isVoid(joint + 1..<bare.upperBound),
            // "setting up an account": the verb's own.
            !SentenceWords.particles.contains(words.small(joint)) || !words.small(joint - 1).hasSuffix("ing")
        {
            bare = bare.lowerBound..<joint
        }
        let rest = unsaid(bare, sense).flatMap { isVoid($0) || !isThing($0) ? nil : $0 } ?? bare
        // A list of things is told whole up to eight words, else by its first.
        if rest.count(where: { words.kind($0) != .open && words.kind($0) != .close && words.kind($0) != .conjunction })
            > SentenceMeaning.longestList,
            let joint = rest.first(where: { (words.kind($0) == .conjunction || words.kind($0) == .comma) && !words.isInName($0) })
        {
            return rest.lowerBound..<joint
        }
        return rest
    }

    /// A phrase without its head where that is no more than a word of money: "the cost of stewards".
    func withoutCost(_ run: Range<Int>) -> Range<Int> {
        guard let joint = run.first(where: { words.kind($0) == .of }), joint > run.lowerBound, isVoid(run.lowerBound..<joint),
            !isVoid(joint + 1..<run.upperBound)
        else { return run }
        return joint + 1..<run.upperBound
    }

    /// Longest list that is told whole, words.
    private static let longestList = 8

    /// A phrase without its last word where that only repeats the figure's sense: "package" of "package costs"; nil where it doesn't.
    func unsaid(_ bare: Range<Int>, _ sense: Figure.Sense?) -> Range<Int>? {
        let (start, end) = (bare.lowerBound, bare.upperBound)
        let bytes = words.bytes(of: bare)
        if let last = cues.senses.last(where: { $0.bytes.upperBound == bytes.upperBound && $0.bytes.lowerBound > bytes.lowerBound }),
            let said = last.sense, said == sense, SentenceMeaning.said.contains(said), words.run(of: last.bytes).count == 1
        {
            let rest = start..<words.run(of: bytes.lowerBound..<last.bytes.lowerBound).upperBound
            // "Professional fees", "ground rent": one word alone is more often a description than a name.
            if rest.count == 1, !words.small(start).hasSuffix("ing"), !words.small(start).hasSuffix("s") { return nil }
            // "the road scheme's costs": of a holder the whole is told, or nothing.
            if let last = rest.last, isHolder(last) { return nil }
            // "Team and Operational [Costs]": what describes the word of money is no end of a name.
            if !rest.isEmpty, rest.upperBound < end, words.kind(rest.upperBound - 1).isNominal, !describes(rest.upperBound - 1) {
                return rest
            }
        }
        return nil
    }

    /// Whether a word ends as adjectives do that no noun is told by.
    private func describes(_ index: Int) -> Bool {
        let word = words.small(index)
        return words.vocabulary.isListedNoun(word).map(!)
            ?? (word.hasSuffix("ional") || word.hasSuffix("ous") || word.hasSuffix("ed") || words.kind(index) == .quantity)
    }

    /// A phrase without articles, measures and times at its ends.
    func edges(of run: Range<Int>) -> Range<Int>? {
        var (start, end) = (run.lowerBound, run.upperBound)
        leading: while start < end {
            // "Chq 1023 hall hire", "DD 01/05 Broadband", "Inv 20230412 E.ON": by what and when it was paid.
            if let mark = paymentMark(start, before: end) {
                start = mark
                continue
            }
            switch words.kind(start) {
            case .determiner, .quantity, .quote, .of, .link, .conjunction: start += 1
            case .word where start + 1 < end && words.isAdverb(start): start += 1
            case .number where start + 1 < end && words.kind(start + 1) != .word && !isAge(start): start += 1
            // The number of a cheque before what it pays.
            case .number where start + 1 < end && words.words[start].bytes.count > 4: start += 1
            // "summer school", "day centre": a time that is no part of the calendar describes.
            case .time where start + 1 < end && SentenceMeaning.describing.contains(words.small(start)) && words.kind(start + 1).isNominal:
                break leading
            case .time where start + 1 < end && (!words.words[start].isCapital || words.kind(start + 1) == .number && start + 2 < end):
                start += words.kind(start + 1) == .number ? 2 : 1
            default: break leading
            }
        }
        trailing: while end > start {
            switch words.kind(end - 1) {
            case .determiner, .quantity, .quote, .of, .link, .conjunction, .preposition, .open: end -= 1
            // "Phase 1" keeps its number, "budget 2025" loses the year.
            case .number where words.words[end - 1].bytes.count > 2 || end - 1 == start || words.kind(end - 2) != .word: end -= 1
            case .time where end - 1 > start && words.kind(end - 2) != .word: end -= 1
            // "consultants last year".
            case .time where end - 2 > start && words.isTime(end - 2): end -= 2
            // "the Premium next [year]".
            case .word where end - 1 > start && words.kind(end) == .time && ["next", "last", "this"].contains(words.small(end - 1)):
                end -= 1
            default: break trailing
            }
        }
        return start < end ? start..<end : nil
    }

    /// Where the words go on behind the mark of a payment with its number or day; nil where none stands at an index.
    private func paymentMark(_ index: Int, before end: Int) -> Int? {
        guard SentenceMeaning.paymentMarks.contains(words.small(index)) else { return nil }
        var next = index + 1
        while next < end, words.kind(next) == .number || words.kind(next) == .stop || words.kind(next) == .dash { next += 1 }
        return next > index + 1 && next < end ? next : nil
    }

    private static let paymentMarks: Set<String> = ["dd", "so", "bacs", "chq", "cheque", "inv", "invoice", "ref", "voucher", "fpo"]

    /// Whether a word is a verb of what stands before it: no article or preposition leads to it, and it describes nothing.
    private func isDoing(_ index: Int) -> Bool {
        switch words.kind(index) {
        case .verb, .giving, .asking: break
        default: return false
        }
        if words.small(index).hasSuffix("ing") { return false }
        switch words.kind(index - 1) {
        case .word, .body, .pronoun, .auxiliary, .conjunction, .comma: return true
        default: return false
        }
    }

    /// Words of time that describe a noun.
    private static let describing: Set<String> = ["summer", "winter", "spring", "autumn", "day", "weekend", "week"]

    /// Whether a run can name a thing: no lone adjective ("recoverable"), nothing that only a verb begins ("falling back").
    func isThing(_ run: Range<Int>) -> Bool {
        // "June to August 2024", "2017/18": a time.
        if run.allSatisfy({ [.time, .number, .to, .of, .preposition, .dash].contains(words.kind($0)) }) { return false }
        // "a challenging year".
        if let last = run.last, run.count <= SentenceMeaning.shortTime, words.kind(last) == .time, !words.words[last].isCapital,
            SentenceMeaning.spans.contains(words.small(last))
        {
            return false
        }
        // "noted disappointment": what somebody did.
        if let first = run.first, run.count > 1, first > 0, !words.words[first].isCapital, isDoing(first) { return false }
        if run.count == 1, run.first == 0, words.small(0).hasSuffix("ly") { return false }
        if run.count == 1, let index = run.first, describesAmount(index) || isDoneOrSaid(index) { return false }
        // "H²", "thirty-one": a letter or number alone.
        if run.count == 1, let index = run.first, words.kind(index) != .figure,
            words.words[index].bytes.count == 1
                || words.small(index).split(separator: "-").allSatisfy({ words.vocabulary.isNumber(String($0)) })
        {
            return false
        }
        // "6 x": no word at all.
        if run.allSatisfy({
            words.kind($0) != .figure && (words.words[$0].bytes.count < 3 && !words.words[$0].isAcronym || words.kind($0) == .number)
        }) {
            return false
        }
        guard run.count == 1, let index = run.first, words.kind(index) != .figure, !words.words[index].isCapital else { return true }
        let word = words.small(index)
        // "delivering £750k" does something.
        if word.hasSuffix("ing"),
            words.kind(index + 1) == .figure || words.kind(index - 1) == .figure || words.kind(index + 1) == .determiner
        {
            return false
        }
        // "stepping up by £6,000".
        if word.hasSuffix("ing"), SentenceWords.particles.contains(words.small(index + 1)), words.kind(index + 2) == .by { return false }
        // "accounting for £161m of the grant".
        if word.hasSuffix("ing"), words.kind(index + 1) == .purpose, words.kind(index + 2) == .figure { return false }
        if words.kind(index) == .verb || words.kind(index) == .asking || words.isAdverb(index) { return false }
        return words.vocabulary.isListedNoun(word)
            ?? !SentenceMeaning.adjectiveEnds.contains { word.hasSuffix($0) && word.utf8.count > $0.utf8.count + 3 }
    }

    private static let spans: Set<String> = ["year", "years", "month", "months", "week", "weeks", "quarter"]
    /// Most words of a time with what describes it.
    private static let shortTime = 3

    /// How adjectives end that no noun is told by.
    private static let adjectiveEnds = ["able", "ible", "ous", "ful", "ical", "ive", "less", "ward", "ated", "ised", "ized"]
    /// Whether a phrase is no more than the name of a body that pays or is paid: "the Council", "GLA", "Department for Education (DfE)".
    func isBareBody(_ run: Range<Int>) -> Bool {
        var run = run
        if let last = run.last, words.kind(last) == .close, let open = run.last(where: { words.kind($0) == .open }) {
            run = run.lowerBound..<open
        }
        guard let first = run.first, let last = run.last, run.count == 1 || !words.isNamedFund(run) else { return false }
        if run.count == 1, !words.words[first].isCapital, words.kind(first - 1) != .determiner { return false }
        // "Mrs Brown", "Cllr A Jones".
        if isPerson(run) { return true }
        // "Cabinet Member": a plain noun that a body qualifies.
        if words.kind(first) == .body, run.dropFirst().allSatisfy({ words.kind($0) == .word && words.vocabulary.isPlain(words.small($0)) }),
            words.words[first].isCapital
        {
            return true
        }
        // "compensation to leaseholders" is none.
        // nor is "place in an independent school".
        if words.kind(last) == .body {
            return run.allSatisfy { words.kind($0) != .verb && words.kind($0) != .to && words.kind($0) != .preposition }
        }
        // "Department for Education", "Borough of Northmere", "Ministry of Housing".
        let joint = first + 1
        return words.kind(first) == .body && joint < last && (words.kind(joint) == .of || words.kind(joint) == .purpose)
            && words.words[first].isCapital
    }

    /// Whether a phrase begins with the title of a person: "Mrs Brown".
    func isPerson(_ run: Range<Int>) -> Bool {
        guard let first = run.first, run.count > 1 else { return false }
        return SentenceMeaning.titles.contains(words.small(first)) && words.words[first + 1].isCapital
    }

    /// Words before the name of a person.
    static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "dr", "cllr", "cllrs", "councillor", "councillors", "sir", "dame", "professor", "rev",
    ]

    /// Whether a number at an index counts the years of somebody's age: "18-25 year olds".
    private func isAge(_ index: Int) -> Bool {
        let unit = words.kind(index) == .time ? index : index + 1
        return words.kind(unit) == .time && ["old", "olds"].contains(words.small(unit + 1))
    }

    /// Senses whose word is left out of a subject; names of grants, reserves and taxes keep theirs.
    static let said: Set<Figure.Sense> = [.cost, .spend, .budget, .funding, .saving, .price]

    /// Whether a run names nothing by itself: only words of sense, of measure, and plain nouns.
    func isVoid(_ run: Range<Int>) -> Bool {
        var place = run.lowerBound
        while place < run.upperBound {
            switch words.kind(place) {
            case .figure: return false
            // "paragraphs A7.1.24": a place in a text.
            case .word where words.small(place).hasPrefix("paragraph"): place += 1
            case .word, .body, .helping:
                // Whose it is says not what it is for: "Kent's allocation".
                let isPlain =
                    isHolder(place) || words.isNumberWord(place) || words.vocabulary.isPlain(words.small(place))
                    || !words.words[place].isCapital
                        && (words.vocabulary.isEmpty(words.small(place)) || words.small(place).hasSuffix("-year"))
                if !isPlain, !isCue(place) || words.vocabulary.isNamingCue(words.small(place)), !words.isAdverb(place) { return false }
                // "balance the budget": a verb with its object.
                if words.kind(place) == .helping, place + 1 < run.upperBound, words.kind(place + 1) == .determiner { return false }
                // "Phase 1", "Option 3": a number makes a name of it.
                if isPlain, place + 1 < run.upperBound,
                    words.kind(place + 1) == .number || words.vocabulary.isNumbered(words.small(place)) && words.isCapitalNumber(place + 1)
                {
                    return false
                }
            default: break
            }
            place += 1
        }
        // "the Fund" within a sentence.
        if run.count == 1, run.lowerBound > 1, words.kind(run.lowerBound) == .word || words.kind(run.lowerBound) == .helping,
            words.words[run.lowerBound].isCapital, words.small(run.lowerBound - 1) == "the",
            !words.words[run.lowerBound - 1].isCapital, words.vocabulary.isFund(words.small(run.lowerBound))
        {
            return false
        }
        // A name with its abbreviation is a name though its words are plain, and so is "General Reserve".
        return !words.isNamed(run) && !(run.contains { words.words.indices.contains($0) && words.words[$0].isAcronym && !isHolder($0) })
    }

    /// Whether a run says what somebody has, who is no body: "Clerk's salary", "developer's return"; and no "Kent's allocation".
    func isHeld(_ run: Range<Int>) -> Bool {
        guard let last = run.last, run.count > 1, !isHolder(last), words.kind(last) == .word, !words.isNumberWord(last) else {
            return false
        }
        let isFirm = cues.senses.contains {
            $0.bytes.overlaps(words.words[last].bytes) && ($0.isFirmness || $0.sense == .grant || $0.sense == .contribution)
        }
        return !isFirm
            && run.dropLast().contains { index in
                guard isHolder(index) else { return false }
                let stem = words.small(index).split(separator: "'").first.map(String.init) ?? ""
                let isPublic = SentenceMeaning.publicBodies.contains(stem)
                return !isPublic && (words.vocabulary.kind(of: stem) == .body || !words.vocabulary.isPlain(stem) || stem == "member")
            }
    }

    /// Bodies of which a paper's own is one: what they have is told otherwise.
    private static let publicBodies: Set<String> = [
        "council", "authority", "government", "department", "committee", "board", "cabinet", "borough", "district", "parish", "partnership",
        "trust", "agency",
    ]

    /// Whether two or more nouns of sense together name something: "loan charges", "pay bill".
    func isCompound(_ run: Range<Int>) -> Bool {
        let nouns = run.filter { words.kind($0) == .word || words.kind($0) == .helping }
        return nouns.count > 1 && nouns.count == run.count && run.contains { isCue($0) }
            && run.allSatisfy { words.vocabulary.isListedNoun(words.small($0)) != false && !words.small($0).hasSuffix("ed") }
    }

    /// Whether a word says whose something is: "Kent's".
    func isHolder(_ index: Int) -> Bool { words.small(index).hasSuffix("'s") || words.small(index).hasSuffix("s'") }

    /// Whether a word says what the money is and names nothing.
    func isCue(_ index: Int) -> Bool {
        let bytes = words.words[index].bytes
        if cues.senses.contains(where: { !$0.isThing && $0.bytes.overlaps(bytes) && ($0.sense.map { !$0.isOfStaff } ?? false || hasStaff) })
        {
            return true
        }
        return (cues.bases + cues.comparisons).contains { $0.bytes.overlaps(bytes) }
    }
}
