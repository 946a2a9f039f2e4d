import PaperModel
import Segmentation
import Testing

@Suite struct QuestionTests {
    @Test func headsOverSeveralLinesMakeOneQuestion() throws {
        var sketch = PaperSketch()
        sketch.furniture("Question 1")
        sketch.heading("NORTHWICK COUNTY COUNCIL")
        sketch.line("Question by Ann Cole to Tom Reeve,", bold: "Question by Ann Cole to Tom Reeve,")
        sketch.heading("Cabinet Member for Highways")
        sketch.line("How many potholes were filled last winter, and at what cost?")
        sketch.heading("Answer")
        sketch.line("We filled 4,120 at a cost of £318,000.")
        sketch.addPage()
        sketch.furniture("Question 2")
        sketch.heading("NORTHWICK COUNTY COUNCIL")
        sketch.line("Question by Ida Moss to Tom Reeve,", bold: "Question by Ida Moss to Tom Reeve,")
        sketch.heading("Cabinet Member for Highways")
        sketch.line("When will the bridge at Wendle open again?")
        sketch.heading("Answer")
        sketch.line("In May.")
        let segments = try sketch.paper.segments()
        try #require(
            segments.outline == [
                "question | 1 | How many potholes were filled last winter, and at what cost?",
                "reply | We filled 4,120 at a cost of £318,000.", "question | 2 | When will the bridge at Wendle open again?",
                "reply | In May.",
            ])
        #expect(segments[0].asker == "Ann Cole")
        #expect(segments[0].addressee == "Tom Reeve, Cabinet Member for Highways")
        #expect(segments[1].respondent == "Tom Reeve, Cabinet Member for Highways")
        #expect(segments[1].answers == 0)
        #expect(segments[3].answers == 2)
        #expect(sketch.paper.text(of: segments[1].spans).hasSuffix("£318,000."))
    }

    @Test func supplementaryQuestionsHaveTheirOwnReply() throws {
        var sketch = PaperSketch()
        sketch.heading("Question to Councillor Reeve, Leader of the Council")
        sketch.heading("By Councillor Cole")
        sketch.heading("Question")
        sketch.line("What did the review cost?")
        sketch.heading("Reply")
        sketch.line("It cost £186,400.")
        sketch.heading("Supplementary question")
        sketch.line("Was that within budget?")
        sketch.heading("Reply")
        sketch.line("It was, by a little.")
        let segments = try sketch.paper.segments()
        try #require(segments.map(\.kind) == [.question, .reply, .supplementary, .supplementaryReply])
        #expect(segments.map(\.asker) == Array(repeating: "Councillor Cole", count: 4))
        #expect(segments[3].answers == 2)
    }

    @Test func headAndTextMayShareAParagraph() throws {
        var sketch = PaperSketch()
        sketch.heading("Questions and answers")
        sketch.line("Q1. How many lamps were replaced last year?")
        sketch.line("A1. Forty-one.")
        let segments = try sketch.paper.segments()
        try #require(segments.outline == ["question | 1 | How many lamps were replaced last year?", "reply | Forty-one."])
        #expect(sketch.paper.text(of: segments[1].spans) == "A1. Forty-one.")
    }

    @Test func headingsInAReplyAreItsParts() throws {
        var sketch = PaperSketch()
        sketch.heading("Question by Ann Cole to Tom Reeve")
        sketch.line("What has changed in the service since the spring?")
        sketch.heading("Reply")
        sketch.heading("Staff")
        sketch.line("There are more of them now than there were.")
        let segments = try sketch.paper.segments()
        try #require(segments.map(\.kind) == [.question, .reply, .section])
        #expect(segments[2].parent == 1)
    }

    @Test func columnsOfATableHoldQuestionsAndReplies() throws {
        var sketch = PaperSketch()
        sketch.heading("Questions from members of the public")
        sketch.table([
            ["No.", "Question", "Response"], ["1", "Question from Mrs Orme\nWhat does the scheme bring in?", "It brings in £640,000."],
            ["2", "Who empties the bins?", "Our contractor does."],
        ])
        let segments = try sketch.paper.segments()
        try #require(
            segments.outline == [
                "question | 1 | What does the scheme bring in?", "reply | It brings in £640,000.", "question | 2 | Who empties the bins?",
                "reply | Our contractor does.",
            ])
        #expect(segments[0].asker == "Mrs Orme")
        #expect(segments[3].answers == 2)
    }

    @Test func numbersWithoutAStopBeginQuestions() throws {
        var sketch = PaperSketch()
        sketch.heading("Responses to questions")
        sketch.line("Q1 What is the reason for the overspend?", bold: "Q1")
        sketch.line("A1 Prices of care.", bold: "A1")
        #expect(try sketch.paper.segments().outline == ["question | 1 | What is the reason for the overspend?", "reply | Prices of care."])
    }

    @Test func shortQuestionIsNoHeading() throws {
        var sketch = PaperSketch()
        sketch.heading("Mayor’s Question Time")
        sketch.line("Question 12 – Ruth Adeyemi", bold: "Question 12 – Ruth Adeyemi")
        sketch.line("What is being done about night buses?")
        sketch.line("Mayor’s Response:", bold: "Mayor’s Response:")
        sketch.line("They run until two.")
        sketch.line("Supplementary question", bold: "Supplementary question")
        sketch.line("Will that include the 47?")
        sketch.line("Mayor’s Response:", bold: "Mayor’s Response:")
        sketch.line("It will.")
        let segments = try sketch.paper.segments()
        try #require(segments.map(\.kind) == [.question, .reply, .supplementary, .supplementaryReply])
        #expect(segments[0].asker == "Ruth Adeyemi")
        #expect(try segmenter().metadata(of: sketch.paper).kind == .questions)
    }

    @Test func minutesTellWhoAskedAndWhatWasSaid() throws {
        var sketch = PaperSketch()
        sketch.line("MINUTES of a meeting of the Council held on 24 September 2025")
        sketch.heading("45. Public question time")
        sketch.line("Mr Paul Hill asked the Leader whether the tip would open.")
        sketch.line("The Leader replied that it would, in May.")
        sketch.line("As a supplementary question Mr Hill asked at what cost.")
        sketch.line("The Leader said that he would write.")
        sketch.heading("46. Roads")
        sketch.line("Mr Hill asked whether the bridge was safe.")
        sketch.line("The Leader replied that it was.")
        let segments = try sketch.paper.segments()
        try #require(segments.map(\.kind) == [.agendaItem, .question, .reply, .supplementary, .supplementaryReply, .agendaItem])
        #expect(segments[1].asker == "Mr Paul Hill")
        #expect(segments[2].respondent == "Leader")
        #expect(segments[1].title == "Mr Paul Hill asked the Leader whether the tip would open.")
    }

    @Test func headingOverTheNextQuestionsEndsAReply() throws {
        var sketch = PaperSketch()
        sketch.heading("MARLE COUNCIL")
        sketch.heading("Public questions", level: 2)
        for (heading, name) in [("", "Mr P Lind"), ("Questions from Councillors", "Councillor Roe")] {
            if !heading.isEmpty { sketch.heading(heading, level: 2) }
            sketch.heading("1. \(name) to ask the Leader:", level: 3)
            sketch.listItem("When will it open?", label: "-")
            sketch.listItem("The Leader replied:", label: "")
            sketch.line("In May.")
        }
        let segments = try sketch.paper.segments()
        try #require(segments.map(\.kind) == [.question, .reply, .section, .question, .reply])
        #expect(sketch.paper.text(of: segments[1].spans).hasSuffix("In May."))
        #expect(segments[4].asker == "Councillor Roe")
    }

    @Test func lineBelowTheHeadSaysWhoIsAsked() throws {
        var sketch = PaperSketch(.html)
        sketch.heading("Public questions to Full Council, 11 July 2024")
        sketch.heading("Question 1 from Mrs Hale", level: 2)
        sketch.line("To: Cabinet Member for Parks")
        sketch.line("Why was the paddling pool shut in June?")
        sketch.heading("Answer", level: 3)
        sketch.line("A pump failed.")
        var paper = sketch.paper
        paper.metadata.kind = .questions
        let segments = try paper.segments()
        try #require(segments.map(\.kind) == [.question, .reply])
        #expect(segments[0].title == "Why was the paddling pool shut in June?")
        #expect(segments[0].addressee == "Cabinet Member for Parks")
        #expect(segments[1].respondent == "Cabinet Member for Parks")
    }

    @Test func namesInCapitalsAreRead() throws {
        var sketch = PaperSketch()
        sketch.heading("MEMBERS' QUESTION TIME")
        sketch.line("QUESTION 1", bold: "QUESTION 1")
        sketch.line(
            "MRS J FINCH (OAKFIELD) TO ASK THE LEADER OF THE COUNCIL:", bold: "MRS J FINCH (OAKFIELD) TO ASK THE LEADER OF THE COUNCIL:")
        sketch.line("How many holes were filled?")
        sketch.line("RESPONSE:", bold: "RESPONSE:")
        sketch.line("Some two thousand.")
        let segments = try sketch.paper.segments()
        try #require(segments.map(\.kind) == [.question, .reply])
        #expect(segments[0].asker == "MRS J FINCH (OAKFIELD)")
        #expect(segments[1].respondent == "THE LEADER OF THE COUNCIL")
    }

    /// A page of one item that announces questions.
    private func page(_ lines: [String], bold: Set<String> = []) -> PaperSketch {
        var sketch = PaperSketch(.html)
        sketch.heading("Agenda item")
        sketch.heading("Questions from members of the public", level: 2)
        sketch.line("Minutes:")
        for line in lines { sketch.line(line, bold: bold.contains(line) ? line : "") }
        return sketch
    }

    @Test func aQuestionThatCameFromSomebodyIsTold() throws {
        let segments = try page([
            "A question was put by Mr Hill, who asked when the pier would open.", "The Leader indicated that it would in May.",
            "In his supplementary Mr Hill noted the cost and asked who would pay.", "The Leader said that the county would.",
        ]).paper.segments().dropFirst()
        try #require(segments.map(\.kind) == [.question, .reply, .supplementary, .supplementaryReply])
        #expect(segments.map(\.asker) == ["Mr Hill", "Mr Hill", "Mr Hill", "Mr Hill"])
        #expect(segments.last?.respondent == "Leader")
    }

    @Test func theParagraphBelowAPrintedQuestionAnswersIt() throws {
        let numbered = try page([
            "PQ1 - When will the pier open to boats?", "The board would take this up again.", "PQ2 - Who is to pay for the planks?",
            "Officers would write with the answer.",
        ]).paper.segments().dropFirst()
        try #require(numbered.map(\.kind) == [.question, .reply, .question, .reply])
        #expect(numbered.map(\.number) == ["PQ1", nil, "PQ2", nil])
        let bold = try page(
            ["When will the pier open to boats?", "In May, as it did last year.", "Who is to pay for the planks?", "The county is."],
            bold: ["When will the pier open to boats?", "Who is to pay for the planks?"]
        ).paper.segments().dropFirst()
        #expect(bold.map(\.kind) == [.question, .reply, .question, .reply])
    }

    @Test func questionsOfASurveyAreNone() throws {
        var sketch = PaperSketch(.html)
        sketch.heading("Survey of the harbour")
        sketch.line("How often do you go there?", bold: "How often do you go there?")
        sketch.line("Most go once a month.")
        #expect(try sketch.paper.segments().map(\.kind) == [.section])
    }

    @Test func questionsAreFollowedUpByNumber() throws {
        let segments = try page([
            "Written questions had come in. Members followed some of them up as told here:",
            "Question 2 - Cllr Petra Lind said that the ford was deep and asked who would mark it.", "Cllr Ash replied that he would.",
        ]).paper.segments().dropFirst()
        try #require(segments.map(\.kind) == [.supplementary, .supplementaryReply])
        #expect(segments.first?.number == "2")
        #expect(segments.first?.asker == "Cllr Petra Lind")
    }
}
