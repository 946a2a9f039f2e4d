import Extraction
import PaperModel
import RuleEngine
import TestSupport
import Testing

@Suite struct TableMeaningTests {
    private func meanings(_ drawing: String, headerRows: Int = 1) throws -> [String] {
        var sketch = PaperSketch()
        sketch.page()
        sketch.grid(drawing, headerRows: headerRows)
        let (paper, figures) = try sketch.read()
        return figures.map { figure in
            let said = [figure.sense?.rawValue, figure.comparison?.rawValue, figure.subject, figure.subjectFrom?.rawValue].map { $0 ?? "-" }
            return ([paper.text(of: figure.spans)] + said).joined(separator: " | ")
        }
    }

    @Test func rowAndColumnAreReadTogether() throws {
        #expect(
            try meanings(
                """
                Service|Budget £000|Outturn £000|Variance £000
                Cemeteries|140|152|12
                Parking income|(90)|(80)|10
                """) == [
                    "140 | budget | - | Cemeteries | row", "152 | spend | - | Cemeteries | row", "12 | - | difference | Cemeteries | row",
                    "(90) | income | - | Parking income | row", "(80) | income | - | Parking income | row",
                    "10 | income | difference | Parking income | row",
                ])
    }

    @Test func aSentenceAboveSpeaksForATableThatItLeadsTo() throws {
        func senses(_ above: String) throws -> [Figure.Sense?] {
            var sketch = PaperSketch()
            sketch.page()
            sketch.block(above)
            sketch.table([["Service", "Now £", "Proposed £"], ["Alarm", "21.40", "22.90"], ["Meal", "5.60", "6.10"]], headerRows: 1)
            return try sketch.read().figures.filter { $0.cell != nil }.map(\.sense)
        }
        #expect(try senses("The one-off payment to carers is unchanged.") == [nil, nil, nil, nil])
        #expect(try senses("The charges are set out in the table below.") == [.price, .price, .price, .price])
        #expect(try senses("Fees paid and charges made") == [nil, nil, nil, nil])
        #expect(try senses("Charges from April") == [.price, .price, .price, .price])
    }

    @Test func whoSignedTheChequesAboveIsNotWhatTheTotalIsFor() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.block("Payments were approved and cheques signed by Cllr. Lowe and Cllr. Marsh, all Councillors agreed.")
        sketch.table([["Payee", "Net £", "Gross £"], ["Holt Lamps", "48.54", "58.24"], ["Total", "248.54", "258.24"]], headerRows: 1)
        let totals = try sketch.read().figures.filter { $0.cell?.rowLabels == ["Total"] }
        #expect(totals.count == 2 && totals.allSatisfy { $0.subject == nil })
    }

    @Test func aHeadingOfAVarianceSaysWhatItsSignsMean() throws {
        #expect(
            try meanings(
                """
                Service|Budget £000|(Under)/over spend £000
                Parks|140|12
                Roads|90|(8)
                Halls|10|0
                """) == [
                    "140 | budget | - | Parks | row", "12 | overspend | - | Parks | row", "90 | budget | - | Roads | row",
                    "(8) | underspend | - | Roads | row", "10 | budget | - | Halls | row", "0 | - | - | Halls | row",
                ])
        #expect(try meanings("Service|Variance adverse (-) £\nParks|(12)").map { $0.contains("overspend") } == [false])
        #expect(try meanings("Service|Adverse (-) / favourable £\nParks|(12)").map { $0.contains("overspend") } == [true])
    }

    @Test func whatARowOfPaymentsIsAboutIsPaid() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.table(
            [["Payee", "Item", "Amount £"], ["Acme Ltd", "Yard rent", "640"]], headerColumns: 0, caption: "Payments exceeding £500")
        #expect(try sketch.read().figures.filter { $0.cell != nil && $0.cell?.row == 1 }.map(\.sense) == [.spend])
    }

    @Test func theNameOfAPayeeAndThePurposeOfAGrantSayNothingOfItsKind() throws {
        func senses(_ caption: String) throws -> [Figure.Sense?] {
            var sketch = PaperSketch()
            sketch.page()
            sketch.table(
                [
                    ["Beneficiary", "Purpose", "Amount £"], ["Friends of the Hill Nature Reserve", "Bird boxes", "640"],
                    ["The Gap", "Youth worker's salary", "510"],
                ], headerColumns: 0, caption: caption)
            return try sketch.read().figures.map(\.sense)
        }
        #expect(try senses("Community grants awarded") == [.grant, .grant])
        #expect(try senses("Payments exceeding £500").suffix(2) == [.spend, .pay])
    }

    @Test func measuresInTheRowsAreOfTheThingsInTheColumns() throws {
        #expect(
            try meanings("Measure|Harbour Enabling Works|Quay Street Bridge\nCost/Spend:|£2,862|£426") == [
                "£2,862 | spend | - | Harbour Enabling Works | column", "£426 | spend | - | Quay Street Bridge | column",
            ])
    }

    @Test func aPlainRowTakesItsGroup() throws {
        #expect(
            try meanings(
                """
                Budget head|Budget £
                Youth club|>
                Employees|4,100
                Premises|900
                Library|>
                Employees|7,100
                """) == [
                    "4,100 | budget | - | Youth club: Employees | row", "900 | budget | - | Youth club: Premises | row",
                    "7,100 | budget | - | Library: Employees | row",
                ])
    }

    @Test func aListOfPaymentsNamesThePayeeAndTheThing() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.grid(
            """
            Date|Payee|Purpose|Paid £
            03/05/2024|Acme Ltd|Gate repair|75.00
            04/05/2024|Brown & Son|Hedge cutting|60.00
            """, headerRows: 1)
        let figures = try sketch.read().figures
        #expect(figures.map(\.payee) == ["Acme Ltd", "Brown & Son"])
        #expect(figures.map(\.subject) == ["Gate repair", "Hedge cutting"])
        #expect(figures.map(\.sense) == [.spend, .spend])
    }

    @Test func theSentenceOfACellIsItsRow() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.grid("Service|Budget £000\nParks|140", headerRows: 1)
        let (paper, figures) = try sketch.read()
        let figure = try #require(figures.first)
        #expect(paper.text(of: figure.sentence).split(whereSeparator: \.isWhitespace) == ["Parks", "140"])
    }

    @Test func amountsBesideASupplierAreSpent() throws {
        #expect(
            try meanings(
                """
                Supplier|Purpose|AP amount £
                Acme Fencing Ltd|Deposit on play area gates|640
                Elm Hall CIC|Room rent May|505
                """) == ["640 | spend | - | Deposit on play area gates | row", "505 | spend | - | Room rent May | row"])
    }

    @Test func anOrganisationBesideAGrantGetsIt() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.grid("Organisation|Project|Grant £\nAshby Scouts|New tents|450\nNorthmere Choir|Concert|300", headerRows: 1)
        let figures = try sketch.read().figures
        #expect(figures.map(\.payee) == ["Ashby Scouts", "Northmere Choir"])
        #expect(figures.map(\.subject) == ["New tents", "Concert"])
    }

    @Test func rowsOfMeasuresOfAFormAreOfWhatHeadsTheColumn() throws {
        #expect(
            try meanings("Measure|Town Centre Greening|Skills Hub\nFunding awarded|£420|£310") == [
                "£420 | funding | - | Town Centre Greening | column", "£310 | funding | - | Skills Hub | column",
            ])
        #expect(
            try meanings("Costs|Option A: refurbish|Option B: rebuild\nCapital cost £m|4.1|9.6") == [
                "4.1 | cost | - | Option A: refurbish | column", "9.6 | cost | - | Option B: rebuild | column",
            ])
    }

    @Test func aTitleThatIsATimeNamesNothing() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.table([["Scheme", "Budget £"], ["Roof", "900"], ["Total", "900"]], headerColumns: 0, caption: "2017/18 and later years")
        #expect(try sketch.read().figures.map(\.subject) == ["Roof", nil])
    }

    @Test func aPlainRowTakesTheTitleOfItsTable() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.table(
            [["Heading", "Budget £"], ["Employees", "453"], ["Other grants", "24"]], headerColumns: 0,
            caption: "Market Services summary budget table")
        #expect(try sketch.read().figures.map(\.subject) == ["Market Services: Employees", "Market Services: Other grants"])
    }

    @Test func whatIsIncludedIsNotWhatItIs() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.table(
            [["Block", "Construction £"], ["Elm House", "278,730"]], headerColumns: 0, caption: "Summary of works, including design fees")
        #expect(try sketch.read().figures.map(\.sense) == [nil])
    }

    @Test func aHeadingOverSeveralColumnsSaysNothingOfOne() throws {
        #expect(
            try meanings("Scheme|Outturn Budget Forecast Budget Spend £000\nMetro|125") == ["125 | - | - | Metro | row"])
    }
}
