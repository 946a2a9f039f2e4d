import Extraction
import PaperModel
import TestSupport
import Testing

@Suite struct ListTitleTests {
    @Test func entriesBelowAShortLineAreWhatItSays() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.block("Financial obligations")
        sketch.block("Community facilities £28,000", .listItem)
        sketch.block("Play equipment £9,000", .listItem)
        let found = try sketch.read().figures
        #expect(found.map(\.sense) == [.contribution, .contribution])
        #expect(found.map(\.subject) == ["Community facilities", "Play equipment"])
    }

    @Test func sentencesBelowAShortLineAreNot() throws {
        var sketch = PaperSketch()
        sketch.page()
        sketch.block("Savings and cuts")
        sketch.block("The new hall will open with a fair that is worth £28,000 to the town's shops, the chair said.", .listItem)
        #expect(try sketch.read().figures.allSatisfy { $0.sense != .saving })
    }

    /// The senses of a paper's figures, block by block.
    private func senses(_ blocks: [(String, Block.Kind)]) throws -> [Figure.Sense?] {
        var sketch = PaperSketch()
        sketch.page()
        for (text, kind) in blocks { sketch.block(text, kind) }
        return try sketch.read().figures.map(\.sense)
    }

    @Test func paragraphsBehindALeadInAreItsEntries() throws {
        #expect(
            try senses([
                ("The following payments were made:", .paragraph), ("Holt Motors - hire of van - £187.20", .paragraph),
                ("Moor Insurance - premium - £63.40", .paragraph),
            ]) == [.spend, .spend])
    }

    @Test func linesOfAParagraphBehindALeadInAreItsEntries() throws {
        let lines =
            "The total paid to date is £213,640.\nThis is made up as follows:\nMasterplan, Loxley Hare - £146,900\nTransport, Pinnock - £66,740"
        #expect(try senses([(lines, .paragraph)]) == [.spend, .spend, .spend])
    }

    @Test func whatEntriesOfReceiptsAreForSaysNotWhatTheyAre() throws {
        #expect(
            try senses([("Receipts May to June: HMRC VAT £931.20; adverts £240; Football Club rent £175.", .paragraph)])
                == [.income, .income, .income])
        #expect(
            try senses([("Receipts since June \u{2013} District Council £8,250; Mrs Tuck, allotment £30.", .paragraph)]) == [
                .income, .income,
            ])
    }

    @Test func entriesThatAreSentencesAreWhatTheFirstIs() throws {
        #expect(
            try senses([("Ward grants \u{2013} Scouts, Hill Road: £600. Lunch club: £450. Less returned: £100.", .paragraph)])
                == [.grant, .grant, nil])
        #expect(
            try senses([("Ward grants \u{2013} Scouts, Hill Road: £600. The roof of the hall leaks and will take £450.", .paragraph)])[1]
                != .grant)
    }

    @Test func aLineWithoutAMarkLeadsToTheParagraphsBelowIt() throws {
        #expect(
            try senses([
                ("The following were passed for payment by the members", .paragraph), ("Holt Insurance £658.63", .paragraph),
                ("Church hall rent £45.00 Meetings", .paragraph),
            ]) == [.spend, .spend])
    }

    @Test func entriesBehindAColonMayBeSetEitherWay() throws {
        let lines = "It was resolved to pay :-\nMoor Hall £40 - Meetings\nChurchyard mowing £250\nClerk's fee £450\nInk £45.99 (two)"
        #expect(try senses([(lines, .paragraph)]) == [.spend, .spend, .spend, .spend])
    }

    @Test func entriesRunUpToALineThatIsNone() throws {
        let lines = """
            The following were passed for payment
            Holt Insurance £658.63 Hall
            Moor Church £250.00 Churchyard
            P Lund £38.00 Ink
            Domain Co £71.86 Web package (an increase of £21.60,
            to be queried next year before it is paid)
            """
        let found = try senses([(lines, .paragraph)])
        #expect(found.prefix(3) == [.spend, .spend, .spend])
        #expect(found.count == 5)
    }

    @Test func theLineOverRowsLeadsToThem() throws {
        let lines =
            "The following were passed for payment by the Councillors\nHolt Insurance £658.63 Village Hall\nMoor Church £250.00 Churchyard"
        #expect(try senses([(lines, .paragraph)]) == [.spend, .spend])
    }

    @Test func headingsMayPartTheEntriesOfAList() throws {
        #expect(
            try senses([
                ("Grants that were approved in May are listed below.", .paragraph), ("Northwick", .heading(level: 2)),
                ("Scouts: £600", .listItem), ("Southwick", .heading(level: 2)), ("Bowls Club: £450", .listItem),
            ]) == [.grant, .grant])
        #expect(
            try senses([
                ("Grants were made to these:", .paragraph), ("Scouts: £600", .listItem), ("Fences", .heading(level: 2)),
                ("Moor Lane: £450", .listItem),
            ]).last == .some(nil))
    }

    @Test func theParagraphBehindAQuestionAnswersIt() throws {
        #expect(try senses([("How much was paid out?", .paragraph), ("£44,317", .paragraph)]) == [.spend])
        #expect(try senses([("How much was paid out?", .paragraph), ("The club has £44,317.", .paragraph)]) == [nil])
    }

    /// The senses of a table's amounts below the heading of its section.
    private func senses(under title: String, _ rows: [[String]]) throws -> [Figure.Sense?] {
        var sketch = PaperSketch()
        sketch.page()
        let heading = sketch.block(title, .heading(level: 2))
        sketch.table(rows)
        var section = Segment(kind: .section, spans: [Span(page: 1, range: TextRange(heading.start, sketch.paper.pages[0].text.count))])
        section.title = title
        return FigureExtractor(rules: try Checkout.ruleBook.get()).figures(in: sketch.paper, segments: [section]).figures.map(\.sense)
    }

    @Test func whatRowsAreAboutGivesWayToATitleOfIncomeOrReserves() throws {
        #expect(
            try senses(under: "Income received", [["Item", "£"], ["Burial fee", "350.00"], ["Insurance refund", "12.00"]])
                == [.income, .income])
        #expect(
            try senses(under: "Earmarked reserves", [["Reserve", "£"], ["Grant fund", "350.00"], ["Salaries", "12.00"]]) == [
                .reserve, .reserve,
            ])
        #expect(try senses(under: "Earmarked reserves", [["Item", "Fee £"], ["Burial fee", "350.00"]]) == [.price])
    }
}
