internal import PaperModel
internal import RuleEngine

extension Paper {
    /// The passages of the paper in reading order, furniture included. `questions` tells which tables are read as questions and replies,
    /// `decisions` which as lists of decisions.
    func passages(questions: [Int: QuestionTable] = [:], decisions: [Int: DecisionTable] = [:], runner: SegmentRunner) -> [Passage] {
        let heads = LineHeads(runner)
        let rows = TableRows(of: self, heads: heads)
        var result: [Passage] = []
        for page in pages {
            for block in page.blocks {
                if case .table(let table) = block.kind, let columns = questions[table], tables.indices.contains(table) {
                    result += columns.passages(of: tables[table], on: page)
                } else if case .table(let table) = block.kind, let list = decisions[table], tables.indices.contains(table) {
                    result += list.passages(of: tables[table], on: page)
                } else {
                    page.addPassages(of: block, rows: rows, heads: heads, to: &result)
                }
            }
        }
        markRunningFeet(&result)
        let joined = MarginNumbers(of: self).joined(ColumnNumbers(of: self, heads: heads).joined(result))
        return CommitteePage(of: self, runner: runner).marked(joined)
    }

    /// A line to sign at the foot of every page ends no item: "Signed ______ Dated ______" on two pages is furniture.
    private func markRunningFeet(_ passages: inout [Passage]) {
        var seen: [[Unicode.Scalar]: [Int]] = [:]
        for (index, passage) in passages.enumerated() where !passage.isAside && passage.words <= Settings.Lines.mostFootWords {
            guard let text = page(passage.page)?.text.slice(passage.range), text.isSignatureLine else { continue }
            seen[text.filter(\.isLetter), default: []].append(index)
        }
        for places in seen.values where Set(places.map { passages[$0].page }).count > 1 {
            for index in places { passages[index].form = .furniture }
        }
    }
}

extension PageText {
    /// Whether the last word of a line ends a sentence.
    fileprivate func endsSentence(_ line: TextRange) -> Bool {
        slice(line).last { !$0.isGap }.map { $0 == "." || $0 == "?" || $0 == "!" || $0 == "\u{201D}" } ?? false
    }
}

extension ArraySlice<Unicode.Scalar> {
    /// Whether it has a line of dots or dashes to write on.
    fileprivate var isSignatureLine: Bool {
        var count = 0
        var last: Unicode.Scalar?
        for scalar in self {
            count = scalar == last && (scalar == "_" || scalar == "." || scalar == "\u{2026}") ? count + 1 : 0
            if count >= Settings.Lines.fewestDots { return true }
            last = scalar
        }
        return false
    }
}

extension Page {
    fileprivate func addPassages(of block: Block, rows: TableRows, heads: LineHeads, to result: inout [Passage]) {
        switch block.kind {
        case .table(let table):
            guard let rows = rows.rows(of: table, on: number) else {
                append(block.range, as: .table, of: block, to: &result)
                if let last = result.indices.last, result[last].form == .table { result[last].table = table }
                return
            }
            for cells in rows { append(row: cells, of: block, heads: heads, to: &result) }
        case .heading(let level):
            // A heading of several lines is one heading, unless a new number begins a line.
            for range in parts(of: block.range, splitsBold: false, heads: heads) {
                append(range, as: .heading(level: level), of: block, to: &result)
            }
        case .furniture: append(block.range, as: .furniture, of: block, to: &result)
        case .caption: append(block.range, as: .caption, of: block, to: &result)
        case .footnote: append(block.range, as: .footnote, of: block, to: &result)
        case .paragraph, .listItem:
            let form: Passage.Form = block.kind == .listItem ? .listItem : .paragraph
            for range in parts(of: block.range, splitsBold: true, heads: heads) { append(range, as: form, of: block, to: &result) }
        }
    }

    /// A range read as one passage, with the label that the loader saw before it; nil where it holds no words.
    func passage(_ range: TextRange, as form: Passage.Form, label: TextRange? = nil) -> Passage? {
        let range = text.trimmed(range)
        guard !range.isEmpty else { return nil }
        var passage = Passage(page: number, range: range, form: form, body: range)
        if let read = PrintedNumber(text.slice(range)) {
            passage.number = read
            passage.body = TextRange(min(range.start + read.length, range.end), range.end)
        } else if let mark = text.bullet(of: range) {
            passage.isBulleted = true
            passage.body = text.trimmed(TextRange(mark, range.end))
        } else if let label, label.end < range.end {
            passage.isBulleted = true
            passage.body = text.trimmed(TextRange(max(label.end, range.start), range.end))
        }
        passage.setBody(passage.body, on: self)
        return passage
    }

    func append(_ range: TextRange, as form: Passage.Form, of block: Block, to result: inout [Passage]) {
        let isFirst = text.trimmed(range).start <= block.range.start + 1
        guard var passage = passage(range, as: form, label: isFirst ? block.label : nil) else { return }
        passage.size = block.style.size
        // The line under a link says where to click.
        passage.isUnderlined =
            block.style.isUnderlined && !links.contains { $0.range.start < passage.range.end && $0.range.end > passage.range.start }
        passage.isItalic = block.style.isItalic
        passage.isContinued = isFirst && block.continuesPrevious
        passage.role = block.role
        passage.item = block.item
        result.append(passage)
    }

    /// A block cut where a line begins with a number, where bold lines end and plain ones begin, and where a line heads a question or a reply.
    func parts(of range: TextRange, splitsBold: Bool, heads: LineHeads) -> [TextRange] {
        let lines = text.lines(of: range)
        guard lines.count > 1 else { return runInParts(of: range) }
        var parts: [TextRange] = []
        var start = range.start
        var previous: TextRange?
        var boldLines = 0
        var isBelowHead = false
        for (place, line) in lines.enumerated() {
            let isBoldLine = boldLead(of: line) == line
            let isBold = splitsBold && isBoldLine
            let isHead = heads.isHead(line, isBold: isBoldLine, on: self)
            if let last = previous {
                // A bold line with a number below plain ones is a heading that the loader joined to them.
                let startsItem =
                    text.beginsItem(line, after: last, isBroken: isBroken) || isBold && boldLines == 0 && isNumberedHeading(line)
                let endsBold =
                    splitsBold && boldLines > 0 && !isBold
                    && (boldLead(of: line) == nil || isBroken && beginsLead(line, after: last, isBelowTitle: true))
                // The number of the next item stands in the margin beside its title, which is a block of its own.
                let isInMargin = place == lines.count - 1 && isNumber(line) && !goesOn(line, below: last)
                let hangs = splitsBold && hangs(line, below: last)
                let isRunIn = boldLines == 0 && isBold && isRunIn(line)
                let startsLead = splitsBold && beginsLead(line, after: last, isWhole: isRunIn)
                let startsSlanted = isBroken && splitsBold && [lines[0], line].allSatisfy { beginsSlanted($0) }
                let startsHeading =
                    splitsBold && boldLines == 0
                    && (endsInBold(lines[place...], after: last) || isBold && isBroken && isTitle(line, after: last))
                let startsExchange = text.endsSentence(last) && heads.beginsExchange(line, on: self)
                if startsItem || startsLead || startsSlanted || startsExchange || startsHeading || hangs || endsBold || isHead
                    || isBelowHead || isInMargin
                {
                    parts.append(TextRange(start, last.end))
                    start = line.start
                    boldLines = 0
                }
            }
            // Only a bold beginning is a heading over the rest.
            boldLines = isBold && (start == line.start || boldLines > 0) ? boldLines + 1 : 0
            previous = line
            isBelowHead = isHead
        }
        parts.append(TextRange(start, range.end))
        return parts
    }

    /// Whether a line begins with a few words in italics and goes on in plain ones.
    private func beginsSlanted(_ line: TextRange) -> Bool {
        guard let lead = lead(of: line, in: slanted), lead.end < line.end, lead.count > 2 else { return false }
        let shape = text.shape(of: lead, most: Settings.Headings.mostParallelWords + 1)
        return shape.words <= Settings.Headings.mostParallelWords && !shape.beginsSmall
    }

    /// Whether a line begins with a few bold words and a stop, below a line that ends a sentence in plain ones: a paragraph with a heading of
    /// its own that the page sets no space above. `isWhole` says that the line is those words, and the plain ones are a line of the text;
    /// `isBelowTitle` that the line above is a title in bold.
    private func beginsLead(_ line: TextRange, after previous: TextRange, isWhole: Bool = false, isBelowTitle: Bool = false) -> Bool {
        guard let lead = boldLead(of: line), lead.end < line.end || isWhole, lead.count > 2,
            isBelowTitle || boldLead(of: previous) != previous
        else { return false }
        let shape = text.shape(of: lead, most: Settings.Headings.mostLeadWords + 1)
        guard shape.words <= Settings.Headings.mostLeadWords, !shape.beginsSmall, shape.ending == ":" || shape.ending == "." else {
            return false
        }
        let above = text.slice(previous).last { !$0.isGap }
        // The labels of an address stand on lines of their own, too.
        if isBroken { return shape.ending == "." && (isBelowTitle || above == ".") }
        return above == "." || above == ":" || above == ";" || above == "?" || above?.isDigit == true
    }

    /// Whether a number alone in the last line is that of a sentence which goes on from the line above: "Local Government Act" and "1972.".
    private func goesOn(_ line: TextRange, below previous: TextRange) -> Bool {
        guard let last = text.slice(previous).last(where: { !$0.isGap }), last.isLetter || last == ",",
            let box = self.line(at: line.start)?.box, let above = self.line(at: previous.start)?.box
        else { return false }
        return box.x + Settings.Lines.leastHang >= above.x
    }

    /// Whether the last lines of a block are bold and few, below a plain one that ends: the heading of what comes next, which the page sets no
    /// space above.
    private func endsInBold(_ lines: ArraySlice<TextRange>, after previous: TextRange) -> Bool {
        guard let first = lines.first, let last = lines.last, lines.count <= Passage.mostHeadingLines,
            lines.allSatisfy({ boldLead(of: $0) == $0 }), boldLead(of: previous) == nil
        else { return false }
        let shape = text.shape(of: TextRange(first.start, last.end), most: Settings.Headings.mostBetweenParagraphs + 1)
        guard shape.words <= Settings.Headings.mostBetweenParagraphs, !shape.beginsSmall, shape.ending?.isLetter == true else {
            return false
        }
        let above = text.slice(previous).last { !$0.isGap }
        return above == "." || above == ";" || above == "?" || above == ")" || above?.isDigit == true
    }

    /// Whether a line begins with a number that stands left of the line above, which ends a sentence: the number hangs in a column of its own.
    private func hangs(_ line: TextRange, below previous: TextRange) -> Bool {
        guard let box = self.line(at: line.start)?.box, let above = self.line(at: previous.start)?.box,
            box.x + Settings.Lines.leastHang < above.x, let number = PrintedNumber(text.slice(line)), number.form == .plain,
            text.slice(line).dropFirst(number.length).first?.isUpper ?? false, let last = text.slice(previous).last(where: { !$0.isGap })
        else { return false }
        return last == "." || last == ")" || last == ":" || last == ";" || last == "?"
    }

    /// Whether a bold line below a plain one of the same paragraph of a web page is a title: the author broke both lines.
    private func isTitle(_ line: TextRange, after previous: TextRange) -> Bool {
        let shape = text.shape(of: line, most: Settings.Items.mostTitleWords + 1)
        return boldLead(of: previous) == nil && shape.words <= Settings.Items.mostTitleWords && !shape.beginsSmall && line.count > 2
            && text.slice(previous).last { !$0.isGap } != ","
    }

    /// Whether lines end where the author broke them: a web page has no others.
    var isBroken: Bool { lines.isEmpty }

    /// Whether a line is a number and nothing else.
    private func isNumber(_ line: TextRange) -> Bool {
        guard let number = PrintedNumber(text.slice(text.trimmed(line))) else { return false }
        return number.length >= text.trimmed(line).count && number.form == .plain
    }

    /// A flat paragraph of a web page cut where numbers are run in: "1. Apologies … 2. Minutes … 3. Finance …".
    private func runInParts(of range: TextRange) -> [TextRange] {
        let slice = text.slice(range)
        guard lines.isEmpty, var number = PrintedNumber(slice), number.isDelimited, number.form == .plain else { return [range] }
        var starts = [slice.startIndex]
        for place in slice.indices.dropFirst(number.length) where slice[place].isDigit && slice[place - 1].isGap {
            let rest = slice[place...]
            guard let next = PrintedNumber(rest.prefix(Settings.Lines.mostNumberScalars)), next.isDelimited, next.follows(number),
                rest.dropFirst(next.length).first?.isUpper ?? false
            else { continue }
            starts.append(place)
            number = next
        }
        guard starts.count >= Settings.Lines.fewestRunIn else { return [range] }
        return zip(starts, starts.dropFirst() + [slice.endIndex]).map { TextRange($0, $1) }
    }

    private func isNumberedHeading(_ line: TextRange) -> Bool {
        guard let number = PrintedNumber(text.slice(line)), number.isDelimited || number.form == .minute || number.form == .decimal else {
            return false
        }
        return number.length < line.count
    }

    /// The bold words that a range begins with, up to its end where only white space is left.
    func boldLead(of range: TextRange) -> TextRange? { lead(of: range, in: bold) }

    /// The words that a range begins with and that stand in stretches of one look.
    func lead(of range: TextRange, in stretches: [TextRange]) -> TextRange? {
        var low = 0
        var high = stretches.count
        while low < high {
            let middle = (low + high) / 2
            if stretches[middle].end <= range.start { low = middle + 1 } else { high = middle }
        }
        var end = range.start
        var index = low
        while index < stretches.count, stretches[index].start <= end || text.isGap(TextRange(end, stretches[index].start)),
            stretches[index].start < range.end
        {
            end = max(end, stretches[index].end)
            index += 1
        }
        guard end > range.start else { return nil }
        let lead = text.trimmed(TextRange(range.start, min(end, range.end)))
        return lead.isEmpty ? nil : TextRange(range.start, text.isGap(TextRange(lead.end, range.end)) ? range.end : lead.end)
    }
}

extension Passage {
    /// Sets the words after number or bullet, and what is known by looking at them.
    mutating func setBody(_ range: TextRange, on page: Page) {
        body = range
        lead = form == .table ? nil : page.boldLead(of: range)
        slanted = form == .table ? nil : page.lead(of: range, in: page.slanted)
        isBold = lead != nil && lead == range
        (words, ending, beginsSmall) = page.text.shape(of: range, most: Passage.mostWords)
    }
}
