internal import PaperModel
internal import RuleEngine

/// Tells whether the words of a text in a cell can name what its amounts are for.
///
/// Texts in cells are short of verbs and marks, so that a phrase of theirs often runs into the next sentence. Where it does, the labels of the
/// row and column know better.
struct CellClause {
    private let vocabulary: PhraseVocabulary

    init(_ vocabulary: PhraseVocabulary) { self.vocabulary = vocabulary }

    /// Most words of a subject that a clause names; a longer one is a sentence or a list of steps.
    private static let longest = 14

    /// Whether a phrase names a thing by itself: no more than words of moving money ("Revised profile", "Bringing forward"), no end of a sentence
    /// with the beginning of the next ("funding Reprofiling"), and no part of a word or sentence.
    func names(_ subject: String) -> Bool {
        let words = subject.split { $0.isWhitespace }
        guard let first = words.first, words.count <= CellClause.longest, subject.utf8.count > 3 else { return false }
        if subject.contains(";") || subject.hasSuffix(".") && words.count > 4 { return false }
        let small = words.map { $0.lowercased().trimmingMarks() }
        if CellClause.joints.contains(small[0]) { return false }
        if small.allSatisfy({ vocabulary.movesMoney($0) || vocabulary.isAmountWord($0) || vocabulary.isPlain($0) }) { return false }
        // "costs relating", "support the 2024-25", "payable": what goes on in another line, or names nothing.
        if let last = small.last, CellClause.isOpen(last) || words.count == 1 && isAdjective(last, first) { return false }
        // "funding Reprofiling": a small word of money, then a word that begins a sentence.
        if words.count == 2, first.first?.isLowercase ?? false, vocabulary.movesMoney(small[1]), words[1].first?.isUppercase ?? false {
            return false
        }
        return true
    }

    /// Whether a last word leads on to what the phrase has lost: "relating", "2024-25".
    private static func isOpen(_ word: String) -> Bool {
        leading.contains(word)
            || word.utf8.count == 7 && word.utf8.allSatisfy { UInt8.isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
    }

    private static let leading: Set<String> = [
        "relating", "regarding", "arising", "resulting", "including", "excluding", "associated", "due", "the", "a",
    ]

    /// Whether a lone small word describes and names nothing: "payable", "short", "semi-independent".
    private func isAdjective(_ word: String, _ printed: Substring) -> Bool {
        guard printed.first?.isLowercase ?? false else { return false }
        if let isNoun = vocabulary.isListedNoun(word) { return !isNoun }
        return word.hasPrefix("semi-") || CellClause.adjectiveEnds.contains { word.hasSuffix($0) && word.utf8.count > $0.utf8.count + 3 }
    }

    /// How adjectives end that no noun is told by.
    private static let adjectiveEnds = ["able", "ible", "ous", "ful", "ical", "less", "going", "cannot"]

    /// Words that stand within a phrase and begin none.
    private static let joints: Set<String> = [
        "of", "and", "or", "to", "by", "with", "from", "than", "that", "which", "pre", "non", "cannot",
    ]

    /// Whether the words right before an amount say that it is only moved from one year to another: "Reprofiling £55k from 2025/26 to 2026/27".
    func isMoved(_ text: NormalisedText, before place: Int) -> Bool {
        let start = max(0, place - CellClause.reach)
        let words = text.words(start..<max(start, place)).lowercased().split { !$0.isLetter && $0 != "-" }.suffix(3).map(String.init)
        guard let last = words.last else { return false }
        if vocabulary.rephases(last) { return true }
        // "Bringing forward £2,000", "reprofiling of £3,000".
        guard words.count > 1 else { return false }
        let pair = words[words.count - 2]
        if last == "forward" { return ["bringing", "bring", "moving"].contains(pair) }
        if last == "of" { return vocabulary.rephases(pair) }
        return last == "back" && ["pushing", "moving", "putting"].contains(pair)
    }

    /// How far before an amount the word that moves it may begin, bytes.
    private static let reach = 40
}

extension String {
    /// Without marks at its ends.
    fileprivate func trimmingMarks() -> String {
        var rest = self[...]
        while let last = rest.last, !last.isLetter, !last.isNumber { rest.removeLast() }
        while let first = rest.first, !first.isLetter, !first.isNumber { rest.removeFirst() }
        return String(rest)
    }
}
