import PaperModel
import Pipeline
import Records
import Testing

@Suite struct WorkRequestTests {
    @Test func aBarePathIsARequest() throws {
        let request = try #require(WorkRequest(line: "papers/a b.pdf"))
        #expect(request.source == Source(path: "papers/a b.pdf"))
    }

    @Test func anObjectSaysMore() throws {
        let line =
            #"{"path":"a.html","url":"https://example.org/a","retrieved":"2025-01-02T03:04:05Z","encoding":"windows-1252","seconds":9}"#
        let request = try #require(WorkRequest(line: line))
        #expect(request.source == Source(path: "a.html", url: "https://example.org/a", retrieved: "2025-01-02T03:04:05Z"))
        #expect(request.encoding == "windows-1252")
        #expect(request.seconds == 9)
    }

    @Test func aRequestTellsOfTheMeeting() throws {
        let line = #"{"path":"a.html","organisation":"Dunmere Council","committee":"Cabinet","date":"2025-01-30","item":"7"}"#
        let request = try #require(WorkRequest(line: line))
        #expect(request.meeting.organisation == "Dunmere Council" && request.meeting.committee == "Cabinet")
        #expect(request.meeting.date?.description == "2025-01-30" && request.meeting.item == "7")
        let again = try #require(WorkRequest(line: String(decoding: request.line.dropLast(), as: UTF8.self)))
        #expect(again.meeting == request.meeting)
        #expect(WorkRequest(line: #"{"path":"a","date":"30 January"}"#)?.meeting.date == nil)
    }

    @Test(arguments: ["{}", #"{"url":"a"}"#, #"{"path":3}"#, "{", #"{"path":"a""#])
    func whatIsNoRequestIsRefused(line: String) {
        #expect(WorkRequest(line: line) == nil)
    }

    @Test func aWrittenRequestIsReadBack() throws {
        let source = Source(path: "a\n\"b\\c/é.pdf", url: "u", modified: "m")
        let line = String(decoding: WorkRequest(source, seconds: 65).line, as: UTF8.self)
        #expect(line.hasSuffix("}\n"))
        #expect(line.split(separator: "\n").count == 1)
        let request = try #require(WorkRequest(line: String(line.dropLast())))
        #expect(request.source == source)
        #expect(request.seconds == 65)
    }
}
