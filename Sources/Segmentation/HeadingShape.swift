internal import PaperModel
internal import RuleEngine

extension Reading {
    /// Labels that look like headings and are none.
    private static let noHeadings: Set<LabelRole> = [
        .banner, .closing, .signature, .field, .caption, .contents, .contentsHeading, .answer, .date, .votes, .continued, .reference,
        .blank, .partName, .action, .sum, .attendance, .meetingTitle, .entry, .leadIn, .mark,
        .systemMeeting, .systemItem, .systemDecision, .minutesPart, .decisionPart, .documentsPart,
    ]

    /// Whether the words of a passage can be a heading: few, with letters, no sentence, and no label.
    func isHeadingLike(at index: Int) -> Bool {
        let passage = passages[index]
        guard !passage.isAside, !passage.isBulleted, passage.words <= Settings.Headings.mostWords, !passage.body.isEmpty,
            !passage.beginsSmall
        else { return false }
        if case .table = passage.form { return false }
        if passage.form == .row || passage.form == .footnote || passage.form == .caption { return false }
        // "1. Subject" heads a part; "Subject" and "(a) Subject" are lines of a form.
        let isNumbered =
            passage.number.map { $0.isDelimited && $0.form != .lettered && $0.form != .bracketed } ?? false && passage.isSetOff
            && kind != .decisionNotice
        // "Minutes" is an item of a meeting where no template prints it over what was said of each.
        let isItem = passage.isSetOff && passage.ending != ":" && passage.role == nil && isLabel([.commonItem], at: index)
        let noHeadings = Reading.noHeadings.subtracting(isNumbered ? [.field] : isItem ? [.partName] : [])
        guard !isLabel(noHeadings, at: index), !isTitleOfDecision(at: index), !isLetteredField(at: index) else { return false }
        let slice = text(at: index).slice(passage.body)
        guard slice.count(where: \.isLetter) >= Settings.Headings.fewestLetters, !cutsSentence(at: index), standsOut(index) else {
            return false
        }
        // "Sub-total 206,155 238,923 85%" is a row of figures.
        guard slice.numerals < Settings.Headings.fewestNumerals else { return false }
        // A line in brackets is said aside.
        if slice.first == "(", passage.ending == ")", !slice.dropFirst().contains("(") { return false }
        switch passage.ending {
        case ",", ";", "!", "\u{2026}": return false
        // A full stop ends a sentence; after few words it is a heading's own.
        case "." where passage.isSetOff && cue(.section, at: index) != nil: return true
        case ".": return passage.words <= Settings.Headings.mostWordsWithStop && !passage.isSentence(slice)
        default: return true
        }
    }

    /// Whether a line of a notice stands below the label that asks what the decision is of.
    private func isTitleOfDecision(at index: Int) -> Bool {
        guard kind == .decisionNotice, let above = previous(before: index) else { return false }
        // The page of one decision has its title below the system's own heading.
        if passages[index].isHeading, isLabel([.systemDecision], at: above) { return true }
        guard let label = label(at: above, role: .field),
            label.range.end >= passages[above].range.end
        else { return false }
        return words(label.range, at: above).lowercased().split { !$0.isLetter }.contains { $0 == "title" || $0 == "subject" }
    }

    /// Whether a line under it is all that sets a passage of a PDF apart: links have one, too.
    func isUnderlinedAlone(at index: Int) -> Bool {
        paper.mediaType == .pdf && passages[index].isUnderlined && !passages[index].isBold && !passages[index].isHeading
    }

    /// Whether a line with a letter is one of a notice's form: "(b) Officers consulted".
    func isLetteredField(at index: Int) -> Bool {
        kind == .decisionNotice && passages[index].isSetOff && passages[index].number?.form == .lettered
    }

    /// Whether bold sets a passage apart: not where what stands above and below is bold as well and is running text.
    private func standsOut(_ index: Int) -> Bool {
        guard passages[index].isBold, !passages[index].isHeading, let above = previous(before: index), let below = next(after: index) else {
            return true
        }
        let (before, after) = (passages[above], passages[below])
        return !(before.isBold && after.isBold && max(before.words, after.words) > Settings.Headings.mostWords)
    }

    /// Whether the paragraph before goes on with this line: it has no stop, and a page or a column ended in it.
    private func cutsSentence(at index: Int) -> Bool {
        guard passages[index].number == nil, let previous = previous(before: index) else { return false }
        let before = passages[previous]
        guard before.form != .table, before.form != .row, !before.isSetOff, before.ending?.isLetter == true else { return false }
        let goesOn = next(after: index).map { passages[$0].beginsSmall && passages[$0].number == nil && !passages[$0].isBulleted } ?? false
        return before.words >= Settings.Headings.fewestCutWords || goesOn
    }

    /// Whether words tell something as a sentence does: they have its verb, or lead to a list. A verb behind "how" or "that" is a heading's too.
    func tells(at index: Int) -> Bool {
        let passage = passages[index]
        if passage.ending == ":" { return true }
        let words = words(passage.body, at: index).split(separator: " ").map(String.init)
        guard passage.ending != "?", let verb = words.firstIndex(where: Reading.verbs.contains) else { return false }
        return !words[..<verb].contains { Reading.subordinators.contains($0.lowercased()) }
    }

    /// Whether words have the verb of a sentence.
    static func saysMore(_ words: String) -> Bool { words.split(separator: " ").contains { verbs.contains(String($0)) } }

    /// Words that a clause within a heading begins with: "The areas that are at risk".
    private static let subordinators: Set = ["how", "what", "why", "when", "where", "who", "which", "that", "whether"]

    /// Verbs that sentences of reports have and headings seldom: small letters, as "May" is a month.
    private static let verbs: Set = [
        "is", "are", "was", "were", "has", "have", "had", "will", "would", "should", "must", "noted", "agreed", "asked", "considered",
        "reported", "advised", "received", "said", "recommended", "resolved", "stated", "confirmed",
    ]

    /// The first paragraph that is running text and no line of a form; the title of a paper stands before it.
    func firstParagraph() -> Int? {
        passages.indices.first { index in
            let passage = passages[index]
            guard !passage.isAside, !passage.isSetOff, passage.form != .table, passage.form != .row else { return false }
            return (passage.words >= 15 || passage.words >= 8 && passage.ending == ".") && !isLabel([.field, .date], at: index)
        }
    }
}

extension ArraySlice<Unicode.Scalar> {
    /// How many words begin with a digit.
    fileprivate var numerals: Int {
        var count = 0
        var isGap = true
        for scalar in self {
            if isGap, scalar.isDigit { count += 1 }
            isGap = scalar.isGap || isGap && (scalar == "(" || scalar == "\u{A3}" || scalar == "-")
        }
        return count
    }
}

extension Passage {
    /// Whether the words hold the end of one sentence and the start of the next.
    fileprivate func isSentence(_ slice: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let stop = slice.firstIndex(of: "."), stop + 2 < slice.endIndex else { return false }
        return slice[stop + 1].isGap
    }
}

/// What may part a title from the text that it runs into.
enum RunInMark {
    /// A colon, or a dash between spaces.
    case any
    /// A dash between spaces.
    case dash
    /// A colon with a dash after it: in an agenda a colon or a dash alone may be a title's own.
    case colonDash
}

extension PageText {
    /// Where the first of a few words end that a mark parts from the text after them; nil where none does.
    func endOfRunIn(_ range: TextRange, mostWords: Int, at mark: RunInMark = .any) -> Int? {
        let slice = slice(range)
        var words = 1
        for index in slice.indices.dropFirst() {
            let scalar = slice[index]
            let next: Unicode.Scalar = index + 1 < slice.endIndex ? slice[index + 1] : " "
            switch scalar {
            case ":":
                if next.isDash && mark != .dash || next.isGap && mark == .any { return index }
            case _ where scalar.isDash:
                if mark != .colonDash, slice[index - 1].isGap, next.isGap { return index }
            // "Finance. It was resolved to pay:" has a title of one word; "Cllr. Hill:" goes on.
            case "." where next.isGap && (words > 1 || index > slice.startIndex + 1 && !endsAbbreviated(at: index, in: range)): return nil
            case "?", ";": return nil
            case _ where scalar.isGap:
                words += 1
                if words > mostWords { return nil }
            default: continue
            }
        }
        return nil
    }
}

extension PageText {
    /// Where a title ends that a colon parts from the text after it; a colon behind a reference without letters is the title's own. Nil where a
    /// dash or a stop comes first.
    func endOfColonTitle(_ range: TextRange, mostWords: Int) -> Int? {
        var start = range.start
        while let end = endOfRunIn(TextRange(start, range.end), mostWords: mostWords), scalars[end] == ":" {
            if slice(TextRange(range.start, end)).contains(where: \.isLetter) { return end }
            start = end + 1
        }
        return nil
    }
}

extension Unicode.Scalar {
    /// A hyphen or a dash.
    var isDash: Bool { self == "-" || self == "\u{2013}" || self == "\u{2014}" }
}
