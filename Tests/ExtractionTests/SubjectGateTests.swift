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
        ("(A x B) + (£10,000 x C)", ["-"]),
        ("= (£130,000 + £16,500)", ["-", "-"]),
        ("The sum is £2,000 plus £40,000 rent x 75% x 20.", ["-", "-"]),
    ])
    func aTermOfAReckoningIsForNothing(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("On 3 May his surveyors submitted a claim for over £30,000.", ["-"]),
        ("Clubs will be able to receive an average of £400.", ["-"]),
        ("Congestion is costing drivers in the City an average of £569 a year.", ["Congestion"]),
        ("The remainder relates to parks (£0.1m), with other small variances making up the rest (£0.2m).", ["parks", "-"]),
    ])
    func whoActsOrWhereIsNoSubject(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("A report that suggested queues were costing the economy £8m a year was read.", ["queues"]),
        ("In 2024/25 park keeping is forecast to overspend by £3.4m.", ["park keeping"]),
        ("It adds posts, almost all in reablement assistant roles paid £24,790 a year.", ["reablement assistant roles"]),
        ("The Hub requested that £1.07m be allocated to the delivery of the Warm Homes Fund.", ["delivery of the Warm Homes Fund"]),
        (
            "There is £60,000 for a range of ambitious transport projects that sought to cut traffic.",
            ["range of ambitious transport projects"]
        ),
    ])
    func aVerbEndsAPhrase(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("Compensation to decanted leaseholders has been calculated at £1,500.", ["Compensation to decanted leaseholders"]),
        ("Over £3m was spent on improvements to the operation of the link buses.", ["improvements to the operation of the link buses"]),
        ("Fast Link (formerly Swift) Phase 2 was delivered £230k under budget.", ["Fast Link (formerly Swift) Phase 2"]),
        ("Approve the progression to Stage One (A) Development at a cost of £1m.", ["progression to Stage One (A) Development"]),
        ("This paper seeks to approve the hall extension, at a cost of £1m.", ["hall extension"]),
    ])
    func whatHangsOnANounBelongsToIt(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        (
            "The City Council has the £90 million 'Moving Northmere' initiative to increase the length of paths.",
            ["'Moving Northmere' initiative"]
        ),
        ("The fund provides grants up to £40,000 to community groups to undertake feasibility studies.", ["feasibility studies"]),
        ("Provision of £25,000 that will enable the Willow Trust to deliver youth clubs is made.", ["deliver youth clubs"]),
        ("Practices will receive £13k to enable them to pay for additional cover.", ["cover"]),
        ("Reverse £0.4m cuts to our respite offer.", ["respite offer"]),
        ("The change adds £523k returned from the Willow Fund and £230k from the Mill Fund.", ["Willow Fund", "Mill Fund"]),
        ("The Council should make a time and trouble payment for Mr Moss of £250.", ["time and trouble"]),
    ])
    func whatTheMoneyIsForIsFound(text: String, expected: [String]) throws { try check(text, expected) }
}
