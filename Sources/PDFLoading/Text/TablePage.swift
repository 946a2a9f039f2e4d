internal import PaperModel

/// What the steps of table reading see of a page: its words, its printed lines and the edges drawn on it, each made once.
///
/// A page may be closed in part: words that stand in a table already, or that can't be seen, are out of the sight of finders.
struct TablePage {
    /// Whether finders see a word.
    private(set) var isOpen: [Bool]
    /// Where the steps are told to, if anyone asks.
    let trace: TableTrace?
    /// Names of repairs that are left out, to see what they are good for.
    var omitted: Set<String> = []
    private let evidence: Evidence
    private let made = Made()

    /// What holds for the whole page, made when it is first asked for.
    private final class Evidence {
        let words: [Word]
        let content: PageContent
        lazy var edges = Edges(of: content)
        lazy var byHeight = WordsByHeight(words)

        init(words: [Word], content: PageContent) {
            self.words = words
            self.content = content
        }
    }

    /// What holds for the open words, made when it is first asked for.
    private final class Made {
        var lines: TextRows?
    }

    init(words: [Word], content: PageContent, trace: TableTrace? = nil) {
        evidence = Evidence(words: words, content: content)
        isOpen = [Bool](repeating: true, count: words.count)
        self.trace = trace
    }

    private init(_ page: TablePage, isOpen: [Bool]) {
        evidence = page.evidence
        trace = page.trace
        omitted = page.omitted
        self.isOpen = isOpen
    }

    /// All words of the page; candidates name theirs by index.
    var words: [Word] { evidence.words }

    /// The lines and sides of boxes drawn on it.
    var edges: Edges { evidence.edges }

    /// Height of the page as read, points.
    var height: Float { evidence.content.height }

    /// The words that finders see.
    var openWords: [Int] { isOpen.indices.filter { isOpen[$0] } }

    /// The page without some words.
    func without(_ closed: some Sequence<Int>) -> TablePage {
        var isOpen = isOpen
        for index in closed { isOpen[index] = false }
        return TablePage(self, isOpen: isOpen)
    }

    /// The page without the words that can't be seen, which are set without regard to those that can, unless they are most: then they are
    /// what recognition read on an image.
    func withoutHidden() -> TablePage {
        let open = openWords
        let hidden = open.filter { !words[$0].flags.isDisjoint(with: .unseen) }
        return hidden.isEmpty || Share.half.isReached(by: hidden.count, of: open.count) ? self : without(hidden)
    }

    /// The open words whose middle stands in an area.
    func inside(_ area: Area) -> [Int] {
        evidence.byHeight.inside(area).filter { isOpen[$0] }
    }

    /// The upright open words of an area as lines.
    func text(in area: Area) -> TextRows {
        TextRows(words, at: inside(area).filter { words[$0].turn == 0 }, verticals: [])
    }

    /// Some words as lines, cut where upright lines part them.
    func text(of words: [Int]) -> TextRows { TextRows(self.words, at: words, verticals: edges.vertical) }

    /// All upright open words as lines.
    var lines: TextRows {
        if let lines = made.lines { return lines }
        let lines = text(of: openWords.filter { words[$0].turn == 0 })
        made.lines = lines
        return lines
    }
}

/// The words of a page by height, for finding those in an area.
private struct WordsByHeight {
    private let words: [Word]
    private let order: [Int]

    init(_ words: [Word]) {
        self.words = words
        order = words.indices.sorted { words[$0].area.midY < words[$1].area.midY }
    }

    func inside(_ area: Area) -> [Int] {
        let first = order.partitioningIndex { words[$0].area.midY >= area.top }
        return order[first...].prefix { words[$0].area.midY < area.bottom }.filter {
            words[$0].area.midX >= area.left && words[$0].area.midX < area.right
        }
    }
}
