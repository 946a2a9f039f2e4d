internal import PaperModel
internal import RuleEngine

/// Whether a sentence tells of what was named before it: "this work", "The largest was £2m", "It will cost £3m".
extension SentenceMeaning {
    /// Whether a phrase begins with a word that points back: "those concerns".
    func isBackward(_ index: Int) -> Bool { SentenceMeaning.demonstratives.contains(words.small(index)) }

    /// Whether the figure's clause points back to what was named before: a pronoun or a bare noun governs it.
    func pointsBack(_ place: Place, _ sense: Figure.Sense?) -> Bool {
        if isTowardsBackward(place) { return true }
        let first = (0..<words.words.count).first { words.kind($0) != .quote && words.kind($0) != .conjunction } ?? 0
        if words.kind(first) == .pronoun && !isExpletive(first) || SentenceMeaning.demonstratives.contains(words.small(first)) {
            return true
        }
        if isSuperlative(first) { return true }
        // "The scheme has been cut back, releasing £2m".
        let main = words.phrase(from: first)
        if words.small(first) == "the", isVoid(main), !isBareBody(main) { return true }
        let runs = place.governing.phrases + place.governing.subject
        return runs.contains { run in
            // "a premium of £2m" points to nothing.
            run.contains { SentenceMeaning.demonstratives.contains(words.small($0)) }
                || isVoid(run) && !isBareBody(run) && !isNew(run, place, sense)
        } || runs.isEmpty && words.kind(place.governing.link.lowerBound - 1) == .pronoun
    }

    /// Whether a word points back: a pronoun, "this", "a further £2m"; and no mere bare noun.
    func pointsByWord(_ place: Place) -> Bool {
        if isTowardsBackward(place) { return true }
        let first = (0..<words.words.count).first { words.kind($0) != .quote && words.kind($0) != .conjunction } ?? 0
        if words.kind(first) == .pronoun && !isExpletive(first) || SentenceMeaning.demonstratives.contains(words.small(first)) {
            return true
        }
        if isSuperlative(first) { return true }
        let runs = place.governing.phrases + place.governing.subject
        if runs.contains(where: {
            $0.contains { SentenceMeaning.demonstratives.contains(words.small($0)) || SentenceMeaning.going.contains(words.small($0)) }
        }) {
            return true
        }
        return SentenceMeaning.going.contains(words.small(place.word - 1)) || words.kind(place.governing.link.lowerBound - 1) == .pronoun
    }

    /// "The payment was £40": one plain noun with its article, of something that was named; and no "budget for legal costs", which is told in full.
    func isBareNoun(_ place: Place) -> Bool {
        let runs = place.governing.phrases + place.governing.subject
        guard let run = runs.last, runs.allSatisfy({ isVoid($0) }), runs.count > 1 || words.kind(run.lowerBound) == .determiner else {
            return false
        }
        // "There is a surplus of £2m": something new; "a total cost" is of what was named.
        if ["a", "an"].contains(words.small(run.lowerBound)), words.kind(run.lowerBound + 1) != .quantity { return false }
        return run.count(where: { words.kind($0) == .word || words.kind($0) == .body || words.kind($0) == .helping }) <= 1
    }

    /// "The largest, for nine days, was £2m": of those that were named.
    func isSuperlative(_ first: Int) -> Bool {
        let word = words.small(first + 1)
        return words.small(first) == "the" && !words.kind(first + 2).isNominal
            && (word.hasSuffix("est") && words.vocabulary.isListedNoun(word) == false || word == "latter" || word == "former")
    }

    /// Words of what goes on with something that was named.
    static let going: Set<String> = ["further", "another", "remaining", "remainder"]

    /// "£1,000 towards it", "£500 for this": what it is for was named before.
    func isTowardsBackward(_ place: Place) -> Bool {
        let end = max(place.word + 1, min(place.room.upperBound, place.word + SentenceMeaning.towardsReach))
        return (place.word + 1..<end).contains { index in
            words.kind(index) == .purpose && (words.kind(index + 1) == .pronoun || isBackward(index + 1))
        }
    }

    /// How far behind an amount "towards it" is looked for, words.
    static let towardsReach = 8

    /// Whether a plain noun speaks of something new: "a premium of £2m", "Running costs were put at £2m".
    func isNew(_ run: Range<Int>, _ place: Place, _ sense: Figure.Sense?) -> Bool {
        // "It was agreed to give a grant of £2m" belongs to its item.
        let isGiven = sense == .grant || sense == .funding || sense == .spend
        if words.kind(run.lowerBound) == .determiner { return !isGiven && ["a", "an"].contains(words.small(run.lowerBound)) }
        return !isGiven && place.governing.verb != nil || place.governing.link.contains { words.kind($0) == .be }
    }

    /// Whether what an amount is for or of stands in the sentence only as "that job", "such works": what was named before.
    func namesWhatWasNamed(_ place: Place) -> Bool {
        place.governing.phrases.dropFirst().contains { isBackward($0.lowerBound) && isVoid($0) && words.kind($0.lowerBound - 1) != .to }
    }

    /// "The additional cost was £2m": a plain noun with "the" and a word of measure is that of what was named.
    func isDefinite(_ place: Place) -> Bool {
        guard let run = (place.governing.phrases + place.governing.subject).last, words.small(run.lowerBound) == "the" else { return false }
        return words.kind(run.lowerBound + 1) == .quantity && isVoid(run)
    }

    /// "It was agreed that", "It is intended to": stands for nothing that was named.
    func isExpletive(_ first: Int) -> Bool {
        guard words.small(first) == "it", words.kind(first + 1) == .be || words.kind(first + 1) == .auxiliary else { return false }
        return (first + 2..<first + SentenceMeaning.expletiveReach).contains { words.kind($0) == .to || words.small($0) == "that" }
    }

    /// How far behind "it" the clause begins that it stands for, words.
    static let expletiveReach = 6

    static let demonstratives: Set<String> = ["this", "that", "these", "those", "such"]
}
