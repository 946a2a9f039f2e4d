internal import PaperModel
internal import RuleEngine

/// Looks at what touches an amount in running text. What a rule matched may be less than is printed ("£2 1/3 million") or more (the M of
/// "£250,000 Mill Road"): then the amount is read as it stands, or not at all, and where a careful reader would hesitate it carries a doubt.
struct Wholeness {
    enum Judgement: Equatable {
        case whole([Figure.Doubt])
        /// The words taken for a scale begin something else.
        case withoutScale([Figure.Doubt])
        /// A part of what is printed.
        case part
    }

    /// Shortest scale that is a word and no letters: "million", "hundred"; "mill" and "grand" name other things too.
    private static let shortestWord = 7
    /// How far words are looked at to tell a title from a name within a sentence, bytes: some six words.
    private static let titleReach = 40
    /// Shortest word that a title sets with a capital; "of" and "the" have none.
    private static let titleWord = 4
    /// What is written close after an amount and belongs to it.
    private static let closeWords: Set = ["p", "pa", "ph", "pw", "pm", "pcm", "pp", "psf", "psm", "ea", "each", "per", "cr", "dr", "plus"]

    private let text: NormalisedText

    init(_ text: NormalisedText) { self.text = text }

    func judge(_ match: RuleMatch) -> Judgement {
        guard let number = match.group("end") ?? match.group("number"), match.group("currency") != nil else { return .whole([]) }
        var doubts: [Figure.Doubt] = []
        if isSpaced(number.bytes) || match.group("number").map({ isSpaced($0.bytes) }) ?? false { doubts.append(.spacedDigits) }
        if let scale = match.group(match.group("end") == nil ? "magnitude" : "endMagnitude"),
            scale.bytes.upperBound == match.bytes.upperBound
        {
            return judge(scale: scale.bytes, of: number.bytes, doubts)
        }
        guard number.bytes.upperBound == match.bytes.upperBound else { return .whole(doubts) }
        return judge(end: number, doubts)
    }

    private func judge(scale: Range<Int>, of number: Range<Int>, _ doubts: [Figure.Doubt]) -> Judgement {
        let isApart = scale.lowerBound > number.upperBound
        let isLetters = scale.count < Wholeness.shortestWord
        let next = text[scale.upperBound]
        // "M25", "K2", "m²", "M&E".
        if isDigit(next) || next == UInt8(ascii: "&")
            || next == 0xc2 && (text[scale.upperBound + 1] == 0xb2 || text[scale.upperBound + 1] == 0xb3)
        {
            return isApart ? .withoutScale(doubts) : .part
        }
        guard isApart else { return .whole(doubts) }
        let follows = isSpace(next) ? text[scale.upperBound + 1] : 0
        if isLetters, scale.count == 1, follows == UInt8(ascii: "&") { return .withoutScale(doubts) }
        let isGrouped = number.contains { text[$0] == UInt8(ascii: ",") }
        // "£1.32 MILLION EXTRA FUNDING" is set in capitals throughout.
        let isName = isUpper(text[scale.lowerBound]) && isUpper(follows) && (isLetters || !isUpper(text[scale.lowerBound + 1]))
        if isGrouped, isLetters || isName {
            // "£1,250 m": a thousand million, or a slip.
            return .withoutScale(isLetters && !isName ? doubts + [.ambiguousScale] : doubts)
        }
        if isName, !hasOneDecimal(number) {
            return isTitle(around: number.lowerBound..<scale.upperBound) ? .whole(doubts + [.ambiguousScale]) : .withoutScale(doubts)
        }
        return .whole(doubts)
    }

    /// A number that ends its match.
    private func judge(end number: RuleMatch.Group, _ doubts: [Figure.Doubt]) -> Judgement {
        let end = number.bytes.upperBound
        if isLetter(text[end]) {
            var last = end
            while isLetter(text[last]) { last += 1 }
            return .whole(Wholeness.closeWords.contains(text.words(end..<last).lowercased()) ? doubts : doubts + [.adjoins])
        }
        // "£2 1/3": a fraction that has no end in decimals.
        if isSpace(text[end]), isDigit(text[end + 1]), text[end + 2] == UInt8(ascii: "/"), isDigit(text[end + 3]), !isDigit(text[end + 4]),
            text[end + 4] != UInt8(ascii: "/")
        {
            return .part
        }
        // "£12, 345 people": a thousand people and twelve pounds, or a comma with a space after it.
        if text[end] == UInt8(ascii: ","), isSpace(text[end + 1]), number.bytes.count <= 3, (2...4).allSatisfy({ isDigit(text[end + $0]) }),
            !isDigit(text[end + 5])
        {
            return .whole(doubts + [.adjoins])
        }
        return .whole(doubts)
    }

    /// Whether all longer words around a range begin with a capital, and there is one besides the next: a title.
    private func isTitle(around range: Range<Int>) -> Bool {
        let before = text.words(max(0, range.lowerBound - Wholeness.titleReach)..<range.lowerBound)
        let after = text.words(range.upperBound..<min(text.count, range.upperBound + Wholeness.titleReach))
        let left = (before.split(whereSeparator: { ".;:!?".contains($0) }).last ?? "").split { !$0.isLetter }.suffix(3)
        let right = (after.split(whereSeparator: { ".;:!?".contains($0) }).first ?? "").split { !$0.isLetter }.prefix(4)
        let words = (left + right).filter { $0.count >= Wholeness.titleWord }
        return words.count > 1 && right.count > 1 && words.allSatisfy { $0.first?.isUppercase ?? false }
    }

    /// Whether there is a space between digits, and no fraction after it.
    private func isSpaced(_ number: Range<Int>) -> Bool {
        number.dropFirst().dropLast().contains {
            isSpace(text[$0]) && (isDigit(text[$0 - 1]) || text[$0 - 1] == UInt8(ascii: ",")) && text[$0 + 2] != UInt8(ascii: "/")
        }
    }
    private func hasOneDecimal(_ number: Range<Int>) -> Bool {
        number.count > 2 && text[number.upperBound - 2] == UInt8(ascii: ".")
    }
    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0a }
    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5a }
    private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a }
}
