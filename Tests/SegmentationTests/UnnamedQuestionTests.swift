import PaperModel
import Segmentation
import Testing

@Suite struct UnnamedQuestionTests {
    @Test func aNameOverTheHeadOfAReplyHeadsAQuestion() throws {
        var sketch = PaperSketch(.html)
        sketch.heading("Public questions and answers")
        sketch.line("1. Ada Lind (Wendle)", bold: "1. Ada Lind (Wendle)")
        sketch.line("The ford is deep in winter. Who marks it?")
        sketch.line("Response:", bold: "Response:")
        sketch.line("The county does.")
        sketch.line("2. Bus gates", bold: "2. Bus gates")
        sketch.line("When will they open?")
        sketch.line("Response:", bold: "Response:")
        sketch.line("In May.")
        let segments = try sketch.paper.segments()
        try #require(
            segments.outline == [
                "question | 1 | The ford is deep in winter. Who marks it?", "reply | The county does.",
                "question | 2 | When will they open?", "reply | In May.",
            ])
        #expect(segments.map(\.asker) == ["Ada Lind", "Ada Lind", nil, nil])
    }

    @Test func aReportHasRepliesOfConsultees() throws {
        var sketch = PaperSketch()
        sketch.heading("Report of the Head of Planning")
        sketch.heading("Parking")
        sketch.line("Is there room for forty cars on the site as it is laid out?")
        sketch.heading("Response")
        sketch.line("There is room for twelve.")
        #expect(try sketch.paper.segments().allSatisfy { $0.kind == .section })
    }

    @Test func whoAnswersMayBeNamedInTheLineThatAnnouncesOrInTheWords() throws {
        var sketch = PaperSketch(.html)
        sketch.heading("Questions to the Leader from members of the public")
        sketch.line("Question - Why is the pool shut on Mondays?")
        sketch.line("Answer - Martha said that the boiler rests.")
        sketch.line("Question from Mr Roe - Could the bench come back to the green?")
        sketch.line("Answer - It could.")
        let segments = try sketch.paper.segments()
        try #require(segments.map(\.kind) == [.question, .reply, .question, .reply])
        #expect(segments.map(\.asker) == [nil, nil, "Mr Roe", "Mr Roe"])
        #expect(segments.map(\.respondent) == ["Martha", "Martha", "Leader", "Leader"])
    }

    @Test func tablesSayWhoIsAskedAndWhoSigned() throws {
        var sketch = PaperSketch(.html)
        sketch.heading("Written questions to Council")
        sketch.table([
            ["No.", "Question from", "Question to", "Question", "Reply"],
            ["1", "Cllr Ash", "Cllr Elm", "Who pays for the pier?", "The Trust does."],
            ["2", "Cllr Ash", "", "When will it open?", "In May. (Cllr Oak, Leader)"],
        ])
        let segments = try sketch.paper.segments()
        try #require(segments.map(\.kind) == [.question, .reply, .question, .reply])
        #expect(segments.map(\.respondent) == ["Cllr Elm", "Cllr Elm", "Cllr Oak, Leader", "Cllr Oak, Leader"])
    }
}
