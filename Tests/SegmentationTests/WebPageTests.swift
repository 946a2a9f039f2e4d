import PaperModel
import Segmentation
import Testing

@Suite struct WebPageTests {
    @Test func itemHoldsDecisionMinutesAndPapers() throws {
        var sketch = PaperSketch(.html)
        sketch.part("31.", .itemNumber, item: 0)
        sketch.part("Mill Bridge", .itemTitle, item: 0, link: "https://council.example/bridge.pdf")
        sketch.part("To consider the closure.", .agendaText, item: 0)
        sketch.part("Decision:", .label, item: 0)
        sketch.part("The Committee approved the closure.", .decision, item: 0)
        sketch.part("Minutes:", .label, item: 0)
        sketch.part("Members spoke. It was RESOLVED that the bridge be closed.", .minutes, item: 0)
        sketch.part("Appendix A", .document, item: 0, link: "https://council.example/a.pdf")
        sketch.part("32.", .itemNumber, item: 1)
        sketch.part("Urgent items", .itemTitle, item: 1)
        let segments = try sketch.paper.segments()
        try #require(
            segments.outline == [
                "agendaItem | 31 | Mill Bridge", "  resolution | The Committee approved the closure.",
                "  resolution | It was RESOLVED that the bridge be closed.", "agendaItem | 32 | Urgent items",
            ])
        #expect(segments[0].references.map(\.url) == ["https://council.example/bridge.pdf", "https://council.example/a.pdf"])
        #expect(!sketch.paper.text(of: segments[0].spans).contains("Decision:"))
    }

    @Test func pageThatNamesThePartsOfItsItemsIsMinutes() throws {
        var sketch = PaperSketch(.html)
        sketch.heading("Agenda and minutes")
        for line in [
            "4. Apologies", "Minutes:", "Nobody was away.", "5. Minutes of the last meeting", "Minutes:", "RESOLVED that they be signed.",
            "6. Lock gates at Marle", "Decision:", "That the Cabinet:", "1. buys oak for the gates;", "2. tells the boat club.",
            "Reason: the gates leak.", "Minutes:",
            "RESOLVED: That", "(1) oak be bought for the gates;", "(2) the boat club be told.", "7. Urgent business",
        ] {
            sketch.line(line, bold: line == "Minutes:" || line == "Decision:" ? line : "")
        }
        let paper = sketch.paper
        #expect(try segmenter().metadata(of: paper).kind == .minutes)
        let segments = try paper.segments()
        try #require(
            segments.outline == [
                "agendaItem | 4 | Apologies", "agendaItem | 5 | Minutes of the last meeting",
                "  resolution | RESOLVED that they be signed.",
                "agendaItem | 6 | Lock gates at Marle", "  resolution | That the Cabinet: 1. buys oak for the gates; 2. tells the",
                "  resolution | RESOLVED: That (1) oak be bought for the gates; (2) the boat", "agendaItem | 7 | Urgent business",
            ])
        #expect(paper.text(of: segments[4].spans).hasSuffix("tells the boat club."))
    }

    @Test func pageWithoutTemplateIsReadByItsHeadings() throws {
        var sketch = PaperSketch(.html)
        sketch.heading("Garden waste")
        sketch.line("We empty brown bins once a fortnight from March to November in all parts of the borough.")
        sketch.heading("What it costs", level: 2)
        sketch.line("It costs £44 a year.")
        sketch.heading("Who pays less", level: 3)
        sketch.line("People on a pension pay half.")
        sketch.heading("How to join", level: 2)
        sketch.line("Ring us.")
        #expect(
            try sketch.paper.segments().outline == ["section | What it costs", "  section | Who pays less", "section | How to join"])
    }

    @Test func minutesOnAPageWithoutTemplateHaveItems() throws {
        var sketch = PaperSketch(.html)
        sketch.heading("Minutes of the meeting of Little Hexworth Parish Council held on 12 May 2025")
        sketch.line("12/25 Apologies", bold: "12/25 Apologies")
        sketch.line("None.")
        sketch.line("13/25 Finance", bold: "13/25 Finance")
        sketch.line("Resolved: that £400 be paid to the hall.")
        sketch.line("14/25 Planning", bold: "14/25 Planning")
        sketch.line("No objection.")
        #expect(
            try sketch.paper.segments().outline == [
                "agendaItem | 12/25 | Apologies", "agendaItem | 13/25 | Finance", "  resolution | Resolved: that £400 be paid to the hall.",
                "agendaItem | 14/25 | Planning",
            ])
        #expect(try segmenter().metadata(of: sketch.paper).kind == .minutes)
    }
}
