internal import PaperModel

/// A number or letter printed at the start of a heading, an item or a paragraph: "7.", "2.1", "64/25", "A1", "(a)", "iv)".
struct PrintedNumber: Equatable {
    /// How it is written.
    enum Form: Equatable {
        /// "7", "7.", "7)", and with a letter after it "7A".
        case plain
        /// "(7)", "[7]".
        case bracketed
        /// "2.1", "2.1.3".
        case decimal
        /// "64/25" or "25/064": a minute's number and its year, in either order; "14/09/6", "38/19.1", "LW 45/2021", "64/24-25", "2020-05_6",
        /// "20/3/HSC" with the letters of the committee behind it, "52a/18".
        case minute
        /// "A1", "CAB12", "SP/14": a series with its own letters.
        case prefixed
        /// "a)", "(B)", "iv.".
        case lettered
    }

    /// As printed, without its dot or brackets.
    var text: String
    /// How it is written.
    var form: Form
    /// The numbers in it, the outermost first; for letters their place in the alphabet.
    var values: [Int]
    /// Letters before the digits.
    var prefix = ""
    /// Scalars from the start of the text to the first word after it.
    var length: Int
    /// How deep in an outline: 1 for "7", "7.0" and "38/19", 2 for "7.1" and "38/19.1".
    var depth: Int
    /// Whether a dot, colon or bracket ends it. Without one it may be a number of the sentence.
    var isDelimited: Bool

    /// Most digits of one part: minute books count to some thousands.
    fileprivate static let mostDigits = 4
    /// Years that headings begin with.
    private static let years = 1990...2060
    /// The same in two digits, as far as minutes are on the web.
    private static let shortYears = 10...60
    /// The least year of two digits between slashes: what is less may be the month of year, month and number.
    fileprivate static let leastSlashedYear = 13
    /// Whether a number is a year of two digits, from `least` on, or of four.
    fileprivate static func isYear(_ value: Int, least: Int) -> Bool {
        years.contains(value) || value >= least && shortYears.contains(value)
    }
    /// Most parts of "1.2.3".
    fileprivate static let mostParts = 5

    /// Reads the number at the start of a text; nil where there is none.
    init?(_ scalars: ArraySlice<Unicode.Scalar>) {
        var scan = Scan(scalars)
        let isSquare = scan.take("[")
        let isOpen = isSquare || scan.take("(")
        let letters = scan.letters(most: 4)
        // "LW 45/2021": letters and a minute's number with a space between.
        if (1...3).contains(letters.count), letters.allSatisfy(\.isUpper) { scan.skipMarkBeforeMinute(afterLetters: letters.count) }
        // "HWB.24"
        if letters.count > 1, letters.allSatisfy(\.isUpper), scan.next == ".", scan.scalar(at: 1)?.isDigit == true { scan.position += 1 }
        let digits = scan.digits(most: PrintedNumber.mostDigits)
        if let digits {
            guard letters.count <= 3, letters.allSatisfy(\.isUpper) else { return nil }
            values = [digits]
            prefix = String(String.UnicodeScalarView(letters))
            form = prefix.isEmpty ? (isOpen ? .bracketed : .plain) : .prefixed
            depth = 1
            scan.skipLetterBeforeYear()
            scan.parts(into: &values, form: &form, depth: &depth)
            if form == .minute { scan.skipSuffix() }
            if form == .plain || form == .prefixed, let next = scan.next, next.isLetter, !scan.isLetter(at: 1) { scan.position += 1 }
        } else {
            // Most lines begin with a word: only letters that a stop or bracket ends are looked at.
            guard let mark = scan.next, mark == (isSquare ? "]" : ")") || !isSquare && (mark == "." || mark == ":"),
                let value = PrintedNumber.value(ofLetters: letters)
            else { return nil }
            values = [value]
            form = .lettered
            depth = 1
        }
        let end = scan.position
        let isClosed = scan.take(isSquare ? "]" : ")")
        guard isOpen == false || isClosed else { return nil }
        let isPunctuated = scan.takeStop() || isClosed || form == .plain && scan.takeStopBehindGap()
        guard scan.isAtGap, form != .lettered || isPunctuated else { return nil }
        // "15 January 2026" is a day, "2024 Annual Report" a year's, "14/09/2023" a date.
        if form == .plain, !isPunctuated, scan.isBeforeMonth || PrintedNumber.years.contains(values[0]) { return nil }
        // "7.25 pm" is a time.
        if form == .plain || form == .decimal, values.count < 3, scan.isBeforeHalfOfDay { return nil }
        if form == .minute, PrintedNumber.isDate(values) { return nil }
        let first = scalars.startIndex + (isOpen ? 1 : 0)
        text = String(String.UnicodeScalarView(scalars[first..<scalars.startIndex + end].map { $0.isGap ? " " : $0 }))
        scan.skipGap()
        length = scan.position
        isDelimited = isPunctuated || form == .decimal && values.count > 2
        if form == .decimal { depth = outline.count }
    }

    /// Whether three numbers are day, month and year.
    private static func isDate(_ values: [Int]) -> Bool {
        values.count == 3 && (1...31).contains(values[0]) && (1...12).contains(values[1]) && years.contains(values[2])
    }

    /// The place of a letter, or of a small roman number.
    private static func value(ofLetters letters: [Unicode.Scalar]) -> Int? {
        let small = letters.map { $0.isUpper ? Unicode.Scalar($0.value + 32) ?? $0 : $0 }
        if let roman = romans.firstIndex(of: String(String.UnicodeScalarView(small))), small.count > 1 { return roman + 1 }
        guard small.count == 1, let letter = small.first, letter.isLetter else { return nil }
        return Int(letter.value) - 0x60
    }

    private static let romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"]

    /// Whether zeros fill it up to a width: "07".
    var isPadded: Bool { form == .plain && text.count > 1 && text.hasPrefix("0") }

    /// The number that goes on a series.
    var last: Int {
        guard form == .minute, depth == 1 else { return outline.last ?? 0 }
        // Of a minute's number and its year the number goes on; of year, month and number the last.
        let isYearFirst = values.count == 2 && PrintedNumber.years.contains(values[0]) && !PrintedNumber.years.contains(values[1])
        return values.count == 2 && !isYearFirst ? values[0] : values[values.count - 1]
    }

    /// The numbers without zeros at the end: "1.0" stands where others write "1.".
    var outline: ArraySlice<Int> {
        var outline = values[...]
        while outline.count > 1, outline.last == 0 { outline.removeLast() }
        return outline
    }

    /// The numbers that stay the same where a run goes on: "16.03" of "16.03.4".
    var lead: ArraySlice<Int> { form == .minute && values.count == 2 ? [] : outline.dropLast() }

    /// Whether this is what comes after `other` in one and the same series, or stands at most `gap` further on (a withdrawn item leaves a hole).
    func follows(_ other: PrintedNumber, gap: Int = 0) -> Bool {
        // "B1" comes after "A4".
        if form == .prefixed, other.form == .prefixed, last == 1, prefix != other.prefix, let own = prefix.unicodeScalars.first,
            let before = other.prefix.unicodeScalars.first
        {
            return prefix.count == 1 && other.prefix.count == 1 && own.value == before.value + 1
        }
        guard form == other.form, prefix == other.prefix, depth == other.depth, values.count == other.values.count || form == .decimal
        else { return false }
        let next = 1...(1 + max(0, gap))
        if form == .minute, values.count == 2 {
            // "52b/18" comes after "52a/18".
            if values == other.values { return text.count == other.text.count && text > other.text }
            return values[1] == other.values[1] && next.contains(values[0] - other.values[0])
                || values[0] == other.values[0] && next.contains(values[1] - other.values[1])
        }
        // "45.24" and "46.24": number and year with a dot between.
        if form == .decimal, values.count == 2, values[1] == other.values[1], PrintedNumber.shortYears.contains(values[1]),
            next.contains(values[0] - other.values[0])
        {
            return true
        }
        guard lead.elementsEqual(other.lead) else {
            // "6.3.14" after "16.3.13": of three parts or more one may be misprinted where the last goes on.
            return outline.count > 2 && outline.count == other.outline.count && last == other.last + 1
                && zip(lead, other.lead).count { $0 != $1 } == 1
        }
        // "7A" comes between "7" and "8".
        return next.contains(last - other.last) || last == other.last && text != other.text && form == .plain
    }
}

/// A place in a text that moves on as something is taken.
private struct Scan {
    let scalars: ArraySlice<Unicode.Scalar>
    var position = 0

    init(_ scalars: ArraySlice<Unicode.Scalar>) { self.scalars = scalars }

    func scalar(at offset: Int) -> Unicode.Scalar? {
        let index = scalars.startIndex + position + offset
        return index < scalars.endIndex ? scalars[index] : nil
    }

    var next: Unicode.Scalar? { scalar(at: 0) }
    func isLetter(at offset: Int) -> Bool { scalar(at: offset)?.isLetter ?? false }
    var isAtGap: Bool { next?.isGap ?? true }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        position += 1
        return true
    }

    /// A dot or colon that isn't part of a longer number.
    mutating func takeStop() -> Bool {
        guard let scalar = next, scalar == "." || scalar == ":" else { return false }
        position += 1
        return true
    }

    /// A stop that a space parts from its number: "4 . Minutes"; a dash too where the cell ends behind it.
    mutating func takeStopBehindGap() -> Bool {
        guard next == " ", let mark = scalar(at: 1) else { return false }
        let after = scalar(at: 2)
        guard (mark == "." || mark == ":") && after?.isGap ?? true || mark.isDash && (after == nil || after == "\t") else { return false }
        position += 2
        return true
    }

    mutating func letters(most: Int) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        while let scalar = next, scalar.isLetter, result.count <= most {
            result.append(scalar)
            position += 1
        }
        return result
    }

    mutating func digits(most: Int) -> Int? {
        var value: Int?
        var count = 0
        while let scalar = next, scalar.isDigit {
            count += 1
            guard count <= most else { return nil }
            value = (value ?? 0) * 10 + Int(scalar.value) - 0x30
            position += 1
        }
        return value
    }

    /// ".1.3", "/25", "/24-25" or "/09/6.01" after the first number. The two years of a municipal year are one part.
    mutating func parts(into values: inout [Int], form: inout PrintedNumber.Form, depth: inout Int) {
        var isSpanTaken = false
        while values.count < PrintedNumber.mostParts, let mark = next, mark == "." || mark == "/" || mark == "-" || mark == "_",
            scalar(at: 1)?.isDigit == true
        {
            let start = position
            position += 1
            // "2020-05_6", "2020-05/6": the month of a year, and the number of a minute.
            if mark == "-", form == .plain, let month = monthOfYear(values) {
                values.append(month)
                form = .minute
                continue
            }
            if !isSpanTaken, form == .plain || form == .prefixed || form == .minute, endsSpan(of: values, after: mark) {
                isSpanTaken = true
                form = .minute
                continue
            }
            // "24/25-101"
            if mark == "-" && !isSpanTaken || mark == "_" && form != .minute {
                position = start
                return
            }
            // "24/00109", with more digits than a minute has, is the reference of a decision.
            guard let value = digits(most: mark != "." ? PrintedNumber.mostDigits : 3), !isRunningOn else {
                position = start
                return
            }
            if mark != "." {
                // After a dot a slash belongs to something else.
                guard form != .decimal, depth == 1 else {
                    position = start
                    return
                }
                form = .minute
            } else if form == .minute {
                depth += 1
            } else {
                form = .decimal
            }
            values.append(value)
        }
    }

    /// The month that stands here behind a year, where a mark and a number follow.
    private mutating func monthOfYear(_ values: [Int]) -> Int? {
        let start = position
        if values.count == 1, values[0] > 99, PrintedNumber.isYear(values[0], least: .max), let month = digits(most: 2),
            (1...12).contains(month),
            next == "_" || next == "/", scalar(at: 1)?.isDigit == true
        {
            return month
        }
        position = start
        return nil
    }

    /// Whether the letters before the place name a thing that papers count: "LOT 1", "MAP 2".
    private func isThing(ofLetters count: Int) -> Bool {
        let letters = scalars.prefix(position).suffix(count)
        return Scan.things.contains(String(String.UnicodeScalarView(letters)))
    }

    private static let things: Set = [
        "LOT", "MAP", "FIG", "APP", "BOX", "DAY", "TAB", "ROW", "VOL", "KEY", "NO", "OP", "BID", "AGE", "CAT", "Q",
    ]

    /// Skips the letter of a part between a minute's number and its year: "52a/18".
    mutating func skipLetterBeforeYear() {
        guard let letter = next, letter.isLetter, !letter.isUpper, scalar(at: 1) == "/", scalar(at: 2)?.isDigit == true else { return }
        position += 1
    }

    /// Skips the letters of a committee behind a minute's number: "20/3/HSC".
    mutating func skipSuffix() {
        guard next == "/", let first = scalar(at: 1), first.isUpper else { return }
        var offset = 1
        while let letter = scalar(at: offset), letter.isUpper { offset += 1 }
        let letters = String(String.UnicodeScalarView((1..<offset).compactMap { scalar(at: $0) }))
        guard (3...5).contains(offset), !Scan.applications.contains(letters) else { return }
        if scalar(at: offset)?.isLetter != true, scalar(at: offset)?.isDigit != true { position += offset }
    }

    /// Takes the second year of "101/24-25", "101/2024/25" or "24-25/101" where it stands here and a minute's number stands before or behind.
    private mutating func endsSpan(of values: [Int], after mark: Unicode.Scalar) -> Bool {
        guard let year = values.last, PrintedNumber.isYear(year, least: mark == "-" ? 10 : PrintedNumber.leastSlashedYear) else {
            return false
        }
        let start = position
        if let second = digits(most: 4), !isRunningOn, second == year + 1 || second == (year + 1) % 100,
            values.count > 1 || (next == "/" || next == "-") && scalar(at: 1)?.isDigit == true
        {
            return true
        }
        position = start
        return false
    }

    /// Whether a digit goes on what was taken.
    private var isRunningOn: Bool { next?.isDigit ?? false }

    /// Skips a slash, or behind two letters and more a space or the end of a narrow cell's line, where digits and a slash follow: "PC/24/15", "LW 45/2021".
    mutating func skipMarkBeforeMinute(afterLetters count: Int) {
        guard let mark = next, mark == "/" || count > 1 && mark.isGap, scalar(at: 1)?.isDigit == true else { return }
        var offset = 1
        while scalar(at: offset)?.isDigit == true, offset <= PrintedNumber.mostDigits { offset += 1 }
        let after = scalar(at: offset)
        let isYear = after == "/" || after == "-"
        // "SP/14": a panel's own letters before its minute.
        let isAlone = mark == "/" && count > 1 && (after?.isGap ?? true || after == "." || after == ":")
        // "PAR 4" in a cell of its own.
        let isCell = mark != "/" && mark != "\t" && offset < 4 && (after == nil || after == "\t") && !isThing(ofLetters: count)
        if isYear && scalar(at: offset + 1)?.isDigit == true || isAlone || isCell { position += 1 }
    }

    /// Letters of kinds of planning applications: "24/0123/FUL" counts no minutes.
    private static let applications: Set = [
        "FUL", "OUT", "HOU", "HH", "LBC", "LB", "ADV", "TPO", "TCA", "VAR", "REM", "RM", "PIP", "PN", "CLE", "CLP", "COU", "DOC", "NMA",
        "AGR",
    ]

    private static let months: Set = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin", "gorffennaf", "awst", "medi", "hydref", "tachwedd", "rhagfyr",
    ]

    /// Whether the next word names a month.
    var isBeforeMonth: Bool {
        let word = scalars[(scalars.startIndex + position)...].drop(while: \.isGap).prefix { $0.isLetter }
        guard let first = word.first, first.isUpper, (3...10).contains(word.count) else { return false }
        return Scan.months.contains(String(String.UnicodeScalarView(word)).lowercased())
    }

    /// Whether "am" or "pm" follows.
    var isBeforeHalfOfDay: Bool {
        let word = scalars[(scalars.startIndex + position)...].drop(while: \.isGap).prefix { $0.isLetter || $0 == "." }.filter(\.isLetter)
        return word.count == 2 && (word[0] == "a" || word[0] == "p" || word[0] == "A" || word[0] == "P")
            && (word[1] == "m" || word[1] == "M")
    }

    mutating func skipGap() { while let scalar = next, scalar.isGap { position += 1 } }
}

extension Unicode.Scalar {
    /// ASCII digit.
    var isDigit: Bool { self >= "0" && self <= "9" }
    /// ASCII capital letter.
    var isUpper: Bool { self >= "A" && self <= "Z" }
    /// ASCII letter.
    var isLetter: Bool { isUpper || self >= "a" && self <= "z" }
    /// What stands between words: spaces, line ends, the tab between cells.
    var isGap: Bool { self == " " || self == "\n" || self == "\t" || self == "\u{A0}" || self == "\r" }
}
