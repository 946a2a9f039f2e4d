import PaperModel
import Segmentation
import Testing

/// Pages of committee systems whose own marks are lost: the labels that the system prints are all that tells their parts.
@Suite struct CommitteePageTests {
    private func page(_ lines: [String], bold: Set<String> = []) -> Paper {
        var sketch = PaperSketch(.html)
        for (index, line) in lines.enumerated() {
            if index == 0 { sketch.heading(line) } else { sketch.line(line, bold: bold.contains(line) ? line : "") }
        }
        return sketch.paper
    }

    @Test func labelsPartAMeetingInWelsh() throws {
        let paper = page([
            "Agenda a chofnodion", "31.", "Ymddiheuriadau", "Cofnodion:", "Nid oedd ymddiheuriadau.", "32.", "Tollau’r harbwr",
            "Penderfyniad:", "Codi’r tollau o ddegfed ran.", "Cofnodion:", "PENDERFYNWYD codi’r tollau.", "33.", "Y pier", "Cofnodion:",
            "Clywodd yr aelodau am y pier.",
        ])
        #expect(try segmenter().metadata(of: paper).kind == .minutes)
        #expect(
            try paper.segments().outline == [
                "agendaItem | 31 | Ymddiheuriadau", "agendaItem | 32 | Tollau’r harbwr", "  resolution | Codi’r tollau o ddegfed ran.",
                "  resolution | PENDERFYNWYD codi’r tollau.", "agendaItem | 33 | Y pier",
            ])
    }

    @Test func pageOfOneItemHasItsTitleBelowTheSystemsOwn() throws {
        var sketch = PaperSketch(.html)
        sketch.line("Dunmere District Council: Harbour Board")
        sketch.heading("Agenda item")
        sketch.heading("Pier repairs", level: 2)
        sketch.line("To choose a builder.")
        sketch.line("Minutes:")
        sketch.line("Members heard the officers.")
        sketch.line("Resolved:", bold: "Resolved:")
        sketch.line("1. That Wren and Son be asked in.")
        sketch.line("2. That the work start in May.")
        let metadata = try segmenter().metadata(of: sketch.paper)
        #expect(metadata.kind == .minutes)
        #expect(metadata.organisation == "Dunmere District Council")
        #expect(metadata.committee == "Harbour Board")
        #expect(
            try sketch.paper.segments().outline == [
                "agendaItem | Pier repairs", "  resolution | Resolved: 1. That Wren and Son be asked in. 2. That the",
            ])
    }

    @Test func pageOfAnIssueHasAnItemForEachMeeting() throws {
        var sketch = PaperSketch(.html)
        sketch.heading("Issue - meetings")
        sketch.heading("Pier repairs", level: 2)
        sketch.line("Meeting: 04/06/2024 - Harbour Board, Dunmere District Council (Item 7)")
        sketch.line("7 Pier repairs PDF 88 KB")
        sketch.line("Minutes:")
        sketch.line("RESOLVED that Wren and Son be asked in.")
        sketch.line("Meeting: 02/07/2024 - Harbour Board, Dunmere District Council (Item 5)")
        sketch.line("5 Pier repairs PDF 91 KB")
        sketch.line("Minutes:")
        sketch.line("RESOLVED that the work start in May.")
        let metadata = try segmenter().metadata(of: sketch.paper)
        #expect(metadata.organisation == "Dunmere District Council")
        #expect(metadata.committee == "Harbour Board")
        #expect(metadata.meetingDate == Day(2024, 6, 4))
        #expect(
            try sketch.paper.segments().outline == [
                "agendaItem | 7 | Pier repairs", "  resolution | RESOLVED that Wren and Son be asked in.", "agendaItem | 5 | Pier repairs",
                "  resolution | RESOLVED that the work start in May.",
            ])
    }

    @Test func pageThatListsDecisionsHasAnItemForEach() throws {
        var sketch = PaperSketch(.html)
        sketch.heading("Dunmere District Council: Decisions")
        for (title, decision) in [
            ("Pier repairs", "Wren and Son are to mend the pier."), ("Slipway gate", "The gate is to be shut at dusk."),
        ] {
            sketch.heading(title, level: 2)
            for line in [
                "Decision Maker: Head of Harbours", "Decision published: 07/06/2024", "Effective from: 14/06/2024", "Decision:", decision,
            ] {
                sketch.line(line)
            }
            sketch.line("Lead officer: Ann Wren")
        }
        #expect(try segmenter().metadata(of: sketch.paper).kind == .decisionNotice)
        #expect(try sketch.paper.segments().filter { $0.kind == .agendaItem }.map(\.title) == ["Pier repairs", "Slipway gate"])
        #expect(try sketch.paper.segments().filter { $0.kind == .resolution }.count == 2)
    }

    /// A parish may print "Minutes:" over all of its page.
    @Test func oneLabelMakesNoSystem() throws {
        let paper = page([
            "Nether Wendle Parish Council", "Minutes:", "The hall was full and the tea was hot, and all went home content at ten.",
        ])
        #expect(try paper.segments().filter { $0.kind == .resolution }.isEmpty)
    }
}
