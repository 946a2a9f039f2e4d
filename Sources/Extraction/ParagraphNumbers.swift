internal import RuleEngine

/// Which paragraphs of a paper begin with their number: "160 Planning officers have looked at it" between a paragraph 159 and a 161.
struct ParagraphNumbers {
    /// For each paragraph the whole number that it begins with.
    private let numbers: [Int?]
    /// How many paragraphs away the one before or after may stand: bullets and quotations come between.
    private static let reach = 8
    /// Most digits of the number of a paragraph.
    private static let digits = 3

    init(_ passages: [Passage]) { numbers = passages.map { ParagraphNumbers.number($0.text) } }

    private static func number(_ text: NormalisedText) -> Int? {
        var place = 0
        var value = 0
        while place < digits, UInt8.isDigit(text[place]) {
            value = value * 10 + Int(text[place] - 0x30)
            place += 1
        }
        if text[place] == UInt8(ascii: ".") { place += 1 }
        return place > 0 && isSpace(text[place]) ? value : nil
    }

    /// Whether a paragraph begins with its own number: a paragraph near it begins with the next or the last one.
    func isNumbered(_ index: Int) -> Bool {
        guard numbers.indices.contains(index), let own = numbers[index] else { return false }
        let before = numbers[max(0, index - ParagraphNumbers.reach)..<index]
        let after = numbers[min(numbers.count, index + 1)..<min(numbers.count, index + 1 + ParagraphNumbers.reach)]
        return before.contains(own - 1) || after.contains(own + 1)
    }
}
