import Extraction
import PaperModel
import TestSupport
import Testing

/// What the numbers of tables are, one fault class a test.
@Suite struct TableUnitTests {
    private func read(
        _ rows: [[String]], headerRows: Int = 1, headerColumns: Int = 1, caption: String? = nil, above: String? = nil
    ) throws -> (units: [ColumnUnit?], values: [String], figures: [Figure]) {
        var sketch = PaperSketch()
        sketch.page()
        if let above { sketch.block(above) }
        sketch.table(rows, headerRows: headerRows, headerColumns: headerColumns, caption: caption)
        let (paper, figures) = try sketch.read()
        return (paper.tables[0].columnUnits, TableUnitTests.values(figures), figures)
    }

    static func values(_ figures: [Figure]) -> [String] { figures.map { "\($0.value) \($0.unit)" } }

    @Test func numbersThatNameThingsInAPaymentListAreNoMoney() throws {
        let (units, values, _) = try read(
            [
                ["Date", "Supplier", "Transaction number", "Amount (£)", "VAT registration number", "Invoice ref"],
                ["01/04/2024", "Mill Paving", "41753266", "1,750.00", "654947005", "000471"],
                ["03/04/2024", "Oak Care", "41753267", "333.98", "218 4815 37", "000472"],
                ["09/04/2024", "Ash Law", "41753271", "(82.25)", "GB782562113", "000480"],
            ], headerColumns: 0)
        #expect(values == ["1750 GBP", "333.98 GBP", "-82.25 GBP"])
        #expect(units.map { $0?.refused } == [.date, nil, .identifier, nil, .identifier, .identifier])
        #expect(units[2]?.from == "Transaction number")
    }

    @Test func numbersThatLookLikeNamesAreNoMoneyUnderAnyHeading() throws {
        // "Voucher" and "Line" without "number", under a caption that would make them money.
        let (units, values, _) = try read(
            [
                ["Our paper", "Place", "Paid"], ["5000123", "1", "1,200.00"], ["5000124", "2", "75.00"], ["5000127", "3", "350.00"],
                ["5000130", "4", "12,000.00"],
            ], headerColumns: 0, caption: "Paid in June (£)")
        #expect(values == ["1200 GBP", "75 GBP", "350 GBP", "12000 GBP"])
        #expect(units.map { $0?.refused } == [.identifier, .lineNumber, nil])
    }

    @Test func aColumnWithoutASignBesideMoneyNeedsWordsOfItsOwn() throws {
        let (units, values, _) = try read([
            ["Centre", "Grant £", "Spent", "2023/24", "Branches", "Tickets"], ["North", "1,250", "1,100", "900", "4", "2,301"],
            ["South", "2,400", "2,380", "2,100", "6", "4,118"],
        ])
        #expect(values == ["1250 GBP", "1100 GBP", "900 GBP", "2400 GBP", "2380 GBP", "2100 GBP"])
        #expect(units.map { $0?.refused } == [nil, nil, nil, nil, .noEvidence, .noEvidence])
    }

    @Test func thousandsPartedBySpacesAreAmountsAndSaySo() throws {
        let (units, values, figures) = try read(
            [
                ["Class", "2023/24", "2024/25", "VAT registration"], ["Liability", "12 345", "1 100", "654 947 005"],
                ["Motor", "8 000", "104 000", "218 481 377"], ["Property", "950", "1 204 500", "782 562 113"],
            ], caption: "Claims paid (£)")
        #expect(values == ["12345", "1100", "8000", "104000", "950", "1204500"].map { $0 + " GBP" })
        #expect(units.map { $0?.refused } == [nil, nil, nil, .identifier])
        #expect(figures.map(\.doubts) == [[.spacedDigits], [.spacedDigits], [.spacedDigits], [.spacedDigits], [], [.spacedDigits]])
    }

    @Test func aUnitOverTheTableReachesNoColumnOfCodesOrCounts() throws {
        let (units, values, _) = try read(
            [
                ["Bid", "Cost code", "Stock", "Permits", "Schools", "Amount"], ["Grounds", "4821", "1204", "31", "12", "1,250"],
                ["Boiler", "1311", "2210", "44", "9", "2,400"], ["Paving", "702", "1815", "18", "1,100", "3,075"],
            ], caption: "Bids received (£000)")
        #expect(units.map { $0?.refused } == [nil, .identifier, .identifier, .noEvidence, nil, nil])
        #expect(values == ["12000 GBP", "1250000 GBP", "9000 GBP", "2400000 GBP", "1100000 GBP", "3075000 GBP"])
    }

    @Test func kindsOfIncomeThatAddUpAreMoneyWhateverTheirNames() throws {
        let (_, values, _) = try read(
            [
                ["Car park", "Permits", "Tickets", "Total"], ["North", "31", "12", "43"], ["South", "44", "9", "53"],
                ["Quay", "18", "110", "128"],
            ], caption: "Income (£000)")
        #expect(values == ["31000", "12000", "43000", "44000", "9000", "53000", "18000", "110000", "128000"].map { $0 + " GBP" })
    }

    @Test func numbersWithoutSignAndHeadingBesideSignedOnesAreNoMoney() throws {
        let (_, values, _) = try read(
            [
                ["Flats, one bed", "28", "1,410", "£3,120,400"], ["Flats, two beds", "40", "2,870", "£6,905,150"],
                ["Lodge", "1", "1,205", "£1,314,000"],
            ], headerRows: 0)
        #expect(values == ["3120400 GBP", "6905150 GBP", "1314000 GBP"])
        // A sign at the head and foot alone is said of the column, and may be of its neighbour.
        let (_, accounts, _) = try read(
            [["Rates", "£1,210", "1,190"], ["Heat", "860", "905"], ["Post", "1,140", "1,020"], ["Total", "£3,210", "3,115"]], headerRows: 0)
        #expect(accounts.count == 8)
    }

    @Test func columnsThatAColumnOfMoneyAddsUpAreMoney() throws {
        let (_, values, _) = try read([
            ["Block", "Roofs", "Lifts", "Total (£)"], ["Elm", "9,100", "1,600", "10,700"], ["Fir", "7,500", "1,120", "8,620"],
            ["Yew", "4,140", "580", "4,720"],
        ])
        #expect(values.count == 9)
        #expect(values.first == "9100 GBP")
    }

    @Test func thousandsOfThingsAreNoMoney() throws {
        let (units, values, _) = try read([
            ["Year", "Journeys (000's)", "Members"], ["2022/23", "1,204", "8,100"], ["2023/24", "1,310", "8,455"],
        ])
        #expect(values.isEmpty)
        #expect(units[1]?.refused == .scaleAlone)
    }

    @Test func aStatedCurrencyGoesBeforeANounOfTheRow() throws {
        let (_, values, _) = try read([["Subjective analysis", "2011/12 £000"], ["Employees", "54,783"], ["Vacancies", "(1,204)"]])
        #expect(values == ["54783000 GBP", "-1204000 GBP"])
    }

    @Test func aCountThatTheRowStatesGoesBeforeTheCaption() throws {
        let (_, values, _) = try read([["", "2011/12"], ["Spending", "54,783"], ["Number of staff", "311"]], caption: "Libraries, £000")
        #expect(values == ["54783000 GBP", "311 people"])
    }

    @Test func aNoteGivesEachKindItsUnit() throws {
        let (_, values, figures) = try read(
            [
                ["", "2023/24", "2024/25"], ["Rents", "4,121", "4,300"], ["Homes at year end", "8,204", "8,190"],
                ["Net", "2,881", "2,990"],
            ],
            above: "£ in thousands; homes in units")
        #expect(values == ["4121000 GBP", "4300000 GBP", "2881000 GBP", "2990000 GBP"])
        #expect(figures.first?.unitFrom == .caption)
    }

    @Test(arguments: [
        ("£1000's", "12", "12000"), ("£ (net)", "12.50", "12.5"), ("£'M", "1.2", "1200000"), ("£k", "12", "12000"),
        ("(£m)", "1.2", "1200000"),
        ("£ million", "1.2", "1200000"), ("£'000s", "12", "12000"), ("Cost (£ thousands)", "12", "12000"), ("£,000", "12", "12000"),
        ("£", "12", "12"),
    ])
    func unitsAreReadAsPapersPrintThem(heading: String, cell: String, value: String) throws {
        let (_, _, figures) = try read([["", heading], ["Roads", cell]])
        guard case .single(let amount) = try #require(figures.first).value else { return }
        #expect(amount.normalised == Amount(digits: value)?.normalised)
    }

    @Test func unitsThatAlternateByRow() throws {
        let (_, values, _) = try read(
            [
                ["", "Headcount (HC) and Full Time Equivalent (FTE) for:", ""], ["Practice", "GP", "Nurse"], ["Mill Lane", "HC 2", "0"],
                ["", "FTE 1.2", "0"], ["Oak Road", "HC 5", "HC 7"], ["", "FTE 4", "FTE 6.5"],
            ], headerRows: 2)
        #expect(
            values == [
                "2 people", "0 people", "1.2 FTE", "0 FTE", "5 people", "7 people", "4 FTE", "6.5 FTE",
            ])
    }

    @Test func wordsBetweenTheRowsGiveTheRowsBelowTheirUnit() throws {
        let (_, values, _) = try read(
            [
                ["", "Number of volumes"], ["Books lent", "136,177"], ["Number of staff in post (FTE)", ""], ["Professional", "33.0"],
                ["Volunteers", ""], ["Volunteers", "62"],
            ])
        #expect(values == ["33 FTE"])
    }

    @Test func aHeadingBetweenTheRowsGivesItsUnitBesideOtherWords() throws {
        let (_, values, _) = try read([
            ["", "Number of volumes"], ["Books lent", "136,177"], ["Staff", "In post (FTE to one decimal)"], ["Professional", "33.0"],
            ["Others", "80.0"], ["Visits", "Number of visits"], ["Visits in the year", "62"],
        ])
        #expect(values == ["33 FTE", "80 FTE"])
    }

    @Test func partsOnTheRightOfTheirTotalAreMoney() throws {
        let (_, values, _) = try read([
            ["Scheme", "Total £m", "Council", "Elsewhere"], ["Tram", "57.0", "17.5 (31%)", "39.5"], ["Ring road", "16.2", "3.2", "13.0"],
            ["Station", "60.0", "11.7", "48.3"],
        ])
        #expect(values.count == 9)
        #expect(values.last == "48300000 GBP")
    }

    @Test func aLineOfHeadingsBetweenTheRowsSpeaksForTheRowsBelowIt() throws {
        let (_, values, _) = try read([
            ["Appraisal", "", "", "Oak Surveyors"], ["Parking", "Units", "Each", "Gross sales"],
            ["Deck A", "40 units at", "£18,000", "720,000"],
            ["Deck B", "12 units at", "£18,000", "216,000"], ["Homes", "ft²", "Rate ft²", "Gross sales"],
            ["Block A", "142,956", "£671.00", "95,923,476"], ["Visits", "Year", "Each", "People"], ["Block A", "1", "£2.00", "4,100"],
        ])
        #expect(
            values == [
                "18000 GBP", "720000 GBP", "18000 GBP", "216000 GBP", "671 GBP", "95923476 GBP", "2 GBP",
            ])
    }

    @Test func headingsBetweenTheRowsAndTitlesOfGroupsTellTheTimeOfTheirRows() throws {
        let (_, _, figures) = try read([
            ["Service", "2023/24 £000", "2024/25 £000"], ["Roads", "120", "130"], ["Service", "2025/26 £000", "2026/27 £000"],
            ["Roads", "140", "150"],
        ])
        #expect(figures.map { $0.period?.text } == ["2023/24", "2024/25", "2025/26", "2026/27"])
    }

    @Test func aListWhoseFirstLineCarriesASignIsMoneyToItsEnd() throws {
        let (_, values, _) = try read([["Paid to", "Sum"], ["Mill Paving", "£1,250.00"], ["Oak Care", "75.50"], ["Ash Law", "310.00"]])
        #expect(values == ["1250 GBP", "75.5 GBP", "310 GBP"])
    }

    @Test func lettersInALabelAreNoCurrency() throws {
        let (_, values, _) = try read([["Line", "Budget £"], ["CAD licences", "12,500"], ["NOK cards", "300"], ["Phones", "7,000"]])
        #expect(values == ["12500 GBP", "300 GBP", "7000 GBP"])
    }

    @Test func percentagesUnderAGroupOfMoneyStayPercentages() throws {
        let (units, values, _) = try read(
            [["", "Change £000", "Change £000"], ["", "Amount", "%"], ["Roads", "120", "4.5"]], headerRows: 2)
        #expect(values == ["120000 GBP"])
        #expect(units[2]?.unit == "percent")
    }
}
