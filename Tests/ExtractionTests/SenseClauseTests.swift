import Extraction
import PaperModel
import TestSupport
import Testing

/// Which clause of a sentence says what an amount is, and which says nothing of it.
@Suite struct SenseClauseTests {
    private func figures(_ text: String) throws -> [Figure] {
        FigureExtractor(rules: try Checkout.ruleBook.get()).figures(inText: text).map(\.figure)
    }

    private func senses(_ text: String) throws -> [Figure.Sense?] { try figures(text).map(\.sense) }

    @Test(arguments: [
        "The budget that the Ministry paid in 2019, the Board moved on by £67k.",
        "Once what was brought forward is counted, the figure becomes £23m.",
    ])
    func aClauseThatEndedSaysNothing(text: String) throws {
        let found = try #require(try senses(text).last)
        #expect(found != .spend && found != .reserve)
    }

    @Test func anAsideSaysNothingOfTheVerbBehindIt() throws {
        #expect(try senses("The repairs budget, overspent for three years, is to be set at £8.4m.") == [.budget])
    }

    @Test func aListKeepsItsDoer() throws {
        #expect(try senses("The cost of a warden for Aldwick, Barwick and Caldwick would be £79,000.") == [.cost])
    }

    @Test(
        arguments: [
            ("Members agreed to write off £2,300 in council tax.", [.debt]), ("A survey would absorb £9,000 in legal fees.", [.cost]),
            ("The mill was sold for £18m, although £2m remains.", [.income, nil]),
        ] as [(String, [Figure.Sense?])])
    func theVerbSaysMoreThanWhatFollows(text: String, expected: [Figure.Sense?]) throws { #expect(try senses(text) == expected) }

    @Test func theVarianceBehindAnAmountIsItsOwn() throws {
        #expect(try senses("The final account was £700 inside the approved figure.") == [.underspend])
        #expect(try senses("The parks contract will be £60,000 under.") == [.underspend])
    }

    @Test func aPronounPointsToTheSentenceBefore() throws {
        #expect(try senses("The audit fee is £9,400. It had been set at £8,800 in May.") == [.price, .price])
        #expect(try senses("The grant was £9,400. That was a drop of £600.") == [.grant, .grant])
    }

    @Test(
        arguments: [
            ("The precept went up by £1,350, not £1,800.", [.increase, .increase]), ("The uplift, £71,000, is welcome.", [.increase]),
            ("Rents go up by 3%, on average £2.84 a week.", [.increase]), ("The rise of 6% comes to £2.40 a home.", [.increase]),
            ("Cabinet agreed to release £1.5m from the Smoothing Reserve.", [.decrease]), ("Fees were put up by £5.", [.increase]),
            ("The grant is £2m lower than in 2019.", [.decrease]), ("The grant is £2m lower than the forecast.", [.difference]),
            ("The other tender was £3,000 dearer.", [.difference]), ("The fair used up £900.", [nil]),
        ] as [(String, [Figure.Comparison?])])
    func changesAreTold(text: String, expected: [Figure.Comparison?]) throws {
        #expect(try figures(text).map(\.comparison) == expected)
    }

    @Test(
        arguments: [
            ("An overspend of £6m was forecast, of which £4.9m is for placements.", [.overspend, .overspend]),
            ("Grants came to £6,000, including £2,000 for choirs.", [.grant, .grant]),
            ("Savings of £3m had been made against the £5m target.", [.saving, .saving]),
            ("Savings of £3m had been made to date against a target of £5m.", [.saving, .saving]),
            ("The rent is £90, up from £85.", [.price, .price]),
            ("Why is the fee £2.40 when it was £1.80 last year?", [.price, .price]),
            ("Payments of £90,000 were made, an average of £3,000 each.", [.spend, .spend]),
            ("The threshold had been £25,000, and it was proposed to make it £50,000.", [.limit, .limit]),
        ] as [(String, [Figure.Sense?])])
    func partsAndEarlierLevelsAreWhatTheFirstIs(text: String, expected: [Figure.Sense?]) throws {
        #expect(try senses(text) == expected)
    }

    @Test func aTimeMayStandBeforeThePronoun() throws {
        #expect(try senses("The precept will be £19,500. Last year it was £18,600.") == [.income, .income])
    }

    @Test func whatIsMoreOrLessThanBudgetedIsAVariance() throws {
        #expect(try senses("Overtime was £411k more than budgeted, and fuel was £265k less.") == [.overspend, .underspend])
        #expect(try senses("Interest received was £0.5m above budget.") == [.income])
        #expect(try senses("If the precept is held at £24,000 the Band D figure rises.") == [.income])
    }

    @Test func anAmountAloneAnswersTheQuestionBeforeIt() throws {
        #expect(try senses("How much was paid out? £44,317 for damage to cars.") == [.spend])
        #expect(try senses("Was the fair well liked? £44,317 for damage to cars.") == [nil])
    }

    @Test(
        arguments: [
            (
                "Of the £9m savings programme, £6m has been delivered, £2m is on track and £1m is late.",
                [.saving, .saving, .saving, .saving]
            ),
            (
                "The overspend is made up of £1.9m on agency care, £0.6m on legal costs and £0.2m on transport.",
                [.overspend, .overspend, .overspend]
            ),
            (
                "There is a charge of £300 for a permit that is valid for a year, £175 for six months and £25 for a day.",
                [.price, .price, .price]
            ),
            ("Orders above £363,424 for a supply that must be tendered; or £820,370 for a service, need approval.", [.limit, .limit]),
            ("This comprises £7m of savings from plans, £2m of increased income.", [.saving, .income]),
            ("Tenants pay £12.65 for the alarm; it is proposed to raise this to £14.", [.price, .price]),
            ("Reserves at year end - Tractor £6,000, Elections £1,500, Extension £22,750.", [.reserve, .reserve, .reserve]),
            ("Nothing has yet been spent of the £90,000 allocated for paving.", [.budget]),
            ("Use of balances to support the budget is £1.15m.", [.reserve]),
            ("The reserves of £61,000 were more than twice the precept of £28,000.", [.reserve, .income]),
            ("Other income of £3,400 and £3,520 from reserves would meet it.", [.income, .reserve]),
        ] as [(String, [Figure.Sense?])])
    func listsAreReadFromTheirHead(text: String, expected: [Figure.Sense?]) throws { #expect(try senses(text) == expected) }

    @Test func anAnswerMayBeMarked() throws {
        #expect(try senses("How much was paid out? Answer: £44,317 for damage to cars.") == [.spend])
        #expect(try senses("Q. How much was paid out? A. £44,317 for damage to cars.") == [.spend])
    }

    @Test func wordsThatNameThingsStayInTheSubject() throws {
        #expect(try figures("Interments brought £900.").map(\.subject) == ["Interments"])
        #expect(try figures("Interment of ashes - £120").map(\.subject) == ["Interment of ashes"])
    }
}
