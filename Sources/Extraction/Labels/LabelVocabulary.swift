internal import RuleEngine

/// The words that tell what the columns and rows of a table hold. A class, since each label is read with it.
final class LabelVocabulary: Sendable {
    private let columnHeads: Lexicon?
    private let labelHeads: Lexicon?
    private let absent: Lexicon?
    private let months: Lexicon?
    private let navigation: Lexicon?
    private let titleWords: Lexicon?
    private let paymentDays: Lexicon?

    init(_ book: RuleBook) {
        columnHeads = book.lexicon("columnHead")
        labelHeads = book.lexicon("labelHead")
        absent = book.lexicon("absentNumber")
        months = book.lexicon("month")
        navigation = book.lexicon("navigation")
        titleWords = book.lexicon("titleWord")
        paymentDays = book.lexicon("paymentDay")
    }

    /// What the heading of a column says that its cells are.
    enum Meaning: String, Sendable {
        /// What or whose: "Supplier", "Scheme".
        case name
        /// A running description.
        case description
        /// Somebody responsible: "Cabinet Member".
        case person
        /// Remarks, reasons, states: "Comments", "RAG".
        case note
        /// A number or code of the row: "Invoice No".
        case reference
        /// A day: "Date paid".
        case date
    }

    /// What the words of a column's heading say.
    func meanings(of heading: LabelWords) -> Set<Meaning> {
        var found: Set<Meaning> = []
        for (index, word) in heading.words.enumerated() {
            let pair = index + 1 < heading.words.count ? meaning(word + " " + heading.words[index + 1]) : nil
            if let meaning = pair ?? meaning(word) { found.insert(meaning) }
        }
        return found
    }

    private func meaning(_ word: String) -> Meaning? {
        let value = columnHeads?[word] ?? (word.hasSuffix("s") ? columnHeads?[String(word.dropLast())] : nil)
        return value.flatMap { Meaning(rawValue: $0) }
    }

    /// Whether a text is no more than what heads a column of labels: "Service", "Description".
    func isLabelHead(_ text: NormalisedText) -> Bool {
        text.count <= 30 && labelHeads?[LabelWords(text).words.joined(separator: " ")] != nil
    }

    /// Whether a text says what kind of thing the labels below it are: "Key service", "Description of project".
    func saysWhatLabelsAre(_ text: NormalisedText) -> Bool {
        isLabelHead(text) || LabelWords(text).words.last.map { meaning($0) != nil } ?? false
    }

    /// Whether a title is that of a list of money that came in or went out, and no business of a meeting.
    func isOfMoneyList(_ title: NormalisedText) -> Bool {
        guard let titleWords else { return false }
        let kinds = LabelWords(title).words.compactMap { titleWords[$0] }
        return kinds.contains("list") && !kinds.contains("business")
    }

    /// Whether the cells below a heading tell on which day money was paid: "Date paid".
    func isOfPaymentDay(_ heading: NormalisedText) -> Bool {
        heading.count <= 30 && paymentDays?[LabelWords(heading).words.joined(separator: " ")] != nil
    }

    /// Whether a note says of a table for which day it holds: "Values as at 31 March 2024", "As at 31 March".
    func saysStateOfAffairs(_ note: NormalisedText) -> Bool {
        let words = LabelWords(note).words
        guard let first = words.first, let at = words.firstIndex(of: "at"), at <= LabelVocabulary.stateReach else { return false }
        return titleWords?[first] == "state" || at == 0 || at == 1 && first == "as" || at > 0 && first == "all"
    }

    /// How many words may stand before "at" in such a note: "All values shown are as at".
    private static let stateReach = 5

    /// Whether a text stands in place of a number: "n/a", "nil".
    func isAbsent(_ text: String) -> Bool { text.utf8.count <= 16 && absent?[text] != nil }

    /// Whether a text does nothing but lead elsewhere: "Go to Guidance".
    func isNavigation(_ text: NormalisedText) -> Bool {
        guard let navigation, text.count <= 40, text.count > 5 else { return false }
        let words = LabelWords(text).words
        return words.count >= 2 && navigation[words[0] + " " + words[1]] != nil
    }

    /// Whether a text is a count of staff with its unit: "FTE 2.5", "4 HC".
    func isStaffCount(_ text: NormalisedText) -> Bool {
        guard text.count <= 16, LabelVocabulary.hasLetters(text) else { return false }
        let words = LabelWords(text).words
        let units = words.filter { LabelVocabulary.staffUnits.contains($0) }.count
        return units == 1 && words.count > 1 && words.count <= 3
            && words.filter { $0.utf8.allSatisfy(UInt8.isDigit) }.count == words.count - 1
    }

    private static let staffUnits: Set<String> = ["fte", "ftes", "wte", "wtes", "hc"]

    /// Whether a text is a day or a month, with or without its year.
    func isDate(_ text: NormalisedText) -> Bool {
        // Most cells are numbers, and most of those no days.
        guard text.count <= 40, LabelVocabulary.hasLetters(text) || LabelVocabulary.hasDateSeparators(text) else { return false }
        let words = LabelWords(text).words
        guard (1...5).contains(words.count) else { return false }
        var numbers: [Int] = []
        var hasMonth = false
        for word in words {
            if months?[word] != nil {
                if hasMonth { return false }
                hasMonth = true
            } else if let number = LabelVocabulary.dayOrYear(word) {
                numbers.append(number)
            } else if !LabelVocabulary.weekdays.contains(word) {
                return false
            }
        }
        if hasMonth { return numbers.count <= 2 }
        guard numbers.count == 3, words.count == 3, LabelVocabulary.hasDateSeparators(text) else { return false }
        return (1...31).contains(numbers[0]) && (1...12).contains(numbers[1])
            || numbers[0] >= 1900 && (1...12).contains(numbers[1]) && (1...31).contains(numbers[2])
    }

    private static let weekdays: Set<String> = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// "31", "3rd", "2024"; nil for what can be no part of a date.
    private static func dayOrYear(_ word: String) -> Int? {
        let digits = word.utf8.prefix { UInt8.isDigit($0) }
        guard let number = Int(String(decoding: digits, as: UTF8.self)), digits.count <= 4, digits.count != 3 else { return nil }
        let rest = String(word.dropFirst(digits.count))
        return rest.isEmpty || number <= 31 && ["st", "nd", "rd", "th"].contains(rest) ? number : nil
    }

    private static func hasLetters(_ text: NormalisedText) -> Bool {
        (0..<text.count).contains { UInt8.isSmall(text[$0] | 0x20) || text[$0] >= 0x80 }
    }

    /// "1/2/24", "1.2.24" and "1-2-24", but no "1 2 24".
    private static func hasDateSeparators(_ text: NormalisedText) -> Bool {
        let separators = (0..<text.count).lazy.filter { !UInt8.isDigit(text[$0]) }.prefix(3).map { text[$0] }
        guard separators.count == 2, let first = separators.first, let second = separators.last else { return false }
        return second == first && (first == UInt8(ascii: "/") || first == UInt8(ascii: "-") || first == UInt8(ascii: "."))
    }
}
