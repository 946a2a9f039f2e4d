import Foundation
import PaperModel
import Synchronization
import TestSupport
import Testing

@testable import RuleEngine

/// The scan passes over most places of a text and tries few rules at the others. What it finds is what trying every rule everywhere finds.
@Suite struct ScanTests {
    /// How many texts are made: with the rules that come with the program some millions of attempts. A change of the filter is worth
    /// `SCRUTINEER_SCAN_TEXTS=20000`.
    private static let textCount = ProcessInfo.processInfo.environment["SCRUTINEER_SCAN_TEXTS"].flatMap { Int($0) } ?? 400

    /// Texts of real papers beside them: the pages of a run, with `SCRUTINEER_SCAN_PAGES=records/pages.jsonl`.
    private static func pages() throws -> [String] {
        guard let path = ProcessInfo.processInfo.environment["SCRUTINEER_SCAN_PAGES"] else { return [] }
        let texts = try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n")).map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])["text"] as? String
        }
        try #require(!texts.isEmpty)
        return try texts.map { try #require($0) }
    }

    @Test func aScanFindsWhatEveryRuleAtEveryPlaceFinds() throws {
        let book = try Checkout.ruleBook.get()
        let selection = RuleSelection(book, finding: Set(RuleKind.allCases))
        let runner = RuleRunner(book)
        var maker = TextMaker(book)
        var matched = 0
        for made in (0..<ScanTests.textCount).map({ _ in maker.next() }) + (try ScanTests.pages()) {
            let text = NormalisedText(made)
            let found = runner.matches(of: selection, in: text).map { "\($0.rule.id) \($0.bytes)" }.sorted()
            let wanted = everywhere(book.rules, in: text).sorted()
            #expect(found == wanted, "in `\(text.plain)`")
            matched += wanted.count
        }
        // Texts in which nothing matches would show nothing.
        #expect(matched > ScanTests.textCount)
    }

    @Test func aScanBackFindsWhatEveryRuleFindsThatEndsThere() throws {
        let book = try Checkout.ruleBook.get()
        let selection = RuleSelection(book, finding: [.approximation, .bound]) { $0.attaches != .after && $0.reach.contains(.adjacent) }
        let runner = RuleRunner(book)
        var maker = TextMaker(book)
        for _ in 0..<ScanTests.textCount / 4 {
            let text = NormalisedText(maker.next())
            for end in 1...max(1, text.count) where end <= text.count && !isInside(text, end) {
                let found = runner.matches(of: selection, in: text, endingAt: end, from: 0).map { "\($0.rule.id) \($0.bytes)" }.sorted()
                #expect(found == everywhere(selection.rules, in: text, endingAt: end).sorted(), "in `\(text.plain)` to \(end)")
            }
        }
    }

    /// Tries every rule at every character.
    private func everywhere(_ rules: [Rule], in text: NormalisedText, endingAt end: Int? = nil) -> [String] {
        let scratch = PatternScratch()
        return text.bytes.withUnsafeBufferPointer { bytes in
            let bytes = UnsafeBufferPointer(rebasing: bytes[..<(end ?? bytes.count)])
            return rules.flatMap { rule -> [String] in
                guard let pattern = whole(rule, endsAtEnd: end != nil) else { return [] }
                var found: [String] = []
                var place = 0
                while place < bytes.count {
                    if !isInside(text, place), case .match(let last) = scratch.attempt(pattern, in: bytes, at: place) {
                        found.append("\(rule.id) \(place..<last)")
                        if end != nil { break }
                        place = max(last, place + 1)
                    } else {
                        place += 1
                    }
                }
                return found
            }
        }
    }

    /// All patterns of a rule as one; nil where it never looks back and is to. The scan tries each by itself.
    private func whole(_ rule: Rule, endsAtEnd: Bool) -> Pattern? {
        guard let first = rule.ways.first, !endsAtEnd || first.ending != nil else { return nil }
        let key = "\(rule.id) \(endsAtEnd)"
        if let known = ScanTests.wholes.withLock({ $0[key] }) { return known }
        let source = RuleFileReader.joined(rule.ways.map(\.pattern.source))
        let made = Pattern(known: source, ignoresCase: first.pattern.ignoresCase, endsAtEnd: endsAtEnd)
        return ScanTests.wholes.withLock {
            $0[key] = made
            return made
        }
    }

    private static let wholes = Mutex<[String: Pattern]>([:])

    /// Whether a byte is one of a character's after its first.
    private func isInside(_ text: NormalisedText, _ place: Int) -> Bool {
        place < text.count && ByteSet.continuations.contains(text[place])
    }
}

/// Makes texts out of pieces of the rules' own examples, the same ones every time.
private struct TextMaker {
    private let sources: [[Unicode.Scalar]]
    private var state: UInt64 = 14

    init(_ book: RuleBook) {
        sources = book.rules.flatMap { rule in
            rule.examples.map(\.text.text) + rule.rejects.map(\.text)
        }.map { Array($0.unicodeScalars) }
    }

    /// What may stand between pieces.
    private static let joints = ["", " ", "\n", "\n\n", "-", ".", ", ", "£", "(", "0", "x", "é", "\u{a0}", "   "]

    /// A text of up to four pieces; now and then in capitals, or without a letter in the middle.
    mutating func next() -> String {
        var text = String.UnicodeScalarView()
        for _ in 0...random(3) {
            let source = sources[random(sources.count)]
            let start = random(3) == 0 ? random(source.count + 1) : 0
            var piece = Array(source[start...].prefix(10 + random(50)))
            if random(6) == 0, !piece.isEmpty { piece.remove(at: random(piece.count)) }
            text.append(contentsOf: piece)
            text.append(contentsOf: TextMaker.joints[random(TextMaker.joints.count)].unicodeScalars)
        }
        return random(5) == 0 ? String(text).uppercased() : String(text)
    }

    /// A number below `bound`, by the linear congruence of Knuth's MMIX.
    private mutating func random(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(1, bound)
    }
}
