import PaperModel
import TestSupport
import Testing

@testable import PDFLoading

/// The tables of the papers in `Corpus/`, cell by cell, against the answers that a careful reader gave.
@Suite struct CorpusTablesTests {
    @Test(arguments: CorpusPaper.all.filter { $0.path.hasSuffix(".pdf") && $0.name != "scan" })
    func tablesAreAsPrinted(_ corpus: CorpusPaper) throws {
        let paper = try loadPDF(try #require(Checkout.bytes(of: corpus.path)))
        var expected: [[[String]]] = []
        for answer in try corpus.answers("tables") {
            let texts = answer["rows"].list.map { $0.list.compactMap(\.string) }
            guard !texts.isEmpty else { continue }
            // A table that goes on from the page before is one with it, without its repeated headings.
            if answer["continued"] == .boolean(true), let last = expected.indices.last {
                expected[last] += texts.dropFirst(answer["headerRows"].integer ?? 0)
            } else {
                expected.append(texts)
            }
        }
        #expect(paper.tables.map { rows(of: $0, in: paper) } == expected)
    }

    private func rows(of table: Table, in paper: Paper) -> [[String]] {
        var rows = [[String]](repeating: [String](repeating: "", count: table.columns), count: table.rows)
        for cell in table.cells { rows[cell.row][cell.column] = paper.text(of: cell) }
        return rows
    }
}
