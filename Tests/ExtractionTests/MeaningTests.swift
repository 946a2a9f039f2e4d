import Extraction
import PaperModel
import RuleEngine
import TestSupport
import Testing

/// A figure's words with what they are said to be: sense, change, subject.
private func meaning(_ found: TextFigure) -> String {
    let figure = found.figure
    return [figure.sense?.rawValue, figure.comparison?.rawValue, figure.subject].map { $0 ?? "-" }.joined(separator: " | ")
}

@Suite struct MeaningTests {
    private func figures(_ text: String) throws -> [TextFigure] {
        FigureExtractor(rules: try Checkout.ruleBook.get()).figures(inText: text)
    }

    @Test(arguments: [
        ("an overspend on delegated school budgets of £30.4m", "overspend | - | delegated school budgets"),
        ("Borrowing costs were £60k.", "cost | - | Borrowing"),
        ("The savings target for libraries is £2m.", "saving | - | libraries"),
        ("a budget gap of £3m", "gap | - | -"),
        ("The budget for parking income is £850k.", "income | - | parking income"),
        ("There is a £10k reduction in the grant to Harbour Museum.", "grant | decrease | Harbour Museum"),
        ("The £9m Riverside project will open in May.", "- | - | Riverside project"),
    ])
    func theWordThatGovernsWins(text: String, expected: String) throws {
        #expect(try figures(text).map(meaning) == [expected])
    }

    @Test func aHolderIsNoSubjectAndNoName() throws {
        let found = try figures("Work at the station is paid for through the NLEP's £20m fund.")
        #expect(found.map(\.figure.subject) != ["NLEP's"])
        let given = try figures("Northwick's just been given £6.2m by the ministry.")
        #expect(given.allSatisfy { !($0.figure.payee ?? "").hasSuffix("'s") && !($0.figure.subject ?? "").hasSuffix("'s") })
    }

    @Test func aSignStandsBesideASenseThatNamesTheDirection() throws {
        let signed = try #require(try figures("a -£111.6m underspend").first?.figure)
        let plain = try #require(try figures("an underspend of £111.6m").first?.figure)
        #expect(signed.value.description == "-111600000")
        #expect(plain.value.description == "111600000")
        #expect(signed.sense == .underspend && plain.sense == .underspend)
        #expect(signed.comparison == nil && plain.comparison == nil)
    }

    @Test func aChangeAndALevelAreToldApart() throws {
        #expect(
            try figures("The levy increased by £2.9m and is now £35.4m.").map(\.figure.comparison) == [.increase, nil])
        #expect(
            try figures("Spending on agency staff fell by £1.1m to £2.3m.").map(meaning) == [
                "spend | decrease | agency staff", "spend | - | agency staff",
            ])
        #expect(try figures("The grant rose from £3m to £5m.").map(\.figure.comparison) == [nil, nil])
    }

    @Test(arguments: [
        ("Cabinet approved £400,000 for school crossing patrols.", "school crossing patrols"),
        ("We have bid to Sport England for £2m to rebuild the lido.", "rebuild the lido"),
        ("The cost of replacing the boiler would be in the region of £120,000.", "boiler"),
        ("The library refit came in at £1.2m.", "library refit"),
        ("Reduce the £12m waste reserve.", "waste reserve"),
        (
            "Money for a supply, services or design contract: £4m for a supply, services or design contract.",
            "supply, services or design contract"
        ),
        ("The cost of the depot, including fees, is £640,000.", "depot"),
        ("The Council has received £3.4m from the Department for Education to support school improvement.", "school improvement"),
        ("Officers found an underspend of £120,000 within the libraries budget.", "libraries budget"),
    ])
    func whatItIsForIsToldAsPrinted(text: String, expected: String) throws {
        #expect(try figures(text).map(\.figure.subject) == [expected])
    }

    @Test func aPronounPointsBack() throws {
        let found = try figures("The trust runs two pools. This costs us £30k.")
        #expect(found.map(\.figure.subject) == ["two pools"] || found.map(\.figure.subject) == ["trust"])
        #expect(found.map(\.figure.subjectFrom) == [.previousSentence])
    }

    @Test func payersAndPayeesAreNamed() throws {
        let bid = try #require(try figures("We have bid to Sport England for £2m to rebuild the lido.").first?.figure)
        #expect(bid.payer == "Sport England" && bid.payee == nil)
        let let_ = try #require(try figures("The bins contract was let to Acme Ltd at £6m a year.").first?.figure)
        #expect(let_.payee == "Acme Ltd" && let_.sense == .contract)
        let quoted = try #require(try figures("The quotation from J Smith & Sons for £1,450 was accepted.").first?.figure)
        #expect(quoted.payee == "J Smith & Sons" && quoted.payer == nil)
        let offered = try figures("The government has offered £2m for rail, £1m for trams.").map(\.figure.payer)
        #expect(offered == ["government", "government"])
    }

    @Test func listsOfPaymentsNameWhoIsPaidAndWhatFor() throws {
        let list =
            "Accounts for payment: Acme Fencing - gate repair - £75 (Ch. No. 300071), Hall hire - £30 (Ch. No. 300072), Brown Waste - £12"
        let found = try figures(list).map(\.figure)
        #expect(found.map(\.sense) == [.spend, .spend, .spend])
        #expect(found.map(\.subject) == ["gate repair", "Hall hire", "Brown Waste"])
        #expect(found.map(\.payee) == ["Acme Fencing", nil, "Brown Waste"])
    }

    @Test func staffAreNamedWithoutTheirNumber() throws {
        let found = try figures("Two planning officers were appointed; 3 FTE posts stay unfilled.").map(\.figure)
        #expect(found.first?.sense == .increase && found.first?.subject == "planning officers")
        #expect(found.last?.sense == .vacancy)
    }

    @Test func theSentenceIsGiven() throws {
        let text = "The hall was painted. It cost £5,000 in all. Thanks were given."
        let figure = try #require(try figures(text).first?.figure)
        let range = try #require(figure.sentence.first?.range)
        #expect(PageText(text)[range] == "It cost £5,000 in all.")
    }

    @Test func aThousandAmountsWithoutAStopAreReadInOnePass() throws {
        let list = (0..<1_000).map { "Item \($0) - £\($0 + 1)" }.joined(separator: ", ")
        #expect(try figures("Payments: " + list).count == 1_000)
    }
}
