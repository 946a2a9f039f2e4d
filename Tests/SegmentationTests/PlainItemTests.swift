import HTMLLoading
import PaperModel
import RuleEngine
import Segmentation
import TestSupport
import Testing

/// Items by letters, without numbers, and what ends them.
@Suite struct PlainItemTests {
    @Test func wordsBeforeAColonAreTitlesWhereMeetingsHaveThem() throws {
        var sketch = PaperSketch()
        for line in [
            "Minutes of Lower Ham Parish Council 13/05/24", "Present: A Hart, B Inch, C Jay", "Apologies: D Kay",
            "Matters arising: the bench has been mended at a cost of £85.", "Finance: the balance is £2,310.44. Resolved to pay the clerk.",
            "Footpaths: two are shut.", "Next meeting: 10/06/24", "Meeting closed 8.15",
        ] {
            sketch.line(line)
        }
        #expect(
            try sketch.paper.segments().outline == [
                "agendaItem | Apologies", "agendaItem | Matters arising", "agendaItem | Finance",
                "  resolution | Resolved to pay the clerk.", "agendaItem | Footpaths", "agendaItem | Next meeting",
            ])
    }

    private func minutes(_ body: (inout PaperSketch) -> Void) throws -> [String] {
        var sketch = PaperSketch()
        sketch.heading("NETHER WENDLE PARISH COUNCIL")
        sketch.line("Minutes of the meeting held in the hall on Tuesday, 6 May 2025.")
        body(&sketch)
        return try sketch.paper.segments().outline
    }

    @Test func lettersCountItemsWhereMeetingsHaveThem() throws {
        let found = try minutes { sketch in
            for title in ["A. Apologies", "B. Footpaths", "C. Finance", "D. Date of next meeting"] {
                sketch.line(title, bold: title)
                sketch.line("None.")
            }
        }
        #expect(
            found == [
                "agendaItem | A | Apologies", "agendaItem | B | Footpaths", "agendaItem | C | Finance",
                "agendaItem | D | Date of next meeting",
            ])
    }

    @Test func firstItemsMayBeShort() throws {
        let found = try minutes { sketch in
            sketch.heading("Welcome")
            sketch.line("All were welcomed.")
            sketch.heading("Policing")
            sketch.line("The sergeant told the meeting of two thefts from sheds and of a lost dog that had since been found.")
            sketch.heading("Any other business")
            sketch.line("None.")
        }
        #expect(found == ["agendaItem | Welcome", "agendaItem | Policing", "agendaItem | Any other business"])
    }

    @Test func aLineThatIsAllOfAnItemHeadsNothing() throws {
        let found = try minutes { sketch in
            sketch.heading("19.03.1 Apologies")
            sketch.heading("Alan Cole, EDC")
            sketch.heading("19.03.2 Finance")
            sketch.heading("Bank balances")
            sketch.line("The balances were read and agreed by all who were there.")
            sketch.heading("19.03.3 Date of next meeting")
            sketch.line("Tuesday 7th May.")
        }
        #expect(
            found == [
                "agendaItem | 19.03.1 | Apologies", "agendaItem | 19.03.2 | Finance", "  section | Bank balances",
                "agendaItem | 19.03.3 | Date of next meeting",
            ])
    }

    @Test func rowsOfNamesWithNumbersAreNoItems() throws {
        let found = try minutes { sketch in
            sketch.heading("Apologies")
            sketch.line("None.")
            for name in ["07 Alec Jennings", "08 Bet Orme", "09 Carl Moss"] { sketch.line(name, bold: name) }
            sketch.heading("Finance")
            sketch.line("Paid.")
            sketch.heading("Date of next meeting")
            sketch.line("In June.")
        }
        #expect(found.contains("agendaItem | Finance") && !found.contains { $0.hasPrefix("agendaItem | 0") })
    }

    @Test func lineWithTheClerkEndsAnAgenda() throws {
        var sketch = PaperSketch()
        sketch.heading("AGENDA")
        sketch.line("1. Apologies")
        sketch.line("2. Date of next meeting")
        sketch.line("Jo Reed, Town Clerk, 27 May 2025")
        let segments = try sketch.paper.segments()
        try #require(segments.count == 2)
        #expect(sketch.paper.text(of: segments[1].spans) == "2. Date of next meeting")
    }

    @Test func wordsOfAnOutcomeInBoldAreAResolution() throws {
        var sketch = PaperSketch()
        sketch.heading("NETHER WENDLE PARISH COUNCIL")
        sketch.line("Minutes of the meeting held in the hall on Tuesday, 6 May 2025.")
        sketch.heading("1. Apologies")
        sketch.heading("2. Finance")
        sketch.line("Members looked at the bills. Approved unanimously.")
        sketch.setBoldEnd("Approved unanimously.")
        sketch.line("The lease had ended. Resolved that it be renewed. All were glad of it.")
        let texts = try sketch.paper.segments().filter { $0.kind == .resolution }.map { sketch.paper.text(of: $0.spans) }
        #expect(texts == ["Approved unanimously.", "Resolved that it be renewed."])
    }

    @Test func rowsWithWhoLeadsAreItemsOfAnAgenda() throws {
        var sketch = PaperSketch()
        sketch.heading("NHS Harrowmere Integrated Care Board")
        sketch.line("Thursday 4 September 2025, 9:30am")
        sketch.table([
            ["No.", "Item", "Lead"], ["1.", "Welcome and apologies", "Chair"], ["2.", "Declarations of interest", "Chair"],
            ["3.", "Minutes of the last meeting", "Chair"], ["4.", "Winter plan", "A Wren"],
        ])
        #expect(try segmenter().metadata(of: sketch.paper).kind == .agenda)
        #expect(
            try sketch.paper.segments().outline == [
                "agendaItem | 1 | Welcome and apologies", "agendaItem | 2 | Declarations of interest",
                "agendaItem | 3 | Minutes of the last meeting", "agendaItem | 4 | Winter plan",
            ])
    }

    @Test func minutesInWelshHaveItemsAndResolutions() throws {
        var sketch = PaperSketch()
        sketch.heading("CYNGOR CYMUNED LLANWENDLE")
        sketch.heading("COFNODION Y CYFARFOD a gynhaliwyd nos Lun, 6 Hydref 2025 yn y Neuadd")
        sketch.line("Presennol: Y Cynghorwyr Rees, Evans a Huws")
        for (title, text) in [
            ("1. Ymddiheuriadau", "Dim."), ("2. Cofnodion", "PENDERFYNWYD derbyn y cofnodion."), ("3. Cyllid", "Talwyd yr anfonebau."),
        ] {
            sketch.heading(title)
            sketch.line(text)
        }
        #expect(
            try sketch.paper.segments().outline == [
                "agendaItem | 1 | Ymddiheuriadau", "agendaItem | 2 | Cofnodion", "  resolution | PENDERFYNWYD derbyn y cofnodion.",
                "agendaItem | 3 | Cyllid",
            ])
        let facts = try segmenter().metadata(of: sketch.paper)
        #expect(facts.meetingDate == Day(2025, 10, 6))
        #expect(facts.title == "COFNODION Y CYFARFOD")
    }

    @Test func committeeIsNamedWithoutItsMeeting() throws {
        var sketch = PaperSketch()
        sketch.heading("Dunmere Town Council")
        sketch.line("MINUTES OF THE PLANNING COMMITTEE MEETING HELD IN THE COUNCIL CHAMBER ON TUESDAY 7TH OCTOBER 2025")
        sketch.heading("1. Apologies")
        #expect(try segmenter().metadata(of: sketch.paper).committee == "PLANNING COMMITTEE")
    }

    @Test func votesOfATableBelongToTheResolutionBesideIt() throws {
        var sketch = PaperSketch()
        sketch.heading("EASTVALE COUNTY COUNCIL")
        sketch.line("MINUTES of a meeting of the Council held on Thursday 13 February 2025 in the Guildhall")
        sketch.heading("71. Budget")
        sketch.table([["For (23)", "Ash, Elm"], ["Against (12)", "Yew"], ["Abstain (2)", "Box"]])
        sketch.line("It was RESOLVED that the budget be approved.")
        sketch.heading("72. Buses")
        sketch.line("RESOLVED that the Leader write to the operator.")
        sketch.table([["Recorded vote", ""], ["For", "31"], ["Against", "4"], ["Abstentions", "0"]])
        sketch.heading("73. Close")
        let votes = try sketch.paper.segments().filter { $0.kind == .resolution }.map(\.votes)
        #expect(votes == [Segment.Votes(for: 23, against: 12, abstain: 2), Segment.Votes(for: 31, against: 4, abstain: 0)])
    }

    @Test func whatIsToldMakesMinutesOfAPaperWithoutAName() throws {
        var sketch = PaperSketch()
        sketch.heading("EASTVALE SCHOOLS FORUM")
        sketch.heading("1.0 WELCOME AND APOLOGIES")
        sketch.line("1.1 The Chair welcomed all.")
        sketch.line("1.2 Apologies were received from P Lind.")
        sketch.heading("2.0 MINUTES OF THE LAST MEETING")
        sketch.line("2.1 They were agreed.")
        sketch.heading("3.0 ANY OTHER BUSINESS")
        sketch.line("3.1 The forum noted that the block was overspent.")
        #expect(try segmenter().metadata(of: sketch.paper).kind == .minutes)
        #expect(
            try sketch.paper.segments().outline == [
                "agendaItem | 1.0 | WELCOME AND APOLOGIES", "agendaItem | 2.0 | MINUTES OF THE LAST MEETING",
                "agendaItem | 3.0 | ANY OTHER BUSINESS",
            ])
    }

    private func page(_ body: String) throws -> Paper {
        let page = "<!doctype html><html><head><title>Eastmarch Combined Authority</title></head><body>\(body)</body></html>"
        return try loadHTML(Array(page.utf8), layouts: Checkout.ruleBook.get().layouts, limits: LoadLimits())
    }

    @Test func pageOfAMeetingIsAnAgenda() throws {
        let paper = try page(
            "<main><h1>Transport Committee, 12 September 2025</h1><h2>Agenda</h2><ol><li>Apologies for absence</li>"
                + "<li>Declarations of interest</li><li>Bus reform</li></ol><h2>Minutes</h2><p><a href='m.pdf'>Minutes (PDF, 24 KB)</a></p>"
                + "</main>")
        #expect(try segmenter().metadata(of: paper).kind == .agenda)
        let segments = try paper.segments()
        try #require(segments.map(\.title) == ["Apologies for absence", "Declarations of interest", "Bus reform"])
        #expect(!paper.text(of: segments[2].spans).contains("PDF"))
    }

    @Test func tableOfItemsOnAPageIsAnAgenda() throws {
        let paper = try page(
            "<main><h1>Joint Committee - Friday 27 March 2026</h1><table><tr><th>Item</th><th>Title</th><th>Papers</th></tr>"
                + "<tr><td>1</td><td>Apologies for absence</td><td></td></tr><tr><td>2</td><td>Declarations of interest</td><td></td></tr>"
                + "<tr><td>3</td><td>Skills plan</td><td><a href='s.pdf'>Report</a></td></tr></table></main>")
        #expect(try segmenter().metadata(of: paper).kind == .agenda)
        #expect(
            try paper.segments().map(\.number) == ["1", "2", "3"])
    }

    @Test func decisionAndMinutesOfAPageAreTwoResolutions() throws {
        let paper = try page(
            "<main><h1>Minutes of the Cabinet, 3 November 2025</h1><h3>1. Apologies for absence</h3><p>None were received.</p>"
                + "<h3>2. Skills fund</h3><h4>Decision</h4><p>RESOLVED: That four million pounds be allocated to skills.</p><h4>Minutes</h4>"
                + "<p>Members spoke.</p><p>RESOLVED: That four million pounds be allocated to skills.</p></main>")
        let segments = try paper.segments().filter { $0.kind == .resolution }
        try #require(segments.count == 2)
        #expect(segments[1].sameAs != nil)
        #expect(segments.allSatisfy { paper.text(of: $0.spans) == "RESOLVED: That four million pounds be allocated to skills." })
    }

    @Test func formOfAReportOnAPageMakesOne() throws {
        let paper = try page(
            "<main><h1>Winter plan</h1><table><tr><th>Report to</th><td>Cabinet</td></tr><tr><th>Date</th><td>9 September 2025</td></tr>"
                + "<tr><th>Report of</th><td>Director of Place</td></tr></table><h2>1. Purpose</h2><p>1.1 To approve the plan.</p></main>")
        #expect(try segmenter().metadata(of: paper).kind == .report)
    }
}
