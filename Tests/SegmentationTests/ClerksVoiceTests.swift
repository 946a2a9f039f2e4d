import PaperModel
import Segmentation
import Testing

/// Minutes as clerks of small councils set them: without numbers, with numbers of their own making, with titles that run into the text.
@Suite struct ClerksVoiceTests {
    private func minutes() -> PaperSketch {
        var sketch = PaperSketch(.html)
        sketch.heading("Minutes of the meeting of Nether Wendle Parish Council held on Monday 3 June 2024")
        sketch.line("Present: Cllrs Ash, Elm and Yew")
        return sketch
    }

    private func outline(_ lines: [(text: String, bold: String)]) throws -> [String] {
        var sketch = minutes()
        for line in lines { sketch.line(line.text, bold: line.bold) }
        return try sketch.paper.segments().outline
    }

    @Test func linesInCapitalsAreTitlesWhereNothingElseIsSetOff() throws {
        #expect(
            try outline([
                ("APOLOGIES", ""), ("Cllr Oak was away.", ""), ("MINUTES", ""), ("Those of May were signed as a true record.", ""),
                ("POCKET PARK", ""), ("The brown bin is emptied each fortnight.", ""), ("FINANCE", ""), ("The Clerk paid two bills.", ""),
            ]) == ["agendaItem | APOLOGIES", "agendaItem | MINUTES", "agendaItem | POCKET PARK", "agendaItem | FINANCE"])
    }

    @Test func boldBeginningsAreTitlesWhereNothingElseIsSetOff() throws {
        #expect(
            try outline([
                ("Chairman’s Report: The year was a good one for the hall.", "Chairman’s Report:"),
                ("Bookings Secretary’s Report: Hirers go on being pleased.", "Bookings Secretary’s Report:"),
            ]) == ["agendaItem | Chairman’s Report", "agendaItem | Bookings Secretary’s Report"])
        #expect(
            try outline([
                ("FINANCE. A cheque was signed.", "FINANCE."), ("MATTERS ARISING from the minutes. There were none.", "MATTERS ARISING"),
            ]) == ["agendaItem | FINANCE", "agendaItem | MATTERS ARISING"])
    }

    @Test func squareBracketsCountItems() throws {
        #expect(
            try outline([
                ("[1] Apologies for absence.", "[1] Apologies for absence."), ("Nobody was away.", ""),
                ("[2] Planning.", "[2] Planning."), ("[a] To discuss a shed at Mill Lane.", ""),
                ("RT proposed no objection, CB seconded, and this was unanimously resolved.", ""),
            ]).prefix(2) == ["agendaItem | 1 | Apologies for absence", "agendaItem | 2 | Planning"])
    }

    @Test func aNumberBeforeEachPartOfAMinuteBreaksNoRun() throws {
        #expect(
            try outline([
                ("6/24 HIGHWAYS", "6/24 HIGHWAYS"), ("The lane is shut.", ""), ("7/24 FINANCE", "7/24 FINANCE"),
                ("7/24 i Two bills.", "7/24 i"),
                ("7/24 ii One gift.", "7/24 ii"), ("8/24 PLANNING", "8/24 PLANNING"), ("None.", ""),
            ]).filter { $0.hasPrefix("agendaItem") } == [
                "agendaItem | 6/24 | HIGHWAYS", "agendaItem | 7/24 | FINANCE", "agendaItem | 8/24 | PLANNING",
            ])
    }

    @Test func partsWithNumbersOfTheirOwnAreSections() throws {
        #expect(
            try outline([
                ("4. Apologies", "4. Apologies"), ("None.", ""), ("5. Planning", "5. Planning"),
                ("5.1 172: New shed at Plot 9: the site had been seen. It was RESOLVED to say nothing.", ""),
                ("5.2 Mill Lane Cllr Ash had seen the site.", "5.2 Mill Lane"),
                ("6. Next meeting", "6. Next meeting"), ("In July.", ""),
            ]) == [
                "agendaItem | 4 | Apologies", "agendaItem | 5 | Planning", "  section | 5.1 | 172: New shed at Plot 9",
                "    resolution | 5.1 | It was RESOLVED to say nothing.", "  section | 5.2 | Mill Lane", "agendaItem | 6 | Next meeting",
            ])
    }

    @Test func theNextLetterOfAnItemEndsAResolution() throws {
        #expect(
            try outline([
                ("6. Finance", "6. Finance"), ("(a) Accounts for payment:", ""), ("RESOLVED that these be paid:", ""),
                ("£90 – hedge work – May", ""), ("(b) Receipts:", ""), ("The club has paid its rent for the year.", ""),
                ("7. Planning", "7. Planning"), ("None.", ""),
            ]) == [
                "agendaItem | 6 | Finance", "  section | a | Accounts for payment",
                "    resolution | RESOLVED that these be paid: £90 – hedge work – May", "  section | b | Receipts",
                "agendaItem | 7 | Planning",
            ])
    }

    @Test func wordsInCapitalsBeforeASentenceAreTheTitle() throws {
        #expect(
            try outline([
                ("1. APOLOGIES Cllr Oak was away, and so was the Clerk, who had sent her notes to all.", ""),
                ("2. MINUTES OF THE LAST MEETING Those of May were read out, and the Chairman signed them.", ""),
                ("3. ALLOTMENT WATER Cllr Ash will look at the tap, which drips on the path to the shed.", ""),
            ]) == ["agendaItem | 1 | APOLOGIES", "agendaItem | 2 | MINUTES OF THE LAST MEETING", "agendaItem | 3 | ALLOTMENT WATER"])
    }

    @Test func linesOfAnAgendaWithoutNumbersAreItems() throws {
        var sketch = PaperSketch(.html)
        sketch.heading("Agenda")
        sketch.line("You are summoned to a meeting of Nether Wendle Parish Council on Monday 3 June 2024 at 7pm in the Hall.")
        for line in ["Apologies for absence", "Declarations of interest", "Allotment water", "Date of next meeting"] {
            sketch.listItem(line, label: "•")
        }
        #expect(
            try sketch.paper.segments().map(\.title) == [
                "Apologies for absence", "Declarations of interest", "Allotment water", "Date of next meeting",
            ])
    }

    @Test func aColumnOfTimesStandsBeforeTheNumbers() throws {
        var sketch = PaperSketch(.html)
        sketch.heading("Agenda")
        sketch.table([
            ["Time", "Item", "Business"], ["6.00pm", "1", "Apologies for absence"], ["6.05pm", "2", "Youth plan"],
            ["7.15pm", "3", "Close"],
        ])
        #expect(
            try sketch.paper.segments().outline == [
                "agendaItem | 1 | Apologies for absence", "agendaItem | 2 | Youth plan", "agendaItem | 3 | Close",
            ])
    }

    /// What names no item must stay text: paragraphs with numbers, entries of lists, names.
    @Test func linesOfTheTextAreNoSections() throws {
        let outline = try outline([
            ("4. Allotments", "4. Allotments"), ("4.1 The Chairman said that the tap drips.", ""), ("4.2 Cllr Ash had seen the shed.", ""),
            ("a) the north gate", ""), ("b) the south gate", ""), ("5. Next meeting", "5. Next meeting"), ("In July.", ""),
        ])
        #expect(outline == ["agendaItem | 4 | Allotments", "agendaItem | 5 | Next meeting"])
    }

    @Test func aPageIsMinutesByWhatItHolds() throws {
        var sketch = PaperSketch(.html)
        sketch.line("NETHER WENDLE TOWN COUNCIL TOWN COUNCIL MEETING 21ST JULY 2014")
        sketch.line("PRESENT : Cllrs Ash, Elm and Yew")
        sketch.line("TC88/2014 FIRE SAFETY", bold: "TC88/2014 FIRE SAFETY")
        sketch.line("The Mayor told all where the doors are.")
        sketch.line("TC89/2014 ABSENCE", bold: "TC89/2014 ABSENCE")
        sketch.line("Resolved that the reasons be accepted.")
        sketch.line("TC90/2014 BENCHES", bold: "TC90/2014 BENCHES")
        sketch.line("Resolved that two be bought.")
        #expect(try segmenter().metadata(of: sketch.paper).kind == .minutes)
        #expect(try sketch.paper.segments().filter { $0.kind == .agendaItem }.map(\.number) == ["TC88/2014", "TC89/2014", "TC90/2014"])
    }
}
