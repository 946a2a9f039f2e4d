import Foundation
import PaperModel
import Testing

@testable import PDFLoading

/// The repairs of grids, each with the smallest page that needs it: glyphs are 5 points wide, rows 16 apart.
@Suite struct RepairsTests {
    private struct NeedingPage {
        var drawing: Drawing
        /// What a reader sees.
        var grid: [[String]]
    }

    /// For each repair of the table, the page that its row names.
    private static let pages: [String: NeedingPage] = [
        "a grid with a cell whose borders miss its corners": openPage,
        "a label that runs over into an empty cell": page(
            xs: [45, 120, 220, 320], ys: [90, 106, 122, 138, 154],
            [["Pay", "Roads", "10.0"], ["Prices", "Parks", "20.0"], ["Demand", "Homes", "30.0"]], at: [50, 125, 225],
            reads: [
                ["Pay", "Roads", "10.0"], ["Prices", "Parks", "20.0"], ["Demand", "Homes", "30.0"],
                ["Total demand and costs", "", "60.0"],
            ]
        ) {
            $0.text("Total demand and costs", x: 50, baseline: 149)
            $0.text("60.0", x: 225, baseline: 149)
        },
        "a grid with two upright lines close together": page(
            xs: [45, 150, 160, 260], ys: [90, 106, 122], [["Adults", "66.9"], ["Children", "16.7"]], at: [50, 165],
            reads: [["Adults", "66.9"], ["Children", "16.7"]]),
        "a box with two columns in it": page(
            xs: [45, 150, 350], ys: [90, 106, 122, 138],
            [["Adults", "66.9", "38.4"], ["Children", "16.7", "14.8"], ["Roads", "8.7", "6.5"]], at: [50, 200, 300],
            reads: [["Adults", "66.9", "38.4"], ["Children", "16.7", "14.8"], ["Roads", "8.7", "6.5"]]),
        "a box with three rows in it": page(
            xs: [45, 150, 260], ys: [88, 140], [["North", "1,204"], ["South", "988"], ["West", "1,050"]], at: [50, 165],
            reads: [["North", "1,204"], ["South", "988"], ["West", "1,050"]]),
        "a heading centred over a cell of two columns": page(
            xs: [45, 150, 350], ys: [74, 156],
            [["", "Core", "Other"], ["Pay", "1.5", "2.5"], ["Prices", "1.5", "2.5"], ["Total", "3.0", "5.0"]],
            at: [50, 180, 290],
            reads: [
                ["", "2025-26", ""], ["", "Core", "Other"], ["Pay", "1.5", "2.5"], ["Prices", "1.5", "2.5"], ["Total", "3.0", "5.0"],
            ]
        ) { $0.text("2025-26", x: 232, baseline: 85) },
        "a grid with a low empty row": page(
            xs: [45, 150, 260], ys: [90, 106, 112, 128], [["Adults", "66.9"]], at: [50, 165],
            reads: [["Adults", "66.9"], ["Children", "16.7"]]
        ) {
            $0.text("Children", x: 50, baseline: 123)
            $0.text("16.7", x: 165, baseline: 123)
        },
        "a grid with a total below its last line": page(
            xs: [45, 150, 260], ys: [90, 106, 122], [["Adults", "66.9"], ["Children", "16.7"], ["Total", "83.6"]], at: [50, 165],
            reads: [["Adults", "66.9"], ["Children", "16.7"], ["Total", "83.6"]]),
        "rows between rules, one of which is missing": page(
            xs: [], ys: [106, 122, 154, 170, 186],
            [
                ["Service", "Budget", "Actual"], ["Parks", "1,200", "1,310"], ["Roads", "980", "45"], ["Homes", "700", "690"],
                ["Fees", "120", "130"], ["Total", "3,000", "2,175"],
            ],
            at: [50, 200, 300],
            reads: [
                ["Service", "Budget", "Actual"], ["Parks", "1,200", "1,310"], ["Roads", "980", "45"], ["Homes", "700", "690"],
                ["Fees", "120", "130"], ["Total", "3,000", "2,175"],
            ]),
        "rows between rules with headings above the first rule": page(
            xs: [], ys: [106, 122, 138, 154],
            [["Service", "Budget", "Actual"], ["Parks", "1,200", "1,310"], ["Roads", "980", "(45)"], ["Total", "2,180", "1,265"]],
            at: [50, 200, 300],
            reads: [
                ["Service", "Budget", "Actual"], ["Parks", "1,200", "1,310"], ["Roads", "980", "(45)"], ["Total", "2,180", "1,265"],
            ]),
    ]

    /// A grid whose middle cell, in its first row of figures, has no upright lines and no line below it.
    private static var openPage: NeedingPage {
        let rows = [["", "Lifted", "Released"], ["April", "67", "64"], ["May", "60", "61"], ["June", "56", "53"]]
        var drawn = NeedingPage(drawing: Drawing(), grid: rows)
        for (row, texts) in rows.enumerated() {
            for (text, left) in zip(texts, [50, 165, 275] as [Float]) where !text.isEmpty {
                drawn.drawing.text(text, x: left, baseline: 101 + Float(row) * 16)
            }
        }
        for y in [90, 106, 138, 154] as [Float] { drawn.drawing.rule(45, y, 360, y) }
        for x in [45, 360] as [Float] { drawn.drawing.rule(x, 90, x, 154) }
        for x in [150, 260] as [Float] {
            drawn.drawing.rule(x, 90, x, 106)
            drawn.drawing.rule(x, 122, x, 154)
        }
        for x in [144, 266] as [Float] { drawn.drawing.rule(x, 106, x, 122) }
        drawn.drawing.rule(45, 122, 150, 122)
        drawn.drawing.rule(260, 122, 360, 122)
        return drawn
    }

    /// A page with a grid, rules where no `xs` are given, and rows of cells from the baseline 101.
    private static func page(
        xs: [Float], ys: [Float], _ rows: [[String]], at lefts: [Float], reads grid: [[String]],
        and more: (inout Drawing) -> Void = { _ in }
    ) -> NeedingPage {
        var drawing = Drawing()
        if xs.isEmpty { for y in ys { drawing.rule(45, y, 355, y) } } else { drawing.grid(xs: xs, ys: ys) }
        for (row, texts) in rows.enumerated() {
            for (text, left) in zip(texts, lefts) where !text.isEmpty { drawing.text(text, x: left, baseline: 101 + Float(row) * 16) }
        }
        more(&drawing)
        return NeedingPage(drawing: drawing, grid: grid)
    }

    private static let all = Repair.ruled + Repair.banded

    private func grids(_ drawing: Drawing, without omitted: Set<String> = []) -> [[[String]]] {
        var page = drawing.tablePage()
        page.omitted = omitted
        return tables(on: page).tables.map(drawing.grid)
    }

    @Test(arguments: Set(all.map(\.name))) func eachRepairIsNeeded(_ name: String) throws {
        let repair = try #require(RepairsTests.all.first { $0.name == name })
        let page = try #require(RepairsTests.pages[repair.page], "draw the page of “\(name)”")
        #expect(grids(page.drawing) == [page.grid])
        #expect(grids(page.drawing, without: [name]) != [page.grid], "nothing on its page needs “\(name)”")
    }

    @Test func repairsComeAfterThoseThatTheyFollow() {
        for repairs in [Repair.ruled, Repair.banded] {
            let names = repairs.map(\.name)
            #expect(Set(names).count == names.count)
            for (index, repair) in repairs.enumerated() {
                for before in repair.follows.keys where names.contains(before) {
                    #expect(names[..<index].contains(before), "\(repair.name) must come after \(before)")
                }
            }
        }
        let names = Set(RepairsTests.all.map(\.name))
        #expect(RepairsTests.all.allSatisfy { $0.follows.keys.allSatisfy(names.contains) && !$0.why.isEmpty })
    }

    @Test(arguments: all) func everyRepairIsInTheDocuments(_ repair: Repair) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/table-reading.md").standardized
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains("| \(repair.name) |") && text.contains(repair.why), "docs/table-reading.md lacks “\(repair.name)”")
    }
}
