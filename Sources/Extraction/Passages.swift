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
        for run in runs {
            var passage = Passage(run.spans, in: self)
            if run.isListItem {
                passage.introduction = introduction ?? (passage.isEntry ? title : nil)
            } else if let lead = introduction ?? title, passage.namesMoney, !passage.leadsIn, passage.isSetAsList(in: self) {
                // Many clerks write a list as lines, or as a paragraph to each entry.
                passage.introduction = lead
            } else {
                introduction = passage.leadsIn ? passages.count : nil
                title = passage.isTitle ? passages.count : nil
            }
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

    /// Whether a block that continues the one before may be joined to it.
    var goesOn: Bool {
        switch block.kind {
        case .paragraph, .listItem, .footnote: true
        case .heading, .caption, .furniture, .table: false
        }
    }
}

extension Passage {
    /// Whether it ends in a colon, as what introduces a list does, with or without the dash that old hands put behind it.
    fileprivate var leadsIn: Bool {
        guard let last = (0..<text.count).last(where: { !isSpace(text[$0]) }) else { return false }
        return text[last] == UInt8(ascii: ":") || text[last] == UInt8(ascii: "-") && last > 0 && text[last - 1] == UInt8(ascii: ":")
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
    /// Longest line of a list that is set in lines, bytes.
    private static let longestLine = 100
}
