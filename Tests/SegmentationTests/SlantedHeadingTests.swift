import PaperModel
import Segmentation
import Testing

@Suite struct SlantedHeadingTests {
    @Test func italicsHeadParagraphsThatStandSideBySide() throws {
        var sketch = PaperSketch(.html)
        sketch.heading("Report of the Head of Parks")
        sketch.heading("Implications", level: 2)
        sketch.line("Financial – a loss of £40 a year.", slanted: "Financial")
        sketch.line("Legal – none that officers know of.", slanted: "Legal")
        sketch.heading("Conclusion", level: 2)
        sketch.line("Northwick Today was read by all who came to the meeting.", slanted: "Northwick Today")
        #expect(
            try sketch.paper.segments().outline == [
                "section | Implications", "  section | Financial", "  section | Legal", "section | Conclusion",
            ])
    }

    @Test func aLineUnderWordsSetsThemOffButNotInAList() throws {
        var sketch = PaperSketch()
        sketch.heading("Report of the Head of Parks")
        sketch.underlined("The lake")
        sketch.line("The lake was drained in May and is filling again now that the sluice is mended.")
        sketch.underlined("The gates")
        sketch.line("The gates were painted in June by the Friends of the park, who gave the paint as well.")
        sketch.line("What was read for this report is listed here, so that members may look it up:")
        sketch.underlined("Survey of sluices")
        sketch.underlined("Survey of gates")
        #expect(try sketch.paper.segments().outline == ["section | The lake", "section | The gates"])
    }

    @Test func aHeadingAmongTheNumbersOfASectionIsAPartOfIt() throws {
        var sketch = PaperSketch()
        sketch.heading("Report of the Head of Parks")
        sketch.heading("4. Options", level: 2)
        sketch.line("4.1 There are two ways to mend the sluice at the lower end of the lake.")
        sketch.heading("Oak", level: 1)
        sketch.line("4.2 Oak lasts for sixty years and costs twice as much as pine does.")
        let segments = try sketch.paper.segments()
        try #require(segments.outline == ["section | 4 | Options", "  section | Oak"])
        #expect(segments[1].parent == 0)
    }
}
