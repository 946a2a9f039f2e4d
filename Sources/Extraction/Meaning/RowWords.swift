internal import RuleEngine

/// What the words of a table's label say of it.
struct RowWords {
    /// A sum of the rows above it.
    var isTotal = false
    /// A total's own words, where they name something.
    var rest: String?
    /// It names nothing by itself: "Amount", "Cost", "2024/25".
    var isVoid = false
    /// It tells one of several by its letter or number: "Option A", "Phase 2".
    var isLettered = false
    /// Each of its words measures money or is a thing of none: "Capital cost", "Funding awarded".
    var isMeasure = false
    /// Each of its words says no more than that an amount stands there: "Net cost", "Revised budget".
    var isAmount = false
    /// It needs the title of its group: "Employees".
    var isPlain = false
    /// It asks, tells what to do or runs on, and is no name: "Please specify", "Are the figures right?".
    var isAsking = false

    private static let totals: Set<String> = ["total", "totals", "subtotal", "subtotals", "sub-total", "sub-totals"]
    /// What stands before "total" and belongs to it: "Corporate Sub Total", "Grand total".
    private static let ofTotals: Set<String> = ["sub", "grand", "overall", "net", "gross"]

    /// Whether it tells in a few words what is to be done, as a cell of purposes may: it begins with a capital and asks nothing.
    var isTask = false
    /// It counts or measures what another cell names: "28 units at", "12 no."
    var isQuantity = false

    /// Reads a label.
    init(_ label: String, _ vocabulary: PhraseVocabulary) {
        let text = NormalisedText(label)
        isPlain = text.count <= 40 && vocabulary.isPlainRow(label.lowercased())
        let sentence = SentenceWords(text, in: 0..<text.count, figures: [], vocabulary: vocabulary)
        isAsking = text.lastByte == UInt8(ascii: "?") || vocabulary.isAsking(sentence.small(0)) || RowWords.isText(sentence)
        isTask = isAsking && RowWords.isTask(sentence, lastByte: text.lastByte)
        isQuantity = RowWords.isQuantity(sentence)
        var telling = 0
        var named = 0
        var things = 0
        var first: Int?
        var last: Int?
        for index in sentence.words.indices {
            let small = sentence.small(index)
            if RowWords.ofTotals.contains(small), RowWords.totals.contains(sentence.small(index + 1)) { continue }
            if RowWords.totals.contains(small) {
                isTotal = isTotal || index == 0 || index == sentence.words.count - 1 || first == nil
                continue
            }
            switch sentence.kind(index) {
            case .word, .body, .helping, .giving, .asking, .verb, .quantity, .link:
                // "Option A".
                if vocabulary.isNumbered(small), RowWords.isKey(sentence, index + 1) {
                    isLettered = true
                    telling += 1
                    named += 1
                }
                // "Cost/Spend" says no more than either.
                let parts = small.split(separator: "/")
                let isPlain = parts.allSatisfy { vocabulary.isPlainLabel(String($0)) }
                let isSmall = sentence.kind(index) == .quantity || sentence.kind(index) == .link || small.utf8.count < 2
                if !isPlain, !isSmall {
                    telling += 1
                    if !vocabulary.isMeasure(small) { named += 1 }
                }
                if !isSmall, !parts.allSatisfy({ vocabulary.isAmountWord(String($0)) }) { things += 1 }
                if sentence.kind(index) != .quantity { first = first ?? index }
                last = index
            case .close, .number, .time: last = first == nil ? nil : index
            default: continue
            }
        }
        isMeasure = named == 0
        isAmount = things == 0
        // "Net expenditure before recharges" is that of whatever the table is about.
        let isBalance = isAmount && ["net", "gross"].contains(sentence.small(0))
        isVoid = telling == 0 || isBalance || RowWords.isPeriod(sentence)
        if isTotal, telling > 0, let first, let last, first <= last { rest = sentence.printed(first..<last + 1) }
    }

    /// Whether a label is too long to name a row, or no whole name: a sentence, a list of steps, the end of a sentence that a page break left.
    private static func isText(_ words: SentenceWords) -> Bool {
        let count = words.words.count
        if count > longestName || (0..<words.text.count).contains(where: { words.text[$0] == UInt8(ascii: ";") }) { return true }
        if count > shortestSentence, words.text.lastByte == UInt8(ascii: ".") { return true }
        guard let first = words.words.first, !first.isCapital else { return false }
        switch first.kind {
        case .of, .conjunction, .by, .to: return words.small(0) != "&"
        default: return false
        }
    }

    private static func isTask(_ words: SentenceWords, lastByte: UInt8) -> Bool {
        guard let first = words.words.first, first.isCapital, words.small(0) != "please", words.words.count <= longestName else {
            return false
        }
        return lastByte != UInt8(ascii: "?") && lastByte != UInt8(ascii: ":")
    }

    /// Whether a number and words of counting are all of it.
    private static func isQuantity(_ words: SentenceWords) -> Bool {
        guard words.words.count > 1, words.words.count <= longestQuantity, words.kind(0) == .number else { return false }
        return words.words.indices.dropFirst().allSatisfy { counting.contains(words.small($0)) || words.kind($0) == .stop }
    }

    private static let counting: Set<String> = [
        "unit", "units", "no", "nos", "off", "x", "at", "@", "of", "each", "item", "items", "set", "sets", "day", "days", "hour", "hours",
        "week",
        "weeks", "month", "months", "visits", "m", "m2", "sqm", "sq", "ft", "km", "miles", "per", "pcs", "copies",
    ]
    private static let longestQuantity = 4

    /// Most words and marks of a label that names a row; more are a text in a grid.
    private static let longestName = 40
    /// Fewest words behind which a full stop ends a sentence and no abbreviation.
    private static let shortestSentence = 7

    /// Whether a single letter in capitals or a number of one or two digits stands at an index.
    private static func isKey(_ words: SentenceWords, _ index: Int) -> Bool {
        guard words.words.indices.contains(index) else { return false }
        let word = words.words[index]
        return word.bytes.count == 1 && word.isCapital || words.kind(index) == .number && word.bytes.count <= 2
    }

    /// Whether a label is a time and no thing: "2017/18 and later years", "Year ended 31 March 2025".
    private static func isPeriod(_ words: SentenceWords) -> Bool {
        words.words.indices.contains { words.kind($0) == .number || words.kind($0) == .time }
            && words.words.indices.allSatisfy { index in
                switch words.kind(index) {
                case .number, .time, .conjunction, .preposition, .dash, .to, .of, .determiner, .open, .close, .comma, .stop, .from,
                    .quantity, .purpose:
                    true
                default: ordering.contains(words.small(index))
                }
            }
    }

    /// Words beside times that tell which.
    private static let ordering: Set<String> = [
        "later", "earlier", "future", "previous", "prior", "subsequent", "onwards", "beyond", "financial", "current", "next", "following",
        "previously", "fy", "ended", "ending", "position", "forecast", "actual", "budget",
    ]
}
