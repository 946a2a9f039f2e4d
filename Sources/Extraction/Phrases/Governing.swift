internal import RuleEngine

/// What stands before a figure and governs it: the phrases from the nearest to the one that all others hang on, and the verb.
struct Governing: Sendable {
    /// Noun phrases that a preposition joins, the outermost first: "the overspend" [on] "delegated budgets" [of £3m].
    var phrases: [Range<Int>] = []
    /// For each phrase the index of the preposition before it; nil for the outermost.
    var joints: [Int?] = []
    /// The words between the innermost phrase and the figure: "of", "is estimated to be".
    var link: Range<Int>
    /// A verb that ends the chain on the left: "spent" in "spent £3m".
    var verb: Int?
    /// The phrases before the verb: who or what does it.
    var subject: [Range<Int>] = []
    /// For each of them the preposition before it.
    var subjectJoints: [Int?] = []
    /// Whether another figure stands between the phrases and this one: "from £3m to £4m".
    var isShared = false
    /// Who does what the phrases name: "Wold Civils" of "the tender submitted by Wold Civils was £9,000", with the preposition before it.
    var agent: Range<Int>?
    /// Whether the phrases stand before a bracket that holds the figure.
    var isBracketed = false
}

extension SentenceWords {
    /// Farthest that a phrase is looked for before a figure, words.
    private static let reach = 60

    /// What governs the figure that is the word at `index`.
    func governing(_ index: Int) -> Governing {
        let limit = max(0, index - SentenceWords.reach)
        var result = Governing(link: index..<index)
        var place = index
        var depth = 0
        link: while place > limit {
            let before = place - 1
            switch kind(before) {
            // "told in public session that another £2m would be needed": begins a clause.
            case .determiner where small(before) == "that" && kind(before - 1).isNominal && kind(before + 1) == .determiner: break link
            case .link, .be, .auxiliary, .dash, .to, .of, .on, .by, .preposition, .from, .purpose, .quantity, .quote, .determiner: break
            case .verb where SentenceWords.copulas.contains(small(before)): break
            // "The works would cost them £400 each".
            case .pronoun where place == index && (small(before - 1).hasPrefix("cost") || kind(before - 1) == .giving): break
            case .stop where isMark(before, UInt8(ascii: ":")): break
            // "The cost of the works, including fees, is £640,000".
            case .comma where place < index && asideStart(before, from: limit) != nil:
                place = asideStart(before, from: limit) ?? place
                continue link
            // "Ongoing upkeep, estimated at £9m", "The limit, £9m, was passed".
            case .comma where isApposed(before, to: place, figure: index): break
            // "The contract, worth £2m".
            case .comma where kind(place) == .link && place < index: break
            case .comma where before > limit && (kind(before - 1) == .close || isTimeBefore(before)): break
            case .number where isMeasureFree(before), .time: break
            case .open:
                guard depth == 0 else { break link }
                result.isBracketed = true
                depth = 1
            case .close:
                guard let open = bracketStart(before, from: limit) else { break link }
                place = open
                continue link
            case .figure:
                guard kind(before + 1) != .comma, place < index || kind(before + 1) == .to else { break link }
                guard isRunOn(from: before + 1, to: index) else { break link }
                result.isShared = true
            case .conjunction where before > limit && isFigureBefore(before, from: limit): break
            case .word where isAdverb(before): break
            default: break link
            }
            place = before
        }
        // A quantity or determiner next to the phrase belongs to it: "the total".
        result.link = place..<index
        readChain(endingAt: place, from: limit, into: &result)
        return result
    }

    private func readChain(endingAt end: Int, from limit: Int, into result: inout Governing) {
        let direct = chain(endingAt: end, from: limit)
        (result.phrases, result.joints) = (direct.phrases, direct.joints)
        var place = direct.start
        if let first = direct.phrases.first, kind(first.lowerBound) == .determiner, small(first.lowerBound) == "that",
            first.lowerBound > limit
        {
            // "a lease that costs £54k": the words after "that" say something of what stands before it.
            let before = chain(endingAt: first.lowerBound, from: limit)
            (result.subject, result.subjectJoints) = (before.phrases, before.joints)
            return
        }
        if let noun = described(before: place, from: limit, link: result.link), let agent = direct.phrases.first {
            let outer = chain(endingAt: noun, from: limit)
            if !outer.phrases.isEmpty {
                // "the tender submitted by Wold Civils for the bridge was £9,000": of the tender.
                let purpose =
                    direct.phrases.indices.dropFirst().first { kind(direct.phrases[$0].lowerBound - 1) == .purpose } ?? direct.phrases.count
                result.phrases = outer.phrases + direct.phrases[purpose...]
                result.joints = outer.joints + direct.joints[purpose...]
                result.agent = agent
                return
            }
        }
        while place > limit,
            isAdverb(place - 1) || kind(place - 1) == .to || kind(place - 1) == .on
                || kind(place - 1) == .purpose && small(place - 2) == "heading"
                || kind(place - 1) == .by && (kind(place - 2) == .verb || small(place - 2).hasSuffix("ed"))
                || kind(place - 1) == .preposition && (kind(place - 2) == .verb || kind(place - 2) == .giving && kind(place - 3) == .be)
        {
            place -= 1
        }
        switch kind(place - 1) {
        case .verb, .giving, .asking, .helping, .link, .word, .be, .auxiliary: break
        default: return
        }
        guard place > limit else { return }
        result.verb = place - 1
        place -= 1
        while place > limit {
            switch kind(place - 1) {
            case .auxiliary, .be, .link, .to, .verb: place -= 1
            case .word where isAdverb(place - 1): place -= 1
            case .close:
                guard let open = bracketStart(place - 1, from: limit) else { return }
                place = open
            default:
                // "Fleet, which overspent by £2m": what stands before "which".
                if kind(place - 1) == .connective, SentenceWords.relative.contains(small(place - 1)) {
                    place -= kind(place - 2) == .comma ? 2 : 1
                }
                // "cycle training, costing £47 a pupil".
                if kind(place - 1) == .comma, let verb = result.verb, verb == place, small(verb).hasSuffix("ing") { place -= 1 }
                // "A place, which was cheap, now costs £2m": past the aside.
                if kind(place - 1) == .comma, let open = aside(closing: place - 1, from: limit) { place = open }
                let before = chain(endingAt: place, from: limit)
                // "which two years ago cost £2m".
                if let first = before.phrases.first, before.phrases.count == 1, isTime(first.lowerBound), before.start > limit {
                    place = before.start
                    if kind(place - 1) == .connective || kind(place - 1) == .comma { continue }
                }
                // "Compensation to those who are moved for the works has been set at £2m": what stands before "who".
                if kind(before.start - 1).isPreposition,
                    let relative = (max(limit, before.start - SentenceWords.shortAside)..<before.start).last(where: {
                        kind($0) == .connective && SentenceWords.relative.contains(small($0))
                    })
                {
                    let outer = chain(endingAt: kind(relative - 1) == .comma ? relative - 1 : relative, from: limit)
                    if !outer.phrases.isEmpty {
                        (result.subject, result.subjectJoints) = (outer.phrases, outer.joints)
                        return
                    }
                }
                (result.subject, result.subjectJoints) = (before.phrases, before.joints)
                return
            }
        }
    }

    private static let relative: Set<String> = ["which", "who"]

    /// Where a noun ends that a participle with "by" or "from" describes, in a sentence whose verb stands before the figure: "the rent paid by
    /// [the club] is £90"; nil for none. `place` is where the phrase behind the preposition begins.
    private func described(before place: Int, from limit: Int, link: Range<Int>) -> Int? {
        guard place > limit + 2, kind(place - 1) == .by || kind(place - 1) == .from,
            link.contains(where: { kind($0) == .be || kind($0) == .verb })
        else { return nil }
        let participle = place - 2
        let isParticiple = kind(participle) == .verb || kind(participle) == .giving || small(participle).hasSuffix("ed")
        guard isParticiple, kind(participle - 1).isNominal else { return nil }
        return participle
    }

    /// The noun phrases that end at a word, joined by prepositions, the outermost first. Times among them are left out.
    func chain(endingAt end: Int, from limit: Int) -> (phrases: [Range<Int>], joints: [Int?], start: Int) {
        var phrases: [Range<Int>] = []
        var joints: [Int?] = []
        var place = end
        for _ in 0..<6 {
            let found = phrase(endingAt: place)
            guard !found.isEmpty, found.lowerBound >= limit else { break }
            let before = found.lowerBound - 1
            // "costs per driver": the base of a rate.
            let isRate = small(before) == "per"
            let isTime = phrases.isEmpty && isTime(found.lowerBound) || isRate
            let hasJoint = before > limit && (isJoint(before) || isRate)
            if !isTime || !hasJoint {
                phrases.insert(found, at: 0)
                joints.insert(nil, at: 0)
            }
            place = found.lowerBound
            guard hasJoint else { break }
            // "approve the hall extension, at a cost of £1m".
            let end = small(before) == "at" && kind(before - 1) == .comma ? before - 1 : before
            let next = phrase(endingAt: end)
            guard !next.isEmpty else { break }
            if !joints.isEmpty { joints[0] = before }
            place = end
        }
        return (phrases, joints, place)
    }

    /// Whether a preposition hangs one noun on another: "overspend on budgets", and no clause: "taken to Council".
    private func isJoint(_ index: Int) -> Bool {
        switch kind(index) {
        case .of, .purpose, .on, .from: true
        // "the quotation by Wold Civils in the sum of".
        case .by: vocabulary.isBill(small(index - 1)) || vocabulary.isRequest(small(index - 1))
        // "grant to the club" hangs a noun on another, "needed to balance" a verb.
        case .to:
            kind(index + 1) == .determiner || kind(index + 1) == .body || words.indices.contains(index + 1) && words[index + 1].isCapital
                || small(index + 1).hasSuffix("ed") && kind(index + 2).isNominal
        case .preposition: SentenceWords.joints.contains(small(index))
        default: false
        }
    }

    private static let joints: Set<String> = [
        "in", "against", "at", "within", "under", "between", "across", "as", "over", "around", "near", "outside", "opposite",
    ]

    /// Whether the words behind a comma give the size of what stands before it and of nothing else.
    private func isApposed(_ comma: Int, to place: Int, figure index: Int) -> Bool {
        guard comma > 0, kind(comma - 1).isNominal || kind(comma - 1) == .close else { return false }
        if place < index { return SentenceWords.sizing.contains(small(place)) }
        // Within a sentence that goes on behind it, and no list: "The cost, £2m in a full year, is met".
        var close = index + 1
        while close < index + SentenceWords.shortAside,
            kind(close) == .preposition || kind(close) == .purpose && isTime(close + 1) || kind(close) == .determiner
                || kind(close) == .quantity
                || kind(close) == .time || kind(close) == .number
        {
            close += 1
        }
        guard kind(close) == .comma else { return false }
        switch kind(close + 1) {
        case .be, .auxiliary, .verb, .link: return true
        default: return false
        }
    }

    /// What begins such words.
    private static let sizing: Set<String> = ["at", "to", "namely", "being", "in", "estimated", "coming"]
    /// Longest aside about an amount, words.
    private static let shortAside = 6

    /// The comma that opens an aside which closes at another, of whatever length: ", which we were promised for £2m,".
    func aside(closing comma: Int, from limit: Int) -> Int? {
        var index = comma - 1
        while index > limit {
            if kind(index) == .stop { return nil }
            if kind(index) == .comma {
                return kind(index + 1).isPreposition || kind(index + 1) == .connective ? index : nil
            }
            index -= 1
        }
        return nil
    }

    /// The comma that opens an aside which closes at another: ", including fees,".
    private func asideStart(_ comma: Int, from limit: Int) -> Int? {
        var index = comma - 1
        while index > max(limit, comma - 10) {
            switch kind(index) {
            case .comma: return kind(index + 1) == .preposition || kind(index + 1) == .connective ? index : nil
            case .figure, .stop: return nil
            default: index -= 1
            }
        }
        return nil
    }

    /// Verbs that say no more than "is" of an amount.
    private static let copulas: Set<String> = [
        "totalled", "totalling", "totals", "amounted", "amounts", "amounting", "stood", "stands", "became", "becomes", "equates", "equals",
        "remains", "remained", "reached", "reach", "came", "comes", "coming",
    ]

    /// Whether a word ends as adverbs do: "currently".
    func isAdverb(_ index: Int) -> Bool {
        let word = small(index)
        return word.hasSuffix("ly") && word.utf8.count > 4 && !words[index].isCapital && !SentenceWords.endLikeAdverbs.contains(word)
    }

    /// Nouns and adjectives that end as adverbs do.
    private static let endLikeAdverbs: Set<String> = [
        "supply", "family", "assembly", "reply", "anomaly", "elderly", "weekly", "monthly", "yearly", "hourly", "quarterly", "early",
    ]

    /// Whether a number is a time or a share and counts nothing.
    private func isMeasureFree(_ index: Int) -> Bool { kind(index + 1) != .word }

    private func isTimeBefore(_ index: Int) -> Bool { kind(index - 1) == .number || kind(index - 1) == .time }

    /// Whether nothing but links, times, prepositions and conjunctions stand between two figures.
    private func isRunOn(from start: Int, to end: Int) -> Bool {
        (start..<end).allSatisfy { index in
            switch kind(index) {
            case .link, .to, .from, .of, .by, .preposition, .number, .time, .conjunction, .quantity, .be, .determiner, .open, .close,
                .comma:
                true
            case .word: isAdverb(index) || words[index].isCapital && kind(index + 1) == .number || small(index) == "end"
            default: false
            }
        }
    }

    /// Whether a figure stands before a conjunction with nothing but its time between.
    private func isFigureBefore(_ index: Int, from limit: Int) -> Bool {
        var place = index - 1
        while place > limit, place > index - 10, kind(place) != .figure { place -= 1 }
        return kind(place) == .figure && isRunOn(from: place + 1, to: index)
    }

    /// The opening of a bracket that closes at an index.
    func bracketStart(_ close: Int, from limit: Int) -> Int? {
        var place = close - 1
        while place >= max(limit, close - 30) {
            if kind(place) == .open { return place }
            if kind(place) == .close { return nil }
            place -= 1
        }
        return nil
    }
}
