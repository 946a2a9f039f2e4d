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
        ("1", 2_000), ("£", 2_000), (" ", 2_000), ("1,000,", 1_000), ("c ", 1_000), ("up to ", 1_000), ("(", 2_000), ("2019/20 ", 500),
        ("\n", 2_000),
        ("savings ", 500), ("-", 2_000), ("£.", 1_000), ("$", 2_000), ("£1 ", 60), ("£1-", 60), ("£1m to ", 60), ("10 agency ", 200),
        ("one hundred and ", 60),
    ]

    @Test(arguments: things) func timeGrowsWithTheTextAndNotFaster(thing: String, count: Int) throws {
        let extractor = FigureExtractor(rules: try Checkout.ruleBook.get())
        func seconds(_ count: Int) -> Double {
            let text = String(repeating: thing, count: count)
            let start = processorSeconds()
            _ = extractor.figures(inText: text)
            return processorSeconds() - start
        }
        _ = seconds(count)  // the first run builds what later ones share
        // Ten times the text may take thirty times as long; what grows with the square takes a hundred times.
        let short = seconds(count)
        #expect(seconds(count * 10) < max(short * 30, 0.05))
        #expect(extractor.limited.isEmpty)
    }

    @Test func numbersOfAnyLengthAreReadOrLeftOut() throws {
        let extractor = FigureExtractor(rules: try Checkout.ruleBook.get())
        #expect(extractor.figures(inText: "£" + String(repeating: "9", count: 5_000)).isEmpty)
        #expect(extractor.figures(inText: "£999,999,999,999tn").count == 1)
        #expect(extractor.figures(inText: "").isEmpty)
    }
}
