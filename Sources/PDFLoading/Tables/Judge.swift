import PaperModel

// Which candidates stand. All finders read the same words; what is decided, and why, is decided here:
//
// 1. A table that the tags state, and that nothing on the page speaks against, stands: producers know their cells best.
// 2. Of candidates that share words the one on stronger evidence stands: tags before lines, lines before rules, rules before white space.
//    But a grid whose rows tear the printed lines apart is none, whatever is drawn, and one without headings, or of headings alone, that
//    is a part of a larger table with headings is a frame within that: shading of one column, boxes around sums.
// 3. Where a doubt stands against the tags, they hold against tables read from the page that find fewer of their figures or, where only
//    spans are in doubt, other cells; else the page is believed.
// 4. On a page whose text is tagged, a table outside the tagged ones must be sure: word processors seldom leave one untagged.
//
// What a loser shares with a winner may hide a table in the rest of its words: its finder is asked again for what is left.

/// A table read from the page replaces a doubtful tagged one if it takes at least this part of its figures or, without those, its words.
private let replacedPart: Float = 0.7

/// Fewer figures than this say nothing about a table; its words are counted instead.
private let tellingFigures = 3

/// A sure table has more rows, and more figures beside its first column, than this.
private let surelyMore = 2

/// A table is larger than a frame within it by this factor, in words: two tables under one heading are not.
private let largerBy = 2

/// A page whose tags miss a table has more figures outside the tagged ones than this: dates and references in the text are some.
private let strayFigures = 5

/// The tables of some words and, for each word, which of them took it.
struct FoundTables {
    var tables: [TableDraft] = []
    /// For each word the index of its table, -1 outside tables.
    var owners: [Int]
}

/// The tables that stand on a page by what is drawn on it and by white space.
func tables(on page: TablePage) -> FoundTables {
    var found = FoundTables(owners: [Int](repeating: -1, count: page.words.count))
    for candidate in standing(on: page) {
        guard let draft = candidate.draft else { continue }
        for index in candidate.words { found.owners[index] = found.tables.count }
        found.tables.append(draft)
    }
    return found
}

/// The candidates that stand among those of all finders, the strongest evidence first.
private func standing(on page: TablePage) -> [TableCandidate] {
    var rest = page.withoutHidden()
    var asked = TableFinder.all
    var standing: [TableCandidate] = []
    while !asked.isEmpty {
        let (winners, losers) = compete(asked.flatMap { $0.candidates(rest) }, trace: page.trace)
        standing.append(contentsOf: winners)
        // The strongest evidence never loses, so that each turn asks fewer.
        let again = Set(losers.map(\.evidence))
        asked = asked.filter { again.contains($0.evidence) }
        if !asked.isEmpty { rest = rest.without(winners.flatMap(\.words)) }
    }
    return TableEvidence.allCases.flatMap { evidence in standing.filter { $0.evidence == evidence } }
}

/// Parts candidates into those that stand and those that share words with one on evidence as strong or stronger.
private func compete(_ candidates: [TableCandidate], trace: TableTrace?) -> (winners: [TableCandidate], losers: [TableCandidate]) {
    var winners: [TableCandidate] = []
    var losers: [TableCandidate] = []
    var winnerOf: [Int: Int] = [:]
    let wholes = uncontested(candidates.filter { $0.draft.map { isHeaded($0) && !$0.tearsLines } ?? false })
    for evidence in TableEvidence.allCases {
        for candidate in candidates where candidate.evidence == evidence {
            if let whole = wholes.first(where: { isPart(candidate, of: $0) }) {
                losers.append(candidate)
                trace?.settle(candidate.label, "lost: a frame without headings within \(whole.label ?? "")")
            } else if candidate.draft?.tearsLines == true {
                trace?.settle(candidate.label, "lost: most of its printed lines stand in several of its rows")
            } else if let stronger = candidate.words.lazy.compactMap({ winnerOf[$0] }).first {
                losers.append(candidate)
                let shared = candidate.words.count { winnerOf[$0] != nil }
                trace?.settle(
                    candidate.label,
                    "lost: shares \(shared) of \(candidate.words.count) words with \(winners[stronger].label ?? ""), on stronger evidence")
            } else {
                for index in candidate.words { winnerOf[index] = winners.count }
                winners.append(candidate)
                trace?.settle(candidate.label, "stands")
            }
        }
    }
    return (winners, losers)
}

/// Whether a table has headings and figures under them.
private func isHeaded(_ draft: TableDraft) -> Bool { draft.headerRows > 0 && draft.cells.contains { looksLikeNumber($0.run) } }

/// Candidates that share no words with others on stronger evidence.
private func uncontested(_ candidates: [TableCandidate]) -> [TableCandidate] {
    var strongest: [Int: TableEvidence] = [:]
    for candidate in candidates {
        for index in candidate.words { strongest[index] = min(strongest[index] ?? candidate.evidence, candidate.evidence) }
    }
    return candidates.filter { candidate in candidate.words.allSatisfy { strongest[$0] == candidate.evidence } }
}

/// Whether a grid without headings, or of headings alone, holds some of the words of a larger table on weaker evidence, and none besides.
private func isPart(_ candidate: TableCandidate, of whole: TableCandidate) -> Bool {
    guard candidate.evidence < whole.evidence, candidate.evidence != .tagged, let part = candidate.draft, let table = whole.draft,
        !isHeaded(part), part.columns <= table.columns, candidate.words.count * largerBy <= whole.words.count
    else { return false }
    let words = Set(whole.words)
    return candidate.words.allSatisfy { words.contains($0) }
}

/// The tables of a tagged page: as the tags state them where the page bears that out, else as the page shows them.
struct JudgedTables {
    /// Each with the structure element at whose place it is read.
    var items: [(element: Int32, item: PageFlow.Item)] = []
    /// The words outside the tables.
    var rest: [Word] = []
    /// Headings that a table's earlier page has, printed again.
    var repeated: [Word] = []
    /// Whether a table stands otherwise on the page than its tags say.
    var tagsDisagree = false
}

/// Judges the tables of a page whose words the tree covers.
func judgedTables(on page: TablePage, number: Int, tree: StructureTree, tables tagged: TaggedTables) -> JudgedTables {
    let words = page.words
    let stated = taggedCandidates(page, number: number, tree: tree, tables: tagged)
    let doubtful = stated.filter { $0.doubt != nil }
    var result = JudgedTables()
    var isTaken = [Bool](repeating: false, count: words.count)
    func take(_ draft: TableDraft, words: [Int], element: Int32) {
        result.items.append((element, .table(draft)))
        for index in words { isTaken[index] = true }
    }
    for candidate in stated where candidate.doubt == nil {
        guard let draft = candidate.draft else { continue }
        take(draft, words: candidate.words, element: draft.element)
        page.trace?.settle(candidate.label, "stands: nothing on the page speaks against the tags")
    }
    let sound = isTaken
    let repeated = repeatedHeadings(
        above: (stated.filter { $0.doubt == nil } + doubtful).compactMap(\.draft), words: words)
    result.repeated = repeated.map { words[$0] }
    for index in repeated { isTaken[index] = true }
    if page.trace != nil { traceUncontested(sound, on: page) }
    guard !doubtful.isEmpty || mayHoldTable(words.indices.lazy.filter { !isTaken[$0] }.map { words[$0] }) else {
        result.rest = words.indices.filter { !isTaken[$0] }.map { words[$0] }
        return result
    }

    let read = standing(on: page.without(words.indices.filter { isTaken[$0] }))
    let rejected = rejections(of: read, by: doubtful, words: words)
    var doubtOf = [Int](repeating: -1, count: words.count)
    for (position, doubt) in doubtful.enumerated() { for index in doubt.words { doubtOf[index] = position } }
    for (index, candidate) in read.enumerated() {
        guard var draft = candidate.draft else { continue }
        if let reason = rejected[index] {
            page.trace?.settle(candidate.label, "lost: \(reason)")
            continue
        }
        let doubted = candidate.words.filter { doubtOf[$0] >= 0 }
        guard Share.half.isPassed(by: doubted.count, of: candidate.words.count) || isSure(draft) else {
            page.trace?.settle(candidate.label, "lost: the tags call its words text, and it has too few rows and figures to be sure")
            continue
        }
        if let first = doubted.min() {
            let doubt = doubtful[doubtOf[first]]
            if let tagged = doubt.draft, doubt.doubt == .spans || doubt.doubt == .lacksWords { adopt(tagged, by: &draft) }
        }
        take(draft, words: candidate.words, element: candidate.words.map { words[$0].element }.filter { $0 >= 0 }.min() ?? 0)
    }
    for candidate in doubtful {
        let reason = candidate.doubt?.reason ?? ""
        if let draft = candidate.draft, candidate.words.allSatisfy({ !isTaken[$0] }) {
            take(draft, words: candidate.words, element: draft.element)
            page.trace?.settle(candidate.label, "stands, though \(reason): the page shows no better")
        } else {
            page.trace?.settle(candidate.label, "lost: \(reason)")
            if candidate.doubt != .spans { result.tagsDisagree = true }
        }
    }
    result.rest = words.indices.filter { !isTaken[$0] }.map { words[$0] }
    return result
}

/// Shows what finders would read from the words of sound tagged tables.
private func traceUncontested(_ isSound: [Bool], on page: TablePage) {
    guard isSound.contains(true) else { return }
    for candidate in standing(on: page.without(isSound.indices.filter { !isSound[$0] })) {
        page.trace?.settle(candidate.label, "lost: sound tags are not contested")
    }
}

/// Why tables read from the page don't stand against the doubtful tagged ones that they touch, by their index.
private func rejections(of read: [TableCandidate], by doubtful: [TableCandidate], words: [Word]) -> [Int: String] {
    var owner = [Int](repeating: -1, count: words.count)
    for (index, candidate) in read.enumerated() { for word in candidate.words { owner[word] = index } }
    var rejected: [Int: String] = [:]
    for doubt in doubtful {
        guard let draft = doubt.draft else { continue }
        let figures = doubt.words.filter { words[$0].shape == .number }
        let telling = figures.count >= tellingFigures ? figures : doubt.words
        let told = telling.count { owner[$0] >= 0 }
        let isTold = Float(told) >= replacedPart * Float(telling.count)
        for index in Set(doubt.words.map { owner[$0] }) where index >= 0 {
            if doubt.doubt == .spans {
                if let own = read[index].draft, sameCells(draft, own) == nil { rejected[index] = "it finds other cells than the tags" }
            } else if !isTold {
                rejected[index] =
                    "it reads \(told) of \(telling.count) \(figures.count >= tellingFigures ? "figures" : "words") of a tagged table"
            }
        }
    }
    return rejected
}

/// For two readings of a table that find the same words in the same cells, wherever these stand in the grid, the index of the first's
/// cell for each of the other's; nil where they differ.
private func sameCells(_ one: TableDraft, _ other: TableDraft) -> [Int: Int]? {
    var cellOf: [Int: Int] = [:]
    for (index, cell) in one.cells.enumerated() {
        for word in cell.run.words { cellOf[word.glyphs.lowerBound] = index }
    }
    var same: [Int: Int] = [:]
    var seen = Set<Int>()
    for (index, cell) in other.cells.enumerated() where !cell.run.isEmpty {
        let cells = Set(cell.run.words.map { cellOf[$0.glyphs.lowerBound] ?? -1 })
        guard cells.count == 1, let match = cells.first, match >= 0, seen.insert(match).inserted else { return nil }
        same[index] = match
    }
    return seen.count == one.cells.count { !$0.run.isEmpty } ? same : nil
}

/// Takes over from a tagged table with the same cells what only tags say: its element and which rows are headings.
private func adopt(_ tagged: TableDraft, by draft: inout TableDraft) {
    draft.element = tagged.element
    guard let same = sameCells(tagged, draft), tagged.headerRows > 0 else { return }
    let headings = draft.cells.indices.filter { same[$0].map { tagged.cells[$0].row < tagged.headerRows } ?? false }
    draft.setHeaderRows(headings.map { draft.cells[$0].row + draft.cells[$0].rowSpan }.max() ?? 0)
}

/// Whether a table that no tag states is surely one.
private func isSure(_ draft: TableDraft) -> Bool {
    draft.rows > surelyMore && draft.cells.count { $0.column > 0 && looksLikeNumber($0.run) } > surelyMore
}

/// Whether words hold enough figures for a table that the tags miss.
private func mayHoldTable(_ words: some Sequence<Word>) -> Bool {
    var figures = 0
    for word in words where word.turn == 0 && word.traits.endsInFigure && word.shape == .number {
        figures += 1
        if figures > strayFigures { return true }
    }
    return false
}

/// The words directly above tables that go on from the page before, which no tag covers and the file calls artifacts.
private func repeatedHeadings(above drafts: [TableDraft], words: [Word]) -> [Int] {
    let areas = drafts.filter(\.isContinued).map(\.area)
    guard !areas.isEmpty else { return [] }
    return words.indices.filter { index in
        let word = words[index]
        guard word.element < 0, word.flags.contains(.artifact) else { return false }
        return areas.contains { area in
            word.area.midX > area.left - Points.cellPadding && word.area.midX < area.right + Points.cellPadding
                && word.area.midY < area.top && word.area.top > area.top - Points.outsideReach
        }
    }
}
