internal import PaperModel
internal import RuleEngine

/// The words that open a passage and lead to a list in it: "Payments for March 2023: Clerk £400; stamps £9".
struct PassageLead {
    private let stated: [ProseReader.Statement]
    private let text: NormalisedText
    private let sentences: Sentences
    /// Where the last figure ends that the lead holds for, and what it states.
    private var held: (end: Int, statement: ProseReader.Statement)?

    init(_ stated: [ProseReader.Statement], in text: NormalisedText, _ sentences: Sentences) {
        (self.stated, self.text, self.sentences) = (stated, text, sentences)
    }

    /// What the lead of its list states of a figure; figures are asked for in their order.
    mutating func statement(for words: Range<Int>) -> ProseReader.Statement? {
        guard !stated.isEmpty else { return nil }
        let sentence = sentences.sentence(at: words.lowerBound)
        let own = stated.last {
            sentence.contains($0.match.bytes.lowerBound) && leads($0.match.bytes, to: words, from: sentence.lowerBound)
        }
        let found = own ?? held.flatMap { isNextEntry(words, in: sentence, after: $0.end) ? $0.statement : nil }
        held = found.map { (words.upperBound, $0) }
        return found
    }

    /// Whether a period stands in the opening words of a sentence, and a colon or dash parts them from what they lead to.
    private func leads(_ period: Range<Int>, to words: Range<Int>, from start: Int) -> Bool {
        guard period.upperBound <= words.lowerBound, period.lowerBound - start <= PassageLead.longestOpening else { return false }
        for place in period.upperBound..<min(words.lowerBound, period.upperBound + PassageLead.longestRest) {
            switch text[place] {
            case UInt8(ascii: ":"): return !UInt8.isDigit(text[place + 1])
            case UInt8(ascii: "-") where isSpace(text[place - 1]) && isSpace(text[place + 1]):
                return place - period.upperBound <= PassageLead.directly
            case UInt8(ascii: ";"), UInt8(ascii: "."), 0xa3: return false
            default: continue
            }
        }
        return false
    }

    /// Whether a figure ends a short entry that follows the one before as a sentence of its own: "Scouts: £600. Lunch club: £450."
    private func isNextEntry(_ words: Range<Int>, in sentence: Range<Int>, after end: Int) -> Bool {
        var before = words.lowerBound - 1
        while before > sentence.lowerBound, isSpace(text[before]) { before -= 1 }
        return sentence.lowerBound >= end && sentence.lowerBound - end <= PassageLead.directly && sentence.count <= PassageLead.longestEntry
            && sentence.upperBound - words.upperBound <= PassageLead.directly
            && [UInt8(ascii: ":"), UInt8(ascii: "-")].contains(text[before])
    }

    /// Farthest that a period of the opening words begins behind the start of their sentence, and how far the mark stands behind it, bytes.
    private static let longestOpening = 80
    private static let longestRest = 40
    /// Farthest that marks alone reach, bytes.
    private static let directly = 2
    /// Longest entry that is a sentence by itself, bytes.
    private static let longestEntry = 80
}
