import PaperModel
import Testing

@testable import Records

@Suite struct ToldRecordTests {
    private func line(_ text: String, _ told: ToldFacts, folder: MeetingFacts = MeetingFacts()) throws -> String {
        let record = try #require(ToldRecord(line: Array(text.utf8)))
        return String(decoding: record.line(told: told, folder: folder), as: UTF8.self)
    }

    @Test func whatIsToldStandsInItsPlace() throws {
        let written =
            #"{"type":"document","id":"x","source":{"path":"a\"}.pdf"},"title":"of, {\"meeting\":1}","committee":"CABINET","#
            + #""meeting":{"committee":"Cabinet","from":"printed"},"pages":[1,{"a":2}]}"#
        var told = ToldFacts()
        told.url = "https://eastvale.example/a.pdf"
        told.retrieved = "2025-02-01T08:00:00Z"
        told.organisation = "Eastvale County Council"
        told.committee = "Executive"
        told.date = "2025-01-30"
        let expected =
            #"{"type":"document","id":"x","source":{"path":"a\"}.pdf","url":"https://eastvale.example/a.pdf","#
            + #""retrieved":"2025-02-01T08:00:00Z"},"title":"of, {\"meeting\":1}","committee":"CABINET","#
            + #""meeting":{"organisation":"Eastvale County Council","committee":"Cabinet","date":"2025-01-30","#
            + #""url":"https://eastvale.example/a.pdf","from":{"organisation":"manifest","committee":"printed","date":"manifest","#
            + #""url":"manifest"}},"pages":[1,{"a":2}]}"# + "\n"
        #expect(try line(written, told) == expected)
    }

    @Test func whatItIsAttachedToIsThatOfThePlaceWhereItLies() throws {
        let alone = #"{"type":"document","source":{"path":"a.pdf"},"kind":"report","pages":1}"# + "\n"
        let record = try #require(ToldRecord(line: Array(alone.utf8)))
        let attached = record.line(told: ToldFacts(), folder: MeetingFacts(), attachedTo: "sha256:1")
        #expect(
            String(decoding: attached, as: UTF8.self)
                == #"{"type":"document","source":{"path":"a.pdf"},"kind":"report","attachedTo":"sha256:1","pages":1}"# + "\n")
        let again = try #require(ToldRecord(line: attached))
        #expect(String(decoding: again.line(told: ToldFacts(), folder: MeetingFacts()), as: UTF8.self) == alone)
    }

    @Test func nothingToldChangesNothing() throws {
        let written = #"{"type":"document","source":{"path":"a"},"meeting":{"date":"2025-01-30","from":"printed"},"bytes":3}"# + "\n"
        #expect(try line(written, ToldFacts()) == written)
        let silent = #"{"type":"document","source":{"path":"a"},"bytes":3}"# + "\n"
        #expect(try line(silent, ToldFacts()) == silent)
    }

    @Test func aPaperThatPrintsNothingTakesAllFromOnePlace() throws {
        var folder = MeetingFacts()
        folder.committee = "Harbour Board"
        #expect(
            try line(#"{"type":"document","kind":"other","pages":1}"#, ToldFacts(), folder: folder)
                == #"{"type":"document","kind":"other","meeting":{"committee":"Harbour Board","from":"folder"},"pages":1}"# + "\n")
    }

    @Test func aFailureHasASourceAndNoMeeting() throws {
        var told = ToldFacts()
        told.url = "https://eastvale.example/a.pdf"
        told.committee = "Cabinet"
        #expect(
            try line(#"{"type":"failure","source":{"path":"a"},"code":"corrupt"}"#, told)
                == #"{"type":"failure","source":{"path":"a","url":"https://eastvale.example/a.pdf"},"code":"corrupt"}"# + "\n")
    }

    @Test(arguments: ["", "{", "[1]", "{\"a\":1", "{\"a\"}", "nothing", "{\"type\":1}", "{},{}", "{\"a\":[}"])
    func whatIsNoRecordIsNone(text: String) { #expect(ToldRecord(line: Array(text.utf8)) == nil) }
}
