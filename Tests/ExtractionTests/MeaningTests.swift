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
        #expect(try figures("The cost has risen £80,000 to £1.1m.").map(\.figure.comparison) == [.increase, nil])
        #expect(try figures("The balance dropped £300 to £2,150.").map(\.figure.comparison) == [.decrease, nil])
    }

    @Test(arguments: [
        ("Cabinet approved £400,000 for school crossing patrols.", "school crossing patrols"),
        ("We have bid to Sport England for £2m to rebuild the lido.", "rebuild the lido"),
        ("The cost of replacing the boiler would be in the region of £120,000.", "replacing the boiler"),
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

    @Test(arguments: [
        // A body is what money is for only where nothing else is.
        ("An intended receipt of £5,000 from the county council will be used for the play area.", "play area"),
        ("Payment of £120 by direct debit to Harbour Gas was approved.", "-"),
        ("£90k relates to the increased cost of concessionary fares.", "cost of concessionary fares"),
        ("The £11m variance is largely attributable to Skills Camps.", "Skills Camps"),
        ("Approve the case for the Eastern Link and award £4m from the Investment Fund.", "Eastern Link"),
        ("Premises costs: the variance shows an increase of £0.5m.", "Premises costs"),
        ("Market rent is now about £267 a week in Northmere.", "Market rent"),
        ("The main pressure is home to school transport at £2.1m.", "home to school transport"),
        ("The deficit on the High Needs Block is forecast to reach £18m.", "High Needs Block"),
        ("The cost of replacing the street light, £1,100, will be shared.", "replacing the street light"),
        ("£75,000 from the levy will fund a crossing in Station Road.", "crossing in Station Road"),
        ("£2.3m - new station at Hillside", "new station at Hillside"),
        ("The new school will cost £21m to build.", "new school"),
        ("The scheme costs approximately £500,000 a year to run.", "-"),
        ("£300k decrease due to the need to split this budget.", "-"),
        ("Why was a £4,000 extra charge needed in closing the Harbour Account?", "-"),
    ])
    func aSubjectIsAThingOrNothing(text: String, expected: String) throws {
        #expect(try figures(text).map { $0.figure.subject ?? "-" } == [expected])
    }

    @Test(arguments: [
        ("Fete £500/Map £190/Signs £25", ["Fete", "Map", "Signs"]),
        ("Contributions of £48,000 (health), £62,000 (buses) and £30,000 (parks) were agreed.", ["health", "buses", "parks"]),
        ("Budget: £500 Spend: £420", ["-", "-"]),
    ])
    func labelsStandBeforeOrBehindAllAmountsOfAList(text: String, expected: [String]) throws {
        let found = try figures(text).map(\.figure)
        #expect(found.map { $0.subject ?? "-" } == expected)
        #expect(found.allSatisfy { $0.payee == nil })
    }

    @Test(arguments: [
        ("The Director may approve virements of up to £100,000.", Figure.Sense.limit),
        ("The outturn is £8m (4%) lower than the current budget.", nil),
        ("£5,000 for a club, £3,000 for trees and £2,000 for signs would be secured.", .funding),
        ("The money left over from the show is £240.", .reserve),
        ("The scheme has benefits of £120m and costs of £32m.", nil),
        ("There are 34.5 FTE posts in the service.", .establishment),
    ])
    func whatIsSaidOfAnAmountIsSaidOfNoOther(text: String, expected: Figure.Sense?) throws {
        #expect(try figures(text).first?.figure.sense == expected)
    }

    @Test(
        arguments: [
            ("It was resolved to pay J Smith £45 for grass cutting.", "J Smith", nil),
            ("An invoice from Green Gardens Ltd for £240 for hedge cutting was approved.", "Green Gardens Ltd", nil),
            ("The village hall was awarded £10,000 by the Lottery.", "village hall", "Lottery"),
            ("An application to the National Lottery for £10,000 was successful.", nil, "National Lottery"),
            ("The quotes were £450 from A Jones and £520 from B Smith.", "A Jones", nil),
            ("Schemes over £10m require a business case.", nil, nil),
            ("The council has allocated £15,000 to the resurfacing of Mill Lane.", nil, "council"),
            ("A total of £5 was received from Harbour's Markets, Piers and Places fund.", nil, "Harbour's Markets, Piers and Places fund"),
        ] as [(String, String?, String?)])
    func whoPaysWhomIsNamedWhole(text: String, payee: String?, payer: String?) throws {
        let figure = try #require(try figures(text).first?.figure)
        #expect(figure.payee == payee && figure.payer == payer)
    }

    @Test func eachBasisThatMoneyIsSpentOnIsNamed() throws {
        let found = try figures("Amount spent to date on capital £20, revenue £30.").map(\.figure)
        #expect(found.map(\.subject) == ["capital", "revenue"])
        #expect(found.map(\.basis) == [[.capital], [.revenue]])
    }

    @Test func aSumIsForNoneOfItsParts() throws {
        let found = try figures("Spent to date on roads £20, halls £30 making a total of £50.").map(\.figure)
        #expect(found.last?.sense == .spend && found.last?.subject == nil)
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
