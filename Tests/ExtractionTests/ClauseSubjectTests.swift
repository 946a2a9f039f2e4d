import Extraction
import PaperModel
import TestSupport
import Testing

/// What amounts are for that their own phrase doesn't say: what stands outside it in the sentence.
@Suite struct ClauseSubjectTests {
    private func figures(_ text: String) throws -> [Figure] {
        FigureExtractor(rules: try Checkout.ruleBook.get()).figures(inText: text).map(\.figure)
    }

    private func check(_ text: String, _ expected: [String]) throws { #expect(try figures(text).map { $0.subject ?? "-" } == expected) }

    @Test(arguments: [
        ("The ice rink, for which £1.2m has been set aside, will close in May.", ["ice rink"]),
        ("Members discussed the weir, which had cost £80,000 to mend.", ["weir"]),
        ("The bus gate, where the city has claimed £0.9m of its £1.4m award, opened in July.", ["bus gate", "bus gate"]),
        ("The museum, which two years ago cost £210,000 to run, now costs £260,000.", ["museum", "museum"]),
    ])
    func aRelativeClauseIsOfWhatStandsBeforeIt(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("The upkeep of the weir, estimated at £6,000 a year, is borne by the Trust.", ["upkeep of the weir"]),
        ("The cost of cleaning the dykes, £12,400, was shared.", ["cleaning the dykes"]),
        ("The new bins, at £28 each, have arrived.", ["new bins"]),
    ])
    func anAmountBetweenCommasIsOfTheNounBeforeIt(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("It is made up of £4m for roads and, for signals, £0.6m.", ["roads", "signals"]),
        ("The rangers are paid for by a Forestry England grant of £64,000.", ["rangers"]),
        ("Relief drivers have been hired from Swift Ltd to cover for her, at £190 a day.", ["Relief drivers"]),
        ("Savings of £850k will be delivered by closing two day centres.", ["closing two day centres"]),
    ])
    func whatIsSetInFrontOrDoneIsTold(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("Post Office, stamps, £16.80", ["stamps"]),
        ("E. Moss, hire of room for two evenings, £54.00", ["hire of room for two evenings"]),
    ])
    func anEntryWithCommasIsForWhatStandsLast(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("The works to the pavilion roof will take place in June at a cost of £8,750.", ["pavilion roof"]),
        ("Spending on SEND transport has doubled from £4m to £8m.", ["SEND transport", "SEND transport"]),
        ("A business case is required for any procurement above £50k prior to commencing the next stage.", ["procurement"]),
        ("Members have £6,000 to give away in this round.", ["-"]),
    ])
    func aVerbOrAnIdiomIsNoSubject(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("6 FTE posts in the planning service will go.", ["planning service"]),
        ("There are currently 9.2 FTE vacancies across the legal team.", ["legal team"]),
        ("The mortuary is run by 4.5 FTE.", ["mortuary"]),
    ])
    func plainPostsAreToldByWhereTheyWork(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("The Council has for some years held units in a land fund. They cost £15m.", ["units in a land fund"]),
        ("Ferry fares were frozen. Cable Line's last price for that job was £3m.", ["Ferry fares"]),
    ])
    func aPronounOrSuperlativeGoesBack(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("The land is worth £90,000, and fees have been overstated by £11,000.", ["land", "-"]),
        ("The quiz night took £690, and a neighbour sent a cheque for £1,000.", ["quiz night", "-"]),
    ])
    func aClauseWithItsOwnDoerTakesNothingFromTheOneBefore(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("An injury award to a former driver was settled for £27,500.", ["injury award"]),
        ("The national award has added £61,000 to the recurring pay bill.", ["recurring pay bill"]),
        ("A charge of £35 is made for replacing a lost bin.", ["replacing a lost bin"]),
        ("Cycle training in schools, costing £47 a pupil, goes on.", ["Cycle training in schools"]),
    ])
    func nounsThatLookLikeVerbsAreRead(text: String, expected: [String]) throws { try check(text, expected) }
}
