internal import PaperModel
internal import RuleEngine

/// What the whole of a sentence is about, where the clause of a figure says nothing.
extension SentenceMeaning {
    /// What the rest of the sentence is about, where the figure's clause says nothing: the phrase after the last "for" before the figure, else
    /// its first noun phrase.
    func sentenceSubject(_ place: Place, parties: Parties, isTurned: Bool = false) -> Subject? {
        let named = [parties.payee, parties.payer].compactMap { $0 }
        if let run = clauseDoer(place), !isActing(run), !named.contains(where: { $0.overlaps(run) }) {
            return Subject(run: run, source: .sentence)
        }
        // "They charge £90 for the hall, and their bill is £40": "their" says of what stands before.
        let isOfThem = place.governing.phrases.contains { SentenceMeaning.possessives.contains(words.small($0.lowerBound)) }
        // Another clause behind an amount tells of itself: "..., and a neighbour sent a cheque for £90".
        if place.index > 0, hasOwnDoer(place), !isOfThem { return nil }
        if !isTurned || isOfThem, let run = lastPurpose(before: place.word), isOneClause(run.upperBound, to: place.word) {
            return Subject(run: run, source: .sentence)
        }
        // "The authority provided machines, using £2m": what the body does.
        let first = words.phrase(from: 0)
        let acting = first.contains { words.kind($0) == .body } && isVoid(first) ? object(behind: first, before: place.word) : nil
        // "The position of the Wold Trust is worse: its deficit is £2m".
        if let first = place.governing.phrases.first ?? place.governing.subject.first,
            SentenceMeaning.possessives.contains(words.small(first.lowerBound)),
            let main = mainPhrase(before: first.lowerBound, orObject: false), isBareBody(main), words.words[main.upperBound - 1].isCapital
        {
            return Subject(run: main, source: .sentence)
        }
        guard let main = acting ?? mainPhrase(before: place.word, orObject: false),
            let run = isBareBody(main) ? object(behind: main, before: place.word) : main, isThing(run), !isBareBody(run), isPlausible(run),
            isBareBody(main) || !isActing(main), isOneClause(main.upperBound, to: place.word),
            !named.contains(where: { $0.overlaps(run) })
        else { return nil }
        return Subject(run: run, source: .sentence)
    }

    /// Whether so little stands between a phrase and a figure, and no clause of its own, that the phrase may be what the figure is for.
    private func isOneClause(_ end: Int, to figure: Int) -> Bool {
        // "The annexe, which cost £31,000": the clause is of it.
        var start = words.kind(end) == .comma ? end + 1 : end
        if words.kind(start) == .connective, ["which", "who"].contains(words.small(start)) { start += 1 }
        return figure - end <= SentenceMeaning.farthestSubject
            && !(start..<max(start, figure)).contains { index in
                words.kind(index) == .connective || words.kind(index) == .pronoun || words.isMark(index, UInt8(ascii: ";"))
                    || words.small(index) == "that" && !words.kind(index + 1).isNominal
            }
    }

    private static let possessives: Set<String> = ["its", "their"]

    /// Farthest that a phrase stands before the figure that it is the subject of though nothing binds the two, words.
    private static let farthestSubject = 20

    /// Whether those that a phrase names ask for, get or give something: "his solicitors submitted a claim", "practices will receive". The
    /// money is theirs and for something else.
    private func isActing(_ run: Range<Int>) -> Bool {
        var index = run.upperBound
        // "Joan Marsh, who keeps the books,": a person.
        if words.small(words.kind(index) == .comma ? index + 1 : index) == "who" { return true }
        while words.kind(index) == .auxiliary || words.isAdverb(index) || words.vocabulary.isAble(words.small(index))
            || words.kind(index) == .be
            || words.kind(index) == .to
        {
            index += 1
        }
        guard index >= run.upperBound, words.kind(index - 1) != .be else { return false }
        switch words.kind(index) {
        case .asking, .giving: return !words.small(index).hasSuffix("ing")
        default: return words.vocabulary.isActing(words.small(index))
        }
    }

    /// What the verb behind a phrase acts on: "two pools" of "The trust runs two pools".
    func object(behind run: Range<Int>, before limit: Int = .max) -> Range<Int>? {
        var index = run.upperBound
        while words.kind(index) == .verb || words.kind(index) == .giving || words.kind(index) == .auxiliary || words.isAdverb(index)
            || words.kind(index) == .word && words.kind(index - 1) == .auxiliary && index > run.upperBound
            || words.kind(index).isPreposition && words.isTime(index + 1)
        {
            index = words.kind(index).isPreposition ? max(index + 1, words.phrase(from: index + 1).upperBound) : index + 1
        }
        guard index > run.upperBound, index < limit, let found = trimmed(words.phrase(from: index), nil), !isVoid(found), isThing(found),
            !isBareBody(found)
        else { return nil }
        return found
    }

    /// The phrase after the last "for" before a word: "Discussion followed on funding for the Nurture Room".
    func lastPurpose(before limit: Int) -> Range<Int>? {
        var index = limit - 1
        while index > max(0, limit - SentenceMeaning.reach) {
            // "For the purposes of the appraisal": no aim of money.
            if words.kind(index) == .purpose, words.small(index + 1).hasPrefix("purpose") || words.small(index + 2).hasPrefix("purpose") {
                return nil
            }
            if let run = purposePhrase(at: index) { return run }
            index -= 1
        }
        return nil
    }

    /// The thing that a "for" at an index leads to; nil where none stands there, or it leads to a time, a body or nothing that is a thing.
    func purposePhrase(at index: Int) -> Range<Int>? {
        guard words.kind(index) == .purpose, !words.isInName(index), words.words[index].depth == 0, !words.isTime(index + 1),
            let run = trimmed(words.phrase(from: index + 1), nil), !isVoid(run), isThing(run), isPlausible(run), !isBareBody(run),
            !isBackward(index + 1), run.count > 1 || !words.vocabulary.isParty(words.small(run.lowerBound))
        else { return nil }
        return run
    }

    /// The heading that runs into a sentence: "Employee costs" of "Employee costs: the variance shows £0.5m".
    func runIn(before figure: Int) -> Range<Int>? {
        let limit = min(figure, SentenceMeaning.longestRunIn + 1)
        guard let colon = (0..<max(0, limit)).first(where: { words.isMark($0, UInt8(ascii: ":")) }), colon > 0,
            words.words[0].isCapital && !words.kind(0).isPreposition || words.kind(0) == .number,
            (0..<colon).allSatisfy({ index in
                switch words.kind(index) {
                case .verb, .be, .auxiliary, .pronoun, .connective, .figure, .giving, .asking: false
                default: true
                }
            }), let run = trimmed(0..<colon, nil), isThing(run), isPlausible(run), !isOfRecord(run),
            !isBareBody(run) || run.contains(where: { words.kind($0) == .conjunction })
        else { return nil }
        // "Recharge income:" names a heading of account though its words are of sense.
        let nouns = run.filter { words.kind($0) == .word || words.kind($0) == .body }
        // and so do the usual rows of accounts: "Employee costs:".
        let isRow = words.vocabulary.isPlainRow(words.printed(run).lowercased())
        guard !isVoid(run) || isRow || nouns.count > 1 && nouns.contains(where: { !words.vocabulary.isPlain(words.small($0)) }) else {
            return nil
        }
        return run
    }

    /// Whether a heading says what is written below it, and not what that is of: "Treasurer's report", "Staffing Committee recommendation".
    private func isOfRecord(_ run: Range<Int>) -> Bool {
        guard let last = run.last, words.kind(last) == .word else { return false }
        let word = words.small(last)
        return words.vocabulary.isGeneralTitle(word) || SentenceMeaning.recording.contains(word)
    }

    /// Words for what is written, beside those of headings that name no money.
    private static let recording: Set<String> = [
        "report", "update", "action", "actions", "note", "question", "answer", "reply", "response", "proposal", "motion", "resolution",
    ]

    /// Longest heading that runs into its sentence, words.
    static let longestRunIn = 10

    /// Farthest that a sentence is looked through for what it is about, words: so that a list of a thousand amounts takes no longer for each.
    static let reach = 60

    /// The first noun phrase of the sentence that names something.
    func mainPhrase(before limit: Int, orObject: Bool = true) -> Range<Int>? {
        var index = 0
        var other: Range<Int>?
        while index < min(limit, words.words.count, SentenceMeaning.reach) {
            let found = words.phrase(from: index)
            let isInfinitive = words.kind(index - 1) == .to && words.kind(index) != .determiner && !words.words[index].isCapital
            if found.isEmpty || words.isAdverb(index) || index > 0 && isInfinitive || words.words[index].depth > 0 {
                index += 1
                continue
            }
            // "The Cabinet Member reported that the roof leaks": what is told, not who tells.
            if words.kind(found.upperBound) == .verb, words.small(found.upperBound + 1) == "that" {
                index = found.upperBound + 2
                continue
            }
            // "The cost of replacing the street light": the gerund's object.
            if let last = found.last, words.small(last).hasSuffix("ing"), words.kind(found.upperBound) == .determiner,
                let object = trimmed(words.phrase(from: found.upperBound), nil), !isVoid(object)
            {
                return object
            }
            if !words.isTime(found.lowerBound), !isBackward(index), let run = trimmed(found, nil), !isVoid(run) || isHeld(run),
                !run.contains(where: { words.kind($0) == .number && words.text[words.words[$0].bytes.lowerBound - 1] == 0xa3 })
            {
                if index == 0 || !words.kind(index - 1).isPreposition { return run }
                if orObject, words.kind(index - 1) != .preposition { other = other ?? run }
            } else if !orObject, index == 0 || !words.kind(index - 1).isPreposition, !words.isTime(found.lowerBound) {
                // The sentence is about something that it doesn't name either.
                return nil
            }
            index = max(index + 1, found.upperBound)
        }
        return other
    }
}
