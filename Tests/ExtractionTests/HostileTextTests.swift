import Extraction
import Foundation
import RuleEngine
import TestSupport
import Testing

/// Processor time of this thread, seconds: what else the machine does leaves it alone.
private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

@Suite(.serialized) struct HostileTextTests {
    /// Things that someone repeats without end, and how often at first: fewer of those that are figures.
    static let things: [(thing: String, count: Int)] = [
        ("1", 100), ("£", 100), (" ", 100), ("1,000,", 10), ("c ", 25), ("up to ", 15), ("(", 100), ("2019/20 ", 15), ("\n", 100),
        ("savings ", 15), ("-", 100), ("£.", 50), ("$", 100), ("£1 ", 2), ("£1-", 2), ("£1m to ", 2), ("10 agency ", 3),
        ("one hundred and ", 2), ("1 of the ", 3), ("£1 (2019/20) ", 1), ("1 May 2019 to ", 2), ("club 2019/20 £1, ", 1), ("nil ", 10),
        ("£1 plus ", 2),
    ]

    @Test(arguments: things) func timeGrowsWithTheTextAndNotFaster(thing: String, count: Int) throws {
        let extractor = FigureExtractor(rules: try Checkout.ruleBook.get())
        func seconds(_ times: Int) -> Double {
            let text = String(repeating: thing, count: count * times)
            let start = processorSeconds()
            _ = extractor.figures(inText: text)
            return processorSeconds() - start
        }
        _ = seconds(10)
        // Ten times the text takes ten times as long, and what grows with the square a hundred times. That is judged where a figure has
        // as many neighbours as it can reach, which a hundred times the text gives; a machine that is busy with other things spoils one
        // round, hardly three.
        var growth = Double.infinity
        for _ in 0..<3 where growth >= 30 {
            let shorter = min(seconds(100), seconds(100))
            growth = min(growth, seconds(1_000) / shorter)
        }
        #expect(growth < 30)
        #expect(extractor.limited.isEmpty)
    }

    @Test func numbersOfAnyLengthAreReadOrLeftOut() throws {
        let extractor = FigureExtractor(rules: try Checkout.ruleBook.get())
        #expect(extractor.figures(inText: "£" + String(repeating: "9", count: 5_000)).isEmpty)
        #expect(extractor.figures(inText: "£999,999,999,999tn").count == 1)
        #expect(extractor.figures(inText: "").isEmpty)
    }
}
