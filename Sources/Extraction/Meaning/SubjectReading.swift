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
        if let thing = partedThing(place, parties.payee) { return Subject(run: thing, source: .clause) }
        var party: Range<Int>?
        for candidate in candidates(place, sense) {
            guard let run = candidate().flatMap({ trimmed($0, sense) }).map(quoted),
                !isVoid(run) || isRow && isHeldBySense(run) || isHeld(run) || isGivenTo(run, place) || isBoundBy(run, place, sense)
                    || isListed && isLabel(run, place),
                isThing(run), isPlausible(run), !isTaxNote(run, place)
            else { continue }
            // Who pays or is paid is the subject only where nothing else is said.
            // and of a bid the one who is asked never is: "the bid to the Heritage Fund for £2m".
            let isAsked = words.kind(place.word - 1) == .purpose && parties.payer.map { $0.overlaps(run) } ?? false
            if named.contains(where: { $0.overlaps(run) && $0.count + 1 >= run.count }) {
                if words.isNamed(run), !isAsked { party = party ?? run }
                continue
            }
            // "The new school will cost £21m": what costs is a thing.
            let costs = place.governing.verb.map { words.small($0).hasPrefix("cost") } ?? false
            let arises = sense.map(SentenceMeaning.located.contains) ?? false
            if !place.isStaff, !isListed, !costs, !arises, isBareBody(run) { continue }
            return toldWhole(run, place)
        }
        // "investment balances", "Council Tax": words of sense that together name something.
        let governing = place.governing
        for run in governing.phrases + [place.following] + governing.subject
        where isNamedBySense(run, sense, isStaff: place.isStaff, isEntry: isEntry(place)) {
            if let bare = edges(of: run) {
                let rest = unsaid(bare, sense).flatMap {
                    isNamedBySense($0, sense, isStaff: false, isEntry: false) || $0.count == 1 ? $0 : nil
                }
                return toldWhole(rest.flatMap { holdsSense($0) ? $0 : nil } ?? bare, place)
            }
        }
        // "The levy generated £9m", "The approved budget includes £50m of savings": a word of another sense is what it is of.
        if !place.isStaff, let doer = governing.subject.first, governing.verb != nil, !isStaffSense(doer), let bare = edges(of: doer),
            cues.senses.contains(where: { $0.bytes.overlaps(words.bytes(of: bare)) && $0.sense != sense }),
            !SentenceMeaning.demonstratives.contains(words.small(doer.lowerBound)),
            bare.count > 1 || !words.vocabulary.isPlain(words.small(bare.lowerBound))
                || words.vocabulary.isNamingCue(words.small(bare.lowerBound)) || words.small(bare.lowerBound - 1) == "the"
                || words.kind(bare.lowerBound - 1) == .number
        {
            return Subject(run: bare, source: .clause)
        }
        if !place.isStaff, let run = standing(place, sense) { return Subject(run: run, source: .clause) }
        // "£12m for schools": a body is what it is for where nothing else is.
        if !place.isStaff, let run = purpose(place, sense, orBody: true).flatMap({ trimmed($0, sense) }), !isVoid(run), isThing(run),
            !named.contains(where: { $0.overlaps(run) })
        {
            return Subject(run: run, source: .clause)
        }
        guard let party else { return nil }
        return saidElsewhere(place).map { Subject(run: $0, source: .sentence) } ?? Subject(run: party, source: .clause)
    }

    /// Whether a plain word is the whole label of an amount of a list: "Budget: grass £3,100, clerk £5,720, grants £500".
    private func isLabel(_ run: Range<Int>, _ place: Place) -> Bool {
        let mark = run.lowerBound - 1
        guard words.figures.count > 2, run.count == 1, run.upperBound == place.word, words.kind(run.lowerBound) == .word,
            words.kind(mark) == .comma || words.kind(mark) == .stop,
            words.kind(mark - 1) == .figure || words.isMark(mark, UInt8(ascii: ":"))
        else { return false }
        return !SentenceMeaning.reckoning.contains(words.small(run.lowerBound))
    }

    /// A phrase as the subject, or the heading that runs into its sentence: "Finance, Investment & Commercial: the variance is £0.5m" tells the
    /// heading whole, and what only says what kind of money it is gives way to it, "ICT refresh: original budget £400k".
    private func toldWhole(_ run: Range<Int>, _ place: Place) -> Subject {
        guard let heading = runIn(before: place.word),
            heading.overlaps(run)
                ? heading.count > run.count : heading.upperBound <= run.lowerBound && isKindOfMoney(run) && !isVoid(heading)
        else { return Subject(run: run, source: .clause) }
        return Subject(run: heading, source: .clause)
    }

    /// Whether a phrase only says what kind of amount it is, whatever describes that: "original budget", "annual cost".
    private func isKindOfMoney(_ run: Range<Int>) -> Bool {
        guard let last = run.last, words.kind(last) == .word, words.vocabulary.isAmountWord(words.small(last)) else { return false }
        return !words.isNamed(run) && run.allSatisfy { words.kind($0) == .word || words.kind($0) == .quantity }
    }

    /// What the sentence of a figure says money is for, where its clause names no more than who pays or is paid: behind the amount, else before
    /// it, else in front of a colon.
    func saidElsewhere(_ place: Place) -> Range<Int>? {
        // "North Quay (£0.4m)": what the bracket is of is said of it alone.
        if words.words[place.word].depth > 0 { return nil }
        return firstPurpose(after: place.word) ?? lastPurpose(before: place.word) ?? runIn(before: place.word)
    }

    /// The phrase after the first "for" behind a word in its clause: "£18,000 is due to the Trust each April for keeping the meadow".
    private func firstPurpose(after word: Int) -> Range<Int>? {
        var index = word + 1
        while index < min(words.words.count, word + SentenceMeaning.reach) {
            switch words.kind(index) {
            case .figure, .comma, .connective, .stop: return nil
            case .purpose: if let run = purposePhrase(at: index) { return run }
            default: break
            }
            index += 1
        }
        return nil
    }

    /// Where the subject is looked for, in this order.
    private func candidates(_ place: Place, _ sense: Figure.Sense?) -> [() -> Range<Int>?] {
        if place.isStaff {
            return [
                { self.staffNoun(place) }, { self.paidBy(place) }, { self.staffPlace(place) }, { self.purpose(place, sense) },
                { self.governingNoun(place, sense) }, { self.doer(place, sense) },
            ]
        }
        // What stands under a threshold is told, and not who may do it or when.
        if sense == .limit, !isEntry(place) { return [{ self.limited(place) }, { self.purpose(place, sense) }] }
        // "£1.9m for the hub, comprising £1.2m of capital": what the first amount is for.
        let isPart = place.index > 0 && governingPart(place)
        return [
            { self.relativePurpose(place) }, { self.fronted(place) }, { self.paidBy(place) }, { self.askedFor(place, sense) },
            { self.rowPayee(place) == nil ? nil : self.rowThing(place) }, { self.rowPurpose(place) },
            { self.isTagOfName(place) ? place.following : nil }, { self.raised(place, sense) }, { self.purpose(place, sense) },
            { self.bracketed(place) }, { self.entry(place) }, { self.followingNoun(place, sense) },
            { self.labelBehind(place) }, { self.arising(place, sense) }, { isPart ? nil : self.governingNoun(place, sense) },
            { self.surrounding(place, sense) }, { self.opening(place, sense) }, { self.given(place) },
            { isPart ? nil : self.doer(place, sense) },
            { self.fundBehind(place) }, { self.relative(place) },
            { self.bounded(place, sense) }, { self.nextGiven(place) },
        ]
    }

    /// Whether a run is no more than a note on the tax of an amount: "VAT" of "£40 plus VAT (£48)".
    private func isTaxNote(_ run: Range<Int>, _ place: Place) -> Bool {
        guard run.allSatisfy({ words.vocabulary.taxNote(words.small($0)).isPart }) else { return false }
        return run.lowerBound > place.word || run.lowerBound > 0 && words.vocabulary.taxNote(words.small(run.lowerBound - 1)).isPart
    }

    /// A run with the quotation mark that opens right before it or closes right behind it, where the other stands in it: "Moving Northmere'
    /// initiative".
    private func quoted(_ run: Range<Int>) -> Range<Int> {
        guard run.count(where: { words.kind($0) == .quote && !words.isPossessive($0) }) == 1 else { return run }
        if words.kind(run.lowerBound - 1) == .quote, run.lowerBound > 0 { return run.lowerBound - 1..<run.upperBound }
        return words.kind(run.upperBound) == .quote ? run.lowerBound..<run.upperBound + 1 : run
    }

    /// "Increase the rate for Grade 2 to £12 (2%) to keep pace": of a level to which something is brought that is told, and no aim.
    private func raised(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        var next = place.word + 1
        if words.kind(next) == .open, let close = closeOf(next) { next = close + 1 }
        guard words.kind(place.word - 1) == .to, words.kind(next) == .to, words.kind(next + 1) != .figure else { return nil }
        return governingNoun(place, sense)
    }

    /// "the £9m Moving Northmere initiative to widen roads": the amount is the size of what has a name.
    private func isTagOfName(_ place: Place) -> Bool {
        guard isPriceTag(place) else { return false }
        return words.words[place.following.lowerBound].isCapital && (isQuotedName(place) || words.isNamed(place.following))
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
    func isNamedBySense(_ run: Range<Int>, _ sense: Figure.Sense?, isStaff: Bool, isEntry: Bool) -> Bool {
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
            sense != .funding && sense != .cost
            && cues.bases.contains { $0.bytes.overlaps(bytes) && ($0.basis == .capital || $0.basis == .revenue) }
            && cues.senses.contains { $0.bytes.overlaps(bytes) }
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
    private static let measures: Set<String> = [
        "value", "values", "threshold", "limit", "amount", "cost", "sum", "reach", "total", "figures", "capital",
    ]

    /// Senses whose words name a thing when they stand together: "investment balances", "council tax", "spending growth".
    private static let naming: Set<Figure.Sense> = [
        .reserve, .investment, .income, .debt, .borrowing, .loan, .contribution, .pressure, .price, .pay,
    ]

    /// "Changes of less than £500,000", "works over £9,000": what has to do with an amount that has a bound and no sense, however plain.
    private func bounded(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        guard let run = place.governing.phrases.first, isBoundBy(run, place, sense) else { return nil }
        return run
    }

    private func isBoundBy(_ run: Range<Int>, _ place: Place, _ sense: Figure.Sense?) -> Bool {
        !place.isStaff && place.governing.phrases.count == 1 && isBounded(place)
            && (sense == nil && !holdsCue(run) || isConditional(run))
            && run.contains { words.kind($0) == .word && !words.isAdverb($0) && !SentenceMeaning.measures.contains(words.small($0)) }
            && place.governing.link.allSatisfy { words.kind($0) == .of || words.kind($0) == .be || words.kind($0) == .purpose }
            && !isBackward(run.lowerBound)
    }

    /// "added £612,000 to the pay bill": words of sense that together name what was added to.
    private func isGivenTo(_ run: Range<Int>, _ place: Place) -> Bool {
        run.lowerBound > place.word && words.kind(place.word + 1) == .to && isCompound(run)
    }

    /// "only where the invoice is for £500 or more".
    private func isConditional(_ run: Range<Int>) -> Bool {
        words.kind(run.lowerBound - 1) == .connective && ["where", "if", "when", "unless"].contains(words.small(run.lowerBound - 1))
    }
}
