import PaperModel
import Segmentation
import Testing

@Suite struct DecisionTableTests {
    @Test func aColumnOfDecisionsListsItemsAndWhatWasDecided() throws {
        var sketch = PaperSketch(.html)
        sketch.heading("Cabinet decision notice")
        sketch.table([
            ["Item", "Title", "Decision", "Reason"],
            ["4", "Lease of the kiosk", "That the lease be signed.", "It ends in May."],
            ["5", "Pier lamps", "RESOLVED: That lamps be bought.", "They are dim."],
        ])
        let segments = try sketch.paper.segments()
        #expect(
            segments.outline == [
                "agendaItem | 4 | Lease of the kiosk", "  resolution | That the lease be signed.", "agendaItem | 5 | Pier lamps",
                "  resolution | RESOLVED: That lamps be bought.",
            ])
    }

    @Test func aFormWithTheLabelDecisionIsNoList() throws {
        var sketch = PaperSketch(.html)
        sketch.heading("Officer Decision Record")
        sketch.table([
            ["Decision maker", "Head of Parks"], ["Date of decision", "3 March 2031"], ["Decision", "To let the kiosk for a year."],
            ["Reason", "It is empty."],
        ])
        let paper = sketch.paper
        #expect(try segmenter().metadata(of: paper).kind == .decisionNotice)
        let segments = try paper.segments()
        try #require(segments.map(\.kind) == [.resolution])
        #expect(paper.text(of: segments[0].spans).hasSuffix("for a year."))
    }
}
