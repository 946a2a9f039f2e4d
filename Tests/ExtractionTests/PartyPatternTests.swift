import Extraction
import PaperModel
import TestSupport
import Testing

/// Who gets and who gives money by prepositions and by the parts of an entry.
@Suite struct PartyPatternTests {
    private func figures(_ text: String) throws -> [Figure] {
        FigureExtractor(rules: try Checkout.ruleBook.get()).figures(inText: text).map(\.figure)
    }

    @Test(
        arguments: [
            ("The boilers will be replaced by Hartley Heating Ltd at a cost of £45,000.", "Hartley Heating Ltd", nil),
            ("Officers took advice from Belwether Ltd, at a cost of £28,500.", "Belwether Ltd", nil),
            ("The contract for hedge laying was awarded to Elder & Sons for two years at £4,200.", "Elder & Sons", nil),
            ("The Elder & Sons quote of £420 was accepted.", "Elder & Sons", nil),
            ("The quotation by Elder & Sons in the sum of £420 was accepted.", "Elder & Sons", nil),
            ("£4,000 was voted to the Carnival Committee.", "Carnival Committee", nil),
            ("A subsidy of £1.3m had to be given to the operator.", "operator", nil),
            ("The Wick Players have applied for a grant of £500 for stage lighting.", "Wick Players", nil),
            ("A letter from the Scouts asking for £250 towards tents was read.", "Scouts", nil),
            ("The operator pays the Council a rent of £12,000.", "Council", "operator"),
            ("£90,000 is to be met by the county council.", nil, "county council"),
            ("The junction will be financed as to £90,000 by the county council.", nil, "county council"),
            ("The owner was fined £400 for fly-tipping.", nil, "owner"),
            ("Core grant from the Home Office will be £97.3m.", nil, "Home Office"),
        ] as [(String, String?, String?)])
    func prepositionsTellWhoGetsAndGives(text: String, payee: String?, payer: String?) throws {
        let figure = try #require(try figures(text).first)
        #expect(figure.payee == payee && figure.payer == payer)
    }

    @Test(arguments: [
        "Wold Homes Ltd bought the mill for £3m.", "£4m was spent by Wold Homes Ltd on roofs.", "Wold Homes Ltd has costs of £3m.",
        "The cost to Wold Homes Ltd was £3m.", "The contract with Wold Civils Ltd was £9,000, and the council spent £2m on roads.",
        "Homes held by Wold Lettings Ltd are let, and £9,000 was spent on paint.", "Work under the Civil Engineering Framework cost £3m.",
    ])
    func aFirmThatPaysOrStandsInAnotherClauseIsNotPaid(text: String) throws {
        #expect(try #require(try figures(text).last).payee == nil)
    }

    @Test(
        arguments: [
            ("Payments: Wragg & Co (stationery) £18.20", "Wragg & Co", "stationery"),
            ("Payments: Harbour Watch – night walks – £620", "Harbour Watch", "night walks"),
            ("Payments: Audit Cumbria – audit of accounts – £240", "Audit Cumbria", "audit of accounts"),
            ("Design code, Wold & Hay Architects – £41,200", "Wold & Hay Architects", "Design code"),
            ("Wick Players: £500 for stage lighting", "Wick Players", "stage lighting"),
        ])
    func anEntryNamesWhomAndWhatFor(text: String, payee: String, subject: String) throws {
        let figure = try #require(try figures(text).first)
        #expect(figure.payee == payee && figure.subject == subject)
    }

    @Test(arguments: [
        "Public – £21,850", "Press and Commercial – £22,050", "Damage Deposit £50", "Local Groups £9.00", "Adult Social Care – £3.2m",
        "The boilers were valued by Hartley Surveys Ltd at £4,000.", "The cost is to be covered by deferring Stoke Quay: £9,000.",
    ])
    func aClassOfPeopleOrALineOfABudgetIsNobody(text: String) throws {
        let figure = try #require(try figures(text).first)
        #expect(figure.payee == nil && figure.payer == nil)
    }

    @Test(arguments: [
        "Virement of £600 from Printing to Professional Fees was agreed.", "Portfolio Holder: Typically £480.",
        "CIL received to date: £8,112.",
        "Rents cost the General Fund £2.7m last year.",
    ])
    func whatIsNobodyIsNoParty(text: String) throws {
        let figure = try #require(try figures(text).last)
        #expect(figure.payee == nil && figure.payer == nil)
    }

    @Test func aPronounPaysForWhomItStands() throws {
        #expect(
            try figures("The Borough Council confirmed that it would contribute £3,500 towards the pier.").map(\.payer) == [
                "Borough Council"
            ])
    }
}
