import Extraction
import PaperModel
import Testing

/// Which words name the row of an amount. The tables are made up.
@Suite struct RowLabelTests {
    @Test func titlesOfGroupsStandBeforeTheirRows() throws {
        let labels = try PaperSketch.labels(
            """
            Service | Budget £000
            Parks   |
            Mowing  | 40
            Benches | 7
            Streets |
            Lamps   | 12
            """, headerRows: 1)
        #expect(labels == ["40: Parks / Mowing < Budget £000", "7: Parks / Benches < Budget £000", "12: Streets / Lamps < Budget £000"])
    }

    @Test func aTitleUnderATitleIsInsideIt() throws {
        let labels = try PaperSketch.labels(
            """
            Item          | £
            12 Mill Lane  |
            REPAIRS       |
            Roof          | 5
            Gutters       | 6
            FEES          |
            Architect     | 2
            Surveyor      | 3
            """, headerRows: 1)
        #expect(labels.first == "5: 12 Mill Lane / REPAIRS / Roof < £")
        #expect(labels.last == "3: 12 Mill Lane / FEES / Surveyor < £")
    }

    @Test func bandsOverAllColumnsAndMergedCellsAreTitles() throws {
        let labels = try PaperSketch.labels(
            """
            Service | Cost £ | Income £
            Leisure services | > | >
            Pools   | 30 | 4
            Gyms    | 20 | 9
            """, headerRows: 1)
        #expect(labels.first == "30: Leisure services / Pools < Cost £")
        let merged = try PaperSketch.labels(
            """
            Area  | Scheme  | Cost £
            North | Bridge  | 30
            ^     | Tunnel  | 20
            South | Roads   | 10
            """, headerRows: 1)
        #expect(merged == ["30: North / Bridge < Cost £", "20: North / Tunnel < Cost £", "10: South / Roads < Cost £"])
    }

    @Test func aCellHoldsOnWhereItsColumnIsEmptyBelow() throws {
        let labels = try PaperSketch.labels(
            """
            Area  | Scheme  | Cost £
            North | Bridge  | 30
                  | Tunnel  | 20
                  | Ferry   | 5
            South | Roads   | 10
                  | Paths   | 2
                  | Total   | 12
            """, headerRows: 1)
        #expect(labels[1] == "20: North / Tunnel < Cost £")
        #expect(labels[4] == "2: South / Paths < Cost £")
        #expect(labels[5] == "12: Total < Cost £")
    }

    @Test func labelsStandLeftRightAndBetweenTheNumbers() throws {
        let labels = try PaperSketch.labels(
            """
            2022 £ |           | 2023 £
                   | INCOME    |
            310    | Hall hire | 325
            90     | Grants    | 80
            """, headerRows: 1)
        #expect(labels.contains("310: INCOME / Hall hire < 2022 £"))
        #expect(labels.last == "80: INCOME / Grants < 2023 £")
        #expect(
            try PaperSketch.labels(
                """
                £     | Paid for
                12.50 | Stamps
                80.00 | Paint
                """, headerRows: 1) == ["12.50: Stamps < £", "80.00: Paint < £"])
    }

    @Test func paymentsAreNamedByWhatAndWhose() throws {
        let labels = try PaperSketch.labels(
            """
            Date       | Ref | Payee         | Purpose     | Net £ | Approved by | Comments
            03/05/2024 | 118 | Acme Ltd      | Gate repair | 75.00 | Ann Example | Paid late
            04/05/2024 | 119 | Bell & Co     | Paper       | 8.20  | Bob Example | -
            09/05/2024 | 120 | Village Times | Advert      | 30.00 | Ann Example | Second half to follow in June
            """, headerRows: 1)
        #expect(
            labels == [
                "75.00: Acme Ltd / Gate repair < Net £", "8.20: Bell & Co / Paper < Net £", "30.00: Village Times / Advert < Net £",
            ])
    }

    @Test func namesRightOfTheNumbersCountAndStatesDoNot() throws {
        let labels = try PaperSketch.labels(
            """
            Scheme | £000 | Directorate | RAG
            Bridge | 250  | Highways    | Red
            School | 900  | Education   | Green
            """, headerRows: 1)
        #expect(labels.first == "250: Bridge / Highways < £000")
    }

    @Test func runningTextAndPeopleBesideNamesAreNoLabels() throws {
        let labels = try PaperSketch.labels(
            """
            Category | Cabinet Member | Headline | Brief description | 2025-26 £000
            Pay | Jo Person | Care homes | Rise of pay in care homes from April, as agreed in the autumn and set out in the annex | 12.5
            Prices | Al Person | Bus fares | Higher fares on all lines of the county from May, as the operators have asked for | 3.0
            """, headerRows: 1)
        #expect(labels == ["12.5: Pay / Care homes < 2025-26 £000", "3.0: Prices / Bus fares < 2025-26 £000"])
    }

    @Test func lineNumbersBesideWordsAreNoLabels() throws {
        let labels = try PaperSketch.labels(
            """
            Row | Base £000 | Key service | 2025-26 £000
            32  | 436.6     | Advice      | 12.0
            33  | 20.0      | Clinics     | 18.5
            """, headerRows: 1)
        #expect(labels.contains("436.6: Advice < Base £000"))
        #expect(labels.last == "18.5: Clinics < 2025-26 £000")
    }

    @Test func aCodeYearOrNumberThatIsTheOnlyKeyIsALabel() throws {
        #expect(
            try PaperSketch.labels(
                """
                Grade | Entry   | Top
                G4    | £28,000 | £31,000
                G5    | £31,500 | £34,900
                """, headerRows: 1
            ).first == "£28,000: G4 < Entry")
        #expect(
            try PaperSketch.labels(
                """
                Year    | Precept £
                2023/24 | 9,000
                2024/25 | 9,500
                """, headerRows: 1
            ).last == "9,500: 2024/25 < Precept £")
        #expect(
            try PaperSketch.labels(
                """
                Point | Salary £
                5     | 23,500
                6     | 23,893
                """, headerRows: 1
            ).last == "23,893: 6 < Salary £")
    }

    @Test func amountsAreNeverLabels() throws {
        let labels = try PaperSketch.labels(
            """
            Budget £ | Spent £
            1,200    | 800
            1,350    | 950
            """, headerRows: 1)
        #expect(labels.last == "950:  < Spent £")
    }

    @Test func aSumBelongsToItsGroupAndEndsIt() throws {
        let labels = try PaperSketch.labels(
            """
            Service        | £
            Staffing       |
            Teachers       | 10
            Drivers        | 4
            Total          | 14
            Premises       |
            Rent           | 6
            Heating        | 2
            Total premises | 8
            Reserves       | 3
            Grand total    | 25
            """, headerRows: 1)
        #expect(labels[2] == "14: Staffing / Total < £")
        #expect(labels[5] == "8: Premises / Total premises < £")
        #expect(labels[6] == "3: Reserves < £")
        #expect(labels[7] == "25: Grand total < £")
    }

    @Test func aSumWithoutWordsHasItsGroup() throws {
        let labels = try PaperSketch.labels(
            """
            Service  | £
            Staffing |
            Teachers | 10
            Drivers  | 4
                     | 14
            """, headerRows: 1)
        #expect(labels.last == "14: Staffing < £")
    }

    @Test func theSumAtTheFootIsNotThatOfTheLastGroup() throws {
        let labels = try PaperSketch.labels(
            """
            Budget    | £
            REVENUE   |
            Clerk     | 10
            Hall      | 4
            CAPITAL   |
            Projects  | 9
            Bench     | 1
            TOTAL SPENDING | 24
            """, headerRows: 1)
        #expect(labels.last == "24: TOTAL SPENDING < £")
    }

    @Test func aRowWithoutAmountsAmongOthersIsNoTitle() throws {
        let drawing = """
            Subject           | £000
            Employees         | 500
            Premises          | 20
            Transfer payments |
            Support services  | 31
            Capital charges   | 2
            """
        #expect(try PaperSketch.labels(drawing, headerRows: 1).last == "2: Capital charges < £000")
        let bold = try PaperSketch.labels(drawing, headerRows: 1, bold: ["Transfer payments"])
        #expect(bold.last == "2: Transfer payments / Capital charges < £000")
        let indented = try PaperSketch.labels(drawing, headerRows: 1, indented: ["Support services", "Capital charges"])
        #expect(indented.last == "2: Transfer payments / Capital charges < £000")
    }

    @Test func aTitleIsKnownByTheRowsThatComeAgainUnderIt() throws {
        let labels = try PaperSketch.labels(
            """
                       | £000
            First plan |
            Growth     | 5
            Savings    | 3
            Later plan |
            Growth     | 7
            Savings    | 4
            """, headerRows: 1)
        #expect(labels.last == "4: Later plan / Savings < £000")
    }

    @Test func aRowOfDashesIsNoTitle() throws {
        let labels = try PaperSketch.labels(
            """
            Movement   | £000
            Inflation  | -
            Savings    | 12
            """, headerRows: 1)
        #expect(labels == ["12: Savings < £000"])
    }

    @Test func aLabelOverTwoLinesIsOne() throws {
        #expect(
            try PaperSketch.labels(
                """
                Service             | £000
                Regeneration and    |
                property teams      | 77
                Planning            | 12
                """, headerRows: 1) == ["77: Regeneration and / property teams < £000", "12: Planning < £000"])
    }

    @Test func partsHaveTheRowThatTheyArePartOf() throws {
        let labels = try PaperSketch.labels(
            """
            Counterparty   | Limit
            Banks          | £20m
            Pooled funds   | £90m
            - Bond funds   | £25m
            - Share funds  | £15m
            of which ethical | £5m
            Councils       | £30m
            """, headerRows: 1)
        #expect(labels[2] == "£25m: Pooled funds / - Bond funds < Limit")
        #expect(labels[4] == "£5m: Pooled funds / of which ethical < Limit")
        #expect(labels[5] == "£30m: Councils < Limit")
    }

    @Test func everySecondRowWithoutALabelIsTheRestOfTheRowAbove() throws {
        let labels = try PaperSketch.labels(
            """
            Practice     | GP      | Nurse
            Mill Surgery | 2 FTE   | 1 FTE
                         | 1.5 FTE | 0.5 FTE
            Park Surgery | 4 FTE   | 3 FTE
                         | 3.5 FTE | 2.5 FTE
            """, headerRows: 1)
        #expect(labels.contains("0.5 FTE: Mill Surgery < Nurse"))
        #expect(labels.contains("3.5 FTE: Park Surgery < GP"))
    }

    @Test func notesUnderATableAreNoTitles() throws {
        let labels = try PaperSketch.labels(
            """
            Service | £
            Parks   | 5
            * to be confirmed in March |
            Streets | 7
            """, headerRows: 1)
        #expect(labels.last == "7: Streets < £")
    }

    @Test func labelsAreAsPrinted() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.grid("Service | Cost – net /n£000\nChildren’s /nhomes | 5", headerRows: 1)
        let cell = try #require(try sketch.read().figures.first?.cell)
        #expect(cell.rowLabels == ["Children’s homes"])
        #expect(cell.columnLabels == ["Cost – net £000"])
        #expect(cell.rowHeading == "Children’s homes")
        #expect(cell.columnHeading == "Cost – net £000")
    }

    @Test func aLongNameThatComesAgainIsNoDescription() throws {
        let head = "Director of Homes and Neighbourhoods after hearing the directors of each of the neighbouring authorities"
        let chief = "Chief Executive after hearing the chief executives of each of the neighbouring authorities in the area"
        let labels = try PaperSketch.labels(
            """
            No. | Change       | Approval | Limit
            1   | Higher cost  | \(head)  | up to £70k
            2   | Less funding | \(chief) | up to £200k
            3   | Later spend  | \(head)  | up to £90k
            4   | Other scope  | \(chief) | up to £20k
            """, headerRows: 1)
        #expect(labels.map { $0.prefix { $0 != ":" } } == ["up to £70k", "up to £200k", "up to £90k", "up to £20k"])
        #expect(labels.first == "up to £70k: Higher cost / \(head) < Limit")
    }

    @Test func aReferenceNamesARowBeforeTheCodeOfItsClass() throws {
        let labels = try PaperSketch.labels(
            """
            Change reference | Paragraph | Kind | Proposed change
            REF1 | 1.2.1 | CH | We have won £2m of grant from the lottery fund for the park and its lake
            REF2 | 3.2.4 | CH | The plan is changed as the map on the last page shows
            REF3 | 3.3.1 | E  | The words are corrected as the residents' letters asked
            REF4 | Table 2 | E | The street is deleted
            REF5 | 4.4.4 | CH | The garden stays open for all
            """, headerRows: 1)
        #expect(labels == ["£2m: REF1 < Proposed change"])
    }

    @Test func aTitleBetweenTheNumbersIsNoHeading() throws {
        let labels = try PaperSketch.labels(
            """
            2023 £ Budget |                   | 2024 £ Actual | 2024 £ Budget
                          | TOWN AND MARKET   |               |
            100           | Parks             | 90            | 120
            40            | Markets           | 35            | 50
                          | CENTRAL COSTS     |               |
            30            | Clerk             | 31            | 33
            170           |                   | 156           | 203
            10            | Bank interest     | 4             | 5
            """, headerRows: 2)
        #expect(labels[0] == "100: TOWN AND MARKET / Parks < 2023 £ Budget")
        #expect(labels[7] == "31: CENTRAL COSTS / Clerk < 2024 £ Actual")
        // The row that adds both groups up is neither's, and ends them.
        #expect(
            labels[9...].map { $0 } == [
                "170:  < 2023 £ Budget", "156:  < 2024 £ Actual", "203:  < 2024 £ Budget", "10: Bank interest < 2023 £ Budget",
                "4: Bank interest < 2024 £ Actual", "5: Bank interest < 2024 £ Budget",
            ])
    }

    @Test func theWordsOverTheLabelsInALineOfHeadingsAreATitle() throws {
        let labels = try PaperSketch.labels(
            """
            No. | Books             | Spent £ | Line
            12  | Stock             | 500     | 21
                | Section 4 - Staff | Go to Guidance |
                | Posts filled      | Cost £  |
            13  | Librarians        | 8       | 22
            14  | Drivers           | 30      | 23
            """, headerRows: 1)
        #expect(labels.contains("8: Section 4 - Staff / Posts filled / Librarians < Cost £"))
        // What says what the labels are is none.
        let kinds = try PaperSketch.labels(
            """
            Service      | Budget £ | Spent £
            Roads        | 500      | 21
            Grant block  | Agreed £ | Paid £
            Early years  | 8        | 22
            High needs   | 9        | 22
            """, headerRows: 1)
        #expect(kinds.last == "22: High needs < Paid £")
        #expect(labels.contains("30: Section 4 - Staff / Posts filled / Drivers < Cost £"))
    }

    @Test(arguments: ["clerk@netherby.example.org", "www.netherby.gov.uk/pay", "files.netherby.org.uk:8080/inv"])
    func addressesAndPostcodesNameNoRows(address: String) throws {
        let labels = try PaperSketch.labels(
            """
            Supplier | Details | Amount £ | Postcode
            \(address) |         |          |
            Acme     | Gate    | 75.00    | NB1 2AC
            Holt     | Bins    | 12.50    | NB14 7XY
            """, headerRows: 1)
        #expect(labels == ["75.00: Acme / Gate < Amount £", "12.50: Holt / Bins < Amount £"])
    }

    @Test func anInstructionIsNoGroup() throws {
        let labels = try PaperSketch.labels(
            """
            Heading | 2024/25 £
            STAFF COSTS |
            Please complete on a cash basis |
            Wages | 40
            """, headerRows: 1)
        #expect(labels == ["40: STAFF COSTS / Wages < 2024/25 £"])
    }
}
