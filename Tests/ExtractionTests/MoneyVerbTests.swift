import Extraction
import PaperModel
import TestSupport
import Testing

/// Who gets and who gives by the table of verbs and nouns of payment: one line serves every form of its verb.
@Suite struct MoneyVerbTests {
    private func check(_ text: String, payee: String?, payer: String?) throws {
        let figure = try #require(FigureExtractor(rules: try Checkout.ruleBook.get()).figures(inText: text).map(\.figure).last)
        #expect(figure.payee == payee, "\(text)")
        #expect(figure.payer == payer, "\(text)")
    }

    @Test(arguments: [
        "The Rowing Club paid the Harbour Trust £450.", "The Rowing Club has so far paid the Harbour Trust £450.",
        "The Rowing Club will pay £450 to the Harbour Trust.", "The Rowing Club have agreed to pay the Harbour Trust £450.",
        "The Harbour Trust was paid £450 by the Rowing Club.", "£450 was paid to the Harbour Trust by the Rowing Club.",
        "The Harbour Trust noted the £450 paid to the Harbour Trust by the Rowing Club.",
        "It was agreed that the Rowing Club should pay £450 to the Harbour Trust.",
    ])
    func everyFormOfAVerbSaysTheSame(text: String) throws { try check(text, payee: "Harbour Trust", payer: "Rowing Club") }

    @Test(
        arguments: [
            ("The insurers have agreed to pick up £95,000 of the repair.", nil, "insurers"),
            ("Defence have agreed to settle the claim for £950.", nil, "Defence"),
            ("The inspector ordered the company to pay £950.", nil, "company"),
            ("Would the county consider contributing £950?", nil, "county"),
            ("The lift costs £9,000, £950 of which will be recovered from the insurer.", nil, "insurer"),
            ("The cost of the bench, £950, is being met by the family.", nil, "family"),
            ("Redundancy costs of £95,000 fall to the Harbour Board.", nil, "Harbour Board"),
            ("A bid for £950 has been lodged with the Coastal Fund.", nil, "Coastal Fund"),
            ("The ferry grant is £950, paid quarterly by Northshire Council.", nil, "Northshire Council"),
            ("Fees payable by the lessee are £950.", nil, "lessee"),
            ("Residents were charged £12 each.", nil, "Residents"),
            ("The hall, with the college putting in £950, will open.", nil, "college"),
        ] as [(String, String?, String?)])
    func whoBearsItIsReadThroughOtherVerbs(text: String, payee: String?, payer: String?) throws {
        try check(text, payee: payee, payer: payer)
    }

    @Test(
        arguments: [
            ("Northwick Council has borrowed £9m from the Loans Board.", "Northwick Council", "Loans Board"),
            ("Northwick Mill received £950 from the Rowing Club.", "Northwick Mill", "Rowing Club"),
            ("The Players, who asked for £950, were thanked.", "Players", nil),
            ("The structural engineer will charge £950 for a report.", "structural engineer", nil),
            ("The choir gave a concert. They have been granted £950 for robes.", "choir", nil),
            ("A grant of £950 has to be handed back to the Department for Works.", "Department for Works", nil),
            ("The Rowing Club will pass £950 to the Harbour Trust.", "Harbour Trust", "Rowing Club"),
            ("The Harbour Trust, which receives £950 a year from the county, reported.", "Harbour Trust", "county"),
            ("The cleaning was put out, and Holt & Co were appointed at £950.", "Holt & Co", nil),
            ("A payment of £950 is due to the Harbour Trust.", "Harbour Trust", nil),
        ] as [(String, String?, String?)])
    func whoGetsItIsReadFromItsVerb(text: String, payee: String?, payer: String?) throws { try check(text, payee: payee, payer: payer) }

    @Test(
        arguments: [
            ("The ministry's allocation is £950,000.", nil, "ministry"),
            ("A Treasury loan of £950,000 was taken up.", nil, "Treasury"),
            ("Northwick's share of the surplus is £950.", "Northwick", nil),
            ("The sale of the old barn to Wold Homes was agreed at £95,000.", nil, "Wold Homes"),
            ("Sport Wales (£950) and the Rowing Club (£850) are paying for the pontoon.", nil, "Rowing Club"),
            ("Winter Fund: £950 to the Harbour Trust", "Harbour Trust", nil),
        ] as [(String, String?, String?)])
    func nounsOfPaymentNameThemToo(text: String, payee: String?, payer: String?) throws { try check(text, payee: payee, payer: payer) }

    @Test(arguments: [
        "The committee was asked to write off £950.", "It was agreed to give £950.", "The hall has had its premium put up to £950.",
        "The hall, where the council meets, has had its premium put up to £950.", "Copies are charged at £0.10 a sheet.",
        "The insurers accepted the claim and an interim payment of £950 has come.", "The developers provided a revised total cost of £950.",
        "Overall funding remains the largest source of income at £950,000.",
        "The garage service is recharged to the trading account at £950.",
        "The gardener has put up his charge by £30.", "Powers were given to the Director to spend £950.",
    ])
    func whoDoesSomethingElseIsNobody(text: String) throws { try check(text, payee: nil, payer: nil) }

    @Test(arguments: [
        "The Rowing Club did not give £450 to the Harbour Trust.", "The county has refused to fund the £450.",
        "The developer is not required to pay £450.", "Neither the county nor the Harbour Board will pay the £450.",
        "Resolved that no grant of £450 be made to the Rowing Club.", "The Harbour Board was unable to contribute £450.",
    ])
    func whatIsNotPaidHasNoParties(text: String) throws { try check(text, payee: nil, payer: nil) }

    @Test(
        arguments: [
            ("Northwick Council contributed £900 and Southwick Council £450.", nil, "Southwick Council"),
            ("The Rowing Club was given £900 and the Bowls Club £450.", "Bowls Club", nil),
            ("Cllr Ray reimbursed for stamps £45", "Cllr Ray", nil),
            ("Holt's bill of £450 was approved by the Chairman.", nil, nil),
            ("The Department for Roads, Food and Rural Affairs has granted £450.", nil, "Department for Roads, Food and Rural Affairs"),
            ("They set a Band D charge, giving a Band D charge of £450.", nil, nil),
            ("Receipts: Northwick Council £900; Southwick Council £450", nil, "Southwick Council"),
        ] as [(String, String?, String?)])
    func whatIsSaidOnceOrLeftOut(text: String, payee: String?, payer: String?) throws { try check(text, payee: payee, payer: payer) }
}
