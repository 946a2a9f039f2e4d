internal import PaperModel
internal import RuleEngine

/// Runs the rules for segments over passages of one paper.
struct CueReading {
    private let runner: SegmentRunner
    private let paper: Paper
    private let kind: Paper.Kind?
    /// The last page that counts as first.
    private let lastOfFirst: Int

    /// Most scalars of a passage in which a head is looked for: the longest, a question's with two offices, has about three hundred.
    private static let mostHeadScalars = 400

    init(runner: SegmentRunner, paper: Paper, kind: Paper.Kind?, lastOfFirst: Int? = nil) {
        self.runner = runner
        self.paper = paper
        self.kind = kind
        self.lastOfFirst = lastOfFirst ?? paper.pages.first?.number ?? 1
    }

    /// What rules say of the beginning, or the whole, of a passage: the words after its number first. Those that precede come first.
    func heads(of passage: Passage) -> [Cue] {
        guard let text = paper.text(ofPage: passage.page) else { return [] }
        var cues = heads(passage, at: passage.body, in: text)
        // The number may belong to the words that a rule knows: "(d) Decision taken", "1 May 2025".
        if passage.body != passage.range { cues += heads(passage, at: passage.range, in: text) }
        // Of a row it is the first cell that names what it is of.
        if passage.form == .row, let end = text.slice(passage.body).firstIndex(of: "\t"), end > passage.body.start {
            cues += heads(passage, at: text.trimmed(TextRange(passage.body.start, end)), in: text)
        }
        return cues
    }

    private func heads(_ passage: Passage, at range: TextRange, in page: PageText) -> [Cue] {
        guard !range.isEmpty else { return [] }
        let isCut = range.count > CueReading.mostHeadScalars
        let text = NormalisedText(page.slice(isCut ? TextRange(range.start, range.start + CueReading.mostHeadScalars) : range))
        return runner.leading.matches(finding: SegmentRules.heads, in: text, startingAt: 0).compactMap { match in
            guard let placement = runner.rules.placements[match.rule.id], !(isCut && placement.position == .whole),
                placement.takes(match.bytes, of: text.count), isAllowed(placement, for: passage)
            else { return nil }
            return Cue(match, placement: placement, offset: range.start)
        }
    }

    /// What rules say of a passage, wherever they may match, from left to right. Where two of a kind share words, the one that precedes.
    func words(_ kinds: Set<RuleKind>, in passage: Passage, most: Int = .max) -> [Cue] {
        guard !passage.body.isEmpty, let page = paper.place(ofPage: passage.page) else { return [] }
        let isCut = passage.body.count > most
        let text = NormalisedText(paper.pages[page].text.slice(passage.body).prefix(most))
        let leading = runner.leading.matches(finding: kinds, in: text, startingAt: 0)
        let scanned = runner.scanning.matches(finding: kinds, in: text)
        let matches = (leading + scanned).filter { match in
            guard let placement = runner.rules.placements[match.rule.id] else { return false }
            let needsEnd = placement.position == .whole || placement.position == .end
            let isSet =
                !placement.needsBoldWords
                || paper.pages[page].isBold(TextRange(match.range.start + passage.body.start, match.range.end + passage.body.start))
            return !(isCut && needsEnd) && isSet && placement.takes(match.bytes, of: text.count) && isAllowed(placement, for: passage)
        }
        if matches.isEmpty { return [] }
        let winners = Dictionary(grouping: matches, by: \.rule.finds).values.flatMap { matches in
            runner.leading.resolve(matches.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }).winners
        }
        return winners.sorted { ($0.bytes.lowerBound, $0.rule.id) < ($1.bytes.lowerBound, $1.rule.id) }.compactMap { match in
            runner.rules.placements[match.rule.id].map { Cue(match, placement: $0, offset: passage.body.start) }
        }
    }

    /// The rule that knows a part of a passage as one whole; nil where none does.
    func rule(finding kind: RuleKind, as range: TextRange, of passage: Passage) -> String? {
        guard let page = paper.text(ofPage: passage.page) else { return nil }
        var words = page.slice(page.trimmed(range))
        while let last = words.last, last == ":" || last == "." || last == "-" || last.isGap { words.removeLast() }
        let text = NormalisedText(words)
        return runner.leading.matches(finding: [kind], in: text, startingAt: 0).first { match in
            match.bytes.upperBound >= text.count && runner.rules.placements[match.rule.id].map { isAllowed($0, for: passage) } ?? false
        }?.rule.id
    }

    /// The label that the first words of a passage are, up to a full stop or colon after at most as many words as a title has.
    func leadingLabel(_ roles: Set<LabelRole>, of passage: Passage) -> TextRange? {
        guard !passage.body.isEmpty, let text = paper.text(ofPage: passage.page) else { return nil }
        let slice = text.slice(passage.body)
        guard let stop = slice.firstIndex(where: { $0 == "." || $0 == ":" }), stop > passage.body.start,
            slice[(stop + 1)...].first?.isGap ?? false
        else { return nil }
        let range = TextRange(passage.body.start, stop)
        return isLabel(roles, range, of: passage) ? range : nil
    }

    /// Whether words of a passage are a label as a whole, a colon or stop at their end apart.
    func isLabel(_ roles: Set<LabelRole>, _ range: TextRange, of passage: Passage) -> Bool {
        guard let page = paper.text(ofPage: passage.page) else { return false }
        var words = page.slice(page.trimmed(range))
        while let last = words.last, last == ":" || last == "." || last.isDash || last.isGap { words.removeLast() }
        let text = NormalisedText(words)
        return runner.leading.matches(finding: [.label], in: text, startingAt: 0).contains { match in
            match.bytes.upperBound >= text.count
                && match.rule.settings["role"].flatMap(LabelRole.init(rawValue:)).map(roles.contains) ?? false
        }
    }

    private func isAllowed(_ placement: RulePlacement, for passage: Passage) -> Bool {
        placement.allows(paper: kind, media: paper.mediaType) && placement.allows(passage, lastOfFirst: lastOfFirst)
    }
}

extension Page {
    /// Whether one bold stretch holds a range, line ends apart.
    fileprivate func isBold(_ range: TextRange) -> Bool {
        var start = range.start
        for stretch in bold where stretch.end > start && stretch.start < range.end {
            guard stretch.start <= start || text.isGap(TextRange(start, stretch.start)) else { return false }
            start = stretch.end
        }
        return start >= range.end
    }
}

extension Cue {
    /// A match in words that begin at `offset` of their page.
    init(_ match: RuleMatch, placement: RulePlacement, offset: Int) {
        func moved(_ range: TextRange) -> TextRange { TextRange(range.start + offset, range.end + offset) }
        kind = match.rule.finds
        rule = match.rule.id
        confidence = match.rule.confidence
        settings = match.rule.settings
        role = match.rule.finds == .label ? match.rule.settings["role"].flatMap(LabelRole.init(rawValue:)) : nil
        range = moved(match.range)
        self.placement = placement
        groups = [:]
        for group in match.groups { groups[group.name] = Words(text: group.text.trimmed, range: moved(group.range)) }
    }
}

extension String {
    /// Without spaces, commas and colons at its ends.
    fileprivate var trimmed: String {
        let isKept: (Unicode.Scalar) -> Bool = { $0 != " " && $0 != "," && $0 != ":" && $0 != "\n" && $0 != "\t" }
        guard let first = unicodeScalars.firstIndex(where: isKept), let last = unicodeScalars.lastIndex(where: isKept) else { return "" }
        return String(unicodeScalars[first...last])
    }
}
