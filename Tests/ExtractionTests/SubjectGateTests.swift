import Extraction
import PaperModel
import TestSupport
import Testing

/// Where a sentence doesn't say plainly what its amount is for, nothing is said; and what is hung on a noun belongs to it.
@Suite struct SubjectGateTests {
    private func figures(_ text: String) throws -> [Figure] {
        FigureExtractor(rules: try Checkout.ruleBook.get()).figures(inText: text).map(\.figure)
    }

    private func check(_ text: String, _ expected: [String]) throws { #expect(try figures(text).map { $0.subject ?? "-" } == expected) }

    @Test(arguments: [
        ("(K x L) + (£7,000 x M)", ["-"]),
        ("= (£90,000 + £21,500)", ["-", "-"]),
        ("The sum is £2,000 plus £40,000 rent x 60% x 15.", ["-", "-"]),
    ])
    func aTermOfAReckoningIsForNothing(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("On 3 May his surveyors submitted a claim for over £20,000.", ["-"]),
        ("Clubs will be able to spend an average of £400.", ["-"]),
        ("Congestion is costing drivers in the City an average of £310 a year.", ["Congestion"]),
        ("The remainder relates to parks (£0.3m), with other small variances making up the rest (£0.4m).", ["parks", "-"]),
    ])
    func whoActsOrWhereIsNoSubject(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("Action: JT to chase the £180 owed.", ["-"]),
        ("The raffle raised a magnificent £486.20.", ["raffle"]),
        ("Treasurer's report: heating oil had risen to £3,150.", ["heating oil"]),
        ("Grants awarded this round came to £3,975.", ["-"]),
        ("Deferred \u{2013} £4,250.", ["-"]),
        ("Mr Cobb reported an overspend of £4m.", ["-"]),
        ("KPMG predicts a deficit of £3m.", ["-"]),
        ("Invoice totalling £40", ["-"]),
    ])
    func whatDescribesTellsOrIsDoneIsNoSubject(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("ICT refresh: original budget £400k; spend to date £318k.", ["ICT refresh", "ICT refresh"]),
        ("Bridge works: estimated cost £7.9m.", ["Bridge works"]),
        ("Income: VAT reclaim £1,204; wayleave £12.", ["VAT reclaim", "wayleave"]),
    ])
    func aHeadingSaysMoreThanAKindOfMoney(text: String, expected: [String]) throws { try check(text, expected) }

    @Test func aWordInIngEndsALabel() throws {
        try check("Grass cutting £20; street lighting £30", ["Grass cutting", "street lighting"])
    }

    @Test func aPlainWordIsTheLabelOfAListsEntry() throws {
        try check("Budget: grass £3,100, insurance £890, clerk £5,720, grants £500.", ["grass", "insurance", "clerk", "grants"])
    }

    @Test(arguments: [
        ("A report that suggested queues were costing the economy £5m a year was read.", ["queues"]),
        ("In 2024/25 park keeping is forecast to overspend by £2.9m.", ["park keeping"]),
        ("It adds posts, almost all in reablement assistant roles paid £23,100 a year.", ["reablement assistant roles"]),
        ("The Hub requested that £1.3m be allocated to the delivery of the Warm Homes Fund.", ["delivery of the Warm Homes Fund"]),
        (
            "There is £60,000 for a range of ambitious transport projects that sought to cut traffic.",
            ["ambitious transport projects"]
        ),
    ])
    func aVerbEndsAPhrase(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("Compensation to decanted leaseholders has been calculated at £1,900.", ["decanted leaseholders"]),
        ("Over £2m was spent on improvements to the operation of the link buses.", ["improvements to the operation of the link buses"]),
        ("Fast Link (formerly Swift) Phase 2 was delivered £150k under budget.", ["Fast Link (formerly Swift) Phase 2"]),
        ("Approve the progression to Stage One (A) Development at a cost of £1m.", ["progression to Stage One (A) Development"]),
        ("This paper seeks to approve the hall extension, at a cost of £1m.", ["hall extension"]),
    ])
    func whatHangsOnANounBelongsToIt(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        (
            "The City Council has the £90 million 'Moving Northmere' initiative to increase the length of paths.",
            ["'Moving Northmere' initiative"]
        ),
        ("The fund provides grants up to £30,000 to community groups to undertake feasibility studies.", ["feasibility studies"]),
        ("Provision of £35,000 that will enable the Willow Trust to deliver youth clubs is made.", ["deliver youth clubs"]),
        ("Practices will receive £11k to enable them to pay for additional cover.", ["cover"]),
        ("Reverse £0.6m cuts to our respite offer.", ["respite offer"]),
        ("The change adds £410k returned from the Willow Fund and £150k from the Mill Fund.", ["Willow Fund", "Mill Fund"]),
        ("The Council should make a time and trouble payment for Mr Moss of £180.", ["time and trouble"]),
    ])
    func whatTheMoneyIsForIsFound(text: String, expected: [String]) throws { try check(text, expected) }
}
