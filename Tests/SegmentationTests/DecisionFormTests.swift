import HTMLLoading
import PaperModel
import RuleEngine
import Segmentation
import TestSupport
import Testing

/// Notices of decisions, which are forms: what stands in their lines is kept under the names of the lines.
@Suite struct DecisionFormTests {
    private func fields(_ segment: Segment) -> [String: String] {
        Dictionary(segment.fields.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
    }

    @Test func boldTitleBelowItsLabelIsNoSection() throws {
        var sketch = PaperSketch()
        sketch.heading("MARCHESTER COUNCIL - RECORD OF DECISION")
        sketch.line("Subject Matter / Title of Decision", bold: "Subject Matter / Title of Decision")
        sketch.line("Renewal of the Ferry Licence", bold: "Renewal of the Ferry Licence")
        sketch.line("Decision:", bold: "Decision:")
        sketch.line("To renew the licence for three years.")
        sketch.line("Any interest declared when the decision was taken", bold: "Any interest declared when the decision was taken")
        sketch.line("None")
        #expect(try sketch.paper.segments().map(\.kind) == [.resolution])
    }

    @Test func aWebPageThatIsAFormOfADecisionIsANotice() throws {
        let page =
            "<html><head><title>Sandwade Borough Council</title></head><body><main><h1>Renewal of the ferry licence</h1><dl><dt>Reference:</dt>"
            + "<dd>OD/2024/117</dd><dt>Decision maker:</dt><dd>Director of Harbours</dd><dt>Date of decision:</dt><dd>14 March 2024</dd></dl>"
            + "<h3>Decision:</h3><p>To renew the licence of the ferry at £2,400 a year.</p><h3>Reason for the decision:</h3><p>It is used.</p>"
            + "</main></body></html>"
        var paper = try loadHTML(Array(page.utf8), layouts: Checkout.ruleBook.get().layouts, limits: LoadLimits())
        paper.metadata = try segmenter().metadata(of: paper)
        #expect(paper.metadata.kind == .decisionNotice)
        #expect(paper.metadata.meetingDate == Day(2024, 3, 14))
        #expect(try paper.segments().map(\.kind) == [.resolution])
    }

    @Test func linesOfANoticeAreFieldsAndNoSections() throws {
        var sketch = PaperSketch()
        sketch.heading("CITY OF MARCHESTER")
        sketch.heading("Notice of decision taken by an officer")
        for (label, value) in [
            ("Subject", "Roof of the baths"), ("Decision maker", "Director of Place"), ("Date of decision", "14 May 2025"),
            ("Decision", "To award the contract to Wren Roofing Ltd."), ("Reasons for the decision", "The roof leaks in four places."),
            ("Alternative options considered", "To do nothing."), ("Conflicts of interest declared", "None"),
        ] {
            sketch.line(label, bold: label)
            sketch.line(value)
        }
        let paper = sketch.paper
        let segments = try paper.segments()
        try #require(segments.map(\.kind) == [.resolution])
        #expect(paper.text(of: segments[0].spans) == "Decision\nTo award the contract to Wren Roofing Ltd.")
        let fields = fields(segments[0])
        #expect(fields["subject"] == "Roof of the baths")
        #expect(fields["decision maker"] == "Director of Place")
        #expect(fields["reasons for the decision"] == "The roof leaks in four places.")
        #expect(fields["alternative options considered"] == "To do nothing.")
        let facts = try segmenter().metadata(of: paper)
        #expect(facts.kind == .decisionNotice)
        #expect(facts.organisation == "CITY OF MARCHESTER")
        #expect(facts.meetingDate == Day(2025, 5, 14))
        #expect(facts.title == "Roof of the baths")
    }

    @Test func numberedLinesOfANoticeAreNoItems() throws {
        var sketch = PaperSketch()
        sketch.heading("RECORD OF EXECUTIVE DECISION")
        for line in [
            "1. Title of decision: Grant to the lido", "2. Decision maker: Cllr P Lind", "3. Date of decision: 3 March 2025",
            "4. Decision: That a grant of £12,000 be paid.", "5. Reasons for decision: The lido is loved.",
        ] {
            let label = String(line.prefix { $0 != ":" }) + ":"
            sketch.line(line, bold: label)
        }
        let segments = try sketch.paper.segments()
        try #require(segments.map(\.kind) == [.resolution])
        #expect(fields(segments[0])["title of decision"] == "Grant to the lido")
        #expect(fields(segments[0])["reasons for decision"] == "The lido is loved.")
        #expect(try segmenter().metadata(of: sketch.paper).meetingDate == Day(2025, 3, 3))
    }

    @Test func numberedHeadingsBelowTheDecisionAreTheReportOnIt() throws {
        var sketch = PaperSketch()
        sketch.heading("RECORD OF OFFICER DECISION")
        sketch.line("Decision maker: Head of Parks")
        sketch.heading("Decision:", level: 3)
        sketch.line("To buy forty litter bins for the lakeside.")
        sketch.line("Date of decision: 3 March 2031")
        for (heading, text) in [
            ("1. Why bins are wanted", "The old ones rust."), ("2. How they were chosen", "Three makers were asked."),
            ("3. Recommendation", "That forty bins are bought."),
        ] {
            sketch.heading(heading, level: 3)
            sketch.line(text)
        }
        #expect(
            try sketch.paper.segments().outline == [
                "resolution | Decision: To buy forty litter bins for the lakeside.", "section | 1 | Why bins are wanted",
                "section | 2 | How they were chosen", "recommendation | 3 | Recommendation",
            ])
    }

    @Test func letteredLinesOfAnItemAreItsFields() throws {
        var sketch = PaperSketch()
        sketch.heading("NORTHWICK COUNCIL")
        sketch.line("MINUTES of a meeting of the Cabinet held in the Guildhall on Thursday, 13 March 2025.")
        sketch.heading("7. Winter plan")
        for line in ["(a) Subject: The plan for gritting", "(b) Report author: The Head of Streets"] {
            sketch.line(line, bold: "")
        }
        sketch.line("(d) Decision taken", bold: "(d) Decision taken")
        sketch.line("That the plan be adopted.")
        let segments = try sketch.paper.segments()
        try #require(segments.map(\.kind) == [.agendaItem, .resolution])
        #expect(sketch.paper.text(of: segments[1].spans).hasSuffix("That the plan be adopted."))
    }

    @Test func rowsOfAListOfDecisionsAreItems() throws {
        var sketch = PaperSketch()
        sketch.heading("NORTHWICK BOROUGH COUNCIL")
        sketch.heading("Cabinet: decisions taken on Tuesday 10 June 2025")
        sketch.table([
            ["Item", "Subject", "Decision"], ["5", "Leisure", "RESOLVED that the strategy be adopted."],
            ["6", "Budget", "RESOLVED that the forecast be noted."], ["7", "Depot", "RESOLVED that it be sold."],
        ])
        #expect(
            try sketch.paper.segments().outline == [
                "agendaItem | 5 | Leisure", "  resolution | RESOLVED that the strategy be adopted.", "agendaItem | 6 | Budget",
                "  resolution | RESOLVED that the forecast be noted.", "agendaItem | 7 | Depot", "  resolution | RESOLVED that it be sold.",
            ])
    }

    @Test func letteredFieldsOfAnItemAreKept() throws {
        var sketch = PaperSketch()
        sketch.heading("NORTHWICK COUNCIL")
        sketch.line("MINUTES of a meeting of the Cabinet held in the Guildhall on Thursday, 13 March 2025.")
        sketch.heading("7. Winter plan")
        for line in [
            "(a) Subject: The plan for gritting", "(b) Report author: The Head of Streets", "(c) Options considered: To grit less",
            "(d) Decision taken: That the plan be adopted.", "(e) Reason for decision: Frost",
        ] { sketch.line(line) }
        let segments = try sketch.paper.segments()
        try #require(segments.map(\.kind) == [.agendaItem, .resolution])
        let fields = fields(segments[0])
        #expect(fields["subject"] == "The plan for gritting")
        #expect(fields["report author"] == "The Head of Streets")
    }

    @Test func numberedRowsOfANoticeAreItsForm() throws {
        var sketch = PaperSketch()
        sketch.heading("Harbour City Council")
        sketch.heading("Record of Officer Decision", level: 2)
        sketch.table([
            ["1. Decision reference", "ED24-117"], ["2. Decision maker", "Director of Place"],
            ["3. Subject", "Lease of the harbour kiosk"],
            ["4. Decision taken", "To grant a lease of five years."], ["5. Reasons for decision", "It has stood empty since May."],
            ["6. Alternatives considered", "Selling it."], ["7. Date of decision", "4 June 2024"],
        ])
        let segments = try sketch.paper.segments()
        try #require(segments.map(\.kind) == [.resolution])
        #expect(sketch.paper.text(of: segments[0].spans).hasSuffix("To grant a lease of five years."))
        let fields = fields(segments[0])
        #expect(fields["decision maker"] == "Director of Place")
        #expect(fields["subject"] == "Lease of the harbour kiosk")
        #expect(fields["reasons for decision"] == "It has stood empty since May.")
        #expect(fields["alternatives considered"] == "Selling it.")
    }

    @Test func pageOfACommitteeSystemKeepsItsFields() throws {
        let page = """
            <!doctype html><html><head><title>Decision details - Harbour Council</title></head><body><div id="modgov"><div class="mgContent">
            <h1 class="mgMainTitleTxt">Decision details</h1><h2 class="mgSubTitleTxt">Purchase of two boats</h2>
            <p><span class="mgLabel">Decision Maker:</span> Director of Rivers</p>
            <p><span class="mgLabel">Decision status:</span> Recommendations Approved</p>
            <p><span class="mgLabel">Is Key decision?:</span> No</p><p><span class="mgLabel">Is subject to call in?:</span> Yes</p>
            <h3 class="mgSubSubTitleTxt">Decision:</h3><div class="mgWordPara"><p>That two boats be bought for £84,000.</p></div>
            <h3 class="mgSubSubTitleTxt">Reasons for the decision:</h3><div class="mgWordPara"><p>The old boats leak.</p></div>
            <p><span class="mgLabel">Publication date:</span> 06/06/2024</p><p><span class="mgLabel">Date of decision:</span> 05/06/2024</p>
            </div></div></body></html>
            """
        let paper = try loadHTML(Array(page.utf8), layouts: Checkout.ruleBook.get().layouts, limits: LoadLimits())
        let segments = try paper.segments()
        try #require(segments.map(\.kind) == [.agendaItem, .resolution])
        #expect(segments[0].title == "Purchase of two boats")
        let fields = fields(segments[0])
        #expect(fields["decision maker"] == "Director of Rivers")
        #expect(fields["is key decision"] == "No")
        #expect(fields["publication date"] == "06/06/2024")
        #expect(fields["reasons for the decision"] == "The old boats leak.")
        #expect(try segmenter().metadata(of: paper).meetingDate == Day(2024, 6, 5))
    }
}
