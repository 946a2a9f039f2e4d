internal import PaperModel
internal import RuleEngine

/// Where in its clause the words stand that say what a figure is for.
extension SentenceMeaning {
    /// After "for", "towards", "to fund", "on", behind the figure and its noun.
    func purpose(_ place: Place, _ sense: Figure.Sense?, orBody: Bool = false) -> Range<Int>? {
        var index = place.word + 1
        let end = min(place.room.upperBound, index + 30)
        while index < end {
            switch words.kind(index) {
            // "the Better Deal for Bus Users fund": within a name.
            case .purpose
            where words.words[index - 1].isCapital && words.kind(index - 1) == .word && index + 1 < end
                && words.words[index + 1].isCapital && words.kind(index - 2) != .figure && place.word < index - 2:
                break
            // "for the purposes of the assessment".
            case .purpose where words.small(index + 1).hasPrefix("purpose") || words.small(index + 2).hasPrefix("purpose"): return nil
            case .purpose:
                guard !words.isTime(index + 1), words.kind(index + 1) != .figure else { break }
                // "available for community groups to bid for small events": the second says what for.
                let found = words.phrase(from: index + 1)
                if words.kind(found.upperBound) == .to, words.kind(found.upperBound + 1) == .asking {
                    index = found.upperBound + 1
                    break
                }
                if !found.isEmpty, !isVoid(found), !isBackward(index + 1), orBody || !isBareBody(found) { return found }
                if found.upperBound > index + 1 {
                    index = found.upperBound
                    continue
                }
            case .on where words.small(index - 1) == "based":
                // "based on reducing the number": what brings it about; "based on the portfolio": how it was reckoned.
                guard words.small(index + 1).hasSuffix("ing") else { return nil }
                return words.phrase(from: index + 1)
            case .on:
                guard sense.map(SentenceMeaning.spentOn.contains) ?? false, !words.isTime(index + 1) else { return nil }
                if words.kind(index + 1) == .figure { return countedThings(index + 1) }
                let found = words.phrase(from: index + 1)
                if !found.isEmpty, !isVoid(found) { return found }
            case .to where SentenceMeaning.moved.contains(words.small(index - 1)):
                let found = words.phrase(from: index + 1)
                return found.isEmpty ? nil : found
            // "£792k relates to the concessionary fares".
            case .to where SentenceMeaning.bound.contains(words.small(index - 1)):
                let found = words.phrase(from: index + 1)
                return found.isEmpty || !orBody && isBareBody(found) ? nil : found
            // "contributed £400k to the feasibility study".
            case .to where sense == .contribution && words.kind(index + 1) == .determiner:
                let found = words.phrase(from: index + 1)
                if !found.isEmpty, !isVoid(found), !isBareBody(found), name(found) == nil { return found }
            // "£300k due to the need to ...", "£2m more than the plan for ...": a reason, another amount, a condition.
            case .link where words.small(index) == "due" && words.kind(index + 1) == .to: return nil
            case .preposition where SentenceMeaning.turning.contains(words.small(index)): return nil
            case .verb where words.small(index) == "compared": return nil
            case .to:
                if let found = infinitive(index), !isVoid(found), !isBackward(index + 2) { return found }
            case .from:
                let found = words.phrase(from: index + 1)
                if sense == .saving || sense == .income || sense == .reserve, !found.isEmpty, !words.isTime(index + 1),
                    orBody || !isBareBody(found)
                {
                    return found
                }
                // Who gives: on to what it is for.
                index = max(index + 1, found.upperBound)
                continue
            case .connective where words.small(index) == "so" && words.small(index + 1) == "far": index += 1
            case .comma, .stop, .connective, .pronoun, .figure, .dash: return nil
            // "£75,000 from the levy will fund a crossing".
            case .helping where words.kind(index - 1) == .auxiliary && words.kind(index + 1) == .determiner:
                let found = words.phrase(from: index + 1)
                return found.isEmpty || isVoid(found) ? nil : found
            case .auxiliary, .be:
                // "£45 was too high for residents" says nothing of a purpose, "£3m was spent on roads" does.
                guard leadsToVerb(index) else { return nil }
            case .open:
                index = closeOf(index) ?? end
            case .conjunction:
                if words.kind(index + 1) != .to, words.kind(index + 1) != .purpose { return nil }
            default: break
            }
            index += 1
        }
        return nil
    }

    /// "£2.3m - new station", "£48,000 (health)": what stands behind the amount in a list of amounts.
    func labelBehind(_ place: Place) -> Range<Int>? {
        let next = place.word + 1
        if words.kind(next) == .open, let close = closeOf(next), close - next <= SentenceMeaning.shortNote {
            let found = words.phrase(from: next + 1)
            return found.upperBound == close && !found.isEmpty && words.kind(next + 1) != .number ? found : nil
        }
        guard place.room.lowerBound == place.word || words.kind(place.word - 1) == .stop,
            words.kind(next) == .dash || words.isMark(next, UInt8(ascii: ":"))
        else { return nil }
        let found = words.phrase(from: next + 1)
        return found.isEmpty ? nil : found
    }

    /// Longest bracket behind an amount that says what it is for, words.
    private static let shortNote = 6

    /// Senses of money that goes "on" something.
    static let spentOn: Set<Figure.Sense> = [.spend, .budget, .cost, .saving, .overspend, .underspend, .pressure]

    /// Whether a verb follows a form of "be" or "have".
    func leadsToVerb(_ index: Int) -> Bool {
        var place = index
        while words.kind(place) == .be || words.kind(place) == .auxiliary || words.isAdverb(place) || words.kind(place) == .link {
            place += 1
        }
        switch words.kind(place) {
        case .verb, .giving, .helping, .asking, .to, .purpose, .by, .on, .from: return true
        case .word: return words.small(place).hasSuffix("ed") || SentenceMeaning.bound.contains(words.small(place))
        default: return place > index && words.kind(place - 1) == .link
        }
    }

    /// Verbs of money that is put somewhere: "£2m added to reserves".
    static let moved: Set<String> = ["added", "transferred", "moved", "returned"]

    /// Words that bind an amount to what it is for by "to".
    static let bound: Set<String> = ["relates", "relate", "relating", "related", "attributable"]
    /// Prepositions behind which something else is told than what the amount is for.
    static let turning: Set<String> = ["than", "according", "subject", "despite", "excluding"]

    /// "on 70 agency staff": the figure's own noun.
    func countedThings(_ index: Int) -> Range<Int>? {
        index < words.words.count ? index..<index + 1 : nil
    }

    /// "to fund the works": what it funds; "to rebuild the lido": the whole.
    func infinitive(_ to: Int) -> Range<Int>? {
        var verb = to + 1
        while verb < words.words.count, words.isAdverb(verb) { verb += 1 }
        let helps = words.kind(verb) == .helping
        guard helps || words.kind(verb) == .word || words.kind(verb) == .verb || words.kind(verb) == .giving, !words.words[verb].isCapital
        else { return nil }
        // "to deal with winter pressures".
        let isIndirect = words.kind(verb + 1) == .preposition || words.kind(verb + 1) == .on
        let object = words.phrase(from: verb + (isIndirect ? 2 : 1))
        if object.isEmpty { return nil }
        if helps, !isVoid(object), !isBackward(verb + 1) { return object }
        return verb..<object.upperBound
    }

    /// The noun of a figure that counts staff: "social work posts".
    func staffNoun(_ place: Place) -> Range<Int>? {
        let bytes = words.words[place.word].bytes
        if hasOwnNoun(bytes) { return place.word..<place.word + 1 }
        // "7 FTE posts with responsibility for" names no post.
        guard let first = split(place.following).first, !isVoid(first) else { return nil }
        return place.following
    }

    /// Whether a figure's own words name what it counts beyond "staff" and "posts".
    func hasOwnNoun(_ bytes: Range<Int>) -> Bool {
        let own = words.text.words(bytes).split(separator: " ").map { $0.lowercased() }
        return own.contains { word in
            word.utf8.count > 3 && word.utf8.allSatisfy { $0 >= 0x41 } && [.word, .body].contains(words.vocabulary.kind(of: word))
                && !words.vocabulary.isPlain(word) && !words.vocabulary.isNumber(word)
        }
    }

    /// "Village hall hire - £40", "Community facilities £28,672": the words right before the figure in an entry of a list.
    func entry(_ place: Place) -> Range<Int>? {
        let governing = place.governing
        guard let phrase = governing.phrases.last, governing.verb == nil,
            governing.link.isEmpty || governing.link.allSatisfy({ words.kind($0) == .dash || words.kind($0) == .stop })
        else { return nil }
        if governing.link.contains(where: { words.kind($0) == .dash }) {
            // "Acme Ltd - gate repair - £75": what is paid for stands last.
            return phrase
        }
        return phrases(governing.phrases)
    }

    /// All of a chain of phrases.
    func phrases(_ runs: [Range<Int>]) -> Range<Int>? {
        guard let first = runs.first, let last = runs.last else { return nil }
        return first.lowerBound..<last.upperBound
    }

    /// The noun right after the figure, where it names more than a sense: "£12m waste reserve", "£9m Riverside project".
    func followingNoun(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        guard !place.following.isEmpty else { return nil }
        let run = place.following
        // "£3m investment in bus shelters".
        if let joint = run.first(where: { words.kind($0) == .preposition }), joint > run.lowerBound, isVoid(run.lowerBound..<joint),
            !isVoid(joint + 1..<run.upperBound)
        {
            return joint + 1..<run.upperBound
        }
        if !isVoid(trimmed(run, sense) ?? run) { return run }
        // "£3m of savings in adult care", "£3m increase in the grant".
        let next = run.upperBound
        guard words.kind(next).isPreposition, words.kind(next) != .purpose, words.kind(next) != .to, words.kind(next) != .by,
            words.kind(next) != .from, !words.isTime(next + 1), next < place.room.upperBound
        else { return nil }
        let found = words.phrase(from: next + 1)
        return found.isEmpty ? nil : found
    }

    /// "an underspend of £120,000 within the libraries budget": where a variance or saving arises.
    func surrounding(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        let next = place.following.isEmpty ? place.word + 1 : place.following.upperBound
        guard sense.map(SentenceMeaning.spentOn.contains) ?? false, words.kind(next) == .preposition,
            SentenceMeaning.inside.contains(words.small(next)), !words.isTime(next + 1), next < place.room.upperBound
        else { return nil }
        let found = words.phrase(from: next + 1)
        return found.isEmpty ? nil : found
    }

    static let inside: Set<String> = ["in", "within", "across"]

    /// Before the figure: what the governing noun is of or for; else that noun with what describes it.
    func governingNoun(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        noun(of: place.governing.phrases, joints: place.governing.joints, sense)
    }

    /// "the other functions of Street Lighting (£0.2m), Parks (£0.1m)": the name right before the bracket, of the several that are meant.
    func bracketed(_ place: Place) -> Range<Int>? {
        let phrases = place.governing.phrases
        guard place.governing.isBracketed, let last = phrases.last else { return nil }
        let isOpen = { (run: Range<Int>) in run.lowerBound < self.words.words.count && self.words.words[run.lowerBound].isCapital }
        if phrases.count > 1, isOpen(last), let end = phrases.dropLast().last?.last, words.small(end).hasSuffix("s"),
            !words.words[end].isCapital
        {
            return last
        }
        return nil
    }

    func noun(of phrases: [Range<Int>], joints: [Int?], _ sense: Figure.Sense?) -> Range<Int>? {
        guard let first = phrases.first else { return nil }
        // "the cost of the works", "savings on the contract": what hangs on the head.
        if phrases.count > 1 {
            let hasCue = holdsCue(first) || isVoid(trimmed(first, sense) ?? first)
            if hasCue {
                let rest = phrases.dropFirst()
                for (offset, phrase) in rest.enumerated() {
                    var end = phrase.upperBound
                    // What is joined by "of" or "in" belongs to it.
                    for later in rest.dropFirst(offset + 1) {
                        guard let joint = joint(before: later, of: phrases, joints), words.kind(joint) == .of else { break }
                        end = later.upperBound
                    }
                    let run = phrase.lowerBound..<end
                    if let trimmed = trimmed(run, sense), !isVoid(trimmed), !words.isTime(run.lowerBound) { return run }
                }
                return first
            }
        }
        // What is only the size or the kind of money hangs on the end: "works at the depot at a cost".
        var last = first
        for phrase in phrases.dropFirst() {
            guard let joint = joint(before: phrase, of: phrases, joints), words.kind(joint) == .of || words.kind(joint) == .preposition,
                !words.isTime(phrase.lowerBound), !isVoid(phrase)
            else { break }
            last = phrase
        }
        return first.lowerBound..<last.upperBound
    }

    func joint(before phrase: Range<Int>, of phrases: [Range<Int>], _ joints: [Int?]) -> Int? {
        phrases.firstIndex(of: phrase).flatMap { joints.indices.contains($0) ? phrase.lowerBound - 1 : nil }
    }

    func holdsCue(_ run: Range<Int>) -> Bool {
        let bytes = words.bytes(of: run)
        return (cues.senses + cues.comparisons).contains { $0.bytes.overlaps(bytes) }
    }

    /// Who or what does what the verb says: "The refit came in at £1.2m".
    func doer(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        // "The Hall is putting £1,000 towards it" tells before what for.
        if isTowardsBackward(place) { return nil }
        // "Approve the case for the bridge and award £4m": who awards stands nowhere.
        if let verb = place.governing.verb, words.kind(verb - 1) == .conjunction { return nil }
        if let verb = place.governing.verb, words.kind(verb) == .giving || words.kind(verb) == .asking || words.small(verb) == "budgeted",
            let doer = place.governing.subject.first, doer.count == 1, words.words[doer.lowerBound].isAcronym
        {
            return nil
        }
        return noun(of: place.governing.subject, joints: place.governing.subjectJoints, sense)
    }
}
