import Extraction
import PaperModel
import TestSupport
import Testing

/// Who gets and who gives the money of sentences, one test for each class of sentence.
@Suite struct PartyTests {
    private func figures(_ text: String) throws -> [Figure] {
        FigureExtractor(rules: try Checkout.ruleBook.get()).figures(inText: text).map(\.figure)
    }

    @Test(arguments: [
        "An inflationary uplift of £0.1m to the Vanbridge contract was made.",
        "The reduction of £473k is in the subscription to the London Councils voluntary sector grants programme.",
        "K = £300,000 x (L / M)", "£0.4bn of the increase was allocated according to Need Index.",
        "The requirement rises from £1,210k (as reported to County Council) in May.",
        "Mayoral CIL £604,555",
    ])
    func aThingWithANameBeforeItIsNobody(text: String) throws {
        let figure = try #require(try figures(text).first)
        #expect(figure.payee == nil && figure.payer == nil)
    }

    @Test(arguments: [
        "Severance payments of £0.6m have been charged to the Change Fund.", "The rent goes up to £34 from next Michaelmas.",
        "Inflation contributed £2m to the overspend.", "The service spent £3m on buses.",
    ])
    func aFundOrTimeOrCauseIsNobody(text: String) throws {
        let figure = try #require(try figures(text).first)
        #expect(figure.payee == nil && figure.payer == nil)
    }

    @Test func theNameThatBeginsAnEntryIsPaid() throws {
        let figure = try #require(try figures("Resolved that the following be paid: Greenacre Grounds Ltd, second cut, £385").first)
        #expect(figure.payee == "Greenacre Grounds Ltd")
    }

    @Test(
        arguments: [
            ("The tender submitted by Wold Civils Ltd for the footbridge was £214,500.", "Wold Civils Ltd", nil),
            ("The grant received from the Arts Fund was £7,500.", nil, "Arts Fund"),
            ("It cost the Council £32,000.", nil, "Council"),
            ("Cllr Moss had been paid £200 by the Rowing Club for a talk.", "Cllr Moss", "Rowing Club"),
            ("The Ombudsman asked that the Council pay Ms Brown £750 for distress.", "Ms Brown", "Council"),
            ("My view is that a payment for Mr Moss of £150 is right.", "Mr Moss", nil),
            ("With £1,800 from the Arts Fund they can order the lights.", nil, "Arts Fund"),
            ("The Bank has agreed to lend £2m to the Fire Authority.", "Fire Authority", "Bank"),
            ("The insurers paid £3,300 for the wall.", nil, "insurers"),
            ("The Harmony Choir has asked for £350 towards a piano.", "Harmony Choir", nil),
            ("Our advisers, Crane Associates, are paid a retainer of £9,000.", "Crane Associates", nil),
            ("It is paid for by a Home Office grant of £75,000.", nil, "Home Office"),
            ("The Coastal Fund is contributing £90,000 to the repairs.", nil, "Coastal Fund"),
            ("The price of the wall is agreed; Hedges Ltd's price for the gate is £700.", "Hedges Ltd", nil),
            ("The lunch, at which pensioners pay £4, goes on.", nil, "pensioners"),
            ("They will present £3,000 to the hospice.", "hospice", nil),
            ("Days were bought from Hill & Dale LLP at £402 a day.", "Hill & Dale LLP", nil),
            ("The Department for Education has confirmed funding of £3.1m.", nil, "Department for Education"),
            ("The Trust was given £250,000 over three years to restore the mill.", "Trust", nil),
        ] as [(String, String?, String?)])
    func whoGetsAndWhoGivesIsReadFromTheVerb(text: String, payee: String?, payer: String?) throws {
        let figure = try #require(try figures(text).first)
        #expect(figure.payee == payee)
        #expect(payer == nil || figure.payer == payer)
    }
}
