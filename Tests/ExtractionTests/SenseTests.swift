import Extraction
import PaperModel
import TestSupport
import Testing

/// What amounts of sentences are said to be, one test for each class of sentence.
@Suite struct SenseTests {
    private func figures(_ text: String) throws -> [Figure] {
        FigureExtractor(rules: try Checkout.ruleBook.get()).figures(inText: text).map(\.figure)
    }

    @Test(arguments: [
        ("The Growth Plan of £3m was approved in May.", "Growth Plan"),
        ("The Savings House refit will cost us nothing, said the £4m Growth Hub board.", nil),
        ("The £25m Green Growth Fund was welcomed.", "Green Growth Fund"),
        ("The Service Child Premium will be £250.", "Service Child Premium"),
    ])
    func wordsInNamesInCapitalsSayNothing(text: String, subject: String?) throws {
        let found = try #require(try figures(text).first)
        #expect(found.sense == nil || found.sense == .cost)
        #expect(found.comparison == nil)
        if let subject { #expect(found.subject == subject) }
    }

    @Test func aResourceCentreIsNoFunding() throws {
        let found = try #require(try figures("The refit of the Willow Resource Centre came to £40,000.").first)
        #expect(found.sense == .cost)
    }

    @Test(
        arguments: [
            ("The forecast is £0.9m (3%) lower than the approved budget and £0.2m higher than the second forecast.", [nil, nil]),
            ("Variance of £8m (13%) against current budget is split between Buses of £5m and Trams of £3m.", [nil, nil, nil]),
            ("Smaller variances arise across Legal (£0.2m), Registrars (£0.1m) and Coroners (£0.3m).", [nil, nil, nil]),
        ] as [(String, [Figure.Sense?])])
    func whatAVarianceIsComparedWithIsNotWhatItIs(text: String, expected: [Figure.Sense?]) throws {
        #expect(try figures(text).map(\.sense) == expected)
    }

    @Test func aListOfVariancesIsOneOfVariances() throws {
        let found = try figures("Smaller variances arise across Legal (£0.2m), Registrars (£0.1m) and Coroners (£0.3m).")
        #expect(found.map(\.comparison) == [.difference, .difference, .difference])
        #expect(found.map(\.subject) == ["Legal", "Registrars", "Coroners"])
    }

    @Test(
        arguments: [
            ("A contribution of £5,000 towards the skate park and £3,000 for a shelter has been secured.", [.contribution, .contribution]),
            ("The precept is £306.72 for band D, compared to £308.92 last year.", [.income, .income]),
            ("The funding available for hedges will double from £625m to £1.25bn.", [.funding, .funding]),
            ("The fee will rise from £3 to £4.", [.price, .price]),
        ] as [(String, [Figure.Sense?])])
    func whatIsSaidOfOneAmountOfAPairIsSaidOfBoth(text: String, expected: [Figure.Sense?]) throws {
        #expect(try figures(text).map(\.sense) == expected)
    }

    @Test(
        arguments: [
            ("Last year's raffle took £95.", .income), ("The ferry brings in £60,000 a year.", .income),
            ("Closing the depot would avoid £240,000 of rent.", .saving), ("The till was £12 short.", .gap),
            ("The plan would take £0.4m out of the cost of home care.", .saving), ("The Trust has £6,400 in the bank.", .reserve),
            ("There are still £48,000 outstanding from former tenants.", .debt), ("Bins at £38 each were looked at.", .price),
            ("By May £12.3m had been defrayed.", .spend), ("Another £95,000 would be needed.", .cost),
            ("A trained fitter earns £31,400.", .pay), ("To award the contract to Verdant plc for £64,000.", .contract),
            ("No loans were raised and the total fell by £3m.", .borrowing), ("Growth of £3m has been allowed for in care.", .pressure),
        ] as [(String, Figure.Sense?)])
    func aVerbSaysWhatNoNounDoes(text: String, expected: Figure.Sense?) throws {
        #expect(try figures(text).first?.sense == expected)
    }

    @Test(
        arguments: [
            ("Where the grant is over £2,000 the accounts must be shown.", [.limit]),
            ("Where an order is for £5,000 or more, three prices are sought.", [.limit]),
            ("Changes of under £100 are waved through; those of £100 or more go to the Board.", [.limit, .limit]),
            ("The ceiling on lending to any one bank, £8 million, has been kept.", [.limit]),
            ("The authorised limit, which is £620 million, was not passed.", [.limit]),
            ("Any change that would take the grant beyond £2m comes back here.", [.limit]),
            ("Grants are capped at £5,000.", [.limit]),
        ] as [(String, [Figure.Sense?])])
    func aThresholdWinsOverWhatItLimits(text: String, expected: [Figure.Sense?]) throws {
        #expect(try figures(text).map(\.sense) == expected)
    }

    @Test(
        arguments: [
            ("The units cost £10m and are now worth £9m.", [.cost, .value]),
            ("Cash with banks averaged £45m and stood at £38m in March.", [.investment, .investment]),
            ("The nightly rate averages £82, against £69 last year.", [.price, .price]),
            ("The reserve is forecast to be £1.4m rather than £1.9m.", [.reserve, .reserve]),
            ("The reserve, in which there is £3m, may be used.", [.reserve]),
            ("Growth of £9m has had to be allowed for in care, together with £3m for rents.", [.pressure, .pressure]),
            ("Rent arrears are £1.1m, the largest account being £7,300.", [.debt, .debt]),
            ("The ceiling on deposits with any one bank, £8 million, has been kept.", [.limit]),
            ("Reductions in spending, of which the largest is the bus (£4m), were listed.", [.saving]),
        ] as [(String, [Figure.Sense?])])
    func whatStandsApartSaysItAllTheSame(text: String, expected: [Figure.Sense?]) throws {
        #expect(try figures(text).map(\.sense) == expected)
    }

    @Test func aDifferenceOfIncomeIsIncome() throws {
        let found = try #require(try figures("Parking is expected to yield £0.4m more than was budgeted.").first)
        #expect(found.sense == .income && found.comparison == .difference)
        let settled = try #require(try figures("The provisional settlement was £2m better than we had hoped.").first)
        #expect(settled.sense == .funding && settled.comparison == .difference)
        let spending = try #require(try figures("The outturn is £0.4m lower than the budget.").first)
        #expect(spending.sense == nil && spending.comparison == .difference)
    }

    @Test(
        arguments: [
            ("The reduced recharge of £2.3m (37%) reflects lower contributions to the pool.", nil),
            ("The Levy includes an agreed £0.3m uplift.", .price),
            ("The cost was a lot less than expected at around £900.", .cost),
            ("The value is less than £250,000 per property.", nil),
            ("A payment in lieu of £310,000 was offered.", .contribution),
            ("The contract for verge mowing was awarded to Acme Ltd for £31,000.", .contract),
            ("A reduction in debt charges of £15.7m is expected.", .cost),
            ("The field beside the Nature Reserve will be drained at £9,000.", nil),
            ("The team runs human resources and needs £40,000.", .cost),
            ("The Council made a decision of note on the £40,000 lido.", nil),
        ] as [(String, Figure.Sense?)])
    func onlyTheWordThatGovernsSaysWhatItIs(text: String, expected: Figure.Sense?) throws {
        #expect(try figures(text).first?.sense == expected)
    }

    @Test func anAmountThatIsLessThanExpectedIsALevel() throws {
        #expect(try figures("The cost was a lot less than expected at around £900.").first?.comparison == nil)
    }

    @Test func bothBasesJoinedSayNeither() throws {
        let found = try figures("The Council had spent £46.8m on the scheme (including capital and revenue expenditure).")
        #expect(found.map(\.basis) == [[]])
        let each = try figures("It was set to spend £172m in revenue and £210m of capital.")
        #expect(each.map(\.basis) == [[.revenue], [.capital]])
    }

    @Test func whatStandsBehindACountOfStaffInAnotherClauseSaysNothingOfIt() throws {
        let found = try figures("Each day 5 protection officers patrol, and 2 trucks remove vehicles.")
        #expect(found.first?.sense == nil)
    }

    @Test(
        arguments: [
            ("For comparison of transport costs, parking at the quay is £14.", .price),
            ("The fund gives up to £80,000 towards project development, such as planning and legal fees.", nil),
            ("A tax on those with assets greater than £7m could help to close the funding gap.", nil),
            ("The case shows benefits of £34m against costs of £12m.", nil),
        ] as [(String, Figure.Sense?)])
    func aWordThatDoesNotGovernTheAmountSaysNothingOfIt(text: String, sense: Figure.Sense?) throws {
        #expect(try figures(text).first?.sense == sense)
    }

    @Test func aParticipleBeforeItsNounTellsOfALevel() throws {
        #expect(try figures("The uplifted allowance is £90 per patient.").first?.comparison == nil)
        #expect(try figures("The increase in the allowance is £4 per patient.").first?.comparison == .increase)
    }
}
