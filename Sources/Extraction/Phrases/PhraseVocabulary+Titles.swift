internal import PaperModel

extension PhraseVocabulary {
    /// Whether a label is the title of a part that every report has and names no money: "Reasons", "Decision taken", "Financial implications".
    func isPartOfReport(_ label: String) -> Bool {
        let words = label.letterWords
        guard let first = words.first, let last = words.last, words.count <= PhraseVocabulary.longestPart else { return false }
        if words.count > 1, PhraseVocabulary.partEndings.contains(last) { return true }
        guard isGeneralTitle(first) else { return false }
        return words.count == 1 ? !PhraseVocabulary.spentOn.contains(first) : ["taken", "considered", "for"].contains(words[1])
    }

    /// Last words of titles of several words; "Financial governance" and "Schools Forum" are services.
    private static let partEndings: Set<String> = [
        "implications", "considerations", "considered", "taken", "decision", "decisions", "recommendation", "recommendations", "background",
        "reasons",
    ]
    /// Most words of such a title.
    private static let longestPart = 5
    /// Words of such titles on which money is spent too.
    private static let spentOn: Set<String> = ["consultation", "public", "forum", "correspondence", "notes", "solutions"]
}
