import Extraction
import PaperModel
import TestSupport
import Testing

@Suite struct ParagraphNumberTests {
    @Test func theNumberOfAParagraphCountsNobody() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.block("159 The site is flat and dry.")
        sketch.block("160 Planning officers have looked at the density of it.")
        sketch.block("161 The trees will stay.")
        #expect(try sketch.read().figures.filter { $0.kind == .headcount }.isEmpty)
    }

    @Test func aCountAtTheHeadOfAParagraphIsOne() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.block("The team is small.")
        sketch.block("12 planning officers work there.")
        sketch.block("4 trees were felled.")
        #expect(try sketch.read().figures.filter { $0.kind == .headcount }.count == 1)
    }
}
