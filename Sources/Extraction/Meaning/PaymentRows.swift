internal import PaperModel
internal import RuleEngine

/// A paragraph whose lines are entries of a list, one amount to a line: set in columns without rules, "Acme Fencing £75.00 Gate repair", or, where
/// something leads to them, with the amount at the end, "Gate repair - £75.00".
struct PaymentRows {
    /// The lines, bytes of the passage.
    let lines: [Range<Int>]
    /// What leads to them in the same paragraph: "The total is £90, made up as follows:".
    let lead: Range<Int>?
    /// Whether amounts stand between a name and a purpose, as in columns; else each closes or opens its line.
    let isFramed: Bool

    /// The lines of a passage, if they are entries; nil where they are wrapped sentences. `starts`: the bytes at which its lines begin; `isLed`:
    /// whether the paragraph before leads to this one.
    init?(_ text: NormalisedText, starts: [Int], amounts: [Range<Int>], isLed: Bool) {
        let lines = zip(starts, starts.dropFirst() + [text.count]).map { $0..<max($0, $1) }
        if let isFramed = PaymentRows.areEntries(text, lines[...], amounts[...]), isFramed || isLed {
            // "The following were passed for payment" over the entries.
            let first = lines.partitioningIndex { line in amounts.contains { $0.lowerBound < line.upperBound } }
            let above = 0..<lines[first].lowerBound
            (self.lines, lead, self.isFramed) = (lines, isLed || above.isEmpty ? nil : above, isFramed)
            return
        }
        if let last = lines.lastIndex(where: { PaymentRows.endsInColon(text, $0) }), last + 1 < lines.count,
            let isFramed = PaymentRows.areEntries(
                text, lines[(last + 1)...], amounts[amounts.partitioningIndex { $0.lowerBound >= lines[last].upperBound }...], isLed: true)
        {
            (self.lines, lead, self.isFramed) = (Array(lines[(last + 1)...]), 0..<lines[last].upperBound, isFramed)
            return
        }
        guard let run = PaymentRows.run(text, lines, amounts) else { return nil }
        (self.lines, lead, isFramed) = (Array(lines[run]), 0..<lines[run.lowerBound].lowerBound, true)
    }

    /// Entries in columns that run from the first line with an amount, below a line that leads to them, up to one that is none: a line that
    /// runs over, or what the paragraph says of them.
    private static func run(_ text: NormalisedText, _ lines: [Range<Int>], _ amounts: [Range<Int>]) -> Range<Int>? {
        guard let first = amounts.first else { return nil }
        let start = lines.partitioningIndex { $0.upperBound > first.lowerBound }
        guard start > 0, start < lines.count else { return nil }
        var next = 0
        var end = start
        while end < lines.count, next < amounts.count, lines[end].contains(amounts[next].lowerBound),
            amounts[next].upperBound <= lines[end].upperBound, isEntry(text, lines[end]),
            next + 1 == amounts.count || amounts[next + 1].lowerBound >= lines[end].upperBound
        {
            next += 1
            end += 1
        }
        guard next >= fewestOfRun, areEntries(text, lines[start..<end], amounts[..<next]) ?? false else { return nil }
        return start..<end
    }

    /// Entries one below the other that no paragraph of sentences has by chance.
    private static let fewestOfRun = 3

    /// Whether lines are entries with an amount each, and if so whether words stand on both sides of most amounts; nil where they are none.
    /// `isLed`: whether a colon leads to them, so that some may be set the one way and some the other.
    private static func areEntries(
        _ text: NormalisedText, _ lines: ArraySlice<Range<Int>>, _ amounts: ArraySlice<Range<Int>>, isLed: Bool = false
    ) -> Bool? {
        guard amounts.count > 1, lines.count >= amounts.count else { return nil }
        var filled = 0
        var framed = 0
        var (closing, opening) = (0, 0)
        var next = amounts.startIndex
        for line in lines {
            var count = 0
            while next < amounts.endIndex, amounts[next].lowerBound < line.upperBound {
                // An amount that a line break cuts through stands in a sentence.
                guard amounts[next].lowerBound >= line.lowerBound, amounts[next].upperBound <= line.upperBound else { return nil }
                count += 1
                next += 1
            }
            guard count <= 1 else { return nil }
            if count == 1 {
                guard isEntry(text, line) else { return nil }
                filled += 1
                let amount = amounts[next - 1]
                let isLetter = { (place: Int) in text[place] | 0x20 >= 0x61 && text[place] | 0x20 <= 0x7a }
                let behind = amount.upperBound..<max(amount.upperBound, line.upperBound)
                let before = line.lowerBound..<max(line.lowerBound, amount.lowerBound)
                if before.contains(where: isLetter), behind.prefix(nearby).contains(where: isLetter) { framed += 1 }
                if !behind.contains(where: isLetter) { closing += 1 }
                if !before.contains(where: isLetter) { opening += 1 }
            }
        }
        guard filled * share >= lines.count * (share - 1) else { return nil }
        // A name on one side and a purpose on the other, or an amount at the same end of each line.
        if framed * 2 > filled { return true }
        return closing == filled || opening == filled || isLed && framed + closing + opening >= filled ? false : nil
    }

    /// "Paid:", and "Paid:-" as old hands write.
    private static func endsInColon(_ text: NormalisedText, _ line: Range<Int>) -> Bool {
        guard let last = line.last(where: { !isSpace(text[$0]) }) else { return false }
        return text[last] == UInt8(ascii: ":")
            || text[last] == UInt8(ascii: "-") && text[max(line.lowerBound, last - 1)] == UInt8(ascii: ":")
    }

    /// How near an amount words of its entry stand, bytes: behind a bracket with a cheque's number stands none.
    private static let nearby = 4
    /// Of three lines at least two hold an amount; the others are titles and lines that run over.
    private static let share = 3
    /// Longest entry, bytes; a line of running text has about a hundred.
    private static let longest = 90

    /// Whether a line is an entry: short, begun by a capital or digit, and ended by no comma or small joining word.
    private static func isEntry(_ text: NormalisedText, _ line: Range<Int>) -> Bool {
        guard line.count <= longest else { return false }
        var first = line.lowerBound
        while first < line.upperBound, isSpace(text[first]) { first += 1 }
        var last = line.upperBound - 1
        while last > first, isSpace(text[last]) { last -= 1 }
        guard first < last, text[first] < 0x61 || text[first] > 0x7a, text[last] != UInt8(ascii: ",") else { return false }
        return !joining.contains { text.words(line).lowercased().trimmingSpaces().hasSuffix(" " + $0) }
    }

    /// Words that end no entry.
    private static let joining = ["and", "of", "the", "for", "to", "a", "in", "from", "with", "by", "at", "on"]

    /// From the first line to the end of the last.
    var bytes: Range<Int> { (lines.first?.lowerBound ?? 0)..<(lines.last?.upperBound ?? 0) }

    /// The line that holds a place.
    func line(at place: Int) -> Range<Int>? {
        let index = lines.partitioningIndex { $0.upperBound > place }
        return index < lines.count && lines[index].contains(place) ? lines[index] : nil
    }
}

extension String {
    fileprivate func trimmingSpaces() -> Substring {
        var rest = self[...]
        while rest.last?.isWhitespace ?? false { rest.removeLast() }
        return rest
    }
}

extension SentenceMeaning {
    /// What stands behind the amount in an entry of a list: "Gate repair" of "Acme Fencing £75.00 Gate repair" set in columns, of "Acme
    /// Fencing, £75.00, gate repair;" and of "Acme Fencing - £75.00 - gate repair".
    func rowPurpose(_ place: Place) -> Range<Int>? {
        var start = place.word + 1
        if !isRow {
            guard isBetweenMarks(place) else { return nil }
            start += 1
        }
        while start < words.words.count, [.dash, .purpose, .quote].contains(words.kind(start)) { start += 1 }
        let found = words.phrase(from: start)
        if !isRow, words.kind(found.upperBound) == .figure || words.kind(found.upperBound) == .dash { return nil }
        guard let run = edges(of: found), isThing(run), !isVoid(run) || isHeldBySense(run) else { return nil }
        return run
    }

    /// "Clerk's salary": words of sense with whose they are. In an entry set in columns clerks leave the apostrophe out ("Clerks Wages").
    func isHeldBySense(_ run: Range<Int>) -> Bool {
        run.count > 1 && (isRow || run.contains { isHolder($0) }) && run.contains { isCue($0) }
    }

    /// Whether the same mark parts an amount from what stands before and behind it, or a dash from what stands behind: "Hall £40 - hire".
    private func isBetweenMarks(_ place: Place) -> Bool {
        guard isEntry(place), place.word > 0 else { return false }
        switch words.kind(place.word + 1) {
        case .dash: return true
        case .comma: return words.kind(place.word - 1) == .comma
        default: return false
        }
    }

    /// Who is paid where the columns stand the other way: "Gate repair £75.00 Acme Fencing Ltd".
    func rowPayee(_ place: Place) -> Range<Int>? {
        guard isRow, let run = rowPurpose(place), let last = run.last, words.kind(last) == .body, words.words[run.lowerBound].isCapital,
            rowThing(place) != nil
        else { return nil }
        return run
    }

    /// What is paid for where it stands before the amount in an entry set in columns.
    func rowThing(_ place: Place) -> Range<Int>? {
        guard isRow, let before = entryRun(place), before.contains(where: { words.vocabulary.isPaidThing(words.small($0)) }) else {
            return nil
        }
        return before
    }
}

extension Passage {
    /// The bytes of its text at which lines of the page begin.
    func lineStarts(in paper: Paper) -> [Int] {
        var starts = [0]
        for piece in pieces {
            guard let page = paper.page(piece.page) else { continue }
            if piece.offset > 0 { starts.append(text.bytes(of: TextRange(piece.offset, piece.offset)).lowerBound) }
            let range = piece.range.offsets.clamped(to: 0..<page.text.count)
            for place in range where page.text.scalars[place] == "\n" {
                let offset = piece.offset + place + 1 - piece.range.start
                starts.append(text.bytes(of: TextRange(offset, offset)).lowerBound)
            }
        }
        return starts
    }
}
