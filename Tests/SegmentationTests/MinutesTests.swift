import PaperModel
import Testing

@Suite struct MinutesTests {
    private func minutes(_ body: (inout PaperSketch) -> Void) -> PaperSketch {
        var sketch = PaperSketch()
        sketch.heading("NORTHWICK BOROUGH COUNCIL")
        sketch.line("MINUTES of a meeting of the Planning Committee held in the Guildhall on Thursday, 13 March 2025.")
        sketch.line(
            "Present: Councillors Ames, Bede, Cole and Dunn, with the Clerk and two members of the public who had come for the bridge.")
        body(&sketch)
        return sketch
    }

    @Test func numberedHeadingsAreItemsAndPlainNumbersAreNot() throws {
        let sketch = minutes { sketch in
            sketch.heading("41. Apologies")
            sketch.line("None were received.")
            sketch.heading("42. Bridge")
            sketch.line("1. The Clerk reported that the bridge was shut and that the county had been told of it twice.")
            sketch.line("2. Members asked when it would open and were told that nobody at the county could say.")
            sketch.line("3. RESOLVED that the Clerk write again.")
            sketch.line("The meeting closed at 9.15 pm.")
        }
        let segments = try sketch.paper.segments()
        try #require(
            segments.outline == [
                "agendaItem | 41 | Apologies", "agendaItem | 42 | Bridge", "  resolution | 3 | RESOLVED that the Clerk write again.",
            ])
        #expect(segments[2].outcome == .resolved)
        #expect(segments[2].parent == 1)
        #expect(sketch.paper.text(of: segments[1].spans).hasSuffix("write again."))
    }

    @Test func resolutionHoldsItsListAndTheVotesBelow() throws {
        let sketch = minutes { sketch in
            sketch.heading("7. Budget")
            sketch.line("On the vote the motion was CARRIED, and it was RESOLVED that:")
            sketch.listItem("the budget be approved;", label: "(a)")
            sketch.listItem("the tax rise by 2%; and", label: "(b)")
            sketch.line("Pay")
            sketch.listItem("the pay award be met from reserves.", label: "(c)")
            sketch.line("(For 23, Against 12, Abstain 3)")
            sketch.heading("8. Close")
        }
        let segments = try sketch.paper.segments()
        try #require(segments.map(\.kind) == [.agendaItem, .resolution, .agendaItem])
        let text = sketch.paper.text(of: segments[1].spans)
        #expect(text.hasPrefix("On the vote the motion was CARRIED, and it was RESOLVED that:"))
        #expect(text.hasSuffix("met from reserves."))
        #expect(segments[1].votes == Segment.Votes(for: 23, against: 12, abstain: 3))
    }

    @Test func lostAmendmentsLeaveNoVotes() throws {
        let sketch = minutes { sketch in
            sketch.heading("7. Budget")
            sketch.line("An amendment was put to the vote (For 3, Against 20).")
            sketch.line("The amendment was LOST.")
            sketch.line("RESOLVED that the budget be approved.")
        }
        let resolution = try #require(try sketch.paper.segments().last)
        #expect(resolution.kind == .resolution)
        #expect(resolution.votes == nil)
    }

    @Test func headingBelowAnItemIsReadFromTheSameParagraph() throws {
        let sketch = minutes { sketch in
            sketch.line("12. Updates: Bus shelter – It has been mended.", bold: "12. Updates: Bus shelter –")
            sketch.line("Noticeboard – The glass is to be replaced.", bold: "Noticeboard –")
            sketch.line("13. Correspondence: None.", bold: "13. Correspondence:")
        }
        #expect(
            try sketch.paper.segments().outline == [
                "agendaItem | 12 | Updates", "  section | Bus shelter", "  section | Noticeboard", "agendaItem | 13 | Correspondence",
            ])
    }

    @Test func itemsWithoutNumbersAreKnownByTheirReference() throws {
        let sketch = minutes { sketch in
            sketch.heading("Apologies")
            sketch.line("(Item 1)")
            sketch.line("None.")
            sketch.heading("Tree works")
            sketch.line("(Item 2)")
            sketch.line("1. The Clerk reported.")
            sketch.line("2. Members thanked her.")
        }
        #expect(try sketch.paper.segments().outline == ["agendaItem | 1 | Apologies", "agendaItem | 2 | Tree works"])
    }

    @Test func missingBoldLeavesNoHole() throws {
        let sketch = minutes { sketch in
            sketch.line("81. Apologies: None.", bold: "81. Apologies:")
            sketch.line("82. Interests: None.")
            sketch.line("83. Finance: All paid.", bold: "83. Finance:")
        }
        #expect(try sketch.paper.segments().map(\.number) == ["81", "82", "83"])
    }
}
