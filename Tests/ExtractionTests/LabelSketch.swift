import Extraction
import PaperModel

extension PaperSketch {
    /// Writes a table: a line a row, cells parted by "|"; ">" is covered by the cell on its left, "^" by the cell above. `bold`: words that
    /// are set in bold; `indented`: words that stand further right; `lefts`: where the columns stand, 100 points apart unless given.
    mutating func grid(
        _ drawing: String, headerRows: Int = 0, bold: Set<String> = [], indented: Set<String> = [], lefts: [Double] = []
    ) {
        let lines = drawing.split(separator: "\n").map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map { part in part.split(separator: " ").joined(separator: " ") }
        }
        let page = paper.pages.count
        var table = Table(method: .aligned, rows: lines.count, columns: lines.map(\.count).max() ?? 0)
        let start = paper.pages[page - 1].text.count
        for (row, line) in lines.enumerated() {
            for (column, words) in line.enumerated() where words != ">" && words != "^" {
                let printed = words.split(separator: "/n").joined(separator: "\n")
                var cell = Table.Cell(row: row, column: column, page: page, range: write(printed))
                while column + cell.columnSpan < line.count, line[column + cell.columnSpan] == ">" { cell.columnSpan += 1 }
                while row + cell.rowSpan < lines.count, lines[row + cell.rowSpan][column] == "^" { cell.rowSpan += 1 }
                if bold.contains(words) { paper.pages[page - 1].bold.append(cell.range) }
                let x = (lefts.indices.contains(column) ? lefts[column] : Double(column) * 100) + (indented.contains(words) ? 12 : 0)
                cell.box = words.isEmpty ? nil : Box(x: x, y: Double(row) * 12, width: 50, height: 10)
                table.cells.append(cell)
            }
        }
        table.headerRows = headerRows
        let range = TextRange(start, paper.pages[page - 1].text.count)
        table.parts = [Table.Part(page: page, box: nil, range: range)]
        paper.pages[page - 1].blocks.append(Block(kind: .table(paper.tables.count), range: range))
        paper.tables.append(table)
    }

    /// What names each amount: "amount: group / row < heading / heading".
    func labels() throws -> [String] {
        let (paper, figures) = try read()
        return figures.map { figure in
            let cell = figure.cell
            let row = cell?.rowLabels.joined(separator: " / ") ?? ""
            let column = cell?.columnLabels.joined(separator: " / ") ?? ""
            return paper.text(of: figure.spans) + ": " + row + " < " + column
        }
    }

    /// What names the amounts of one table on one page.
    static func labels(_ drawing: String, headerRows: Int = 0, bold: Set<String> = [], indented: Set<String> = []) throws -> [String] {
        var sketch = PaperSketch()
        sketch.page()
        sketch.grid(drawing, headerRows: headerRows, bold: bold, indented: indented)
        return try sketch.labels()
    }
}
