import PaperModel
import TestSupport
import Testing

@testable import RuleEngine

/// docs/rules.md is all that a rule author has: every word of the language stands in it.
@Suite struct RuleDocumentTests {
    /// The words of the document that are set as code.
    private static let words: Set<String> = {
        let text = String(decoding: Checkout.bytes(of: Checkout.root + "/docs/rules.md") ?? [], as: UTF8.self)
        let spans = text.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        return Set(spans.flatMap { $0.split { !$0.isLetter && !$0.isNumber } }.map(String.init))
    }()

    private func expect(_ names: some Sequence<String>, as what: String) {
        for name in names where !Self.words.contains(name) { Issue.record("docs/rules.md says nothing of the \(what) `\(name)`") }
    }

    private func names(_ values: RuleLanguage.Values) -> [String] {
        if case .anyOf(let names) = values { return names.filter { $0 != "true" && $0 != "false" } }
        return []
    }

    @Test func everyKeyIsExplained() {
        expect(RuleLanguage.fileKeys.union(RuleLanguage.ruleKeys).union(RuleLanguage.layoutKeys), as: "key")
        expect(RuleLanguage.exampleKeys.union(RuleLanguage.gapKeys).union(RuleLanguage.figureFields), as: "key of an example")
        expect(RuleLanguage.ownLexicons, as: "lexicon")
    }

    @Test(arguments: RuleKind.allCases)
    func everyKindIsExplained(kind: RuleKind) {
        let terms = RuleLanguage.terms(of: kind, DeclaredNames())
        expect([kind.rawValue], as: "kind")
        expect(terms.groups, as: "group of \(kind.rawValue)")
        for (key, values) in terms.settings {
            expect([key], as: "setting of \(kind.rawValue)")
            // The list of senses stands in the code book.
            if kind != .sense { expect(names(values), as: "value of \(key)") }
        }
        for (key, values) in terms.conditions { expect([key] + names(values), as: "condition of \(kind.rawValue)") }
    }

    @Test func everyWordOfAListIsExplained() {
        expect(LabelRole.allCases.map(\.rawValue), as: "role")
        expect(Block.Role.allCases.map(\.rawValue), as: "role of a layout")
        expect(PageLayout.MetadataPaths.Field.allCases.map(\.rawValue), as: "metadata of a layout")
        expect(Rule.Confidence.allCases.map(\.rawValue), as: "confidence")
        expect(Rule.Status.allCases.map(\.rawValue), as: "status")
        expect(Rule.Attachment.allCases.map(\.rawValue), as: "side")
        expect(Rule.Reach.allCases.map(\.rawValue), as: "reach")
        expect(RuleProblem.Code.allCases.map(\.rawValue), as: "error")
    }
}
