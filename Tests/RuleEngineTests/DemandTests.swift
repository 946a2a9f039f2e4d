import Testing

@testable import RuleEngine

/// What no match can do without is asked of a text before the pattern is tried; `ScanTests` shows that nothing is missed for it.
@Suite struct DemandTests {
    private func demand(_ pattern: String, ignoresCase: Bool = true) throws -> Demand {
        var written = WrittenPattern()
        written.bytes = Array(pattern.utf8)
        var parser = PatternParser(written, ignoresCase: ignoresCase)
        return try parser.whole().demand
    }

    private func meets(_ text: String, _ pattern: String, ignoresCase: Bool = true) throws -> Bool {
        let demand = try demand(pattern, ignoresCase: ignoresCase)
        return NormalisedText(text).bytes.withUnsafeBufferPointer { bytes in
            var traits = TextTraits(bytes, from: 0)
            return traits.meet(demand)
        }
    }

    @Test func aPatternThatReachesTheEndAsksForTheLastByte() throws {
        #expect(try demand("^.{2,60} as follows[:-]$").last == ByteSet(Array(":-".utf8)))
        #expect(try demand("^total:?$").last == ByteSet(Array("lL:".utf8)))
        #expect(try demand("^(?:page \\d{1,3}|end)$").last == ByteSet.digits.union(ByteSet(Array("dD".utf8))))
        // What is looked for need not be there, and a match may go on behind the place.
        for pattern in ["^total", "^(?:total$|sum)", "^total(?=:$)", "^total.{0,3}$"] {
            #expect(try demand(pattern).last.contains(UInt8(ascii: "x")), "\(pattern)")
        }
    }

    @Test func lettersAreAskedForInTheCaseThatCounts() throws {
        #expect(try meets("The item was DEFERRED.", "(?:it was )?(?-i:DEFERRED)\\b"))
        #expect(try !meets("The item was deferred.", "(?:it was )?(?-i:DEFERRED)\\b"))
        #expect(try meets("THE ITEM WAS DEFERRED.", "deferred"))
        #expect(try !meets("The item was agreed.", "deferred"))
    }

    @Test func digitsAndSignsAreAskedFor() throws {
        #expect(try meets("see page 12", "page \\d"))
        #expect(try !meets("see page twelve", "page \\d"))
        #expect(try meets("fees of £12", "of \\x{00A3}"))
        #expect(try !meets("fees of 12", "of \\x{00A3}"))
        #expect(try !meets("none of either", "either (?=\\d)"))
    }

    @Test func whatMayBeLeftOutIsNotAskedFor() throws {
        for pattern in ["quiz(?:zes)?", "(?:quiz|puzzle)", "quiz(?! night)", "(?<!the )quiz"] {
            #expect(try meets("a quiz", pattern), "\(pattern)")
        }
        #expect(try meets("a puzzle", "(?:quiz|puzzle)"))
        // A last line's end may stand behind the match.
        #expect(try meets("the total\n\n", "^the total$"))
    }

    @Test func longTextsAreNotGoneThrough() throws {
        #expect(try meets(String(repeating: "a ", count: 4_000), "quiz"))
    }
}
