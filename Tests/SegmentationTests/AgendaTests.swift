import PaperModel
import Segmentation
import Testing

@Suite struct AgendaTests {
    @Test func numbersWithinLetteredItemsCountTheirParts() throws {
        var sketch = PaperSketch()
        sketch.heading("AGENDA")
        for line in [
            "A. Apologies", "B. Declarations of interest", "C. Play area", "D. Finance", "1. To approve payments", "2. To note the balance",
            "E. Date of next meeting",
        ] {
            sketch.line(line)
        }
        #expect(
            try sketch.paper.segments().outline == [
                "agendaItem | A | Apologies", "agendaItem | B | Declarations of interest", "agendaItem | C | Play area",
                "agendaItem | D | Finance", "agendaItem | E | Date of next meeting",
            ])
    }

    @Test func lettersBelowNumberedItemsOfAnAgendaAreItsParts() throws {
        var sketch = PaperSketch()
        sketch.heading("AGENDA")
        for line in [
            "1. Apologies", "2. Allotments", "(a) Water butts: to choose a supplier", "(b) To set rents for 2031",
            "3. Date of next meeting",
        ] {
            sketch.line(line)
        }
        #expect(
            try sketch.paper.segments().outline == [
                "agendaItem | 1 | Apologies", "agendaItem | 2 | Allotments", "  agendaItem | a | Water butts: to choose a supplier",
                "  agendaItem | b | To set rents for 2031", "agendaItem | 3 | Date of next meeting",
            ])
    }

    @Test func lettersOfASentenceAreNoPartsOfAnItem() throws {
        var sketch = PaperSketch()
        sketch.heading("AGENDA")
        for line in [
            "1. Apologies", "2. Allotments", "(a) To choose a supplier; and", "(b) To set rents for 2031", "3. Hall roof", "To agree that:",
            "(a) The roof is mended", "(b) The gutter is cleared", "4. Pond", "(a) Dredging", "5. Date of next meeting",
        ] {
            sketch.line(line)
        }
        #expect(
            try sketch.paper.segments().outline == [
                "agendaItem | 1 | Apologies", "agendaItem | 2 | Allotments", "agendaItem | 3 | Hall roof", "agendaItem | 4 | Pond",
                "agendaItem | 5 | Date of next meeting",
            ])
    }

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
        #expect(segmenter.metadata(of: sketch.paper).kind == .agendaPack)
    }

    @Test func wordItemIsNoPartOfTheTitle() throws {
        var sketch = PaperSketch()
        sketch.heading("AGENDA")
        sketch.heading("Item 1: Welcome")
        sketch.heading("Item 2: Bus franchising")
        sketch.line("Report of the Director")
        #expect(try sketch.paper.segments().outline == ["agendaItem | 1 | Welcome", "agendaItem | 2 | Bus franchising"])
    }

    @Test(arguments: [["I.", "II.", "III.", "IV."], ["A.", "B.", "C.", "D."], ["A1", "A2", "B1", "C1"]])
    func lettersAndRomanNumbersCountItems(numbers: [String]) throws {
        var sketch = PaperSketch()
        sketch.heading("AGENDA")
        for (number, title) in zip(numbers, ["Apologies", "Minutes of the last meeting", "Play area", "Correspondence"]) {
            sketch.line("\(number) \(title)")
        }
        let segments = try sketch.paper.segments()
        #expect(segments.map(\.title) == ["Apologies", "Minutes of the last meeting", "Play area", "Correspondence"])
        #expect(segments.map { $0.number ?? "" } == numbers.map { $0.replacing(".", with: "") })
    }

    @Test func headingsWithoutNumbersAreItems() throws {
        var sketch = PaperSketch()
        sketch.heading("Parish of Little Hexworth")
        sketch.heading("AGENDA", level: 2)
        sketch.heading("Apologies", level: 3)
        sketch.heading("Minutes of the 2024 meeting", level: 3)
        sketch.line("To approve the minutes.")
        sketch.heading("Open forum", level: 3)
        #expect(
            try sketch.paper.segments().outline == [
                "agendaItem | Apologies", "agendaItem | Minutes of the 2024 meeting", "agendaItem | Open forum",
            ])
    }

    @Test func columnsBesideTheTitleAreNoPartOfIt() throws {
        var sketch = PaperSketch()
        sketch.heading("AGENDA")
        sketch.table([
            ["Item", "Title", "Lead", "Page"], ["1", "Apologies", "", ""], ["2", "Leisure contract", "Head of Leisure", "9 - 24"],
            ["3", "Work programme", "Scrutiny Officer", "25"],
        ])
        #expect(
            try sketch.paper.segments().outline == [
                "agendaItem | 1 | Apologies", "agendaItem | 2 | Leisure contract", "agendaItem | 3 | Work programme",
            ])
    }

    @Test func supplementIsAPackOfOneItem() throws {
        var sketch = PaperSketch()
        sketch.line("Date: 27 January 2025")
        sketch.line("CABINET - THURSDAY, 30 JANUARY 2025", bold: "CABINET - THURSDAY, 30 JANUARY 2025")
        sketch.line("I am now able to enclose, for consideration, the following document.")
        sketch.line("Agenda Item No", bold: "Agenda Item No")
        sketch.table([["9", "School places (Pages 1 - 4)"]])
        sketch.line("Yours sincerely")
        sketch.addPage()
        sketch.line("Agenda Item 9")
        sketch.heading("School places")
        sketch.heading("1. Purpose")
        sketch.line("1.1 To adopt the plan for the next five years in all of the county's twelve districts.")
        #expect(try sketch.paper.segments().outline == ["agendaItem | 9 | School places", "section | 1 | Purpose"])
        let facts = try segmenter().metadata(of: sketch.paper)
        #expect(facts.kind == .agendaPack)
        #expect(facts.meetingDate == Day(2025, 1, 30))
    }

    @Test func packHoldsMinutesAndReportsInOrder() throws {
        var sketch = PaperSketch()
        sketch.heading("AGENDA")
        sketch.line("1. Minutes")
        sketch.line("2. Parking")
        sketch.addPage()
        sketch.line(
            "MINUTES of the meeting of the CABINET held on 9 September 2025",
            bold: "MINUTES of the meeting of the CABINET held on 9 September 2025")
        sketch.line("PRESENT: Councillors Lamb and Moss")
        sketch.heading("21. APOLOGIES")
        sketch.heading("22. BUDGET")
        sketch.line("RESOLVED – That the report be noted.")
        sketch.addPage()
        sketch.heading("Report to: Cabinet")
        sketch.heading("Subject: Parking")
        sketch.heading("1. Purpose")
        sketch.line("1.1 To propose new charges for the car parks from January 2026 in all towns.")
        sketch.heading("2. Recommendations")
        sketch.line("2.1 That the charges be agreed.")
        #expect(
            try sketch.paper.segments().outline == [
                "agendaItem | 1 | Minutes", "agendaItem | 2 | Parking", "agendaItem | 21 | APOLOGIES", "agendaItem | 22 | BUDGET",
                "  resolution | RESOLVED – That the report be noted.", "section | 1 | Purpose", "recommendation | 2 | Recommendations",
            ])
    }
}
