internal import PaperModel
internal import RuleEngine

extension Paper {
    /// The running text of a paper as passages in reading order: without furniture and tables, a paragraph that goes on over a break as
    /// one, and each list item with the passage that introduces its list.
    var passages: [Passage] {
        var runs: [Run] = []
        for page in pages {
            for block in page.blocks {
                switch block.kind {
                case .furniture, .table: continue
                case .heading, .paragraph, .listItem, .caption, .footnote: break
                }
                let start = block.label.map { max(block.range.start, min($0.end, block.range.end)) } ?? block.range.start
                let span = Span(page: page.number, range: TextRange(start, block.range.end))
                if block.continuesPrevious, let last = runs.indices.last, runs[last].goesOn {
                    runs[last].spans.append(span)
                } else {
                    runs.append(Run(block: block, spans: [span]))
                }
            }
        }
        var passages: [Passage] = []
        var introduction: Int?
        var title: Int?
        var question: Int?
        var heading: Int?
        // Whether headings part the entries of the list in groups.
        var isGrouped = false
        for run in runs {
            var passage = Passage(run.spans, in: self)
            if run.isListItem || introduction != nil && !run.isHeading && passage.isListed {
                passage.introduction = introduction ?? (passage.isEntry ? title : nil)
            } else if run.isHeading, introduction != nil, isGrouped || introduction == passages.count - 1 {
                isGrouped = true
            } else if let lead = introduction ?? title, passage.namesMoney, !passage.leadsIn, passage.isSetAsList(in: self) {
                // Many clerks write a list as lines, or as a paragraph to each entry.
                passage.introduction = lead
            } else {
                isGrouped = false
                introduction = passage.leadsIn ? passages.count : nil
                title = passage.isTitle ? passages.count : nil
                if let asked = question, introduction == nil, passage.beginsWithAmount { passage.introduction = asked }
            }
            question = passage.asks ? passages.count : nil
            if run.isHeading { heading = passages.count }
            passage.heading = heading
            passages.append(passage)
        }
        return passages
    }
}

/// Blocks that make one passage.
private struct Run {
    var block: Block
    var spans: [Span]

    var isListItem: Bool { block.kind == .listItem }

    var isHeading: Bool { if case .heading = block.kind { true } else { false } }

    /// Whether a block that continues the one before may be joined to it.
    var goesOn: Bool {
        switch block.kind {
        case .paragraph, .listItem, .footnote: true
        case .heading, .caption, .furniture, .table: false
        }
    }
}

extension Passage {
    /// Whether it ends in a colon, as what introduces a list does, or says that the list follows.
    fileprivate var leadsIn: Bool {
        switch lastByte {
        case UInt8(ascii: ":"): true
        // "made:-", as old hands write.
        case UInt8(ascii: "-"): text.words(max(0, text.count - Passage.longestEnd)..<text.count).contains(":-")
        case UInt8(ascii: "."):
            Passage.announcements.contains { text.words(max(0, text.count - Passage.longestEnd)..<text.count).contains($0) }
        // "The following were passed for payment by the Councillors", without a mark.
        case .some(let byte) where isWord(byte) && text.count <= Passage.longestLead:
            text.words(0..<text.count).lowercased().contains("the following")
        default: false
        }
    }

    /// Longest line that leads to a list without a mark at its end, bytes.
    private static let longestLead = 120

    /// The words that end a sentence that announces a list.
    private static let announcements = [" below.", " as follows."]
    private static let longestEnd = 14

    fileprivate var asks: Bool { lastByte == UInt8(ascii: "?") }

    /// Whether an amount in figures opens it, as it does the answer to "How much was paid?".
    fileprivate var beginsWithAmount: Bool {
        guard let first = (0..<text.count).first(where: { !isSpace(text[$0]) }) else { return false }
        let byte = text[first]
        return byte >= 0x30 && byte <= 0x39 || byte >= 0x80 || byte == UInt8(ascii: "$")
    }

    /// Whether a paragraph behind the introduction of a list is one of its entries, or some of them line by line: its last line is no sentence's.
    fileprivate var isListed: Bool {
        text.count <= Passage.longestListed && lastByte.map { isWord($0) || $0 == UInt8(ascii: ")") } ?? false
    }

    /// Whether a sign of pounds, euros or dollars stands in it.
    fileprivate var namesMoney: Bool {
        (0..<text.count).contains { text[$0] == 0xa3 || text[$0] == 0x82 && text[max(0, $0 - 1)] == 0xe2 || text[$0] == UInt8(ascii: "$") }
    }

    /// Whether it is a line such as "Financial obligations" that entries of a list may stand under: short, and ended by no mark.
    fileprivate var isTitle: Bool { text.count <= Passage.longestTitle && lastByte.map(isWord) ?? false }

    /// Whether it is no sentence but a short entry of a list: "Community facilities £28,000".
    fileprivate var isEntry: Bool { text.count <= Passage.longestEntry && lastByte.map(isWord) ?? false }

    /// Whether its lines are short and end as entries of a list do.
    fileprivate func isSetAsList(in paper: Paper) -> Bool {
        let starts = lineStarts(in: paper)
        return zip(starts, starts.dropFirst() + [text.count]).allSatisfy { start, end in
            guard end - start <= Passage.longestLine, let last = (start..<max(start, end)).last(where: { !isSpace(text[$0]) }) else {
                return end - start <= Passage.longestLine
            }
            return isWord(text[last]) || text[last] == UInt8(ascii: ")") || text[last] == UInt8(ascii: ";")
        }
    }

    private var lastByte: UInt8? { (0..<text.count).last { !isSpace(text[$0]) }.map { text[$0] } }

    /// Longest title of a list and longest entry, bytes: less than a line.
    private static let longestTitle = 50
    private static let longestEntry = 80
    /// Longest paragraph of such entries, bytes: some ten lines.
    private static let longestListed = 800
    /// Longest line of a list that is set in lines, bytes.
    private static let longestLine = 100
}
