import Extraction
import PaperModel
import RuleEngine
import TestSupport
import Testing

/// What the amounts of schedules, forms, schemes of delegation and accounts are, and what they are for. All tables are made up.
@Suite struct TableFieldTests {
    private func figures(_ rows: [[String]], caption: String? = nil) throws -> [Figure] {
        var sketch = PaperSketch()
        sketch.page()
        sketch.table(rows, headerColumns: 0, caption: caption)
        return try sketch.read().figures.filter { $0.cell != nil }
    }

    @Test func plainWordsThatNameMoreThanAnAmountAreTheSubjectOfTheirRow() throws {
        let long = "Delegations for changes of schemes in the capital programme and the green recovery fund"
        let found = try figures([["Type of change", "Scale £"], ["Cost increases", "300"], ["Support services", "20"]], caption: long)
        #expect(found.map(\.subject) == ["Cost increases", "Support services"])
        let short = try figures([["Source", "Budget £"], ["Investment fund", "300"]], caption: "Appendix 2: Transport grants")
        #expect(short.map(\.subject) == ["Transport grants: Investment fund"])
    }

    @Test func aQuestionOrInstructionOverRowsIsNoGroupOfTheirs() throws {
        let found = try figures([["Heading", "Outturn £"], ["Please complete in whole pounds", ""], ["Employees", "4,100"]])
        #expect(found.map(\.subject) == ["Employees"])
    }

    @Test func whatACellListsIsNobodyWhereItsRowIsSomebodys() throws {
        let rows = [["Applicant", "Requested", "Decision"], ["Moor Arts Trail", "£750", "Approved. North Moor - £400 South Moor - £200"]]
        let found = try figures(rows, caption: "Community grant applications")
        #expect(found.allSatisfy { $0.payee == nil || $0.payee == "Moor Arts Trail" })
        #expect(found.count == 3)
    }

    @Test func aTimeInATitleNamesNothing() throws {
        let found = try figures([["Receipts", "£"], ["Hall hire", "40"], ["Total receipts", "40"]], caption: "Year ended 31 March 2025")
        #expect(found.map(\.subject) == ["Hall hire", nil])
    }

    @Test func theLetterOfAnAppendixNamesNothing() throws {
        for caption in ["APPENDIX M", "Appendix 4", "Annex B"] {
            let found = try figures([["Loans", "£"], ["Harbour", "40"], ["Total loans", "40"]], caption: caption)
            #expect(found.map(\.subject) == ["Harbour", nil])
        }
    }

    @Test func bandsOfContractsAreLimits() throws {
        let found = try figures(
            [
                ["Contract value", "Quotations required", "Approval"], ["Up to £5,000", "One", "Clerk"],
                ["£5,001 to £25,000", "Three", "Chair"],
                ["Over £25,000", "Tender", "Council"],
            ])
        #expect(found.map(\.sense) == [.limit, .limit, .limit])
        #expect(found.map(\.subject) == ["Contract value", "Contract value", "Contract value"])
    }

    @Test func aCeilingAmongTolerancesIsALimit() throws {
        let found = try figures([
            ["Change", "Tolerance"], ["Reductions in match funding", "Reduction in match funding up to 10% to a ceiling of £30k"],
        ])
        #expect(found.map(\.sense) == [.limit])
    }

    @Test func whatIsOnlyMovedBetweenYearsHasNoSenseAndTheProjectIsItsSubject() throws {
        let found = try figures([
            ["Project", "Harbour Park Enabling Works"], ["Cost/ Spend:", "No change to overall funding Reprofiling £55k into next year"],
            ["Remarks", "No change to overall funding Bringing forward £2,900 into this year"],
        ])
        #expect(found.map(\.sense) == [nil, nil])
        #expect(found.map(\.subject).first == "Harbour Park Enabling Works")
    }

    @Test func theGroupSaysWhatRowsAreWhereTheColumnSaysHowFirm() throws {
        let found = try figures([
            ["Heading", "2023/24 Outturn £"], ["Revenue income", ""], ["Lettings", "90"], ["Supplies and services", ""], ["Postage", "8"],
        ])
        #expect(found.map(\.sense) == [.income, .spend])
        let receipts = try figures(
            [["", "2024/25 £"], ["Receipts", ""], ["Allotment rents", "640"], ["Payments", ""], ["Office rent", "88"]],
            caption: "Receipts and payments")
        #expect(receipts.map(\.sense) == [.income, .spend])
    }

    @Test func theTitleSaysWhatIsAwardedAndWhatTheBalanceIsOf() throws {
        #expect(
            try figures([["Group", "Awarded £"], ["Scouts", "90"]], caption: "Community grants").map(\.sense) == [.grant])
        #expect(try figures([["Lender", "Balance £"], ["PWLB 7", "90"]], caption: "Loans outstanding").map(\.sense).first != .reserve)
        #expect(try figures([["Fund", "Balance £"], ["Elections", "90"]], caption: "Movements").map(\.sense) == [.reserve])
    }

    @Test func whatIsHeldIsNotSpentByBeingActual() throws {
        #expect(
            try figures([["Portfolio", "31.03.24 Actual £m"], ["Service investments: Shares", "9.8"], ["Roads", "4"]]).map(\.sense) == [
                .investment, .spend,
            ])
    }

    @Test func theValueInARegisterOfContractsIsThatOfAContract() throws {
        let rows = [["Title", "Total value"], ["IT support", "£28,500"]]
        #expect(try figures(rows, caption: "Contracts register").map(\.sense) == [.contract])
        #expect(try figures(rows, caption: "Assets").map(\.sense) == [.value])
    }

    @Test func aNetSumIsThatOfTheTable() throws {
        let found = try figures(
            [["Heading", "Outturn £000"], ["Mowing", "40"], ["Net expenditure before recharges", "40"]],
            caption: "Parks and open spaces of the northern district")
        #expect(found.map(\.subject) == ["Mowing", "Parks and open spaces of the northern district: Net expenditure before recharges"])
    }

    @Test func provisionOfAServiceIsNoBudget() throws {
        #expect(try figures([["Scheme", "£m"], ["Provision of link buses", "4.7"]]).map(\.sense) == [nil])
    }

    @Test func savingsProposalsAreSavingsWhateverTheyAreAbout() throws {
        #expect(
            try figures([["Proposal", "2025/26 £000"], ["Increase in client contributions", "80"]], caption: "Savings proposals").map(
                \.sense)
                == [.saving])
    }

    @Test func aFormSaysOnceWhatItsMoneyIsFor() throws {
        let found = try figures([
            ["Name of group", "Hollow Wood Friends"], ["Purpose of grant", "Resurface the woodland path"],
            ["Total cost of project", "£4,800"],
            ["Amount requested", "£2,400"],
        ])
        #expect(found.map(\.subject) == ["Resurface the woodland path", "Resurface the woodland path"])
    }

    @Test func whatItIsForBeatsWhereItIs() throws {
        let found = try figures([
            ["Site", "Purpose", "Held £"], ["Land at Priory Road", "Play equipment", "14"], ["Former dairy", "Library books", "8"],
        ])
        #expect(found.map(\.subject) == ["Play equipment", "Library books"])
    }

    @Test func aRateInTheLabelOfARowHoldsForItsPrices() throws {
        let found = try figures(
            [["Room", "2025/26 £"], ["Main hall, per hour", "23.50"], ["Kitchen", "9"]], caption: "Fees and charges")
        #expect(found.map(\.per) == ["hour", nil])
    }

    @Test func aBaseOfPricesIsNoTime() throws {
        let found = try figures([["Year", "Total £m at 2012/13 prices"], ["Roads", "23"]])
        #expect(found.map(\.period) == [nil])
    }

    @Test func theYearOfATitleHoldsForNoColumnBesideOtherYears() throws {
        let found = try figures(
            [["Heading", "2024/25 Budget £", "Spent £", "2025/26 Budget £"], ["Postage", "8", "6", "9"]], caption: "Budget 2025/26")
        #expect(found.map { $0.period?.start.year } == [2024, 2024, 2025])
        let compared = try figures([["Band", "Parish £", "Total 2024/25 £"], ["Band D", "8", "6"]], caption: "Council tax 2025/26")
        #expect(compared.map { $0.period?.start.year } == [2025, 2024])
    }

    @Test func rowsWithoutWordsAreNotWhatTheTitleNames() throws {
        let found = try figures([["Project", "Outturn £000"], ["", "58"], ["", "43"]], caption: "Capital projects of the towns")
        #expect(found.map(\.subject) == [nil, nil])
    }

    @Test(arguments: ["28 units at", "12 no.", "3 sets of"])
    func aQuantityIsNotWhatItCounts(quantity: String) throws {
        let rows = [
            ["Item", "Number", "Rate £", "Value £"], ["Garages", quantity, "50", "600"], ["Garages", "40 units at", "60", "2,400"],
            ["Garages", "9 units at", "60", "540"],
        ]
        #expect(Set(try figures(rows).map(\.subject)) == ["Garages"])
    }

    @Test(arguments: ["Location", "Address", "Where"])
    func whatItIsBeatsWhereItStands(head: String) throws {
        let rows = [
            ["Item", head, "Value £"], ["Benches", "Mill Lane", "300"], ["Benches", "The Green", "250"], ["Benches", "Quay Street", "250"],
            ["Benches", "School Lane", "250"],
        ]
        #expect(Set(try figures(rows).map(\.subject)) == ["Benches"])
    }

    @Test(arguments: [
        ("Design and print a leaflet for all of the parish.", "Design and print a leaflet for all of the parish"),
        ("Run a summer school for young carers in the two villages.", "Run a summer school for young carers in the two villages"),
        ("Provide hot lunches", "Provide hot lunches"),
    ])
    func aTaskUnderPurposeIsWhatAGrantIsFor(purpose: String, subject: String) throws {
        let rows = [["Group", "Purpose", "Amount"], ["Scouts", purpose, "£90"], ["Choir", "Sheet music", "£40"]]
        #expect(try figures(rows, caption: "Community grants").first?.subject == subject)
    }
}
