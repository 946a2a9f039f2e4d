internal import RuleEngine

/// The words of a label in small letters, and what they say of its row.
struct LabelWords: Sendable {
    let words: [String]

    /// Longest text that is looked through, bytes.
    private static let longest = 400

    init(_ text: NormalisedText) {
        let end = min(text.count, LabelWords.longest)
        var words: [String] = []
        var word: [UInt8] = []
        for place in 0...end {
            let byte = place < end ? UInt8.isCapital(text[place]) ? text[place] | 0x20 : text[place] : 0x20
            if UInt8.isDigit(byte) || UInt8.isSmall(byte) || byte >= 0x80 && byte != 0xc2 && byte != 0xa3 {
                word.append(byte)
            } else if !word.isEmpty {
                words.append(String(decoding: word, as: UTF8.self))
                word.removeAll(keepingCapacity: true)
            }
        }
        self.words = words
    }

    /// Whether the row is a sum: "Total", "Sub-total", "Income total".
    var isTotal: Bool {
        let first = words.first { !LabelWords.beforeTotal.contains($0) }
        return first.map(LabelWords.totals.contains) ?? false || words.last.map(LabelWords.totals.contains) ?? false
    }

    /// Whether it is the sum of everything: "Grand total".
    var isGrandTotal: Bool { isTotal && (words.contains("grand") || words.contains("overall")) }

    /// Whether it says no more than that it is a sum of money: "Total net expenditure".
    var isBareTotal: Bool { isTotal && significant.isEmpty }

    /// Whether its own words are mostly those of a group: "Total income" in the group "Income".
    func isTotal(of group: LabelWords) -> Bool {
        // "Total income (sum of lines 12 to 20)".
        let own = Set(words).subtracting(LabelWords.sumWords).filter { $0.utf8.contains { !UInt8.isDigit($0) } }
        let shared = own.intersection(group.words)
        return !own.isEmpty && shared.count * 3 >= own.count * 2
    }

    /// Whether it has a word of another label besides those of sums.
    func sharesWord(with other: LabelWords) -> Bool {
        words.contains { !LabelWords.sumWords.contains($0) && other.words.contains($0) }
    }

    private var significant: [String] { words.filter { !LabelWords.sumWords.contains($0) && !LabelWords.moneyWords.contains($0) } }

    private static let totals: Set<String> = ["total", "totals", "subtotal", "subtotals"]
    private static let beforeTotal: Set<String> = ["grand", "overall", "sub", "net", "gross"]
    private static let sumWords: Set<String> = totals.union(beforeTotal).union([
        "of", "for", "the", "and", "sum", "all", "line", "lines", "rows", "to", "plus", "minus",
    ])
    private static let moneyWords: Set<String> = ["expenditure", "income", "cost", "costs", "budget", "amount", "expenses", "spend"]

    /// Whether a line that ends so goes on in the next: "Regeneration and".
    var endsOpen: Bool { words.last.map(LabelWords.connectives.contains) ?? false }
    private static let connectives: Set<String> = ["and", "of", "for", "to", "the", "with", "in", "on", "by", "or", "at", "from"]

    /// Whether the row is a part of the one above: "of which".
    var isPart: Bool { words.count >= 2 && words[0] == "of" && words[1] == "which" }
}

extension NormalisedText {
    /// The first byte that is no space; a space where there is none.
    private var firstByte: UInt8 { (0..<count).lazy.map { self[$0] }.first { $0 > 0x20 } ?? 0x20 }
    /// The last byte that is no space; a space where there is none.
    var lastByte: UInt8 { (0..<count).reversed().lazy.map { self[$0] }.first { $0 > 0x20 } ?? 0x20 }

    /// Whether a label begins as no label does: it goes on from the line above.
    var beginsInside: Bool {
        (UInt8.isSmall(firstByte) || firstByte == UInt8(ascii: "(") || firstByte == UInt8(ascii: "&")) && !LabelWords(self).isPart
    }

    /// Whether a label ends as no label does: it goes on in the line below.
    var endsInside: Bool { NormalisedText.joints.contains(lastByte) || LabelWords(self).endsOpen }
    private static let joints = Array("&,/-".utf8)

    /// Whether a label names a part of the row above it: a dash or bullet before it, or "of which".
    var isPart: Bool {
        guard count > 2 else { return false }
        let isMark = [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "o")].contains(self[0]) && self[1] == 0x20
        // "•" is E2 80 A2 in UTF-8, "·" C2 B7.
        let isBullet = self[0] == 0xe2 && self[1] == 0x80 && self[2] == 0xa2 || self[0] == 0xc2 && self[1] == 0xb7
        return isMark || isBullet || LabelWords(self).isPart
    }

    /// Whether its letters are capitals, and it has some.
    var isCapitals: Bool {
        var letters = 0
        for place in 0..<count {
            if UInt8.isSmall(self[place]) { return false }
            if UInt8.isCapital(self[place]) { letters += 1 }
        }
        return letters > 1
    }

    /// Whether it is a note to the table: "* provisional", "Source: …".
    var isFootnote: Bool {
        guard count > 12 else { return false }
        if self[0] == UInt8(ascii: "*") || self[0] == UInt8(ascii: "(") && UInt8.isDigit(self[1]) && self[2] == UInt8(ascii: ")") {
            return true
        }
        let first = LabelWords(self).words.first ?? ""
        return ["note", "notes", "source", "sources", "nb"].contains(first)
            && (self[first.utf8.count] == UInt8(ascii: ":") || first == "nb")
    }

    /// Whether it is the number of a row or item: "12", "A3", "7.".
    var isItemNumber: Bool {
        var place = UInt8.isCapital(self[0]) ? 1 : 0
        let start = place
        while place < count, UInt8.isDigit(self[place]) { place += 1 }
        guard (1...4).contains(place - start) else { return false }
        if place < count, self[place] == UInt8(ascii: ".") || self[place] == UInt8(ascii: ")") { place += 1 }
        if place < count, UInt8.isSmall(self[place]) { place += 1 }
        return place == count
    }

    /// Whether it is one word with digits in it: "BCC001", "113617/8".
    var isCode: Bool {
        var digits = 0
        for place in 0..<count {
            let byte = self[place]
            if UInt8.isDigit(byte) { digits += 1 }
            let isPart =
                UInt8.isDigit(byte) || UInt8.isSmall(byte | 0x20) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: ".")
            if !isPart { return false }
        }
        return digits > 0
    }
}

extension NormalisedText {
    /// Whether it is no more than an e-mail or web address, or a piece of one.
    var isWebAddress: Bool {
        guard count > 4, count <= NormalisedText.longestAddress else { return false }
        var letters = 0
        var hasPoint = false
        for place in 0..<count {
            if self[place] == 0x20 { return false }
            if self[place] == UInt8(ascii: ".") { hasPoint = true }
            if UInt8.isSmall(self[place] | 0x20) { letters += 1 }
        }
        // Amounts, which are most cells, have few letters.
        guard hasPoint, letters > 3 else { return false }
        let text = words(0..<count).lowercased()
        return text.contains("@") || ["www.", "http"].contains { text.hasPrefix($0) }
            || NormalisedText.domains.contains { text.hasSuffix($0) || text.contains($0 + "/") || text.contains($0 + ":") }
    }

    private static let domains = [".uk", ".com", ".org", ".net"]
    private static let longestAddress = 120

    /// Whether it is a postcode: "AB1 2CD", "N1C 4AG".
    var isPostcode: Bool {
        guard (6...8).contains(count), let space = (0..<count).last(where: { self[$0] == 0x20 }), space == count - 4 else { return false }
        let isCapital = { (place: Int) in (0x41...0x5a).contains(self[place]) }
        let isDigit = { (place: Int) in UInt8.isDigit(self[place]) }
        return isCapital(0) && isDigit(count - 3) && isCapital(count - 2) && isCapital(count - 1)
            && (0..<space).contains(where: isDigit) && (0..<space).allSatisfy { isCapital($0) || isDigit($0) }
    }
}
