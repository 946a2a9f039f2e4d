internal import PaperModel
internal import RuleEngine

/// What a figure of a sentence is for or of: a run of the sentence's words with where it was found.
struct Subject {
    var run: Range<Int>
    var source: Figure.SubjectSource
}

extension SentenceMeaning {
    /// The subject of a figure by its own sentence. What it is for goes before what it is of.
    func subject(_ place: Place, sense: Figure.Sense?, parties: Parties) -> Subject? {
        let named = [parties.payee, parties.payer].compactMap { $0 }
        let isListed = isEntry(place)
        // "£1.9m for the hub, comprising £1.2m of capital": what the first amount is for.
        let isPart = place.index > 0 && governingPart(place)
        let candidates: [() -> Range<Int>?] =
            place.isStaff
            ? [
                { self.staffNoun(place) }, { self.purpose(place, sense) }, { self.governingNoun(place, sense) },
                { self.doer(place, sense) },
            ]
            : [
                { self.rowPayee(place) == nil ? nil : self.rowThing(place) }, { self.rowPurpose(place) }, { self.purpose(place, sense) },
                { self.bracketed(place) }, { self.entry(place) }, { self.followingNoun(place, sense) },
                { self.labelBehind(place) }, { self.arising(place, sense) }, { isPart ? nil : self.governingNoun(place, sense) },
                { self.surrounding(place, sense) }, { isPart ? nil : self.doer(place, sense) },
            ]
        for candidate in candidates {
            guard let run = candidate().flatMap({ trimmed($0, sense) }), !isVoid(run) || isRow && isHeldBySense(run), isThing(run) else {
                continue
            }
            // Who pays or is paid is the subject only where nothing else is said.
            if named.contains(where: { $0.overlaps(run) && $0.count + 1 >= run.count }), !words.isNamed(run) { continue }
            // "The new school will cost £21m": what costs is a thing.
            let costs = place.governing.verb.map { words.small($0).hasPrefix("cost") } ?? false
            let arises = sense.map(SentenceMeaning.located.contains) ?? false
            if !place.isStaff, !isListed, !costs, !arises, isBareBody(run) { continue }
            // "Finance, Investment & Commercial: the variance is £0.5m": the heading is told whole.
            if let heading = runIn(before: place.word), heading.overlaps(run), heading.count > run.count {
                return Subject(run: heading, source: .clause)
            }
            return Subject(run: run, source: .clause)
        }
        // "investment balances", "Council Tax": words of sense that together name something.
        let governing = place.governing
        for run in governing.phrases + [place.following] + governing.subject
        where isNamedBySense(run, sense, isStaff: place.isStaff, isEntry: isEntry(place)) {
            if let bare = edges(of: run) {
                let rest = unsaid(bare, sense).flatMap {
                    isNamedBySense($0, sense, isStaff: false, isEntry: false) || $0.count == 1 ? $0 : nil
                }
                return Subject(run: rest.flatMap { holdsSense($0) ? $0 : nil } ?? bare, source: .clause)
            }
        }
        // "The levy generated £9m", "The approved budget includes £50m of savings": a word of another sense is what it is of.
        if let doer = governing.subject.first, governing.verb != nil, !isStaffSense(doer), let bare = edges(of: doer),
            cues.senses.contains(where: { $0.bytes.overlaps(words.bytes(of: bare)) && $0.sense != sense }),
            !SentenceMeaning.demonstratives.contains(words.small(doer.lowerBound))
        {
            return Subject(run: bare, source: .clause)
        }
        // "£12m for schools": a body is what it is for where nothing else is.
        if !place.isStaff, let run = purpose(place, sense, orBody: true).flatMap({ trimmed($0, sense) }), !isVoid(run), isThing(run),
            !named.contains(where: { $0.overlaps(run) })
        {
            return Subject(run: run, source: .clause)
        }
        return nil
    }

    /// Whether an amount is a part of the one before it.
    private func governingPart(_ place: Place) -> Bool {
        place.governing.link.contains { words.kind($0) == .preposition && SentenceMeaning.parting.contains(words.small($0)) }
    }

    private static let parting: Set<String> = ["comprising", "including", "excluding", "representing"]

    private func holdsSense(_ run: Range<Int>) -> Bool {
        let bytes = words.bytes(of: run)
        return cues.senses.contains { $0.bytes.overlaps(bytes) }
    }

    private func isStaffSense(_ run: Range<Int>) -> Bool {
        let bytes = words.bytes(of: run)
        return cues.senses.contains { $0.bytes.overlaps(bytes) && ($0.sense?.isOfStaff ?? false) }
    }

    /// Whether words of sense name something though each alone is none: two nouns, or the basis that money is spent on.
    private func isNamedBySense(_ run: Range<Int>, _ sense: Figure.Sense?, isStaff: Bool, isEntry: Bool) -> Bool {
        if isStaff { return false }
        // Of a limit the thing that is limited is told however plain it is.
        if sense == .limit {
            return run.contains { words.kind($0) == .word && !words.isAdverb($0) && !SentenceMeaning.measures.contains(words.small($0)) }
        }
        // "Clerk's fee £450": all that an entry says.
        if isEntry, run.count > 1, words.kind(run.upperBound) == .figure || words.kind(run.upperBound) == .dash { return true }
        if run.lowerBound > 0, words.kind(run.lowerBound - 1) == .on {
            let bytes = words.bytes(of: run)
            if cues.bases.contains(where: { $0.bytes.overlaps(bytes) }) { return true }
        }
        let nouns = run.filter { words.kind($0) == .word || words.kind($0) == .body || words.kind($0) == .helping }
        let bytes = words.bytes(of: run)
        // "spent on revenue £20, capital £30": the basis that money is spent on names each part.
        if sense == .spend, run.count == 1, words.kind(run.upperBound) == .figure, cues.bases.contains(where: { $0.bytes == bytes }) {
            return true
        }
        let isName = cues.senses.contains { $0.bytes.overlaps(bytes) && ($0.sense.map(SentenceMeaning.naming.contains) ?? false) }
        // "revenue budget", and not "capital funding", of which another thing is told.
        let isBudget =
            sense != .funding && cues.bases.contains { $0.bytes.overlaps(bytes) } && cues.senses.contains { $0.bytes.overlaps(bytes) }
        guard isName || isBudget, nouns.count > 1, !SentenceMeaning.demonstratives.contains(words.small(run.lowerBound)) else {
            return false
        }
        // "Clerk's salary": whose it is and what.
        let isHeld = nouns.contains { isHolder($0) && !isBareBody($0..<$0 + 1) } && isName
        return nouns.allSatisfy { isCue($0) || words.vocabulary.isPlain(words.small($0)) || isHolder($0) }
            && (nouns.count { isCue($0) } > 1 || isHeld
                || isFee(run, sense))
    }

    /// "application fee": a plain noun with a word of price, and no "other quote".
    private func isFee(_ run: Range<Int>, _ sense: Figure.Sense?) -> Bool {
        sense == .price && words.kind(run.upperBound - 1) == .word && isCue(run.upperBound - 1)
            && run.dropLast().allSatisfy { words.kind($0) == .word && words.vocabulary.isListedNoun(words.small($0)) != false }
    }

    /// Words of a limit that say not what is limited.
    private static let measures: Set<String> = ["value", "values", "threshold", "limit", "amount", "cost", "sum", "reach", "total"]

    /// Senses whose words name a thing when they stand together: "investment balances", "council tax", "spending growth".
    private static let naming: Set<Figure.Sense> = [
        .reserve, .investment, .income, .debt, .borrowing, .loan, .contribution, .pressure, .price, .pay,
    ]

    /// What the rest of the sentence is about, where the figure's clause says nothing: the phrase after the last "for" before the figure, else
    /// its first noun phrase.
    func sentenceSubject(_ place: Place, parties: Parties) -> Subject? {
        let named = [parties.payee, parties.payer].compactMap { $0 }
        if let run = lastPurpose(before: place.word) { return Subject(run: run, source: .sentence) }
        // "The authority provided machines, using £2m": what the body does.
        let first = words.phrase(from: 0)
        let acting = first.contains { words.kind($0) == .body } && isVoid(first) ? object(behind: first, before: place.word) : nil
        guard let main = acting ?? mainPhrase(before: place.word, orObject: false),
            let run = isBareBody(main) ? object(behind: main, before: place.word) : main, isThing(run), !isBareBody(run),
            !named.contains(where: { $0.overlaps(run) })
        else { return nil }
        return Subject(run: run, source: .sentence)
    }

    /// What the verb behind a phrase acts on: "two pools" of "The trust runs two pools".
    func object(behind run: Range<Int>, before limit: Int = .max) -> Range<Int>? {
        var index = run.upperBound
        while words.kind(index) == .verb || words.kind(index) == .giving || words.kind(index) == .auxiliary || words.isAdverb(index) {
            index += 1
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
            if words.kind(index) == .purpose, words.words[index].depth == 0, !words.isTime(index + 1),
                let run = trimmed(words.phrase(from: index + 1), nil), !isVoid(run), isThing(run), !isBareBody(run), !isBackward(index + 1)
            {
                return run
            }
            index -= 1
        }
        return nil
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
            }), let run = trimmed(0..<colon, nil), isThing(run), !isBareBody(run)
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

    /// Longest heading that runs into its sentence, words.
    private static let longestRunIn = 10

    /// Farthest that a sentence is looked through for what it is about, words: so that a list of a thousand amounts takes no longer for each.
    private static let reach = 60

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
            if !words.isTime(found.lowerBound), !isBackward(index), let run = trimmed(found, nil), !isVoid(run),
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

    /// Whether a phrase begins with a word that points back: "those concerns".
    func isBackward(_ index: Int) -> Bool { SentenceMeaning.demonstratives.contains(words.small(index)) }

    /// Whether the figure's clause points back to what was named before: a pronoun or a bare noun governs it.
    func pointsBack(_ place: Place) -> Bool {
        if isTowardsBackward(place) { return true }
        let first = (0..<words.words.count).first { words.kind($0) != .quote && words.kind($0) != .conjunction } ?? 0
        if words.kind(first) == .pronoun || SentenceMeaning.demonstratives.contains(words.small(first)) { return true }
        let runs = place.governing.phrases + place.governing.subject
        return runs.contains { run in
            run.contains { SentenceMeaning.demonstratives.contains(words.small($0)) } || isVoid(run) && !isBareBody(run)
        } || runs.isEmpty && words.kind(place.governing.link.lowerBound - 1) == .pronoun
    }

    /// Whether a word points back: a pronoun, "this", "a further £2m"; and no mere bare noun.
    func pointsByWord(_ place: Place) -> Bool {
        if isTowardsBackward(place) { return true }
        let first = (0..<words.words.count).first { words.kind($0) != .quote && words.kind($0) != .conjunction } ?? 0
        if words.kind(first) == .pronoun || SentenceMeaning.demonstratives.contains(words.small(first)) { return true }
        let runs = place.governing.phrases + place.governing.subject
        if runs.contains(where: {
            $0.contains { SentenceMeaning.demonstratives.contains(words.small($0)) || SentenceMeaning.going.contains(words.small($0)) }
        }) {
            return true
        }
        return SentenceMeaning.going.contains(words.small(place.word - 1)) || words.kind(place.governing.link.lowerBound - 1) == .pronoun
    }

    /// Words of what goes on with something that was named.
    private static let going: Set<String> = ["further", "another", "remaining", "remainder"]

    /// "£1,000 towards it", "£500 for this": what it is for was named before.
    func isTowardsBackward(_ place: Place) -> Bool {
        let end = max(place.word + 1, min(place.room.upperBound, place.word + SentenceMeaning.towardsReach))
        return (place.word + 1..<end).contains { index in
            words.kind(index) == .purpose && (words.kind(index + 1) == .pronoun || isBackward(index + 1))
        }
    }

    /// How far behind an amount "towards it" is looked for, words.
    private static let towardsReach = 8

    static let demonstratives: Set<String> = ["this", "that", "these", "those", "such"]
}
