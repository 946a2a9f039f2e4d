internal import RuleEngine

/// What words are for the sake of those beside them.
extension SentenceWords {
    /// What a word is for the sake of the word before it: "place" of "take place" belongs to its verb, "SEND" in "spending on SEND" is a name.
    static func kindInPlace(
        _ word: Word, after last: Word?, in text: NormalisedText, _ vocabulary: PhraseVocabulary
    ) -> WordKind? {
        if word.small == "that", isConjunction(word, after: last, in: text, vocabulary) { return .connective }
        guard let last else { return nil }
        // "will look", "could forfeit", "who deputises": behind these stands a verb.
        if last.kind == .auxiliary || last.kind == .connective, word.kind == .word, !word.isCapital, let small = word.small,
            !small.hasSuffix("ly"), vocabulary.isListedNoun(small) != false,
            !last.isCapital, let before = last.small, modals.contains(before)
        {
            return .verb
        }
        // "Early Years".
        if word.isCapital, last.isCapital, last.kind == .word, word.small == "years" || word.small == "day" { return .word }
        // "the national award": a noun behind what describes it.
        if word.small == "award" || word.small == "awards", [.word, .determiner, .helping, .quantity].contains(last.kind) { return .word }
        // "arrears there stand at £2m".
        if word.small == "there", last.kind == .word { return .link }
        if word.small == "place", let before = last.small, before.hasPrefix("tak") || before == "took" { return .verb }
        let isShort = word.isAcronym && word.bytes.count <= SentenceWords.longestShortName && !last.isAcronym
        return isShort && word.kind == .verb && last.kind != .stop ? .word : nil
    }

    /// Words behind which a verb stands, or an adverb.
    private static let modals: Set<String> = ["will", "would", "could", "may", "might", "shall", "should", "must", "cannot", "who"]

    /// Whether "that" begins a clause and points to nothing: behind a verb of saying, or at the head of a resolution ("That the grant be paid").
    private static func isConjunction(_ word: Word, after last: Word?, in text: NormalisedText, _ vocabulary: PhraseVocabulary) -> Bool {
        var end = word.bytes.upperBound
        while end < text.count, isSpace(text[end]) { end += 1 }
        guard end < text.count else { return false }
        let begin = end
        while end < text.count, isWord(text[end]) { end += 1 }
        let next = text.words(begin..<end).lowercased()
        let isAhead =
            UInt8.isDigit(text[begin]) || text[begin] == 0xc2 || text[begin] >= 0x41 && text[begin] <= 0x5a
            || [.determiner, .body, .pronoun].contains(vocabulary.kind(of: next))
        guard let last, last.kind != .stop, last.kind != .close else { return isAhead || !word.isCapital && last != nil }
        return last.kind == .verb || last.kind == .asking || last.kind == .giving ? isAhead || next.hasSuffix("s") : false
    }

    /// Longest verb that stands in capitals for a name, bytes: "SEND", and no "AGREED".
    private static let longestShortName = 4

    /// Whether a full stop ends no sentence, for small letters or digits go on behind it: "Ch. no. 1204".
    static func isAbbreviating(_ text: NormalisedText, at place: Int, limit: Int) -> Bool {
        guard text[place] == UInt8(ascii: "."), place + 2 < limit, isSpace(text[place + 1]) else { return false }
        let next = text[place + 2]
        // "Mr. Marsh".
        if next >= 0x41, next <= 0x5a, isTitle(text, endingAt: place) { return true }
        // "D. Marsh".
        let isInitial =
            next >= 0x41 && next <= 0x5a && place > 0 && text[place - 1] >= 0x41 && text[place - 1] <= 0x5a
            && (place > 1 ? !isWord(text[place - 2]) : isNameOfOneWord(text, at: place + 2, limit: limit))
        return next >= 0x61 && next <= 0x7a || UInt8.isDigit(next) || isInitial
    }

    /// Whether one word stands between a letter that a text begins with and a mark or amount: "D. Marsh - £40", and no "A. Grass cutting - £40",
    /// where the letter counts the entries.
    private static func isNameOfOneWord(_ text: NormalisedText, at start: Int, limit: Int) -> Bool {
        var end = start
        while end < limit, isWord(text[end]) || text[end] == UInt8(ascii: "'") { end += 1 }
        return end + 1 >= limit || !isSpace(text[end]) || !isWord(text[end + 1])
    }

    /// Whether a short title of a person ends at a full stop.
    private static func isTitle(_ text: NormalisedText, endingAt stop: Int) -> Bool {
        var start = stop
        while start > 0, stop - start <= longestTitle, isWord(text[start - 1]) { start -= 1 }
        return stop - start > 1 && stop - start <= longestTitle && SentenceMeaning.titles.contains(text.words(start..<stop).lowercased())
    }

    /// Longest short title, bytes: "Cllrs".
    private static let longestTitle = 5

    /// "A" within a sentence before a name: "from A Jones".
    static func isInitial(_ word: Word, after last: Word?, in text: NormalisedText) -> Bool {
        guard word.kind != .word, word.bytes.count == 1, let last, last.kind != .stop, last.kind != .quote else { return false }
        let next = text[word.bytes.upperBound + 1]
        return next >= 0x41 && next <= 0x5a
    }
}
