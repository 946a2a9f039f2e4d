internal import PaperModel
internal import RuleEngine

/// What the figures of one sentence are, what they are for, and who pays whom.
///
/// Each figure is read from the words that govern it outwards: the noun after it, the phrases before it, the verb, the rest of its clause,
/// then what the figure before it in a list said.
struct SentenceMeaning {
    let words: SentenceWords
    let cues: Cues
    /// For each figure of the sentence whether it counts staff.
    private let countsStaff: [Bool]
    /// Whether one of them does.
    let hasStaff: Bool
    /// Whether the sentence is a run of labels each with its amount behind it: "Fête £500/Map £190/Signs £25", "A rated, £3m B rated, £5m".
    let isLabelRun: Bool
    /// Whether it is a line of a list set in columns without rules.
    let isRow: Bool

    init(_ words: SentenceWords, cues: Cues, countsStaff: [Bool], isRow: Bool = false) {
        self.isRow = isRow
        (self.words, self.cues, self.countsStaff) = (words, cues, countsStaff)
        hasStaff = countsStaff.contains(true)
        isLabelRun = SentenceMeaning.isLabelRun(words)
    }

    /// Whether every amount has a label of nouns before it and the last has none behind it.
    private static func isLabelRun(_ words: SentenceWords) -> Bool {
        guard words.figures.count > 1, let first = words.figures.first, let last = words.figures.last, first > 0,
            words.kind(first - 1) == .word || words.kind(first - 1) == .comma || words.kind(first - 1) == .dash
                || words.isMark(first - 1, UInt8(ascii: ":")),
            (last + 1..<max(last + 1, words.words.count)).allSatisfy({ words.kind($0) == .stop || words.kind($0) == .quote })
        else { return false }
        return zip(words.figures, words.figures.dropFirst()).allSatisfy { before, after in
            after > before + 1
                && (before + 1..<after).allSatisfy { index in
                    switch words.kind(index) {
                    case .word, .body, .comma, .number, .quantity, .time, .open, .close, .dash, .stop: true
                    default: false
                    }
                }
                && words.kind(before + 1) != .comma && words.kind(before + 1) != .dash && words.kind(before + 1) != .stop
                && words.kind(before + 1) != .open
        }
    }

    /// A figure's place with what stands around it.
    struct Place {
        /// Which figure of the sentence.
        let index: Int
        /// Its word.
        let word: Int
        let governing: Governing
        /// The noun phrase right after it: "waste reserve" in "£12m waste reserve", "savings" in "£3m of savings".
        let following: Range<Int>
        /// The words between the figure before and the one after that are its own.
        let room: Range<Int>
        let isStaff: Bool
    }

    /// The place of a figure of the sentence.
    func place(_ index: Int) -> Place {
        let word = words.figures[index]
        let left = index > 0 ? words.figures[index - 1] + 1 : 0
        let right = index + 1 < words.figures.count ? words.figures[index + 1] : words.words.count
        return Place(
            index: index, word: word, governing: words.governing(word), following: following(word), room: left..<right,
            isStaff: countsStaff.indices.contains(index) && countsStaff[index])
    }

    private func following(_ word: Int) -> Range<Int> {
        var start = word + 1
        if isLabelRun { return start..<start }
        if words.kind(start) == .open, let close = (start..<min(start + 12, words.words.count)).first(where: { words.kind($0) == .close }),
            words.kind(close + 1) == .of, !(start..<close).contains(where: { words.kind($0) == .figure })
        {
            start = close + 1
        }
        if words.kind(start) == .of { start += 1 }
        if words.kind(start) == .preposition, words.small(start) == "in" || words.small(start) == "worth" {
            guard !words.isTime(start + 1), !isPlaceName(start + 1) else { return start..<start }
            start += 1
            if words.kind(start) == .of { start += 1 }
        }
        guard start < words.words.count, !words.isTime(start) else { return start..<start }
        // "£752m secured last year": a participle with its time describes the amount and names nothing.
        if words.small(start).hasSuffix("ed"), words.isTime(start + 1) { return start..<start }
        return words.phrase(from: start)
    }

    /// Whether a name in capitals that no word of money is part of begins at an index: "£267 a week in Northmere".
    private func isPlaceName(_ index: Int) -> Bool {
        guard words.words.indices.contains(index), words.words[index].isCapital else { return false }
        let bytes = words.bytes(of: words.phrase(from: index))
        return !cues.senses.contains { $0.bytes.overlaps(bytes) }
    }

    /// The cue that says what a figure is; nil where none governs it.
    func sense(_ place: Place) -> Cue? {
        let own = cues.senses.filter { cue in cue.sense.map { $0.isOfStaff == place.isStaff } ?? false }
        if own.isEmpty { return nil }
        let depth = words.words[place.word].depth
        func inside(_ run: Range<Int>) -> [Cue] {
            let bytes = words.bytes(of: run)
            return own.filter { $0.bytes.lowerBound >= bytes.lowerBound && $0.bytes.upperBound <= bytes.upperBound }
        }
        if place.isStaff {
            let bytes = words.words[place.word].bytes
            if let within = Cues.head(of: own.filter { $0.bytes.overlaps(bytes) }) { return within }
        }
        let governing = place.governing
        if isBounded(place), let limit = inside(place.room.lowerBound..<place.word).last(where: { $0.sense == .limit }) { return limit }
        // A variance is no budget, outturn or cost; only which way it goes is said of it.
        if isVariance(place) {
            return inside(place.room).first { $0.sense.map(SentenceMeaning.ways.contains) ?? false }
        }
        if let found = afterwards(place, inside) { return found }
        if let found = before(governing, inside) { return found }
        if isPriceTag(place) { return nil }
        if let verb = governing.verb, let found = Cues.head(of: inside(verb..<verb + 1) + inside(governing.link)) { return found }
        if let found = passive(place, inside) { return found }
        if let found = outermost(governing.subject, inside) { return found }
        // The rest of its clause: what stands nearest before, then after.
        let clause = clause(place)
        // What stands in other brackets is said of something else.
        let open = { (cue: Cue) in words.run(of: cue.bytes).first.map { words.words[$0].depth <= depth } ?? true }
        if let found = inside(clause.lowerBound..<max(clause.lowerBound, place.word)).last(where: { open($0) && !isDone($0) }) {
            return found
        }
        if let found = inside(place.word + 1..<max(place.word + 1, ownEnd(place, clause))).first(where: open) { return found }
        return isEntry(place) ? remoteSense(place) : nil
    }

    /// Where the words behind a figure begin to belong to the next: "benefits of £120m [and costs of £32m]".
    private func ownEnd(_ place: Place, _ clause: Range<Int>) -> Int {
        guard words.kind(clause.upperBound) == .figure else { return clause.upperBound }
        return (place.word + 1..<max(place.word + 1, clause.upperBound)).last {
            words.kind($0) == .conjunction || words.kind($0) == .comma
        } ?? clause.upperBound
    }

    /// Whether a small noun of its own that says nothing of sense governs a figure: "a profit of £24m".
    func hasOwnNoun(_ place: Place) -> Bool {
        guard place.governing.phrases.count == 1, place.governing.link.contains(where: { words.kind($0) == .of }),
            let run = place.governing.phrases.first.flatMap({ edges(of: $0) })
        else { return false }
        return run.count == 1 && !words.words[run.lowerBound].isCapital && !isVoid(run)
    }

    /// Whether a figure's own words bound it: "up to £5,000".
    private func isBounded(_ place: Place) -> Bool {
        let first = words.text[words.words[place.word].bytes.lowerBound] | 0x20
        return first >= 0x61 && first <= 0x7a
    }

    /// "externally funded": says of something else where its money comes from.
    private func isDone(_ cue: Cue) -> Bool { cue.sense == .funding && words.text.words(cue.bytes).lowercased().hasSuffix("ed") }

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
    private static let entryReach = 8

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
        guard let colon = (place.room.lowerBound..<place.word).last(where: { words.isMark($0, UInt8(ascii: ":")) }) else { return nil }
        let bytes = words.bytes(of: place.room.lowerBound..<colon)
        return Cues.head(of: own.filter { $0.bytes.lowerBound >= bytes.lowerBound && $0.bytes.upperBound <= bytes.upperBound })
    }

    /// The head of the noun right after the figure: "£10k reduction in the grant" is a grant.
    private func afterwards(_ place: Place, _ inside: (Range<Int>) -> [Cue]) -> Cue? {
        guard !place.following.isEmpty else { return nil }
        var run = place.following
        for _ in 0..<2 {
            let parts = split(run)
            for part in parts { if let cue = Cues.head(of: inside(part)) { return cue } }
            // On to what hangs on a noun that says nothing of sense: "reduction in the grant".
            let next = run.upperBound
            guard words.kind(next) == .preposition || words.kind(next) == .of, words.small(next) == "in" || words.kind(next) == .of,
                !words.isTime(next + 1)
            else { return nil }
            run = words.phrase(from: next + 1)
            if run.isEmpty { return nil }
        }
        return nil
    }

    /// A phrase cut at its prepositions: each part is a noun with what describes it.
    func split(_ run: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = run.lowerBound
        for index in run where words.kind(index).isPreposition || words.kind(index) == .conjunction {
            if index > start { parts.append(start..<index) }
            start = index + 1
        }
        if start < run.upperBound { parts.append(start..<run.upperBound) }
        return parts
    }

    private func before(_ governing: Governing, _ inside: (Range<Int>) -> [Cue]) -> Cue? {
        outermost(governing.phrases, inside) ?? Cues.head(of: inside(governing.link).filter { !$0.isFirmness })
    }

    /// The head of the outermost phrase that has one; a word that only says how firm the amount is gives way to the next.
    private func outermost(_ phrases: [Range<Int>], _ inside: (Range<Int>) -> [Cue]) -> Cue? {
        var firm: Cue?
        for phrase in phrases {
            for part in split(phrase) {
                guard let cue = Cues.head(of: inside(part)) else { continue }
                if !cue.isFirmness { return cue }
                firm = firm ?? cue
            }
        }
        return firm
    }

    /// "£5m was spent on", "£2m has been awarded": the verb after the figure.
    private func passive(_ place: Place, _ inside: (Range<Int>) -> [Cue]) -> Cue? {
        var index = place.following.isEmpty ? place.word + 1 : place.following.upperBound
        let end = min(place.room.upperBound, index + 8)
        while index < end {
            if let cue = inside(index..<index + 1).first { return cue }
            switch words.kind(index) {
            case .be, .auxiliary, .link, .quantity, .time, .number, .of, .to, .preposition, .open, .close, .determiner, .giving, .verb,
                .word:
                index += 1
            default: return nil
            }
        }
        return nil
    }

    /// Whether the figure is no more than the size of a thing that is named after it: "the £9m Riverside project".
    func isPriceTag(_ place: Place) -> Bool {
        guard !place.following.isEmpty, place.following.lowerBound == place.word + 1, words.kind(place.word - 1) == .determiner,
            !isVoid(place.following)
        else { return false }
        let next = place.following.lowerBound
        return words.kind(next) == .word || words.kind(next) == .body
    }

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

    /// Whether a cue is a verb, "secured", with a form of "be" before it.
    func isVerb(_ cue: Cue) -> Bool {
        guard let first = words.run(of: cue.bytes).first else { return false }
        var index = first - 1
        while index >= 0, words.isAdverb(index) || words.kind(index) == .link { index -= 1 }
        return words.kind(index) == .be || words.kind(index) == .auxiliary
    }

    /// The clause of a figure: up to the nearest semicolon, connective or other figure on either side.
    private func clause(_ place: Place) -> Range<Int> {
        var start = place.word
        while start > place.room.lowerBound, !isBreak(start - 1) { start -= 1 }
        var end = place.word + 1
        while end < place.room.upperBound, !isBreak(end) { end += 1 }
        return start..<end
    }

    func isBreak(_ index: Int) -> Bool {
        switch words.kind(index) {
        case .connective, .stop, .figure: true
        // "due to higher prices" gives a reason.
        case .link: words.small(index) == "due" && words.kind(index + 1) == .to
        default: false
        }
    }

    /// Whether a figure goes on a list that the figure before it began: nothing but its own noun and joining words between, no verb.
    func continuesList(_ place: Place) -> Bool {
        guard place.index > 0 else { return false }
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
            case .conjunction, .comma, .stop, .open: hasJoint = true
            default: continue
            }
        }
        return hasJoint
    }
}
