import Extraction
import RuleEngine
import TestSupport
import Testing

@Suite struct CandidateTests {
    @Test func claimsSayWhoWonAndWhy() throws {
        let extractor = FigureExtractor(rules: try Checkout.ruleBook.get())
        let claims = extractor.candidates(inText: "It needs £5m-£3m, then £1-2m.")
        func outcome(_ rule: String, _ text: String) -> Candidate.Outcome? { claims.first { $0.rule == rule && $0.text == text }?.outcome }
        #expect(outcome("money.range-dash", "£5m-£3m") == .senseless)
        #expect(outcome("money.sign-first", "£5m") == .won)
        #expect(outcome("money.range-dash", "£1-2m") == .won)
        #expect(outcome("money.sign-first", "£1") == .lost(to: "money.range-dash"))
    }

    @Test func aNumberWithNothingToCarryOnSaysSo() throws {
        let extractor = FigureExtractor(rules: try Checkout.ruleBook.get())
        let claims = extractor.candidates(inText: "The score is down from 120 last year.")
        #expect(claims.first { $0.rule == "headcount.carried-on" }?.outcome == .nothingToCarryOn)
    }
}
