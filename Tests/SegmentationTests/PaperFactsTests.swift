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
        #expect(facts.kind == "minutes")
        #expect(facts.organisation == "NORTHWICK BOROUGH COUNCIL")
        #expect(facts.committee == "Planning Committee")
        #expect(facts.meetingDate == Day(2025, 3, 13))
    }

    @Test(arguments: [
        ("AGENDA", "agenda"), ("You are summoned to a meeting of the Council", "agenda"),
        ("Question by Ann Cole to Tom Reeve", "questions"),
        ("NORTHWICK COUNCIL - RECORD OF DECISION", "decisionNotice"), ("Report of the Director of Place", "report"),
        ("Treasury strategy", "other"),
    ])
    func tellsTheKind(line: String, kind: String) throws {
        var sketch = PaperSketch()
        sketch.heading(line)
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
        paper.metadata.kind = "decisionNotice"
        paper.metadata.committee = "Cabinet"
        let facts = try segmenter().metadata(of: paper)
        #expect(facts.kind == "decisionNotice")
        #expect(facts.committee == "Cabinet")
    }
}
