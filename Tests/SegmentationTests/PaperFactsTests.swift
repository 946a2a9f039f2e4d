import PaperModel
import RuleEngine
import Segmentation
import TestSupport
import Testing

/// A segmenter with the rules of this checkout.
func segmenter() throws -> Segmenter { try Segmenter(rules: Checkout.ruleBook.get()) }

@Suite struct PaperFactsTests {
    @Test func readsWhatMinutesSayOfThemselves() throws {
        var sketch = PaperSketch()
        sketch.heading("NORTHWICK BOROUGH COUNCIL")
        sketch.line("MINUTES of a meeting of the Planning Committee held in the Guildhall on Thursday, 13 March 2025.")
        sketch.heading("1. Minutes of the meeting held on 6 February 2025")
        let facts = try segmenter().metadata(of: sketch.paper)
        #expect(facts.kind == .minutes)
        #expect(facts.organisation == "NORTHWICK BOROUGH COUNCIL")
        #expect(facts.committee == "Planning Committee")
        #expect(facts.meetingDate == Day(2025, 3, 13))
    }

    @Test(arguments: [
        ("AGENDA", Paper.Kind.agenda), ("You are summoned to a meeting of the Council", .agenda),
        ("Question by Ann Cole to Tom Reeve", .questions),
        ("NORTHWICK COUNCIL - RECORD OF DECISION", .decisionNotice), ("Report of the Director of Place", .report),
        ("Treasury strategy", .other),
    ])
    func tellsTheKind(line: String, kind: Paper.Kind) throws {
        var sketch = PaperSketch()
        sketch.heading(line)
        #expect(try segmenter().metadata(of: sketch.paper).kind == kind)
    }

    @Test(arguments: [
        (
            ["Clerk's report - May 2031", "Allotments", "Two plots are free.", "Hall", "The roof leaks.", "Paths", "All are open."],
            Paper.Kind.report
        ),
        (["1.0 Introduction", "1.1 The Panel met twice.", "2.0 Recommendations", "2.1 That it meet again."], .report),
        (["Pool: questions and answers", "Q1. Who swims?", "A1. Anyone."], .questions), (["AGENDA AND CLERK'S NOTES"], .agenda),
        (["Full Council Minutes of proceedings, 18 July 2031"], .minutes),
        (["NORTHWICK CITY COUNCIL NOTICE OF DETERMINATION"], .decisionNotice),
        (["Officer decision: sale of a barn"], .other),
    ])
    func tellsTheKindByManyHeads(lines: [String], kind: Paper.Kind) throws {
        var sketch = PaperSketch()
        for line in lines { if line.hasSuffix(".") { sketch.line(line) } else { sketch.heading(line) } }
        #expect(try segmenter().metadata(of: sketch.paper).kind == kind)
    }

    @Test func subjectIsTheTitle() throws {
        var sketch = PaperSketch()
        sketch.line("From: The Director")
        sketch.line("Subject: Sale of land at Mill Lane")
        sketch.heading("Summary")
        #expect(try segmenter().metadata(of: sketch.paper).title == "Sale of land at Mill Lane")
    }

    @Test func whatTheLoaderKnowsStays() throws {
        var sketch = PaperSketch(.html)
        sketch.heading("AGENDA")
        var paper = sketch.paper
        paper.metadata.kind = .decisionNotice
        paper.metadata.committee = "Cabinet"
        let facts = try segmenter().metadata(of: paper)
        #expect(facts.kind == .decisionNotice)
        #expect(facts.committee == "Cabinet")
    }

    @Test func formsInTablesAreReadCellByCell() throws {
        var sketch = PaperSketch()
        sketch.table([
            ["Report to:", "Audit Committee", "Date:", "18 June 2025"], ["Title of report:", "Treasury outturn"],
            ["Wards affected:", "All"],
        ])
        sketch.line("1.1 The Council kept within its limits throughout the year.")
        let facts = try segmenter().metadata(of: sketch.paper)
        #expect(facts.kind == .report)
        #expect(facts.committee == "Audit Committee")
        #expect(facts.meetingDate == Day(2025, 6, 18))
        #expect(facts.title == "Treasury outturn")
    }

    @Test func dayBelowACommitteeIsThatOfItsMeeting() throws {
        var sketch = PaperSketch()
        sketch.heading("Wendle Neighbourhood Committee")
        sketch.line("15 January 2026")
        sketch.heading("Crossing at Mill Lane")
        sketch.line("Report of the Director of Highways")
        sketch.line("It was opened on the 3rd.")
        let facts = try segmenter().metadata(of: sketch.paper)
        #expect(facts.meetingDate == Day(2026, 1, 15))
        #expect(facts.title == "Crossing at Mill Lane")
    }

    @Test func lineAboveTheAuthorIsTheTitle() throws {
        var sketch = PaperSketch()
        sketch.heading("Children's Services Scrutiny Committee")
        sketch.heading("8 June 2022")
        sketch.line("Workforce development")
        sketch.heading("Report by the Director of Children")
        sketch.heading("Summary")
        sketch.line("This report provides an update on what has been done since the committee's last meeting on 9 March 2022.")
        let facts = try segmenter().metadata(of: sketch.paper)
        #expect(facts.title == "Workforce development")
        #expect(facts.meetingDate == Day(2022, 6, 8))
    }

    @Test func datesOfTheBodyAreOfOtherMeetings() throws {
        var sketch = PaperSketch()
        sketch.line("Report to: Cabinet")
        sketch.line("Subject: Parking")
        sketch.heading("1. Introduction")
        sketch.line("1.1 The plan was agreed at the meeting of the Committee held on 9 March 2022.")
        #expect(try segmenter().metadata(of: sketch.paper).meetingDate == nil)
    }

    @Test func letterIsNoMeeting() throws {
        var sketch = PaperSketch()
        sketch.line("5 February 2025")
        sketch.line("Dear Leader, thank you for the letter that you sent to me about the buses in your county last month.")
        #expect(try segmenter().metadata(of: sketch.paper).meetingDate == nil)
    }

    @Test func openingWordsNameMinutes() throws {
        var sketch = PaperSketch()
        sketch.heading("CAERLLAN COUNTY BOROUGH COUNCIL")
        sketch.heading("CABINET")
        sketch.line("MINUTES OF THE MEETING HELD ON TUESDAY, 4TH FEBRUARY 2025 AT 2.00 P.M.")
        let facts = try segmenter().metadata(of: sketch.paper)
        #expect(facts.title == "MINUTES OF THE MEETING")
        #expect(facts.committee == "CABINET")
        #expect(facts.meetingDate == Day(2025, 2, 4))
    }

    @Test func agendaOfAPackKeepsItsOwnTitle() throws {
        var sketch = PaperSketch()
        sketch.heading("AGENDA")
        sketch.line("1. Apologies")
        sketch.line("2. Parking")
        sketch.addPage()
        sketch.line("Report to: Cabinet")
        sketch.line("Subject: Parking")
        sketch.line("Present: nobody")
        let facts = try segmenter().metadata(of: sketch.paper)
        #expect(facts.kind == .agendaPack)
        #expect(facts.title == "AGENDA")
    }

    @Test func agendaWithThosePresentIsMinutes() throws {
        var sketch = PaperSketch()
        sketch.heading("Harbour Group 14 November 2024")
        sketch.heading("Agenda")
        sketch.line("Present: Ann Cole, Tom Reeve")
        let facts = try segmenter().metadata(of: sketch.paper)
        #expect(facts.kind == .minutes)
        #expect(facts.meetingDate == Day(2024, 11, 14))
    }

    @Test(arguments: [
        ("London Borough of Harrowmere", "London Borough of Harrowmere"), ("City of Marchester Council", "City of Marchester Council"),
        ("The Glenmore Council", "Glenmore Council"), ("Westmarch & Dunmere Combined Authority", "Westmarch & Dunmere Combined Authority"),
        ("Minutes of the Annual Meeting of Wendle Parish Council held on 6 May 2025", "Wendle Parish Council"),
    ])
    func tellsTheCouncil(line: String, name: String) throws {
        var sketch = PaperSketch()
        sketch.heading(line)
        sketch.heading("MINUTES")
        #expect(try segmenter().metadata(of: sketch.paper).organisation == name)
    }

    @Test(arguments: ["COUNTY COUNCIL", "Adopted by Council 20 August 2018", "Budget Council"])
    func whatNamesNoCouncil(line: String) throws {
        var sketch = PaperSketch()
        sketch.heading(line)
        #expect(try segmenter().metadata(of: sketch.paper).organisation == nil)
    }

    @Test func councilsNameIsNoPartOfTheCommittees() throws {
        var sketch = PaperSketch()
        sketch.heading("Northwick Town Council")
        sketch.line("Minutes of a meeting of the Planning Committee of Northwick Town Council held on 6 May 2025.")
        #expect(try segmenter().metadata(of: sketch.paper).committee == "Planning Committee")
    }

    @Test func coverAndAppendixAreTitles() throws {
        var cover = PaperSketch()
        cover.heading("2024 Annual Report")
        cover.heading("Our work for veterans")
        cover.addPage()
        cover.line("The board met four times in the year and spoke with every school in the county about its work.")
        #expect(try segmenter().metadata(of: cover.paper).title == "2024 Annual Report Our work for veterans")
        var appendix = PaperSketch()
        appendix.line("Appendix B: Proposed terms of reference")
        appendix.line("1. There are eleven members of the committee and two who are co-opted without a vote.")
        #expect(try segmenter().metadata(of: appendix.paper).title == "Appendix B: Proposed terms of reference")
    }
}
