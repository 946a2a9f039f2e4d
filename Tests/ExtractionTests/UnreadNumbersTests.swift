import Extraction
import PaperModel
import TestSupport
import Testing

/// What is said of numbers that gave no figure, and of which nothing is said.
@Suite struct UnreadNumbersTests {
    private func read(_ rows: [[String]], headerRows: Int = 1, caption: String? = nil) throws -> FigureExtractor.Findings {
        var sketch = PaperSketch()
        sketch.page()
        sketch.table(rows, headerRows: headerRows, caption: caption)
        // What the columns mean is read with the figures.
        return FigureExtractor(rules: try Checkout.ruleBook.get()).figures(in: sketch.paper)
    }

    @Test func sumsInBracketsWithoutAUnitAreToldOf() throws {
        let found = try read([["Service", "Variation"], ["Roads", "(1,204)"], ["Parks", "3,310"], ["Waste", "(2,118)"]])
        #expect(found.figures.isEmpty)
        #expect(found.unreadNumbers == [3])
        #expect(found.notices.map(\.code) == [.numbersWithoutUnit])
        #expect(
            found.notices.first?.message
                == "3 numbers in 1 table look like amounts and gave no figure: table 1 on page 1: 3 (no unit)")
    }

    @Test func joinedNumbersOfAColumnOfMoneyAreToldOf() throws {
        let found = try read([["Service", "£"], ["Roads", "1,204"], ["Parks", "3,310 2,905"]])
        #expect(found.figures.count == 1)
        #expect(found.unreadNumbers == [1])
        #expect(found.notices.first?.message.contains("no number that is known") == true)
    }

    @Test(arguments: [
        [["Ward", "Population"], ["North", "1,402"], ["South", "3,221"], ["West", "1,998"]],
        [["Ward", "Change %"], ["North", "14.02"], ["South", "32.21"], ["West", "19.98"]],
        [["Site", "Visits"], ["North", "1,402"], ["South", "3,221"], ["West", "1,998"]],
        [["Paper", "Invoice number"], ["North", "1402113"], ["South", "3221332"], ["West", "1998219"]],
        [["Event", "Held on"], ["North", "14/02/2024"], ["South", "03/03/2024"], ["West", "09/09/2024"]],
        [["", "2022", "2023"], ["North", "1,402", "1,502"], ["South", "3,221", "3,111"], ["West", "1,998", "2,004"]],
        [["Measure", "Ratio"], ["North", "1.42"], ["South", "3.21"], ["West", "1.98"]],
    ])
    func countsSharesDaysAndNamesAreLeftAlone(rows: [[String]]) throws {
        let found = try read(rows)
        #expect(found.unreadNumbers == [0])
        #expect(found.notices.isEmpty)
    }

    @Test func theLabelsOfAChartAreLeftAlone() throws {
        let found = try read([["", "", "39,272"], ["22,962", "", ""], ["", "13,577", ""], ["22/23", "23/24", "24/25"]], headerRows: 0)
        #expect(found.unreadNumbers == [0])
    }
}
