internal import PaperModel
internal import RuleEngine

/// The verb that stands behind a figure: "£5m was spent", "£2m of the £3m had been paid".
extension SentenceMeaning {
    /// The verb with a form of "be" behind a figure and its noun.
    func verbBehind(_ figure: Int, _ inside: (Range<Int>) -> [Cue]) -> Cue? {
        var index = max(figure + 1, words.phrase(from: figure + 1).upperBound)
        while words.kind(index) == .auxiliary || words.kind(index) == .be || words.isAdverb(index) { index += 1 }
        return words.kind(index - 1) == .be ? inside(index..<index + 1).first : nil
    }

    /// "£5m was spent on", "£2m has been awarded": the verb after the figure.
    func passive(_ place: Place, _ inside: (Range<Int>) -> [Cue]) -> Cue? {
        // "if it is held at £9,000 the charge would fall": another noun has the verb.
        if isArticle(place.word + 1) { return nil }
        var index = place.following.isEmpty ? place.word + 1 : place.following.upperBound
        let end = min(place.room.upperBound, index + 8)
        var (isInPhrase, isTied) = (false, false)
        while index < end {
            // "has yet to be repaid": several words where a verb is due; elsewhere one.
            let isVerbDue = words.kind(index - 1) == .be || words.kind(index - 1) == .auxiliary
            let cues = isVerbDue ? inside(index..<end).filter { words.run(of: $0.bytes).lowerBound == index } : inside(index..<index + 1)
            if let cue = cues.first, isVerbDue || isVerblike(index) && !isInPhrase || !isTied || cue.sense == .reserve { return cue }
            if words.kind(index).isPreposition || words.kind(index) == .to { isTied = true }
            // "£13 in the amount paid by": a participle behind another noun is said of that.
            if words.kind(index) == .preposition, words.kind(index + 1) == .determiner { isInPhrase = true }
            if words.kind(index) == .preposition, SentenceMeaning.references.contains(words.small(index)) { return nil }
            switch words.kind(index) {
            case .be, .auxiliary, .link, .quantity, .time, .number, .of, .to, .preposition, .open, .close, .determiner, .giving, .verb,
                .word:
                index += 1
            default: return nil
            }
        }
        return nil
    }

    /// Whether a word has the form of a verb or participle: "awarded", and no "reserves".
    private func isVerblike(_ index: Int) -> Bool {
        switch words.kind(index) {
        case .verb, .giving, .asking, .helping, .be, .auxiliary: true
        case .word, .link: words.small(index).hasSuffix("ed")
        default: !words.kind(index).isNominal
        }
    }
}
