import Foundation
import PaperModel
import RuleEngine
import TestSupport
import Testing

/// A book of one file of rules, with the examples that stable rules need left out by marking them experimental.
func book(_ rules: String, vocabulary: String = "language: 1\n") throws(RuleProblems) -> RuleBook {
    try RuleBook.load(texts: ["vocabulary.yaml": vocabulary, "rules.yaml": "language: 1\n" + rules], includesExperimental: true)
}

/// Codes and places of everything that is wrong with a file.
func faults(_ rules: String, vocabulary: String = "language: 1\n") -> [String] {
    do {
        _ = try book(rules, vocabulary: vocabulary)
        return []
    } catch {
        return error.problems.map { "\($0.mark.file):\($0.mark.line):\($0.mark.column) \($0.code.rawValue)" }
    }
}

@Suite struct NormalisedTextTests {
    @Test func spacesDashesAndQuotesBecomePlain() {
        let text = NormalisedText("a\u{a0}b\u{2009}c\nd \u{2013}\u{2212} \u{201c}x\u{2019}")
        #expect(text.words(0..<text.count) == "a b c d -- \"x'")
    }

    @Test func gapsAndEmptyLinesStayKnown() {
        let text = NormalisedText("a   b  c\td\n\ne")
        #expect(text.words(0..<text.count) == "a\tb c\td\ne")
    }

    @Test func softHyphensAreDroppedAndOffsetsLeadBack() {
        let text = NormalisedText("co\u{ad}st £\u{a0} 8m")
        #expect(text.words(0..<text.count) == "cost £ 8m")
        // "£ 8m" is scalars 6 to 11 of the original: c o shy s t space £ nbsp space 8 m.
        #expect(text.source(of: 5..<10) == TextRange(6, 11))
        #expect(text.bytes(of: TextRange(6, 11)) == 5..<10)
    }

    @Test(arguments: [
        "", " ", "a", "a b", " a b ", "a  b", "a b  ", "a\u{a0}b", "£5", "a £5", "x \u{2013} y", "\u{ad}", "a\tb", "a\n\nb",
        "\u{feff}£\u{2009}5 m\u{ad}n",
    ])
    func stringsAndScalarsComeOutAlike(text: String) {
        let scalars = Array(text.unicodeScalars)
        let (fromString, fromScalars, fromSlice) = (
            NormalisedText(text), NormalisedText(scalars), NormalisedText((["x"] + scalars + ["y"]).dropFirst().dropLast())
        )
        #expect(fromString.plain == fromScalars.plain)
        #expect(fromString.plain == fromSlice.plain)
        for start in 0...fromString.count {
            #expect(fromString.source(of: start..<fromString.count) == fromScalars.source(of: start..<fromString.count))
        }
        #expect(fromString.bytes(of: TextRange(0, scalars.count)) == 0..<fromString.count)
    }

    @Test func plainTextKeepsItsPlaces() {
        let text = NormalisedText("cost 8m ")
        #expect(text.source(of: 5..<8) == TextRange(5, 7))
        #expect(text.source(of: 8..<8) == TextRange(8, 8))
        #expect(text.bytes(of: TextRange(5, 7)) == 5..<7)
    }

    @Test func fullWidthFormsBecomeASCII() {
        let text = NormalisedText("\u{ffe1}\u{ff11}\u{ff12}")
        #expect(text.words(0..<text.count) == "£12")
    }
}

@Suite struct MatchingTests {
    private func found(_ rules: String, in text: String, _ kinds: Set<RuleKind> = [.money]) throws -> [String] {
        let runner = RuleRunner(try book(rules))
        return runner.resolve(runner.matches(finding: kinds, in: NormalisedText(text))).winners.map {
            "\($0.rule.id) \($0.range.start)-\($0.range.end)"
        }
    }

    @Test func aRuleFindsEveryPlace() throws {
        let rules = "rules:\n  - { id: a, finds: money, status: experimental, match: '£\\d+' }\n"
        #expect(try found(rules, in: "£1 and £22, £") == ["a 0-2", "a 7-10"])
    }

    /// Patterns whose matches begin in ways that a scan could overlook.
    @Test(arguments: [
        ("a", "xa", ["1-2"]), ("ab", "ab", ["0-2"]), ("a?b", "ab b", ["0-2", "3-4"]),
        ("(?:one|tw|f)x?", "one TWx f", ["0-3", "4-7", "8-9"]),
        ("[^a]b", "éb", ["0-2"]), ("é+", "aÉé", ["1-3"]), ("(?:a|bc|def){2}", "aa bcdef", ["0-2", "3-8"]),
        ("\\bx", "xx x", ["0-1", "3-4"]),
        ("(?<!a)b", "ab b", ["3-4"]), ("-?1", "-1 1", ["0-2", "3-4"]), ("(?=ab)a", "ac ab", ["3-4"]), (".", "z", ["0-1"]),
        ("(?>one|two)(?: x)?", "one two x", ["0-3", "4-9"]), ("x{0,2}y", "xxxy", ["1-4"]), ("^a|b$", "aab", ["0-1", "2-3"]),
    ])
    func aScanOverlooksNoMatch(pattern: String, text: String, expected: [String]) throws {
        let rules = "rules:\n  - { id: a, finds: money, status: experimental, match: '\(pattern)' }\n"
        #expect(try found(rules, in: text) == expected.map { "a " + $0 })
    }

    @Test func moreRulesThanOneTableHoldsAreAllLookedFor() throws {
        let rules = "rules:\n" + (0..<150).map { "  - { id: r\($0), finds: money, status: experimental, match: 'w\($0)x' }\n" }.joined()
        #expect(try found(rules, in: "w0x w77x w149x").map { String($0.prefix { $0 != " " }) } == ["r0", "r77", "r149"])
    }

    @Test func precedenceIsNamed() throws {
        let rules = """
            rules:
              - { id: a, finds: money, status: experimental, match: 'x' }
              - { id: b, finds: money, status: experimental, match: 'x' }
              - { id: c, finds: money, status: experimental, match: 'xy' }
              - { id: d, finds: money, status: experimental, match: 'x', priority: 60 }
            """
        let matches = RuleRunner(try book(rules)).matches(finding: [.money], in: NormalisedText("xy"))
        #expect(matches.map(\.rule.id) == ["d", "c", "a", "b"])
        #expect(zip(matches, matches.dropFirst()).map { $0.precedence(over: $1) } == [.priority, .length, .id])
    }

    @Test func priorityThenLengthDecides() throws {
        let rules = """
            rules:
              - { id: long, finds: money, status: experimental, match: '\\d+ pounds' }
              - { id: short, finds: money, status: experimental, match: '\\d+' }
              - { id: first, finds: fte, status: experimental, match: '\\d+ po', priority: 60 }
            """
        #expect(try found(rules, in: "20 pounds") == ["long 0-9"])
        #expect(try found(rules, in: "20 pounds", [.money, .fte]) == ["first 0-5"])
    }

    @Test func lexiconsMatchWholeWordsLongestFirstAndGiveValues() throws {
        let rules = """
            lexicons:
              scale: { m: 1e6, million: 1e6, thousand: 1e3 }
            rules:
              - { id: a, finds: money, status: experimental, match: '£(?<number>\\d+) ?(?<magnitude>{scale})?' }
            """
        let runner = RuleRunner(try book(rules))
        let matches = runner.resolve(runner.matches(finding: [.money], in: NormalisedText("£5 Million, £6 men, £7 thousand"))).winners
        #expect(matches.map { $0.value(of: "magnitude") } == ["1e6", nil, "1e3"])
        #expect(matches.map { $0["number"] } == ["5", "6", "7"])
    }

    @Test func caseCountsWhereAsked() throws {
        let rules = "rules:\n  - { id: a, finds: money, status: experimental, case: exact, match: 'US[$]\\d+' }\n"
        #expect(try found(rules, in: "us$5 US$6") == ["a 5-9"])
    }

    @Test func wordsBeforeAFigureEndWhereItBegins() throws {
        let rules = """
            rules:
              - { id: upto, finds: bound, attaches: before, reach: adjacent, status: experimental, match: 'up to', set: { bound: atMost } }
            """
        let made = try book(rules)
        let runner = RuleRunner(made)
        let bounds = RuleSelection(made, finding: [.bound])
        let text = NormalisedText("up to 4 or up to £5")
        #expect(runner.matches(of: bounds, in: text, endingAt: 16, from: 0).map(\.bytes) == [11..<16])
        #expect(runner.matches(of: bounds, in: text, endingAt: 15, from: 0).isEmpty)
    }

    @Test func aRuleThatMeetsItsLimitIsStoppedAndCounted() throws {
        let rules = "rules:\n  - { id: slow, finds: money, status: experimental, match: '(?:a?){30}a{30}[bc]' }\n"
        let runner = RuleRunner(try book(rules))
        let text = NormalisedText(String(repeating: "a", count: 4_000))
        #expect(runner.matches(finding: [.money], in: text).isEmpty)
        #expect(runner.limited == ["slow": 1])
    }

    @Test func theHashDependsOnNamesAndBytes() throws {
        let one = try RuleBook.load(texts: ["vocabulary.yaml": "language: 1\n"])
        let same = try RuleBook.load(texts: ["vocabulary.yaml": "language: 1\n"])
        let other = try RuleBook.load(texts: ["vocabulary.yaml": "language: 1 \n"])
        #expect(one.hash == same.hash)
        #expect(one.hash != other.hash)
        #expect(one.hash.hasPrefix("sha256:") && one.hash.utf8.count == 71)
    }

    @Test func theHashOfFilesIsThatOfTheirBook() throws {
        #expect(try RuleBook.hash(directories: [Checkout.rules]) == RuleBook.load(directories: [Checkout.rules]).hash)
        #expect(throws: RuleProblems.self) { try RuleBook.hash(directories: ["/no/such/folder"]) }
    }
}

@Suite struct RuleFaultTests {
    @Test func everyFaultOfAFileIsReportedWithItsPlace() {
        let found = faults(
            """
            pattern: {}
            rules:
              - id: a
                finds: mony
                match: 'x'
                exmaples: []
              - id: b
                finds: money
                match: '(?<nmber>\\d+)'
                status: experimental
            """)
        #expect(
            found == [
                "rules.yaml:2:1 unknownKey", "rules.yaml:5:12 unknownValue", "rules.yaml:7:5 unknownKey", "rules.yaml:10:12 unknownGroup",
            ])
    }

    @Test(arguments: [
        ("'a*'", "matchesNothing"), ("'(?:a+)+'", "nestedRepeat"), ("'(a)\\\\1'", "pattern"), ("'a{nobody}'", "unknownName"),
        ("'(a'", "pattern"),
        ("'[a'", "pattern"), ("'a**'", "pattern"), ("'(?R)'", "pattern"),
    ])
    func badPatternsAreRefused(pattern: String, code: String) {
        let written = pattern.replacing("\\\\", with: "\\")
        #expect(faults("rules:\n  - { id: a, finds: money, status: experimental, match: \(written) }\n") == ["rules.yaml:3:57 \(code)"])
    }

    @Test func aStableRuleNeedsAnExample() {
        #expect(faults("rules:\n  - { id: a, finds: label, set: { role: date }, match: 'x' }\n") == ["rules.yaml:3:11 neverFires"])
    }

    @Test func duplicatesAndPartsThatNothingUsesAreReported() {
        let found = faults(
            """
            patterns: { unused: 'y' }
            rules:
              - { id: a, finds: money, status: experimental, match: 'x' }
              - { id: a, finds: money, status: experimental, match: 'z' }
            """)
        #expect(found == ["rules.yaml:2:13 unreferenced", "rules.yaml:5:11 duplicate"])
    }

    @Test func patternsMayNotReferInACircle() {
        let found = faults(
            "patterns: { one: '{two}', two: '{one}' }\nrules:\n  - { id: a, finds: money, status: experimental, match: '{one}' }\n")
        #expect(found.contains("rules.yaml:2:18 circular"))
    }

    @Test func theLanguageMustBeKnown() {
        #expect(faults("", vocabulary: "rules: []\n") == ["vocabulary.yaml:1:1 language"])
        #expect(faults("", vocabulary: "language: 2\n") == ["vocabulary.yaml:1:11 language"])
    }

    @Test func aFindMustStandInItsExample() {
        let found = faults(
            """
            rules:
              - id: a
                finds: money
                set: { unit: GBP }
                match: '£(?<number>\\d+)'
                examples:
                  - { text: "for £5", find: [{ text: "£6", value: 6 }] }
            """)
        #expect(found == ["rules.yaml:8:42 findNotInExample"])
    }

    @Test func aProblemShowsItsLineACaretAndTheMend() {
        do {
            _ = try book("rules:\n  - { id: a, finds: label, exmaples: [], match: 'x', set: { role: date } }\n")
            Issue.record("a bad file was read")
        } catch {
            #expect(
                error.description.hasPrefix(
                    """
                    rules.yaml:3:11: neverFires: rule `a` has no example; a stable rule needs one that it fires in, or `status: experimental`
                      - { id: a, finds: label, exmaples: [], match: 'x', set: { role: date } }
                              ^
                    rules.yaml:3:28: unknownKey: unknown key `exmaples`; did you mean `examples`?
                      - { id: a, finds: label, exmaples: [], match: 'x', set: { role: date } }
                                               ^
                    """))
        }
    }

    @Test func notYAMLIsAFaultWithAPlace() {
        #expect(faults("rules: [").map { $0.hasSuffix("syntax") } == [true])
    }
}

@Suite struct LayoutTests {
    @Test func layoutsAreReadAndGeneralOnesComeLast() throws {
        let book = try RuleBook.load(texts: [
            "vocabulary.yaml": "language: 1\n",
            "layouts/a.yaml": "language: 1\nlayouts:\n  - { id: any, recognise: [], content: //main }\n",
            "layouts/b.yaml":
                "language: 1\nlayouts:\n  - { id: site, recognise: ['//div[@id=\"x\"]'], roles: { minutes: [//p] }, metadata: { title: //h1 }, kind: minutes }\n",
        ])
        #expect(book.layouts.map(\.id) == ["site", "any"])
        #expect(book.layouts[0].roles == [.init(role: .minutes, paths: ["//p"])])
        #expect(book.layouts[0].metadata == [.init(field: .title, paths: ["//h1"])])
        #expect(book.layouts[1].content == ["//main"])
    }
}

@Suite struct DirectoryTests {
    @Test func laterDirectoriesAddAndOverrideById() throws {
        let first = [
            "vocabulary.yaml": "language: 1\nlexicons: { colour: { red: R } }\n",
            "a.yaml": "language: 1\nrules:\n  - { id: one, finds: money, status: experimental, match: '{colour} 1' }\n",
        ]
        let second = [
            "b.yaml": """
            language: 1
            rules:
              - { id: one, finds: money, status: experimental, match: '{colour} 2' }
              - { id: two, finds: money, status: experimental, match: 'x' }
            """
        ]
        try withFolder(first) { one in
            try withFolder(second) { two in
                let book = try RuleBook.load(directories: [one, two], includesExperimental: true)
                #expect(book.rules.map(\.id) == ["one", "two"])
                #expect(RuleRunner(book).matches(finding: [.money], in: NormalisedText("red 1, red 2")).map(\.text) == ["red 2"])
            }
        }
    }

    @Test func aMissingFolderIsAProblem() {
        #expect(throws: RuleProblems.self) { try RuleBook.load(directories: ["/no/such/folder"]) }
    }

    @Test func theBuiltInFolderIsFoundBesideOrAboveTheProgram() throws {
        #expect(RuleBook.builtInDirectory(environment: ["SCRUTINEER_RULES": "/my/rules"], executable: "/bin/x") == "/my/rules")
        try withFolder(["share/scrutineer/Rules/vocabulary.yaml": "", "bin/scrutineer": ""]) { root in
            let found = RuleBook.builtInDirectory(environment: [:], executable: root + "/bin/scrutineer")
            #expect(found?.hasSuffix("share/scrutineer/Rules") == true)
        }
        try withFolder(["Rules/vocabulary.yaml": "", ".build/release/scrutineer": ""]) { root in
            let found = RuleBook.builtInDirectory(environment: [:], executable: root + "/.build/release/scrutineer")
            #expect(found?.hasSuffix("/Rules") == true)
        }
    }
}

/// Runs `body` with a folder that holds files.
func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "rules-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
    try body(folder.path)
}
