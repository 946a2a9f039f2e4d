import PaperModel
import Testing

@Suite struct MeetingTests {
    @Test func eachFactIsFromTheBestThatSaysIt() {
        var printed = MeetingFacts()
        printed.committee = "Harbour Board"
        var manifest = MeetingFacts()
        manifest.committee = "Harbours"
        manifest.item = "7"
        var folder = MeetingFacts()
        folder.organisation = "Eastvale County Council"
        folder.item = "1"
        let meeting = Meeting(printed: printed, manifest: manifest, folder: folder)
        #expect(meeting.facts.organisation == "Eastvale County Council")
        #expect(meeting.facts.committee == "Harbour Board")
        #expect(meeting.facts.item == "7")
        #expect(meeting.facts.date == nil)
        #expect(meeting.from == [.organisation: .folder, .committee: .printed, .item: .manifest])
        #expect(Meeting(printed: MeetingFacts()).facts.isEmpty)
    }

    @Test(arguments: [
        ("2025-02-28", Day(2025, 2, 28)), ("2024-02-29", Day(2024, 2, 29)), ("2025-02-29", nil), ("2025-2-28", nil), ("28/02/2025", nil),
        ("2025-13-01", nil), ("2025-02-28T10:00", nil), ("+025-02-28", nil), ("", nil), ("２０２５-02-28", nil),
    ])
    func daysAreReadAsWritten(text: String, day: Day?) { #expect(Day(iso: text) == day) }
}
