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

    /// A figure's place with what stands around it. A class, since it is handed to each of the ways to read a figure.
    final class Place {
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

        init(index: Int, word: Int, governing: Governing, following: Range<Int>, room: Range<Int>, isStaff: Bool) {
            (self.index, self.word, self.governing) = (index, word, governing)
            (self.following, self.room, self.isStaff) = (following, room, isStaff)
        }
    }

    /// Whether a word is a figure that counts staff.
    func isStaffFigure(_ word: Int) -> Bool {
        guard words.kind(word) == .figure, let index = words.figures.firstIndex(of: word) else { return false }
        return countsStaff.indices.contains(index) && countsStaff[index]
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
        var start = behindTaxNote(word + 1)
        if isLabelRun { return start..<start }
        if words.kind(start) == .open, let close = (start..<min(start + 12, words.words.count)).first(where: { words.kind($0) == .close }),
            words.kind(close + 1) == .of || (start + 1..<close).allSatisfy({ words.kind($0) == .number }),
            !(start..<close).contains(where: { words.kind($0) == .figure })
        {
            start = close + 1
        }
        if words.kind(start) == .of { start += 1 }
        if words.kind(start) == .preposition, words.small(start) == "in" || words.small(start) == "worth" {
            // "£40m in loans", and not "uplifted to £40m in the final settlement".
            guard words.kind(start + 1) != .determiner || words.kind(word - 1) != .to, !words.isTime(start + 1), !isPlaceName(start + 1),
                !isIdiom(start + 1)
            else {
                return start..<start
            }
            start += 1
            if words.kind(start) == .of { start += 1 }
        }
        // "£9,000 worth of savings".
        if words.small(start) == "worth", words.kind(start + 1) == .of { start += 2 }
        // "if it is held at £9,000 the Band D figure falls": another noun begins.
        if start == word + 1, isArticle(start) { return start..<start }
        guard start < words.words.count, !words.isTime(start) else { return start..<start }
        // "£752m specifically benefits walking".
        if words.isAdverb(start) { return start..<start }
        // "£752m secured last year": a participle with its time describes the amount and names nothing.
        if words.small(start).hasSuffix("ed"), words.isTime(start + 1) { return start..<start }
        return words.phrase(from: start)
    }

    /// Whether a word begins a noun phrase, whatever it is of.
    func isArticle(_ index: Int) -> Bool { words.kind(index) == .determiner && SentenceMeaning.articles.contains(words.small(index)) }

    private static let articles: Set<String> = ["the", "a", "an", "its", "their", "our", "his", "her"]

    /// Whether a noun behind "in" makes another word of it: "in respect of", and not "in general reserves".
    func isIdiom(_ index: Int) -> Bool { SentenceMeaning.idioms.contains(words.small(index)) && !words.kind(index + 1).isNominal }

    /// Whether a name in capitals that no word of money is part of begins at an index: "£267 a week in Northmere".
    private func isPlaceName(_ index: Int) -> Bool {
        guard words.words.indices.contains(index), words.words[index].isCapital else { return false }
        let bytes = words.bytes(of: words.phrase(from: index))
        return !cues.senses.contains { $0.bytes.overlaps(bytes) }
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

    /// Whether a cue is a verb, "secured", with a form of "be" before it.
    func isVerb(_ cue: Cue) -> Bool {
        guard let first = words.run(of: cue.bytes).first else { return false }
        var index = first - 1
        while index >= 0, words.isAdverb(index) || words.kind(index) == .link { index -= 1 }
        return words.kind(index) == .be || words.kind(index) == .auxiliary
    }

    /// Whether a cue stands behind a figure.
    func isBehind(_ cue: Cue, _ place: Place) -> Bool { cue.bytes.lowerBound >= words.words[place.word].bytes.upperBound }

    /// Whether a figure is what the one before it is compared with: "£306, compared to £308 last year".
    func isCompared(_ place: Place) -> Bool {
        guard place.index > 0 else { return false }
        if isContrasted(place) || isEarlierLevel(place) { return true }
        // "against the £5m target".
        if words.kind(place.word - 1) == .determiner, words.small(place.word - 2) == "against", !place.following.isEmpty,
            isVoid(place.following)
        {
            return true
        }
        // "compared with a target of £5m": of a noun that says nothing of its own.
        if let run = place.governing.phrases.last, isVoid(run), words.kind(run.lowerBound - 1).isPreposition,
            words.small(run.lowerBound - 2) == "compared" || words.small(run.lowerBound - 1) == "against"
        {
            return true
        }
        guard words.kind(place.word - 1) == .to || words.kind(place.word - 1) == .preposition else { return false }
        switch words.small(place.word - 1) {
        // "£71, against £58 last year".
        case "against", "versus": return true
        // "£1.4m rather than £1.9m".
        case "than": return words.small(place.word - 2) == "rather"
        default: return words.small(place.word - 2) == "compared"
        }
    }

    /// Whether a figure is the level that the one before it had earlier: "£6m, up from £5m", "costs £2.40 when it was £1.80 last year".
    private func isEarlierLevel(_ place: Place) -> Bool {
        if words.kind(place.word - 1) == .from { return ["up", "down"].contains(words.small(place.word - 2)) }
        guard words.kind(place.word - 1) == .be || words.kind(place.word - 1) == .auxiliary else { return false }
        var index = place.word - 2
        if words.kind(index) == .auxiliary { index -= 1 }
        guard words.kind(index) == .pronoun else { return false }
        return ["when", "than", "whereas"].contains(words.small(index - 1))
    }

    /// Whether a figure is what the one before it is set against as not being it: "by £1,350, not £1,800", "£5.75 instead of £5.40".
    func isContrasted(_ place: Place) -> Bool {
        guard place.index > 0 else { return false }
        if words.small(place.word - 1) == "not" {
            let before = words.kind(place.word - 2) == .comma ? place.word - 3 : place.word - 2
            return words.kind(before) == .figure
        }
        return words.small(place.word - 1) == "of" && words.small(place.word - 2) == "instead"
    }

    /// Connectives that only say again what stands before them.
    private static let goingOn: Set<String> = ["namely", "ie"]

    /// Whether a word ends the clause before it.
    func isBreak(_ index: Int) -> Bool {
        switch words.kind(index) {
        // "namely £9,000": goes on.
        case .connective: !SentenceMeaning.goingOn.contains(words.small(index))
        case .stop, .figure: true
        // "due to higher prices" gives a reason.
        case .link: words.small(index) == "due" && words.kind(index + 1) == .to
        default: false
        }
    }
}
