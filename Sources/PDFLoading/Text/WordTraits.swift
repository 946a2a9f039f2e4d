/// What is asked of a word's characters, read from them once.
struct WordTraits {
    /// First and last scalar, 0 where there is none.
    private(set) var first: UInt32 = 0
    private(set) var last: UInt32 = 0
    /// How many scalars it has.
    private(set) var length = 0
    /// What it is to a table, raised or not.
    private(set) var shape = WordShape.text
    /// The whole number that it begins with if that has at most nine digits and nothing but a span after it ("1,204", "12–18"); -1 else.
    private(set) var wholeNumber: Int32 = -1
    /// Its first four characters, a byte each.
    private var spelling: UInt32 = 0
    private var marks: Marks = []

    private struct Marks: OptionSet {
        let rawValue: UInt8
        /// One of its last two characters is a digit.
        static let endsInFigure = Marks(rawValue: 1)
        /// Ends in several dots.
        static let endsInLeader = Marks(rawValue: 2)
        /// A full stop stands after its first character.
        static let hasPoint = Marks(rawValue: 8)
        static let isListLabel = Marks(rawValue: 16)
    }

    var beginsInCapital: Bool { Unicode.Scalar(first)?.properties.isUppercase == true }
    var beginsLow: Bool { Unicode.Scalar(first)?.properties.isLowercase == true }
    /// Whether its last character is a digit, or a bracket or percent sign after one.
    var endsInFigure: Bool { marks.contains(.endsInFigure) }
    /// Whether dots that lead the eye stand at its end.
    var endsInLeader: Bool { marks.contains(.endsInLeader) }
    /// Whether it is a word, or ends in a mark, that something must follow: "of", "and", "Parks,".
    var isOpen: Bool {
        switch last {
        // Comma, ampersand, slash, hyphen, dash, opening bracket.
        case 0x2C, 0x26, 0x2F, 0x2D, 0x2013, 0x28: true
        default: length <= longestOpenWord && openWords.contains(spelling)
        }
    }
    /// Whether it is an amount without its unit: "6.5", "£350".
    var isAmount: Bool { isDigit(last) && (marks.contains(.hasPoint) || beginsWithCurrency) }
    /// Whether its first character is the sign of a currency.
    var beginsWithCurrency: Bool { [0xA3, 0x24, 0x20AC].contains(first) }
    /// Whether it is a number as amounts are written and numbers of things are not: with a sign, brackets, a point or groups of thousands.
    var isWrittenAsAmount: Bool {
        if isAmount || beginsWithCurrency { return true }
        // Brackets and minus.
        if first == 0x28 || first == 0x2D || first == 0x2212 || first == 0x2013 { return endsInFigure }
        var (digits, rest) = (1, wholeNumber)
        while rest >= 10 {
            rest /= 10
            digits += 1
        }
        return wholeNumber >= 1000 && length > digits && isDigit(last)
    }
    /// Whether it is the label of a list item: "•", "1.", "(a)".
    var isListLabel: Bool { marks.contains(.isListLabel) }

    /// Nothing of a word.
    init() {}

    /// Reads the characters of a word's glyphs. Borrows the page, which would be copied for each of its words else.
    init(of glyphs: Range<Int>, in content: borrowing PageContent) {
        var counts = ScalarCounts()
        var number = LeadingNumber()
        // Local for speed: this runs for every character of a paper.
        var (count, spelled, dots): (Int, UInt32, Int) = (0, 0, 0)
        var (before, current): (UInt32, UInt32) = (0, 0)
        var hasPoint = false
        for glyph in content.glyphs[glyphs] {
            let start = Int(glyph.scalars)
            for scalar in content.scalars[start..<(start + Int(glyph.count))] {
                before = current
                current = scalar
                if count < longestOpenWord {
                    if count == 0 { first = scalar }
                    spelled = spelled << 8 | min(scalar, 0xFF)
                }
                if scalar == fullStop {
                    dots += 1
                    hasPoint = hasPoint || count > 0
                } else {
                    dots = 0
                }
                count += 1
                // So many letters are a word whatever follows.
                if counts.letters <= 4 {
                    counts.add(scalar)
                    if !number.isOver { number.add(scalar) }
                }
            }
        }
        last = current
        length = count
        spelling = spelled
        shape = counts.letters > 4 ? .text : counts.shape
        wholeNumber = number.value
        if hasPoint { marks.insert(.hasPoint) }
        if isDigit(current) || isDigit(before) { marks.insert(.endsInFigure) }
        if dots >= leastLeader, count > leastLeader { marks.insert(.endsInLeader) }
        if mayBeListLabel {
            let scalars = content.glyphs[glyphs].flatMap { content.scalars[Int($0.scalars)..<(Int($0.scalars) + Int($0.count))] }
            if PDFLoading.isListLabel(scalars) { marks.insert(.isListLabel) }
        }
    }

    /// Whether a word is short enough for a label, begins and ends as one.
    private var mayBeListLabel: Bool {
        guard length > 1 else { return length == 1 }
        guard length <= longestListLabel else { return false }
        switch first {
        // A bracket, a digit, a Roman numeral.
        case 0x28, 0x30...0x39, 0x49, 0x56, 0x58, 0x69, 0x76, 0x78: return last == 0x29 || last == fullStop || marks.contains(.hasPoint)
        default: return length == 2 && (last == 0x29 || last == fullStop)
        }
    }
}

extension Word {
    /// What it is to a table, raised or not.
    var shape: WordShape { traits.shape }
}

/// So many dots at the end of a word lead the eye; an ellipsis has three.
private let leastLeader = 4

/// The longest label of a list item: "(viii)" or "1.2.3.4.".
private let longestListLabel = 8

private let fullStop: UInt32 = 0x2E

/// Letters of the longest word that something must follow, "from".
private let longestOpenWord = 4

/// Articles, prepositions and conjunctions of labels, spelt a byte a letter.
private let openWords: Set<UInt32> = Set(
    ["and", "of", "the", "for", "to", "in", "or", "by", "with", "from", "on", "at", "a"].map { word in
        word.utf8.reduce(0) { $0 << 8 | UInt32($1) }
    })

private func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

/// The whole number at the beginning of a word, read character by character.
private struct LeadingNumber {
    private var total: Int32 = 0
    private var digits = 0
    private var isNone = false
    /// Whether what follows changes nothing.
    private(set) var isOver = false

    /// -1 where there is none.
    var value: Int32 { isNone || digits == 0 ? -1 : total }

    mutating func add(_ scalar: UInt32) {
        // Thousands are set apart by commas.
        guard scalar != 0x2C else { return }
        if isDigit(scalar), digits < 9 {
            total = total * 10 + Int32(scalar) - 0x30
            digits += 1
        } else if digits > 0, scalar == 0x2D || scalar == 0x2013 {
            isOver = true
        } else {
            isNone = true
            isOver = true
        }
    }
}
