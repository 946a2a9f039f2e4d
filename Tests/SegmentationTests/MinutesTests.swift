import PaperModel
import Segmentation
import Testing

@Suite struct MinutesTests {
    @Test func aTitleWithTheWordOfAnOutcomeIsAHeading() throws {
        var sketch = PaperSketch()
        sketch.heading("NETHER WENDLE PARISH COUNCIL")
        sketch.line("Minutes of the meeting held in the hall on Tuesday, 6 May 2025.")
        sketch.heading("1. Harbour")
        sketch.line("The plan was read out to members.")
        sketch.line("SUMMARY OF APPROVED PROPOSALS", bold: "SUMMARY OF APPROVED PROPOSALS")
        sketch.line("The wall will be raised.")
        sketch.line("MOTION CARRIED", bold: "MOTION CARRIED")
        sketch.heading("2. Finance")
        sketch.line("Nothing was due.")
        #expect(
            try sketch.paper.segments().outline == [
                "agendaItem | 1 | Harbour", "  section | SUMMARY OF APPROVED PROPOSALS", "agendaItem | 2 | Finance",
            ])
    }

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

    @Test func partsThatBeginOnTheLineOfTheWordsAreOneResolution() throws {
        let sketch = minutes { sketch in
            sketch.heading("7. Budget")
            sketch.line("RESOLVED – (a) That the forecast be noted.")
            sketch.line("(b) That £120,000 be moved to waste services.")
            sketch.line("The Director of Finance left the meeting at that point.")
            sketch.heading("8. Minutes")
            sketch.line("Resolved")
            sketch.line("That the minutes be signed.")
            sketch.line("The Chair thanked the Clerk for them.")
        }
        let segments = try sketch.paper.segments()
        try #require(segments.map(\.kind) == [.agendaItem, .resolution, .agendaItem, .resolution])
        #expect(sketch.paper.text(of: segments[1].spans).hasSuffix("(b) That £120,000 be moved to waste services."))
        #expect(sketch.paper.text(of: segments[3].spans) == "Resolved\nThat the minutes be signed.")
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

    @Test(arguments: [["64/25", "65/25"], ["25/031", "25/032"]])
    func minuteNumbersCountItems(numbers: [String]) throws {
        let sketch = minutes { sketch in
            sketch.line("\(numbers[0]) Apologies", bold: "\(numbers[0]) Apologies")
            sketch.line("None.")
            sketch.line("\(numbers[1]) Finance", bold: "\(numbers[1]) Finance")
            sketch.line("Payments were put to the meeting. It was proposed by Cllr. Dew, seconded by Cllr. Frost and RESOLVED that:")
            sketch.listItem("they be made; and", label: "(i)")
            sketch.listItem("the accounts be noted.", label: "(ii)")
        }
        let segments = try sketch.paper.segments()
        try #require(segments.map(\.kind) == [.agendaItem, .agendaItem, .resolution])
        #expect(segments.map(\.number) == [numbers[0], numbers[1], nil])
        let text = sketch.paper.text(of: segments[2].spans)
        #expect(text.hasPrefix("It was proposed by Cllr. Dew"))
        #expect(text.hasSuffix("noted."))
    }

    @Test func boldLineWithANumberIsNoPartOfTheParagraphAbove() throws {
        let sketch = minutes { sketch in
            sketch.line("In attendance: the Clerk and two members of the public\n64/25 Apologies")
            sketch.setBoldEnd("64/25 Apologies")
            sketch.line("None.")
            sketch.line("65/25 Interests", bold: "65/25 Interests")
            sketch.line("66/25 Close", bold: "66/25 Close")
        }
        #expect(try sketch.paper.segments().map(\.number) == ["64/25", "65/25", "66/25"])
    }

    @Test func numberInTheMarginIsTheMinutes() throws {
        let sketch = minutes { sketch in
            sketch.line("283.")
            sketch.heading("Apologies")
            sketch.line("(Item 1)")
            sketch.line("None.")
            sketch.line("284.")
            sketch.heading("Tree works")
            sketch.line("(Item 2)")
            sketch.line("The Clerk reported that they had begun.")
        }
        let segments = try sketch.paper.segments()
        try #require(segments.outline == ["agendaItem | 283 | Apologies", "agendaItem | 284 | Tree works"])
        #expect(sketch.paper.text(of: segments[0].spans).hasSuffix("None."))
    }

    @Test func decisionsUnderTheirOwnHeading() throws {
        var sketch = PaperSketch()
        sketch.line("Minute of Meeting of the Finance Committee held on Thursday 19 June 2025")
        sketch.heading("1. Minutes", level: 2)
        sketch.heading("Decision", level: 3)
        sketch.line("To approve the minute of 1 May 2025.")
        sketch.heading("2. Monitoring", level: 2)
        sketch.line("An overspend of £4.1m was forecast.")
        sketch.heading("Decision", level: 3)
        sketch.line("1) To note the report.")
        sketch.line("2) To ask for another.")
        let segments = try sketch.paper.segments()
        try #require(segments.map(\.kind) == [.agendaItem, .resolution, .agendaItem, .resolution])
        #expect(sketch.paper.text(of: segments[3].spans).hasSuffix("ask for another."))
    }
}

@Suite struct DecisionNoticeTests {
    @Test func decisionInAFormHasItsOwnCell() throws {
        var sketch = PaperSketch()
        sketch.heading("Eastmarsh District Council")
        sketch.heading("Record of Officer Decision")
        sketch.table([
            ["Decision maker", "Head of Property"], ["Title of decision", "Lease of Unit 4"],
            ["Decision taken", "To grant a lease for five years at £12,500 a year."], ["Reasons for decision", "The unit is empty."],
        ])
        let segments = try sketch.paper.segments()
        let resolution = try #require(segments.first { $0.kind == .resolution })
        #expect(sketch.paper.text(of: resolution.spans) == "Decision taken\tTo grant a lease for five years at £12,500 a year.")
        #expect(try segmenter().metadata(of: sketch.paper).title == "Lease of Unit 4")
    }
}
