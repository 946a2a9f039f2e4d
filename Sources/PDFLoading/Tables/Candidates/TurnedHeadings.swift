/// Headings set sideways stand no further above the figures than this: a blank line.
private let reachEms: Float = 2.5

/// Headings of some columns of a table that are set sideways above it.
struct TurnedHeadings {
    /// For each headed column, from the left, its words as indices into the page's.
    var columns: [(column: Int, words: [Int])]

    /// The words turned a quarter that stand over most columns after the first of a table, close above it; nil where none head so many.
    ///
    /// `columns` are the extents of the table's columns, `top` is where its rows begin.
    init?(over columns: [Area], top: Float, size: Float, on page: TablePage) {
        let turned = page.openWords.filter { index in
            let word = page.words[index]
            return (word.turn == 1 || word.turn == 3) && word.area.bottom < top + size
        }
        guard !turned.isEmpty, columns.count > 2 else { return nil }
        var found = [[Int]](repeating: [], count: columns.count)
        for index in turned {
            let x = page.words[index].area.midX
            func distance(_ column: Int) -> Float { max(columns[column].left - x, x - columns[column].right, 0) }
            guard let nearest = columns.indices.min(by: { distance($0) < distance($1) }), distance(nearest) <= size else { continue }
            found[nearest].append(index)
        }
        for column in found.indices {
            // Upwards from the figures, as far as the words follow each other.
            var floor = top
            var kept: [Int] = []
            for index in found[column].sorted(by: { page.words[$0].area.bottom > page.words[$1].area.bottom }) {
                guard floor - page.words[index].area.bottom <= reachEms * size else { break }
                kept.append(index)
                floor = min(floor, page.words[index].area.top)
            }
            found[column] = kept
        }
        self.columns = found.indices.filter { !found[$0].isEmpty }.map { ($0, found[$0]) }
        guard Share.most.isReached(by: self.columns.count { $0.column > 0 }, of: columns.count - 1) else { return nil }
    }

    /// A table with the headings as its first row, or in the first row that its other headings leave free.
    func added(to draft: TableDraft, on page: TablePage) -> TableDraft {
        let headings = columns.map { column, words in
            var cell = CellDraft(row: 0, column: column, run: PDFLoading.lines(of: words.map { page.words[$0] }))
            cell.isHeader = true
            return cell
        }
        var draft = draft
        let taken = draft.cells.contains { $0.row == 0 && $0.column > 0 && !$0.run.isEmpty }
        if draft.headerRows == 0 || taken {
            for index in draft.cells.indices { draft.cells[index].row += 1 }
            draft.rows += 1
            draft.cells = fillingGaps(draft.cells + headings, rows: draft.rows, columns: draft.columns)
            draft.setHeaderRows(draft.headerRows + 1)
        } else {
            let headed = Set(columns.map(\.column))
            draft.cells = fillingGaps(
                draft.cells.filter { $0.row > 0 || !headed.contains($0.column) } + headings, rows: draft.rows, columns: draft.columns)
            draft.setHeaderRows(draft.headerRows)
        }
        for cell in headings { for word in cell.run.words { draft.area.add(word.area) } }
        return draft
    }
}
