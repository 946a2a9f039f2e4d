internal import PaperModel
internal import RuleEngine

/// A paper within a paper: an agenda pack holds the agenda, then the papers of its items.
struct PaperPart {
    /// Its passages.
    var passages: Range<Int>
    /// What kind of paper it is.
    var kind: Paper.Kind
}

/// Parts an agenda with its papers behind it.
struct PaperParts {
    private let paper: Paper
    private let passages: [Passage]
    private let cues: CueReading

    /// How many passages at the top of a page may say that a paper begins there.
    private static let mostLines = 8

    init(of paper: Paper, passages: [Passage], runner: SegmentRunner) {
        self.paper = paper
        self.passages = passages
        cues = CueReading(runner: runner, paper: paper, kind: nil, lastOfFirst: .max)
    }

    /// The agenda and the papers behind it in order; the agenda alone where none is.
    func parts() -> [PaperPart] {
        var parts = [PaperPart(passages: 0..<passages.count, kind: .agenda)]
        guard paper.pageCount > 1 else { return parts }
        var index = 0
        while index < passages.count {
            var end = index
            while end < passages.count, passages[end].page == passages[index].page { end += 1 }
            if index > 0, let kind = kind(atTop: index..<end) {
                parts[parts.count - 1].passages = parts[parts.count - 1].passages.lowerBound..<index
                parts.append(PaperPart(passages: index..<passages.count, kind: kind))
            }
            index = end
        }
        return parts
    }

    /// The kind of paper that begins with these passages; nil where the page goes on with the paper before.
    private func kind(atTop page: Range<Int>) -> Paper.Kind? {
        var hints: [Paper.Kind] = []
        let isStamped = page.prefix(PaperParts.mostLines).contains { index in
            cues.words([.label], in: passages[index]).contains { $0.role == .stamp }
        }
        for index in page.lazy.filter({ passages[$0].form != .furniture }).prefix(PaperParts.mostLines) {
            let passage = passages[index]
            guard passage.number == nil, passage.form != .row else { break }
            for cue in cues.words([.documentKind], in: passage) {
                guard let kind = cue.settings["kind"].flatMap(Paper.Kind.init(rawValue:)), !kind.isAgenda else { continue }
                if cue.confidence == .certain, passage.isSetOff || kind == .minutes && passage.words > 5 { return kind }
                hints.append(kind)
            }
        }
        if isStamped { return hints.first ?? .report }
        // Two hints at the top of one page ("From:", "Subject:") are as good as a word.
        return hints.count > 1 ? hints.first : nil
    }
}
