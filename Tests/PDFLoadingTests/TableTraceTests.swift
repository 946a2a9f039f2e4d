import PaperModel
import Testing

@testable import PDFLoading

@Suite struct TableTraceTests {
    private func trace(_ drawing: Drawing) -> TableTrace {
        let trace = TableTrace()
        _ = tables(on: drawing.tablePage(trace: trace))
        return trace
    }

    @Test func everyStepShowsItsGrid() {
        var drawing = Drawing()
        drawing.grid(xs: [45, 150, 160, 260], ys: [90, 106, 122])
        drawing.rows([("Adults", ["66.9"]), ("Children", ["16.7"]), ("Total", ["83.6"])], rights: [250], from: 101, pitch: 16)
        let text = trace(drawing).text
        #expect(text.contains("drawn 2×3 → openCells 2×3 → overflow 2×3 → slack 2×2"))
        #expect(text.contains("outsideRows 3×2"))
    }

    @Test func losersSayWhatTheyLostTo() throws {
        var drawing = Drawing()
        drawing.grid(xs: [45, 150, 260], ys: [90, 106, 122, 138])
        drawing.rows([("Adults", ["66.9"]), ("Children", ["16.7"]), ("Roads", ["8.7"])], rights: [250], from: 101, pitch: 16)
        let entries = trace(drawing).entries
        #expect(entries.first { $0.label == "ruled 1" }?.outcome == "stands")
        let loser = try #require(entries.first { $0.label == "aligned 1" })
        #expect(loser.outcome == "lost: shares 6 of 6 words with ruled 1, on stronger evidence")
    }

    @Test func whatALoserLeavesIsReadAgain() throws {
        var drawing = Drawing()
        // Figures go on below the grid in other columns: white space sees one table, of which the lines draw the upper half.
        drawing.grid(xs: [45, 150, 260], ys: [90, 106, 122])
        drawing.rows([("Adults", ["66.9"]), ("Children", ["16.7"])], rights: [250], from: 101, pitch: 16)
        drawing.rows(
            [("Parks", ["1,200", "1,310"]), ("Roads", ["980", "45"]), ("Homes", ["70", "80"])], rights: [250, 350], from: 150, pitch: 14)
        let grids = drawing.tables().tables.map(drawing.grid)
        #expect(
            grids == [
                [["Adults", "66.9"], ["Children", "16.7"]],
                [["Parks", "1,200", "1,310"], ["Roads", "980", "45"], ["Homes", "70", "80"]],
            ])
    }

    @Test func whatIsNoTableSaysWhy() {
        var drawing = Drawing()
        drawing.rows((1...5).map { ("", ["\($0 * 10)", "\($0 * 10)"]) }, rights: [150, 250], from: 100, pitch: 14)
        #expect(trace(drawing).entries.map(\.outcome) == ["no table: the marks of an axis"])
    }
}
