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
        "Mayoral CIL £604,555", "An application for £1,500 was received from the Brass Band for uniforms.",
    ])
    func aThingWithANameBeforeItIsNobody(text: String) throws {
        let figure = try #require(try figures(text).first)
        #expect(figure.payee == nil && figure.payer == nil)
    }

    @Test(
        arguments: [
            ("The tender submitted by Wold Civils Ltd for the footbridge was £214,500.", "Wold Civils Ltd", nil),
            ("The grant received from the Arts Fund was £7,500.", nil, "Arts Fund"),
            ("It cost the Council £32,000.", nil, "Council"),
            ("Cllr Moss had been paid £200 by the Rowing Club for a talk.", "Cllr Moss", "Rowing Club"),
            ("The Ombudsman asked that the Council pay Ms Brown £750 for distress.", "Ms Brown", nil),
            ("My view is that a payment for Mr Moss of £150 is right.", "Mr Moss", nil),
            ("With £1,800 from the Arts Fund they can order the lights.", nil, "Arts Fund"),
            ("The Trust was given £250,000 over three years to restore the mill.", "Trust", nil),
        ] as [(String, String?, String?)])
    func whoGetsAndWhoGivesIsReadFromTheVerb(text: String, payee: String?, payer: String?) throws {
        let figure = try #require(try figures(text).first)
        #expect(figure.payee == payee)
        #expect(payer == nil || figure.payer == payer)
    }
}
