import PaperModel
import Segmentation
import Testing

@Suite struct AgendaTests {
    @Test func takesItemsFromLinesAndRows() throws {
        var sketch = PaperSketch()
        sketch.heading("NORTHWICK BOROUGH COUNCIL")
        sketch.heading("AGENDA")
        sketch.line("1. Apologies for absence")
        sketch.line("2. To approve the minutes of the last meeting")
        sketch.table([["3. Budget monitoring", "(Pages 7 - 22)"], ["4. Sale of Mill Lane depot", "(Pages 23 - 40)"]])
        sketch.line("5. Work programme")
        sketch.line("Ann Cole")
        sketch.line("Chief Executive")
        let segments = try sketch.paper.segments()
        try #require(
            segments.outline == [
                "agendaItem | 1 | Apologies for absence", "agendaItem | 2 | To approve the minutes of the last meeting",
                "agendaItem | 3 | Budget monitoring", "agendaItem | 4 | Sale of Mill Lane depot", "agendaItem | 5 | Work programme",
            ])
        #expect(sketch.paper.text(of: segments[2].spans) == "3. Budget monitoring")
        #expect(sketch.paper.text(of: segments[4].spans) == "5. Work programme")
    }

    @Test func listsThatBeginAnewAreParts() throws {
        var sketch = PaperSketch()
        sketch.heading("AGENDA")
        sketch.line("805. Chairman's report")
        sketch.line("806. Election of representatives")
        sketch.line("1. Village hall")
        sketch.line("2. Allotments")
        sketch.line("807. Date of next meeting")
        #expect(
            try sketch.paper.segments().outline == [
                "agendaItem | 805 | Chairman's report", "agendaItem | 806 | Election of representatives", "  agendaItem | 1 | Village hall",
                "  agendaItem | 2 | Allotments", "agendaItem | 807 | Date of next meeting",
            ])
    }

    @Test func linesThatPartTheItemsEndThem() throws {
        var sketch = PaperSketch()
        sketch.heading("AGENDA")
        sketch.line("1. Apologies")
        sketch.line("2. Grants")
        sketch.heading("PART B - EXEMPT ITEMS")
        sketch.line("(The public may be asked to leave for these items)")
        sketch.line("3. Lease of the mill")
        let segments = try sketch.paper.segments()
        try #require(segments.map(\.number) == ["1", "2", "3"])
        #expect(sketch.paper.text(of: segments[1].spans) == "2. Grants")
    }

    @Test func packIsPartedIntoItsPapers() throws {
        var sketch = PaperSketch()
        sketch.heading("AGENDA")
        sketch.line("1. Apologies")
        sketch.line("2. Sale of land")
        sketch.addPage()
        sketch.line("Report to: Cabinet")
        sketch.line("Subject: Sale of land")
        sketch.heading("1. Introduction")
        sketch.line("1.1 The land has been empty for ten years and costs more than it brings in.")
        let segmenter = try segmenter()
        #expect(
            segmenter.segments(in: sketch.paper).outline == [
                "agendaItem | 1 | Apologies", "agendaItem | 2 | Sale of land", "section | 1 | Introduction",
            ])
        #expect(segmenter.metadata(of: sketch.paper).kind == "agendaPack")
    }
}
