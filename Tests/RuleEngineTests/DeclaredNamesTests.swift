import PaperModel
import TestSupport
import Testing

@testable import RuleEngine

/// Senses, outcomes and kinds of papers that rule files declare stand beside the program's own; others are refused.
@Suite struct DeclaredNamesTests {
    @Test func aDeclaredWordMayBeSet() throws {
        let book = try book(
            """
            senses: { toll: What is paid to pass. }
            outcomes: { referred: Sent to another body to decide. }
            documentKinds: { petition: A petition with its covering report. }
            rules:
              - { id: a, finds: sense, status: experimental, match: toll, set: { sense: toll } }
              - { id: b, finds: outcome, status: experimental, match: referred, set: { outcome: referred } }
              - { id: c, finds: documentKind, status: experimental, match: petition, set: { kind: petition } }
              - { id: d, finds: section, status: experimental, match: Prayer, where: { paper: petition } }
            layouts:
              - { id: e, recognise: [//main], kind: petition }
            """)
        #expect(book.rules.map(\.settings) == [["sense": "toll"], ["outcome": "referred"], ["kind": "petition"], [:]])
        #expect(book.layouts.first?.kind?.rawValue == "petition")
        #expect(book.declared[.senses] == [.init(word: "toll", meaning: "What is paid to pass.")])
        #expect(book.declared.words(for: .outcomes).isSuperset(of: ["referred", "carried"]))
    }

    @Test func undeclaredWordsAreRefused() {
        let rules = "rules:\n  - { id: a, finds: sense, status: experimental, match: toll, set: { sense: tool } }\n"
        #expect(faults("senses: { toll: What is paid to pass. }\n" + rules) == ["rules.yaml:4:77 unknownValue"])
        #expect(faults("layouts:\n  - { id: e, recognise: [//main], kind: petition }\n") == ["rules.yaml:3:41 unknownValue"])
        let ways = "language: 1\nlexicons: { varianceWay: { over: overspendd } }\n"
        #expect(faults("", vocabulary: ways) == ["vocabulary.yaml:1:1 unknownValue"])
    }

    @Test(arguments: [
        "senses: { cost: What it costs. }", "senses: { Toll: What is paid to pass. }", "senses: { to ll: What is paid to pass. }",
        "senses: { toll: toll }", "senses: { toll: [What is paid] }", "senses: [toll]", "outcomes: { lost: Not carried at all. }",
    ])
    func whatCanBeNoWordOfARecordIsRefused(_ text: String) { #expect(!faults(text).isEmpty) }

    @Test func anotherFolderMayUseTheWord() throws {
        let own = """
            language: 1
            rules:
              - { id: own.toll, finds: sense, attaches: either, reach: [clause], match: '\\btolls?\\b', set: { sense: toll },
                  examples: [{ text: 'The toll of £2 stands.', find: [{ text: '£2', sense: toll }] }] }
            """
        try withFolder(["words.yaml": "language: 1\nsenses:\n  toll: What is paid to pass.\n"]) { words in
            try withFolder(["own.yaml": own]) { rules in
                let book = try RuleBook.load(directories: [Checkout.rules, words, rules])
                #expect(book.rules.contains { $0.id == "own.toll" })
                #expect(throws: RuleProblems.self) { try RuleBook.load(directories: [Checkout.rules, rules]) }
            }
        }
    }
}
