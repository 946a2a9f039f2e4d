import Foundation
import RuleEngine
import TestSupport
import Testing

/// What a rule author relies on beyond patterns: words for lists, places of use, units, and messages that name the cure.
@Suite struct ContractTests {
    private static let vocabulary = """
        language: 1
        lexicons:
          magnitude: { m: 1e6 }
          plainNoun: [sum]
        """
    private static let money = """
        language: 1
        rules:
          - { id: a, finds: money, status: experimental, set: { unit: GBP }, match: '(?<number>\\d+) (?<magnitude>{magnitude})' }
        """

    private func found(_ texts: [String: String], in text: String) throws -> [String] {
        let book = try RuleBook.load(texts: texts, includesExperimental: true)
        return RuleRunner(book).matches(finding: [.money], in: NormalisedText(text)).map {
            "\($0.text) \($0.value(of: "magnitude") ?? "-")"
        }
    }

    private func message(_ rules: String, vocabulary: String = ContractTests.vocabulary) -> String {
        do {
            _ = try RuleBook.load(
                texts: ["vocabulary.yaml": vocabulary, "rules.yaml": rules], includesExperimental: true, isPath: { $0 != "//p[" })
            return "good"
        } catch {
            return error.description
        }
    }

    // Words for lists.

    @Test func aFileAddsWordsToAListOfTheVocabulary() throws {
        let texts = [
            "vocabulary.yaml": Self.vocabulary, "money.yaml": Self.money,
            "own.yaml": "language: 1\nextends: { magnitude: { kay: 1e3, m: 1e7 } }\n",
        ]
        #expect(try found(texts, in: "5 kay and 6 m") == ["5 kay 1e3", "6 m 1e7"])
    }

    @Test func aFileAddsWordsToAListOfAnotherFile() throws {
        let money = """
            language: 1
            lexicons: { coin: { florin: 2, groat: 4 } }
            rules:
              - { id: a, finds: money, status: experimental, set: { unit: GBP }, match: '(?<number>\\d+) (?<magnitude>{coin})' }
            """
        let texts = ["vocabulary.yaml": "language: 1", "money.yaml": money, "own.yaml": "language: 1\nextends: { coin: { noble: 80 } }\n"]
        #expect(try found(texts, in: "5 noble, 2 groat") == ["5 noble 80", "2 groat 4"])
    }

    @Test func aListOfALaterFolderIsThatOfAllRules() throws {
        let first = ["vocabulary.yaml": Self.vocabulary, "money.yaml": Self.money]
        let second = [
            "own.yaml": "language: 1\nextends:\n  magnitude: { kay: 1e3 }\n",
            "vocabulary.yaml": "language: 1\nlexicons: { magnitude: { em: 1e6 } }",
        ]
        try withFolders(first, second) { folders in
            let book = try RuleBook.load(directories: folders, includesExperimental: true)
            let found = RuleRunner(book).matches(finding: [.money], in: NormalisedText("1 m, 2 em, 3 kay"))
            #expect(found.map(\.text) == ["2 em", "3 kay"])
        }
    }

    @Test func wordsThatAListCannotHoldAreRefused() {
        #expect(
            message("language: 1\nextends: { magnitud: { kay: 1e3 } }\n").contains(
                "unknownName: no lexicon is named `magnitud`; did you mean `magnitude`?"))
        #expect(message("language: 1\nextends: { magnitude: [kay] }\n").contains("wrongType: the words of `magnitude` have values"))
        #expect(message("language: 1\nextends: { magnitude: { kay: a thousand } }\n").contains("`a thousand` is none; write it as `1000`"))
    }

    @Test func valuesThatTheProgramDoesNotKnowAreRefused() {
        func text(_ words: String) -> String {
            message(
                """
                language: 1
                rules: [{ id: a, finds: money, status: experimental, match: '(?<number>\\d+) (?<currency>{coin})' }]
                extends: { \(words) }
                """,
                vocabulary:
                    "language: 1\nlexicons: { coin: { pound: GBP }, moneyVerb: { lend: 'doer gives, to gets', borrow: from gives } }")
        }
        #expect(text("coin: { zlotys: zloty }").contains("`zloty` is none; write it as `GBP`"))
        #expect(text("coin: { zlotys: PLN }") == "good")
        #expect(text("moneyVerb: { donate: doer give }").contains("`doer give` is no value of `moneyVerb`"))
        #expect(text("moneyVerb: { donate: 'doer gives, from gets' }") == "good")
    }

    @Test func aFolderWithoutTheProgramsListsIsToldOfThem() {
        #expect(
            message("language: 1\nextends: { magnitude: { kay: 1e3 } }\n", vocabulary: "language: 1\nlexicons: {}").contains(
                "name the folder of the program's rules before your own: `--rules Rules --rules my-rules`"))
    }

    @Test func wordsBeforeAnAmountLeaveTheSpaceToIt() {
        func text(_ end: String) -> String {
            let rule = "{ id: a, finds: bound, attaches: before, reach: adjacent, status: experimental, match: 'tua\(end)' }"
            return message("language: 1\nrules:\n  - \(rule)\n", vocabulary: "language: 1")
        }
        #expect(text(" ").contains("leave it out at the end of the pattern"))
        #expect(text("") == "good")
    }

    // Places of use.

    @Test func aConditionThatTheKindDoesNotKnowIsRefused() {
        func text(_ kind: String, _ condition: String) -> String {
            message(
                "language: 1\nrules:\n  - { id: a, finds: \(kind), status: experimental, match: 'x', where: { \(condition) } }\n",
                vocabulary: "language: 1")
        }
        #expect(text("section", "after: question").contains("3:73: unknownKey: a rule that finds section knows no condition `after`"))
        #expect(text("section", "style: italic").contains("unknownValue: `italic` is not known here"))
        #expect(text("sense", "page: first").contains("a rule that finds sense takes no `where`"))
        #expect(text("label", "paper: [minute]").contains("did you mean `minutes`?"))
        #expect(text("section", "inside: agendaItem") == "good")
    }

    @Test func anUnknownRoleIsRefused() {
        #expect(
            message(
                "language: 1\nrules:\n  - { id: a, finds: label, status: experimental, match: 'x', set: { role: closin } }\n",
                vocabulary: "language: 1"
            ).contains("unknownValue: `closin` is not known here; did you mean `closing`?"))
        #expect(
            message("language: 1\nlayouts:\n  - { id: a, roles: { itemTitel: ['//h3'] } }\n", vocabulary: "language: 1")
                .contains("did you mean `itemTitle`?"))
    }

    @Test func aBrokenPathIsShownWithACaret() {
        #expect(
            message("language: 1\nlayouts:\n  - id: site\n    recognise: []\n    content: ['//div', '//p[']\n", vocabulary: "language: 1")
                == """
                rules.yaml:5:24: path: layout `site`: this is no XPath 1.0; look at its brackets, quotes and functions, and for names with `:` or `$`
                    content: ['//div', '//p[']
                                       ^
                """)
    }

    @Test func aLayoutSaysHowItIsKnown() {
        #expect(
            message("language: 1\nlayouts:\n  - { id: a, content: ['//p'] }\n", vocabulary: "language: 1").contains(
                "missingKey: a layout needs `recognise`"))
    }

    // Units.

    @Test func fullTimeEquivalentsAreTheUnitOfTheirRules() throws {
        let rules = "language: 1\nrules:\n  - { id: a, finds: fte, status: experimental, match: '(?<number>\\d+) wte' }\n"
        let book = try RuleBook.load(texts: ["rules.yaml": rules], includesExperimental: true)
        #expect(book.rules.map { $0.settings["unit"] } == ["FTE"])
    }

    @Test func anAmountWithoutAUnitIsRefused() {
        func text(_ kind: String, _ match: String) -> String {
            message(
                "language: 1\nrules:\n  - { id: a, finds: \(kind), match: '\(match)', examples: [{ text: x, find: [] }] }\n",
                vocabulary: "language: 1\nlexicons: { sign: { £: GBP } }")
        }
        #expect(
            text("money", "(?<number>[0-9]+) quid").contains(
                "noUnit: nothing says what rule `a` counts: give its pattern a group of a lexicon alone, `(?<currency>{…})`"))
        #expect(text("headcount", "(?<number>[0-9]+) heads").contains("`(?<noun>{…})`"))
        #expect(text("headcount", "(?<number>[0-9]+) (?<noun>heads)").contains("`(?<noun>{…})`"))
        #expect(
            message(
                """
                language: 1
                lexicons: { poste: { poste: posts, agent: persons } }
                rules: [{ id: a, finds: headcount, match: '(?<number>\\d) (?<noun>{poste})', examples: [{ text: x, find: [] }] }]
                """, vocabulary: "language: 1"
            ).contains("the values of `poste`, the nouns of rule `a`, are `posts` or `people`, and `persons` is neither"))
        #expect(text("money", "(?<currency>{sign})(?<number>[0-9]+)") == "good")
    }

    @Test func whatARuleMustSayIsAskedFor() {
        func text(_ rule: String) -> String {
            message("language: 1\nrules:\n  - { id: a, \(rule), examples: [{ text: x, find: [] }] }\n", vocabulary: "language: 1")
        }
        #expect(
            text("finds: sense, attaches: after, reach: clause, match: 'dowry'").contains(
                "missingKey: nothing says what rule `a` means: give it `set: { sense: … }` or `set: { firm: … }`"))
        #expect(text("finds: label, match: 'x'").contains("`set: { role: … }`"))
        #expect(
            text("finds: period, attaches: after, reach: clause, set: { span: quarter }, match: 'term (?<year>\\d{4})'").contains(
                "missingGroup: rule `a` with the span `quarter` needs the groups `(?<quarter>…)`"))
        #expect(text("finds: committee, match: 'board'").contains("needs the groups `(?<name>…)`"))
        #expect(text("finds: committee, match: '(?<name>board)'") == "good")
    }

    // Folders.

    @Test func aFileThatNobodyWouldReadIsRefused() throws {
        try withFolders(["money.yaml": "language: 1", "more.yml": "language: 1"]) { folders in
            let problems = #expect(throws: RuleProblems.self) { try RuleBook.load(directories: folders) }
            #expect(problems?.description.contains("more.yml:1:1: unreadable: is not read: give it a name that ends in .yaml") == true)
        }
    }

    @Test func foldersThatFindNoMoneyAreRefused() throws {
        try withFolders(["own.yaml": "language: 1"]) { folders in
            let problems = #expect(throws: RuleProblems.self) { try RuleBook.load(directories: folders) }
            #expect(problems?.problems.map(\.code) == [.noMoney])
            #expect(problems?.description.contains("--rules Rules --rules \(folders[0])") == true)
        }
    }

    // Messages.

    @Test(arguments: [
        ("rules:\n\t- id: a\n", "write spaces"),
        ("rules:\n  - { id: a, match: \"\\d\" }\n", "put patterns between single quotes"),
        ("rules:\n  - id: a\n    note: see: this\n", "put the text between quotes"),
        ("rules:\n  - { id: a, match: \"\\bcap\", finds: money, status: experimental }\n", "put patterns between single quotes"),
        (
            "rules:\n  - { id: a, finds: money, match: '£5', set: { unit: GBP }, examples: [{ text: '£5', find: [{ text: '£5', value: 1,000 }] }] }\n",
            "write a number without commas"
        ),
        (
            "rules:\n  - { id: a, finds: money, match: '£5', set: { unit: GBP }, examples: [{ text: '£5', find: [{ text: '£5', value: ten }] }] }\n",
            "write it as `1000`"
        ),
        ("rules:\n  - { id: a, match: 'it''s', note: 'x }\n", "a quote is not closed"),
    ])
    func aMessageNamesTheCure(rules: String, cure: String) {
        let said = message("language: 1\n" + rules, vocabulary: "language: 1")
        #expect(said.contains(cure), "\(said)")
    }

    // What rules see in a text by itself.

    @Test func whatTheRulesForPartsSeeIsExplained() throws {
        let rules = """
            language: 1
            rules:
              - { id: a, finds: resolution, status: experimental, match: 'resolved', set: { outcome: resolved }, where: { position: anywhere } }
              - { id: b, finds: section, status: experimental, match: 'summary', where: { position: whole } }
              - { id: c, finds: agendaItem, status: experimental, match: 'item (?<number>\\d)' }
            """
        let book = try RuleBook.load(texts: ["rules.yaml": rules], includesExperimental: true)
        func found(_ text: String) -> [String] {
            book.partExplanation(of: text).matches.map { "\($0.rule.id) \($0.text) \($0.groups.map(\.text))" }
        }
        #expect(found("Item 4 was resolved, see the summary") == ["c Item 4 [\"4\"]", "a resolved []"])
        #expect(found("Summary") == ["b Summary []"])
    }

    /// Writes folders of files and hands on their paths.
    private func withFolders(_ folders: [String: String]..., body: ([String]) throws -> Void) throws {
        try Checkout.withTemporaryFolder { root in
            var paths: [String] = []
            for (index, files) in folders.enumerated() {
                let folder = root + "/\(index)"
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: folder + "/" + name)) }
                paths.append(folder)
            }
            try body(paths)
        }
    }
}
