import Extraction
import PaperModel
import RuleEngine
import TestSupport
import Testing

@Suite struct ExplanationTests {
    private func explanations(_ text: String) throws -> [Explanation] {
        FigureExtractor(rules: try Checkout.ruleBook.get()).explanations(inText: text)
    }

    @Test func claimsSayWhoWonAndWhy() throws {
        let claims = try explanations("It needs £5m-£3m, then £1-2m.").flatMap(\.candidates)
        func outcome(_ rule: String, _ text: String) -> Candidate.Outcome? { claims.first { $0.rule == rule && $0.text == text }?.outcome }
        #expect(outcome("money.range-dash", "£5m-£3m") == .senseless)
        #expect(outcome("money.sign-first", "£5m") == .won)
        #expect(outcome("money.range-dash", "£1-2m") == .won)
        #expect(outcome("money.sign-first", "£1") == .lost(to: "money.range-dash", by: .priority))
    }

    @Test func aNumberWithNothingToCarryOnSaysSo() throws {
        let claims = try explanations("The score is down from 120 last year.").flatMap(\.candidates)
        #expect(claims.first { $0.rule == "headcount.carried-on" }?.outcome == .nothingToCarryOn)
    }

    @Test func aNumberThatGoesOnCountingHasWon() throws {
        let claims = try explanations("There are 20 posts. Fourteen of them are empty.").flatMap(\.candidates)
        #expect(claims.first { $0.rule == "headcount.carried-on" }?.outcome == .won)
    }

    @Test func fieldsNameTheCueThatSetThem() throws {
        let book = try Checkout.ruleBook.get()
        let figure = try #require(try explanations("a saving of up to £5m a year in 2024/25").first?.figures.first?.figure)
        let fields = figure.cues.flatMap { cue in
            book.rules.filter { $0.id == cue }.flatMap { figure.fields(setBy: $0) }.map { "\($0.name) \($0.value) \(cue)" }
        }
        #expect(
            fields == [
                "bound atMost bound.up-to", "per year rate.a-year", "period 2024-04-01 to 2025-03-31 period.financial-year",
                "sense saving sense.saving",
            ])
    }

    @Test func cuesThatNoFigureTookAreNamed() throws {
        let cues = try #require(try explanations("The grant fell, and later £5m was spent.").first?.cues)
        #expect(cues.contains { $0.rule == "sense.grant" && !$0.isUsed })
        #expect(cues.contains { $0.rule == "sense.spend" && $0.isUsed })
    }

    @Test func cellsSayWhatTheyLack() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.table([["Ward", "£000", "Number of visits"], ["North", "12", "345"]])
        let explained = FigureExtractor(rules: try Checkout.ruleBook.get()).explanations(in: try sketch.read().paper)
        let cells = explained.filter { $0.cell?.row == 1 }
        #expect(cells.map { $0.candidates.map(\.outcome) } == [[.won], [.noUnit]])
        #expect(cells.first?.figures.first?.figure.value == .single(Amount(12_000)))
        #expect(cells.last?.figures.isEmpty == true)
    }

    @Test func theyGoByPageAndPlace() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.table([["Ward", "£000"], ["North", "12"]])
        sketch.block("It cost £5m.")
        sketch.page()
        sketch.block("It cost £6m.")
        let explained = FigureExtractor(rules: try Checkout.ruleBook.get()).explanations(in: try sketch.read().paper)
        #expect(explained.map(\.text) == ["12", "It cost £5m.", "It cost £6m."])
        #expect(explained.map(\.page) == [1, 1, 2])
    }
}
