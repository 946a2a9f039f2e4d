import Extraction
import PaperModel
import TestSupport
import Testing

/// Labels where a table is laid out in another way than rows under headings. The tables are made up.
@Suite struct LabelLayoutTests {
    @Test func tablesSideBySideHaveTheirOwnLabels() throws {
        let labels = try PaperSketch.labels(
            """
            Income | £  | Spending | £
            Rents  | 12 | Repairs  | 7
            Grants | 9  | Wages    | 8
            """, headerRows: 1)
        #expect(labels[0] == "12: Rents < £")
        #expect(labels[1] == "7: Repairs < £")
    }

    @Test func sumsInOneRowTellTablesSideBySide() throws {
        let labels = try PaperSketch.labels(
            """
            Change in spending | Core    | Change in funding | Core
            Base               | £0.8m   | Council tax       | £5.3m
            Growth             | £15.2m  | Grants            | £2.9m
            Total change       | £16.0m  | Total change      | £8.2m
            """, headerRows: 1)
        #expect(labels.contains("£2.9m: Grants < Core"))
        #expect(labels.contains("£15.2m: Growth < Core"))
        #expect(labels.last == "£8.2m: Total change < Core")
    }

    @Test func groupsOfTablesSideBySideAreApart() throws {
        let labels = try PaperSketch.labels(
            """
            RECEIPTS  | £  | PAYMENTS   | £
            Precept   | 50 | STAFF      |
            Interest  | 2  | Clerk      | 20
                      |    | Gardener   | 9
            Total     | 52 | Total      | 29
            """, headerRows: 1)
        #expect(labels.contains("50: Precept < £"))
        #expect(labels.contains("9: STAFF / Gardener < £"))
        #expect(labels.contains("52: Total < £"))
    }

    @Test func aFormNamesItsValuesBesideThem() throws {
        let labels = try PaperSketch.labels(
            """
            Applicant:       | Village Hall Trust
            Grant requested: | £500
            Total cost:      | £1,200
            """)
        #expect(labels == ["£500: Grant requested: < ", "£1,200: Total cost: < "])
    }

    @Test func aFormNamesItsValuesFromAbove() throws {
        let labels = try PaperSketch.labels(
            """
            Amendment form | > | > | >
            Name: | Lido repairs | Number: | 4
            Purpose: | > | > | >
            To spend £30k on the lido, which leaks. | > | > | >
            Proposed amount | > | Proposed source | >
            £30k | > | The roads reserve | >
            """, headerRows: 1)
        #expect(labels == ["£30k: Purpose: < ", "£30k:  < Proposed amount"])
    }

    @Test func anAmountInsideATextHasTheLabelsOfItsCell() throws {
        let labels = try PaperSketch.labels(
            """
            Matter   | Rule
            Orders   | three quotations above £5,000, in writing and kept for six years by the clerk
            Disposal | by auction
            """, headerRows: 1)
        #expect(labels.map { $0.hasSuffix(": Orders < Rule") } == [true])
    }

    @Test func aLabelThatHoldsTheAmountIsNamedByItsOtherWords() throws {
        let labels = try PaperSketch.labels(
            """
            Proposal                  | Decision
            Grant of £500 to Scouts   | Agreed
            Loan of £900 to the Lido  | Refused
            """, headerRows: 1)
        #expect(labels.first == "£500: Grant of to Scouts < Proposal")
    }

    @Test func theRestOfATableHasItsHeadingsAndGroupFromThePageBefore() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.grid(
            """
            Item    | Budget £ | Spent £
            CAPITAL |          |
            Hall    | 10       | 9
            """, headerRows: 1)
        sketch.page()
        sketch.block("Page 2", .furniture)
        sketch.grid(
            """
            Projects | 80 | 74
            Bench    | 5  | 5
            """)
        sketch.page()
        sketch.grid("Playground | 7 | 6")
        let labels = try sketch.labels()
        #expect(labels[2] == "80: CAPITAL / Projects < Budget £")
        #expect(labels.last == "6: CAPITAL / Playground < Spent £")
    }

    @Test func aRestWithFewerColumnsStandsUnderThoseOfThePageBefore() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.grid(
            """
            Item    | Budget £ | Spent £ | Remarks | Next year £
            CAPITAL |          |         |         |
            Hall    | 10       | 9       | Roof    | 12
            """, headerRows: 1)
        sketch.page()
        sketch.grid(
            """
            Projects | 80 | 74 | 90
            Bench    | 5  | 5  | 6
            """, lefts: [0, 100, 200, 400])
        let labels = try sketch.labels()
        #expect(labels.suffix(3) == ["5: CAPITAL / Bench < Budget £", "5: CAPITAL / Bench < Spent £", "6: CAPITAL / Bench < Next year £"])
    }

    @Test func aRowThatAPageBreakPartsHasItsWholeLabel() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.grid(
            """
            Recommendation               | Response
            That the hall stays open     | Agreed
            That the lease be extended   | The cost is
            """, headerRows: 1)
        sketch.page()
        sketch.grid(
            """
            until a valuation is made    | £54k in a year
            That the roof be mended      | £9k is set aside
            """)
        #expect(
            try sketch.labels().map { $0.prefix { $0 != "<" } } == [
                "£54k: That the lease be extended / until a valuation is made ", "£9k: That the roof be mended ",
            ])
    }

    @Test func aTableAfterOtherWordsIsNoRest() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.grid("Item | Budget £\nCAPITAL |\nHall | 10", headerRows: 1)
        sketch.page()
        sketch.block("The fees are:")
        sketch.grid("Hire | £80")
        #expect(try sketch.labels().last == "£80: Hire < ")
    }

    @Test func headingsOverWordsNameThem() throws {
        let labels = try PaperSketch.labels(
            """
            ADDITIONAL STAFF | >
            12 x nurses      | 4 x drivers
            18 x cooks       | 1 x teachers
            """, headerRows: 1)
        #expect(labels.allSatisfy { $0.hasSuffix(" < ADDITIONAL STAFF") })
    }

    @Test func spansPastTheTableDoNoHarm() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.grid("Item | £\nHall | 10\nShed | 5", headerRows: 1)
        var paper = sketch.paper
        for index in paper.tables[0].cells.indices {
            paper.tables[0].cells[index].rowSpan = 1_000_000
            paper.tables[0].cells[index].columnSpan = 1_000_000
        }
        paper.tables[0].cells[0].row = 7
        paper.tables[0].cells[1].column = -4
        _ = FigureExtractor(rules: try Checkout.ruleBook.get()).figures(in: paper)
    }
}
