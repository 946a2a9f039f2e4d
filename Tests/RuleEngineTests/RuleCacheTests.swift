import Foundation
import TestSupport
import Testing

@testable import RuleEngine

/// A start takes compiled rules from a folder of the user's, where they are whole and nobody else could have written them.
@Suite struct RuleCacheTests {
    private static let rules = [
        "vocabulary.yaml": "language: 1\nlexicons: { sign: { \"£\": GBP, \"€\": EUR } }\n",
        "a.yaml": """
        language: 1
        rules:
          - id: coin
            finds: money
            match: '(?<figure>(?<currency>{sign})(?<number>(?>\\d+)))\\b'
            where: { block: tableCell }
            examples: [{ text: '£5', find: [{ text: '£5', value: 5 }] }]
          - { id: about, finds: approximation, status: experimental, match: 'about(?= )', attaches: before, set: { approximate: true } }
        layouts:
          - { id: council, recognise: ['//main'], content: ['//main'], roles: { itemTitle: ['//h2'] }, kind: minutes }
        """,
    ]

    /// Runs `body` with a folder of rules and a path for the sets, below a folder of their own.
    private func withRules(_ body: (_ rules: String, _ sets: String) throws -> Void) throws {
        try withFolder(Dictionary(uniqueKeysWithValues: RuleCacheTests.rules.map { ("rules/" + $0.key, $0.value) })) { root in
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: root)
            try body(root + "/rules", root + "/cache/sets")
        }
    }

    private func load(_ rules: String, _ sets: String, build: String = "1") throws -> RuleBook {
        try RuleBook.load(directories: [rules], includesExperimental: true, cache: RuleCache(folder: sets, build: build))
    }

    /// Whether a book was read from a set, which has no examples.
    private func isKept(_ book: RuleBook) -> Bool { book.rules.allSatisfy(\.examples.isEmpty) }

    /// What a rule says, its examples apart.
    private func told(_ rule: Rule) -> String {
        let conditions = rule.conditions.sorted { $0.key < $1.key }
        return
            "\(rule.id) \(rule.finds) \(rule.match) \(rule.priority) \(rule.confidence) \(rule.status) \(rule.attaches) \(rule.reach.map(\.rawValue).sorted()) \(rule.settings.sorted { $0.key < $1.key }) \(conditions) \(rule.mark)"
    }

    private func file(_ sets: String) throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: sets)
        #expect(names.count == 1)
        return sets + "/" + (names.first ?? "")
    }

    private func allow(_ permissions: Int, _ path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
    }

    @Test func aKeptBookIsTheOneThatWasCompiled() throws {
        try withRules { rules, sets in
            let made = try load(rules, sets)
            #expect(!isKept(made))
            let kept = try load(rules, sets)
            #expect(isKept(kept))
            #expect(kept.hash == made.hash)
            #expect(kept.layouts == made.layouts)
            #expect(kept.lexicon("sign")?["€"] == "EUR")
            #expect(kept.rules.map(told) == made.rules.map(told))
            let found = RuleRunner(kept).matches(finding: [.money], in: NormalisedText("about €12 or £3"))
            #expect(found.map(\.text) == ["€12", "£3"])
            #expect(found.first?.value(of: "currency") == "EUR")
            #expect(found.first?["number"] == "12")
        }
    }

    @Test func keptRulesFindWhatTheProgramsOwnFind() throws {
        try withRules { _, sets in
            let made = try Checkout.ruleBook.get()
            let cache = RuleCache(folder: sets, build: "1")
            _ = try RuleBook.load(directories: [Checkout.rules], cache: cache)
            let kept = try RuleBook.load(directories: [Checkout.rules], cache: cache)
            #expect(isKept(kept))
            let kinds = Set(RuleKind.allCases)
            let (one, other) = (RuleRunner(made), RuleRunner(kept))
            for rule in made.rules {
                for text in rule.examples.map(\.text.text) + rule.rejects.map(\.text) {
                    let text = NormalisedText(text)
                    let found = one.matches(finding: kinds, in: text)
                    let again = other.matches(finding: kinds, in: text)
                    #expect(found.map(\.rule.id) == again.map(\.rule.id))
                    #expect(found.map(\.bytes) == again.map(\.bytes))
                    #expect(found.map { $0.groups.map(\.text) } == again.map { $0.groups.map(\.text) })
                }
            }
        }
    }

    @Test func aDamagedSetIsMadeAnew() throws {
        try withRules { rules, sets in
            _ = try load(rules, sets)
            let path = try file(sets)
            let whole = try Data(contentsOf: URL(filePath: path))
            for damaged in [Data(), whole.prefix(40), whole.dropLast(), whole + [0], Data(whole.map { $0 ^ 1 })] {
                try damaged.write(to: URL(filePath: path))
                #expect(!isKept(try load(rules, sets)))
                #expect(isKept(try load(rules, sets)))
            }
            for place in stride(from: 0, to: whole.count, by: 97) {
                var changed = whole
                changed[place] ^= 0x20
                try changed.write(to: URL(filePath: path))
                #expect(!isKept(try load(rules, sets)), "a changed byte at \(place)")
            }
        }
    }

    /// Bytes with a right sum may still be anybody's: reading them ends, and traps nowhere.
    @Test func noBytesBringTheReaderDown() throws {
        let book = try RuleBook.load(texts: RuleCacheTests.rules, includesExperimental: true)
        let files = RuleCacheTests.rules.keys.sorted()
        let whole = StoredRules(rules: book.rules, layouts: book.layouts, lexicons: [:]).bytes(files: files)
        #expect(try StoredRules(whole, files: files).rules.count == book.rules.count)
        for place in whole.indices {
            for value: UInt8 in [0, 1, 0x7f, 0x80, 0xff, whole[place] &+ 1] {
                var bytes = whole
                bytes[place] = value
                guard let read = try? StoredRules(bytes, files: files) else { continue }
                for way in read.rules.flatMap(\.ways) { _ = way.pattern.groups }
            }
            #expect(throws: StoredDamage.self) { try StoredRules(Array(whole[..<place]), files: files) }
        }
        #expect(throws: StoredDamage.self) { try StoredRules(whole, files: []) }
    }

    @Test func whatOthersCouldHaveWrittenIsNotRead() throws {
        try withRules { rules, sets in
            _ = try load(rules, sets)
            let path = try file(sets)
            try allow(0o666, path)
            #expect(!isKept(try load(rules, sets)))
            try allow(0o777, sets)
            #expect(!isKept(try load(rules, sets)))
            try allow(0o700, sets)
            #expect(isKept(try load(rules, sets)))
            let real = sets + "-moved"
            try FileManager.default.moveItem(atPath: sets, toPath: real)
            try FileManager.default.createSymbolicLink(atPath: sets, withDestinationPath: real)
            #expect(!isKept(try load(rules, sets)))
        }
    }

    @Test func theFolderIsForItsUserAlone() throws {
        try withRules { rules, sets in
            _ = try load(rules, sets)
            for path in [sets, try file(sets)] {
                let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                #expect(permissions.map { $0 & 0o077 } == 0)
            }
        }
    }

    @Test func whereNothingCanBeWrittenRulesAreReadAllTheSame() throws {
        try withRules { rules, _ in
            for folder in [rules + "/a.yaml/sets", "/proc/sets", "/no/such/folder/at/all"] {
                let book = try load(rules, folder)
                #expect(!isKept(book))
            }
        }
    }

    @Test func otherFilesAndOtherBuildsHaveSetsOfTheirOwn() throws {
        try withRules { rules, sets in
            _ = try load(rules, sets)
            #expect(!isKept(try load(rules, sets, build: "2")))
            try Data("language: 1\n".utf8).write(to: URL(filePath: rules + "/b.yaml"))
            #expect(!isKept(try load(rules, sets)))
            #expect(isKept(try load(rules, sets)))
            // The same files in a row, in two folders.
            try FileManager.default.createDirectory(atPath: rules + "-more", withIntermediateDirectories: false)
            try FileManager.default.moveItem(atPath: rules + "/b.yaml", toPath: rules + "-more/b.yaml")
            let both = try RuleBook.load(
                directories: [rules, rules + "-more"], includesExperimental: true, cache: RuleCache(folder: sets, build: "1"))
            #expect(!isKept(both))
        }
    }

    @Test func fewSetsAreKept() throws {
        try withRules { rules, sets in
            for build in 0..<12 { _ = try load(rules, sets, build: String(build)) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: sets).count == 8)
            #expect(isKept(try load(rules, sets, build: "11")))
        }
    }

    @Test func theFolderIsWhereTheUserSays() {
        #expect(RuleCache.folder(environment: ["HOME": "/home/a"]) == "/home/a/.cache/scrutineer")
        #expect(RuleCache.folder(environment: ["HOME": "/home/a", "XDG_CACHE_HOME": "/c"]) == "/c/scrutineer")
        #expect(RuleCache.folder(environment: ["XDG_CACHE_HOME": "c", "HOME": "/h"]) == "/h/.cache/scrutineer")
        #expect(RuleCache.folder(environment: ["SCRUTINEER_CACHE": "/x/y", "XDG_CACHE_HOME": "/c"]) == "/x/y")
        #expect(RuleCache.folder(environment: ["SCRUTINEER_CACHE": "", "XDG_CACHE_HOME": "/c"]) == nil)
        #expect(RuleCache.folder(environment: [:]) == nil)
    }
}
