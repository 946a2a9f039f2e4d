import Extraction
import PaperModel
import TestSupport
import Testing

/// What money is for by the grammar of its sentence: verbs with their prepositions, who is asked, notes on tax.
@Suite struct PurposeTests {
    private func figures(_ text: String) throws -> [Figure] {
        FigureExtractor(rules: try Checkout.ruleBook.get()).figures(inText: text).map(\.figure)
    }

    private func check(_ text: String, _ expected: [String]) throws { #expect(try figures(text).map { $0.subject ?? "-" } == expected) }

    @Test(arguments: [
        ("£1.2m of this is down to agency nurses.", ["agency nurses"]),
        ("Members were told that some £2m of the shortfall hung on fewer night shifts.", ["fewer night shifts"]),
        ("£60,000 has been moved from contingency so that the lift can be replaced.", ["lift"]),
        ("£250,000 would be invested in a new ferry ramp.", ["new ferry ramp"]),
        ("A grant of £2,000 from the Heritage Fund will pay for a survey of the tower.", ["survey of the tower"]),
        ("£2,000 was received from the Heritage Fund for a survey of the tower.", ["survey of the tower"]),
        ("£1.1m was taken in car parking charges.", ["car parking"]),
    ])
    func aVerbAndItsPrepositionLeadToThePurpose(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("For setting up an account we charge £75.", ["setting up an account"]),
        ("By sharing a legal team the two councils will save £80,000.", ["sharing a legal team"]),
        ("The night bus service, let to Swift Coaches Ltd for £90,000 a year, is well used.", ["night bus service"]),
    ])
    func whatASentenceBeginsWithIsTold(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("The boilers were valued by the surveyor at £4,000.", ["boilers"]),
        ("The sea wall is estimated by the engineers at £2.4m.", ["sea wall"]),
        ("The yearly check will be done in the course of May at a cost of £185.", ["yearly check"]),
    ])
    func whoReckonsAndWhenIsNoSubject(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("The quotation from Elder & Sons for hedge laying, at £420, was accepted.", ["hedge laying"]),
        ("Core grant from the Home Office will be £97.3m.", ["Core grant"]),
    ])
    func whoGivesOrIsAskedIsNoSubject(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("The cost is £238.50 ex VAT.", ["-"]), ("The mower costs £1,238.50 excl VAT.", ["mower"]),
        ("The fee for a full plot is £400 plus VAT (£480 incl. VAT).", ["plot", "plot"]),
    ])
    func aNoteOnTaxIsNoSubject(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("Investments fell from £31m to £29m.", ["Investments", "Investments"]),
        ("External debt came down to £303m.", ["External debt"]),
        ("Interest on balances came to £310,000.", ["Interest on balances"]),
    ])
    func aBareBalanceThatMovesNamesItself(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("A specific grant of £9,000 was paid.", ["-"]), ("The other tender was £1.1m a year dearer.", ["-"]),
        ("The Parish Council allotted money for a noticeboard of £1,800.", ["noticeboard"]),
        ("Joan Marsh, who keeps the books, pointed out a deficit of £900.", ["-"]),
        ("That garage rents be set at £14 a week for tenants.", ["garage rents"]),
    ])
    func aWordOfMeasureOrAPersonNamesNothing(text: String, expected: [String]) throws { try check(text, expected) }
}
