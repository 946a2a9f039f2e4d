import Extraction
import PaperModel
import TestSupport
import Testing

@Suite struct ListTitleTests {
    @Test func entriesBelowAShortLineAreWhatItSays() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.block("Financial obligations")
        sketch.block("Community facilities £28,000", .listItem)
        sketch.block("Play equipment £9,000", .listItem)
        let found = try sketch.read().figures
        #expect(found.map(\.sense) == [.contribution, .contribution])
        #expect(found.map(\.subject) == ["Community facilities", "Play equipment"])
    }

    @Test func sentencesBelowAShortLineAreNot() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.block("Savings and cuts")
        sketch.block("The new hall will open with a fair that is worth £28,000 to the town's shops, the chair said.", .listItem)
        #expect(try sketch.read().figures.allSatisfy { $0.sense != .saving })
    }
}
