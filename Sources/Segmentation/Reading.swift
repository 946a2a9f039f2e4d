internal import PaperModel
internal import RuleEngine

/// Passages with what the rules say of them: what all parts of segmenting look at.
struct Reading {
    let paper: Paper
    /// The kind that its segments are read by.
    let kind: Paper.Kind
    /// In reading order.
    let passages: [Passage]
    /// For each passage the heads that rules see in it.
    let cues: [[Cue]]

    init(paper: Paper, kind: Paper.Kind, passages: [Passage], cues: CueReading) {
        self.paper = paper
        self.kind = kind
        self.passages = paper.mediaType == .pdf ? Reading.withoutUnderlinedLists(passages) : passages
        self.cues = self.passages.map { $0.form == .table ? [] : cues.heads(of: $0) }
    }

    /// In a PDF a line under words sets them off, but not where one below the other has one: that is a list of titles or links.
    private static func withoutUnderlinedLists(_ passages: [Passage]) -> [Passage] {
        var result = passages
        let flow = passages.indices.filter { !passages[$0].isAside }
        let isAlone = flow.map { passages[$0].isUnderlined && !passages[$0].isBold && !passages[$0].isHeading }
        for place in flow.indices where isAlone[place] {
            let isListed = place > 0 && isAlone[place - 1] || place + 1 < flow.count && isAlone[place + 1]
            if isListed || place + 1 == flow.count { result[flow[place]].isUnderlined = false }
        }
        return result
    }

    private init(_ other: Reading, passages: [Passage], cues: [[Cue]]) {
        paper = other.paper
        kind = other.kind
        self.passages = passages
        self.cues = cues
    }

    /// The same reading with passages cut in two, and where each of the old ones stands now. `places` are scalars of the page, by passage.
    func cut(at places: [Int: [Int]], cues reader: CueReading) -> (reading: Reading, moved: [Int]) {
        var passages: [Passage] = []
        var cues: [[Cue]] = []
        var moved: [Int] = []
        for (index, passage) in self.passages.enumerated() {
            moved.append(passages.count)
            guard let places = places[index], let page = paper.page(passage.page) else {
                passages.append(passage)
                cues.append(self.cues[index])
                continue
            }
            var rest = passage
            for place in places.sorted() {
                guard let (head, tail) = rest.cut(after: place, on: page) else { continue }
                passages.append(head)
                cues.append(reader.heads(of: head))
                rest = tail
            }
            passages.append(rest)
            cues.append(reader.heads(of: rest))
        }
        return (Reading(self, passages: passages, cues: cues), moved)
    }

    /// The canonical text of a passage's page.
    func text(at index: Int) -> PageText { paper.text(ofPage: passages[index].page) ?? PageText() }

    /// The words of a range on a passage's page.
    func words(_ range: TextRange, at index: Int) -> String { text(at: index).words(of: range) }

    /// The first head of a kind, by precedence, among those that `open` segments allow.
    func cue(_ kind: Segment.Kind, at index: Int, open: Set<Segment.Kind> = []) -> Cue? {
        cues[index].first { $0.kind.rawValue == kind.rawValue && $0.placement.allows(open: open) }
    }

    /// The label that a passage is.
    func label(at index: Int) -> Cue? { cues[index].first { $0.kind == .label } }

    /// Whether a passage is one of these labels.
    func isLabel(_ roles: Set<LabelRole>, at index: Int) -> Bool {
        cues[index].contains { cue in cue.role.map(roles.contains) ?? false }
    }

    /// The next passage in the flow; nil at the end.
    func next(after index: Int) -> Int? {
        var next = index + 1
        while next < passages.count, passages[next].isAside { next += 1 }
        return next < passages.count ? next : nil
    }
}

/// What begins at a passage.
struct Heading {
    /// An item, a section or a block of recommendations.
    var kind: Segment.Kind
    /// Printed number, without its dot or brackets.
    var number: String?
    /// Words of the heading.
    var title: String
    /// 1 at the top of its own numbering.
    var level = 1
    /// Numbers in it: 2 for "2.1"; nil where it has none.
    var depth: Int?
    /// How far it stands out; less is more.
    var rank = 9
    /// Whether it holds its own paragraph and no more: bold words at its start.
    var isRunIn = false
    /// Whether its words begin a paragraph and its text follows in it.
    var isLead = false
    /// Whether it is a part of the whole paper ("PART A"): it holds what stands out no further, up to the next part.
    var isPart = false
    /// Whether it is set in capitals where others that look the same are not: those stand below it.
    var isInCapitals = false
    /// Whether the numbers of the section above it go on below it: it is a part of that, whatever it looks like.
    var isAmongNumbers = false
    /// Whether it stands over the numbered sections that follow it directly.
    var isGroup = false
    /// Words at its end that are no part of the text: the pages of its papers.
    var reference: TextRange?
    /// Where its words end in a passage that goes on with text; nil where the passage is all heading.
    var end: Int?
    /// Id of the rule that found it.
    var rule: String?
    /// Why it is one.
    var why = ""
}

extension Reading {
    /// The words of a heading without what ends it: a colon, a dash, a full stop, the pages where its papers stand.
    func title(_ range: TextRange, at index: Int, reference: TextRange? = nil) -> String {
        var range = range
        if let reference, reference.start > range.start { range.end = min(range.end, reference.start) }
        let slice = text(at: index).slice(range)
        let last = slice.lastIndex { scalar in
            !scalar.isGap && scalar != ":" && scalar != "." && scalar != "-" && scalar != "\u{2013}" && scalar != "\u{2014}"
                && scalar != ";" && scalar != ","
        }
        guard let last else { return "" }
        return words(TextRange(range.start, last + 1), at: index)
    }
}
