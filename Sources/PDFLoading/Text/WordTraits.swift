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
    private var marks: Marks = []

    private struct Marks: OptionSet {
        let rawValue: UInt8
        /// One of its last two characters is a digit.
        static let endsInFigure = Marks(rawValue: 1)
        /// Ends in several dots.
        static let endsInLeader = Marks(rawValue: 2)
        /// Something must follow it.
        static let isOpen = Marks(rawValue: 4)
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
    var isOpen: Bool { marks.contains(.isOpen) }
    /// Whether it is an amount without its unit: "6.5", "£350".
    var isAmount: Bool { isDigit(last) && (marks.contains(.hasPoint) || [0xA3, 0x24, 0x20AC].contains(first)) }
    /// Whether it is the label of a list item: "•", "1.", "(a)".
    var isListLabel: Bool { marks.contains(.isListLabel) }

    /// Nothing of a word.
    init() {}

    /// Reads the characters of a word's glyphs.
    init(of glyphs: Range<Int>, in content: PageContent) {
        var counts = ScalarCounts()
        var number = LeadingNumber()
        var beforeLast: UInt32 = 0
        var dots = 0
        // The last four characters, a byte each; none of the words looked for has more.
        var spelling: UInt32 = 0
        for index in glyphs {
            let glyph = content.glyphs[index]
            for offset in 0..<Int(glyph.count) {
                let scalar = content.scalars[Int(glyph.scalars) + offset]
                if length == 0 { first = scalar }
                (beforeLast, last) = (last, scalar)
                dots = scalar == fullStop ? dots + 1 : 0
                if scalar == fullStop, length > 0 { marks.insert(.hasPoint) }
                spelling = spelling << 8 | min(scalar, 0xFF)
                length += 1
                // So many letters are a word whatever follows.
                if counts.letters <= 4 { counts.add(scalar) }
                number.add(scalar)
            }
        }
        shape = counts.letters > 4 ? .text : counts.shape
        wholeNumber = number.value
        if isDigit(last) || isDigit(beforeLast) { marks.insert(.endsInFigure) }
        if dots >= leastLeader, length > leastLeader { marks.insert(.endsInLeader) }
        if openMarks.contains(last) || length <= 4 && openWords.contains(spelling) { marks.insert(.isOpen) }
        if length <= longestListLabel, length == 1 || [0x29, fullStop].contains(last) || isDigit(last) && marks.contains(.hasPoint) {
            var scalars: [UInt32] = []
            for index in glyphs {
                let glyph = content.glyphs[index]
                for offset in 0..<Int(glyph.count) { scalars.append(content.scalars[Int(glyph.scalars) + offset]) }
            }
            if PDFLoading.isListLabel(scalars) { marks.insert(.isListLabel) }
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

/// Comma, ampersand, slash, hyphen, dash, opening bracket.
private let openMarks: [UInt32] = [0x2C, 0x26, 0x2F, 0x2D, 0x2013, 0x28]

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
    private var isEnded = false

    /// -1 where there is none.
    var value: Int32 { isNone || digits == 0 ? -1 : total }

    mutating func add(_ scalar: UInt32) {
        // Thousands are set apart by commas.
        guard !isNone, !isEnded, scalar != 0x2C else { return }
        if isDigit(scalar), digits < 9 {
            total = total * 10 + Int32(scalar) - 0x30
            digits += 1
        } else if digits > 0, scalar == 0x2D || scalar == 0x2013 {
            isEnded = true
        } else {
            isNone = true
        }
    }
}
