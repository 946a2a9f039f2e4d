import Extraction
import PaperModel
import Testing

/// Which words name the column of an amount. The tables are made up.
@Suite struct ColumnLabelTests {
    @Test func spanningHeadsStandBeforeTheHeadsBelow() throws {
        let labels = try PaperSketch.labels(
            """
                   | 2023/24     | >           | 2024/25     | >
                   | Budget £000 | Actual £000 | Budget £000 | Actual £000
            Parks  |             |             |             |
            Mowing | 40          | 41          | 42          | 43
            Paths  | 50          | 51          | 52          | 53
            """, headerRows: 2)
        #expect(labels[1] == "41: Parks / Mowing < 2023/24 / Actual £000")
        #expect(labels[6] == "52: Parks / Paths < 2024/25 / Budget £000")
    }

    @Test func headsReachOverColumnsByWhiteSpace() throws {
        let labels = try PaperSketch.labels(
            """
                   | 2023/24     |             | 2024/25     |
                   | Budget £000 | Actual £000 | Budget £000 | Actual £000
            Mowing | 40          | 41          | 42          | 43
            Paths  | 50          | 51          | 52          | 53
            """, headerRows: 2)
        #expect(labels[1] == "41: Mowing < 2023/24 / Actual £000")
        #expect(labels[7] == "53: Paths < 2024/25 / Actual £000")
    }

    @Test func headingsAreKnownByTheirShapeWhereNothingMarksThem() throws {
        let labels = try PaperSketch.labels(
            """
                   | Budget  | Actual
                   | 2024/25 | 2024/25
                   | £000    | £000
            Mowing | 40      | 41
            Paths  | 50      | 51
            """)
        #expect(labels.first == "40: Mowing < Budget / 2024/25 / £000")
    }

    @Test func aHeadingRowInsideATableReplacesTheOneAbove() throws {
        let labels = try PaperSketch.labels(
            """
            Services    | 2023/24 Budget £000 | Growth £000
            Care        | 400                 | 5
            Schools     | 300                 | 6
            Subjective  | 2022/23 Outturn £000 | 2023/24 Budget £000
            Employees   | 210                 | 220
            Premises    | 90                  | 95
            """, headerRows: 1)
        #expect(labels.first == "400: Care < 2023/24 Budget £000")
        #expect(labels.last == "95: Premises < 2023/24 Budget £000")
        #expect(labels[4] == "210: Employees < 2022/23 Outturn £000")
    }

    @Test func unitsInsideATableReplaceTheUnitsAbove() throws {
        let labels = try PaperSketch.labels(
            """
                     | 2023/24 | 2024/25
                     | £000    | £000
            Care     | 400     | 410
            Schools  | 300     | 310
                     | £m      | £m
            Reserves | 21      | 22
            """, headerRows: 2)
        #expect(labels.first == "400: Care < 2023/24 / £000")
        #expect(labels.last == "22: Reserves < 2024/25 / £m")
    }

    @Test func theSameHeadingsAgainKeepTheGroup() throws {
        let labels = try PaperSketch.labels(
            """
            Service | Cost £
            Parks   |
            Mowing  | 40
            Paths   | 6
            Service | Cost £
            Benches | 7
            """, headerRows: 1)
        #expect(labels.last == "7: Parks / Benches < Cost £")
    }

    @Test func aBandOverNewHeadingsIsTheirTitle() throws {
        let labels = try PaperSketch.labels(
            """
            Public health | > | >
            Service | Staff £000 | Grants £000
            Clinics | 5 | 6
            Schools and skills | > | >
            Service | Staff £000 | Grants £000
            Nurseries | 7 | 8
            """)
        #expect(labels.first == "5: Clinics < Staff £000")
        #expect(labels.last == "8: Schools and skills / Nurseries < Grants £000")
    }

    @Test func aTitleUnderTheUnitsIsNoHeading() throws {
        let labels = try PaperSketch.labels(
            """
            Directorate | Risk     | Exposure
                        |          | £m
                        |          | Large risks
            Care        | Strikes  | 16.5
            Roads       | Potholes | 11.0
            """, headerRows: 3)
        #expect(labels.first == "16.5: Large risks / Care / Strikes < Exposure / £m")
    }

    @Test func aRowOfWordsOverNumbersIsNotAlwaysAHeading() throws {
        let labels = try PaperSketch.labels(
            """
            Counterparty | Time     | Limit
            Government   | 50 years | unlimited
            Councils     | 3 years  | £10m
            Banks        | 1 year   | £20m
            Libraries    | n/a      | n/a
            Funds        | n/a      | £25m
            """, headerRows: 1)
        #expect(labels == ["£10m: Councils < Limit", "£20m: Banks < Limit", "£25m: Funds < Limit"])
    }

    @Test func aMarkedRowThatHoldsAmountsIsNoHeading() throws {
        let labels = try PaperSketch.labels(
            """
            Revenue budget | £449.2m
            Capital budget | £403.4m
            """, headerRows: 1)
        #expect(labels == ["£449.2m: Revenue budget < ", "£403.4m: Capital budget < "])
    }

    @Test func transposedTablesStayAsTheyStand() throws {
        let labels = try PaperSketch.labels(
            """
                     | Option A | Option B
            Cost     | £4m      | £5m
            Saving   | £1m      | £2m
            """, headerRows: 1)
        #expect(labels == ["£4m: Cost < Option A", "£5m: Cost < Option B", "£1m: Saving < Option A", "£2m: Saving < Option B"])
    }

    @Test func anInnerAndAnOuterColumnShareTheirHeading() throws {
        let labels = try PaperSketch.labels(
            """
                       | 2023 £ |     | 2024 £ |
            Hall hire  | 10     |     | 11     |
            Grants     | 20     |     | 21     |
            Income     |        | 30  |        | 32
            Stationery | 4      |     | 5      |
            Spending   |        | 4   |        | 5
            """, headerRows: 1)
        #expect(labels.contains("30: Income < 2023 £"))
        #expect(labels.contains("32: Income < 2024 £"))
    }
}
