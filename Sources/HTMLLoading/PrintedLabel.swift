internal import PaperModel

/// The label that the words of a block begin with: a bullet, "7.", "2.1", "(a)", "iv)". Word writes lists so, as plain paragraphs.
struct PrintedLabel: Equatable {
    /// Scalars of the label.
    var length: Int
    /// Whether it is a bullet.
    var isBullet: Bool

    /// Longest label, scalars: "(xxviii)" and "12.10.4." fit.
    private static let longest = 10

    /// Reads the start of a block's words; nil where no label stands there. `isHeading` also allows "2" before a capital and "2.1".
    init?(_ words: ArraySlice<Unicode.Scalar>, isHeading: Bool) {
        guard let end = words.prefix(PrintedLabel.longest + 1).firstIndex(of: " "), end + 1 < words.endIndex else { return nil }
        let label = words[words.startIndex..<end]
        length = label.count
        isBullet = length == 1 && label.allSatisfy { PrintedLabel.bullets.contains($0) }
        if isBullet { return }
        guard let first = label.first, let last = label.last else { return nil }
        let isClosed = last == "." || last == ")"
        let core = label.dropFirst(first == "(" ? 1 : 0).dropLast(isClosed ? 1 : 0)
        if core.allSatisfy({ PrintedLabel.isDigit($0) || $0 == "." }), PrintedLabel.isNumber(core) {
            // "2.1 The council" is numbered, "1.5 social work posts" is not.
            let next = words[(end + 1)...].prefix { $0 != " " }
            let isCapital = next.first?.properties.isUppercase == true
            if isClosed || core.contains(".") && (isHeading || isCapital) { return }
            // "3 Budget monitoring" is numbered, "25 August 2026" is not.
            if isHeading, isCapital, !PrintedLabel.isMonth(next) { return }
        } else if isClosed, last == ")" || core.count == 1, PrintedLabel.isLetterOrRoman(core) {
            return
        }
        return nil
    }

    /// Bullets as Word and browsers write them: "§", "·" and the private ones are Wingdings and Symbol, "o" is Courier. No asterisk: it marks notes.
    private static let bullets: Set<Unicode.Scalar> = [
        "\u{2022}", "\u{B7}", "\u{25CF}", "\u{25AA}", "\u{25E6}", "\u{2023}", "\u{2013}", "\u{F0B7}", "\u{F0A7}", "\u{25A0}", "\u{2219}",
        "\u{A7}", "o", "-",
    ]

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isMonth(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        Day.month(named: String(String.UnicodeScalarView(word))) != nil
    }

    /// Groups of one to three digits between single dots.
    private static func isNumber(_ core: ArraySlice<Unicode.Scalar>) -> Bool {
        core.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { (1...3).contains($0.count) }
    }

    /// One letter, or a small Roman numeral.
    private static func isLetterOrRoman(_ core: ArraySlice<Unicode.Scalar>) -> Bool {
        if core.count == 1, let letter = core.first { return letter.properties.isAlphabetic }
        let roman: Set<Unicode.Scalar> = ["i", "v", "x", "I", "V", "X"]
        return (2...6).contains(core.count) && core.allSatisfy { roman.contains($0) }
    }
}
