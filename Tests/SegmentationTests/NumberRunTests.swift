import PaperModel
import Segmentation
import Testing

/// Items are what a run of numbers that goes on over the paper makes of its lines.
@Suite struct NumberRunTests {
    private func minutes(_ body: (inout PaperSketch) -> Void) throws -> [String] {
        var sketch = PaperSketch()
        sketch.heading("NETHER WENDLE PARISH COUNCIL")
        sketch.line("Minutes of the meeting held in the hall on Tuesday, 6 May 2025.")
        sketch.line("Present: Councillors Ash, Elm and Oak, with the Clerk.")
        body(&sketch)
        return try sketch.paper.segments().outline
    }

    @Test func numbersOfThreePartsAreItems() throws {
        let found = try minutes { sketch in
            sketch.heading("25.05.1 Apologies")
            sketch.line("None.")
            sketch.heading("25.05.02 Bus shelter")
            sketch.line("The glass is broken.")
            sketch.heading("5.05.3 Hedges")
            sketch.line("They were cut.")
            sketch.heading("25.5.4 Finance")
            sketch.line("All was well.")
        }
        #expect(
            found == [
                "agendaItem | 25.05.1 | Apologies", "agendaItem | 25.05.02 | Bus shelter", "agendaItem | 5.05.3 | Hedges",
                "agendaItem | 25.5.4 | Finance",
            ])
    }

    @Test func commonTitleWithoutANumberIsAnItemAmongThem() throws {
        let found = try minutes { sketch in
            sketch.heading("Apologies")
            sketch.line("Councillor Fir.")
            sketch.heading("114/25 Register of interests")
            sketch.line("None.")
            sketch.heading("115/25 Allotments")
            sketch.line("Two are free.")
        }
        #expect(found == ["agendaItem | Apologies", "agendaItem | 114/25 | Register of interests", "agendaItem | 115/25 | Allotments"])
    }

    @Test func listOfNamesIsNoListOfItems() throws {
        let found = try minutes { sketch in
            sketch.heading("1. Apologies")
            sketch.line("None.")
            sketch.heading("2. Statements")
            for (number, name) in ["Ann Cole", "Bo Dunn", "Cy Eade", "Di Ford", "Ed Gill", "Fay Hunt", "Gus Ives"].enumerated() {
                sketch.line("\(number + 1) \(name)")
            }
            sketch.heading("3. Close of the year")
            sketch.line("It was noted.")
        }
        #expect(found == ["agendaItem | 1 | Apologies", "agendaItem | 2 | Statements", "agendaItem | 3 | Close of the year"])
    }

    @Test func partsOfAResolutionInBoldAreNoItems() throws {
        let found = try minutes { sketch in
            sketch.heading("1. Apologies")
            sketch.line("None.")
            sketch.heading("2. Quay wall")
            sketch.line("The RESOLVED text is below.")
            sketch.line("It was RESOLVED:", bold: "It was RESOLVED:")
            sketch.line("1. That the wall be mended.", bold: "1. That the wall be mended.")
            sketch.line("2. That the county be told.", bold: "2. That the county be told.")
        }
        #expect(found.filter { $0.hasPrefix("agendaItem") } == ["agendaItem | 1 | Apologies", "agendaItem | 2 | Quay wall"])
    }

    @Test func secondMeetingInTheSameFileHasItsOwnItems() throws {
        let found = try minutes { sketch in
            sketch.heading("1. Apologies")
            sketch.line("None.")
            sketch.heading("2. Election of chair")
            sketch.line("Councillor Ash was elected.")
            sketch.line("There being no other business the meeting was closed.")
            sketch.heading("NETHER WENDLE PARISH COUNCIL")
            sketch.line("Present: Councillors Ash and Elm.")
            sketch.heading("1. Apologies")
            sketch.line("Councillor Oak.")
            sketch.heading("2. Green")
            sketch.line("It was mown.")
        }
        #expect(
            found == [
                "agendaItem | 1 | Apologies", "agendaItem | 2 | Election of chair", "agendaItem | 1 | Apologies", "agendaItem | 2 | Green",
            ])
    }

    @Test func numberInTheMarginBelongsToTheTitleBelow() throws {
        let found = try minutes { sketch in
            sketch.line("1")
            sketch.heading("Apologies")
            sketch.line("They were received from Councillor Fir.\n2")
            sketch.heading("2024/25 Outturn")
            sketch.line("It was discussed.")
        }
        #expect(found == ["agendaItem | 1 | Apologies", "agendaItem | 2 | 2024/25 Outturn"])
    }

    @Test func flatParagraphOfAWebPageIsCutAtItsNumbers() throws {
        var sketch = PaperSketch(.html)
        sketch.heading("Minutes of the parish meeting")
        sketch.line("Present: Councillors Ash and Elm.")
        sketch.line("1. Apologies. Councillor Fir. 2. Declarations of interest. None. 3. Finance. The balance was read.")
        #expect(
            try sketch.paper.segments().outline == [
                "agendaItem | 1 | Apologies", "agendaItem | 2 | Declarations of interest", "agendaItem | 3 | Finance",
            ])
    }

    @Test func itemsInTheCellsOfAGridHoldTheirText() throws {
        var sketch = PaperSketch()
        sketch.heading("NETHER WENDLE TOWN COUNCIL")
        sketch.line("Minutes of the meeting held on Tuesday, 6 May 2025.")
        let long =
            "The Clerk read a letter from the county about the bridge, which is to be shut for three weeks while the deck is taken up, and "
            + "members asked that the diversion be signed from both ends of the village this time and not from one."
        sketch.table([
            ["LW 45/2025", "Apologies\nNone.", "JR"],
            ["LW 46/2025", "Bridge\n\(long)\nRESOLVED that the Clerk reply.", "CL"],
            ["LW 47/2025", "Next meeting\n\(long)", ""],
        ])
        let segments = try sketch.paper.segments()
        #expect(segments.filter { $0.kind == .agendaItem }.map(\.number) == ["LW 45/2025", "LW 46/2025", "LW 47/2025"])
        #expect(segments.first { $0.kind == .resolution }.map { sketch.paper.text(of: $0.spans) } == "RESOLVED that the Clerk reply.")
    }
}
