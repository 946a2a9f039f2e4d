import PaperModel
import RuleEngine
import Segmentation
import TestSupport
import Testing

@Suite struct SegmentRuleTests {
    @Test func everyRuleFindsItsExamplesAndNoReject() throws {
        let problems = try Checkout.ruleBook.get().patternReport().problems.filter { $0.mark.file.contains("/segments/") }
        #expect(problems.isEmpty, "\(problems.map(\.description).joined(separator: "\n"))")
    }

    @Test func ruleWithAConditionThatSegmentsDoNotKnowIsRefused() throws {
        let text = """
            language: 1
            rules:
              - id: section.odd
                finds: section
                match: '^odd$'
                where: { after: question }
                examples:
                  - { text: "odd", find: [{ text: "odd" }] }
            """
        let problems = #expect(throws: RuleProblems.self) { try RuleBook.load(texts: ["segments/odd.yaml": text]) }
        #expect(
            problems?.description.hasPrefix("segments/odd.yaml:6:14: unknownKey: a rule that finds section knows no condition `after`")
                == true)
    }

    @Test func aRuleMoreNeedsNoProgram() throws {
        let text = """
            language: 1
            rules:
              - id: section.ours
                finds: section
                match: '^what we want to do$'
                where: { position: whole }
                examples:
                  - { text: "What we want to do", find: [{ text: "What we want to do" }] }
            """
        var sketch = PaperSketch()
        sketch.line("The council has a plan for the mill that it has talked about for many years now.")
        sketch.line("What we want to do")
        sketch.line("We want to open it.")
        let with = try Segmenter(rules: RuleBook.load(texts: ["segments/ours.yaml": text]))
        #expect(with.segments(in: sketch.paper).map(\.rule) == ["section.ours"])
        let without = try Segmenter(rules: RuleBook.load(texts: ["segments/none.yaml": "language: 1"]))
        #expect(without.segments(in: sketch.paper).isEmpty)
    }
}
