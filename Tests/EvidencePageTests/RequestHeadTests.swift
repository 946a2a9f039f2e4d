import Testing

@testable import EvidencePage

/// Heads of requests: what a browser sends is read, what would cost memory or time is refused.
@Suite struct RequestHeadTests {
    private func head(_ text: String) throws(RequestHead.Fault) -> RequestHead { try RequestHead(Array(text.utf8)[...]) }

    @Test func aHeadIsTakenApart() throws {
        let head = try head("GET /results?q=a%20b HTTP/1.1\r\nHost: 127.0.0.1:80\r\nCookie:  a=1 \r\ncookie: b=2\r\n\r\n")
        #expect((head.method, head.path, head.query) == ("GET", "/results", "q=a%20b"))
        #expect(head.headers["host"] == "127.0.0.1:80")
        #expect(head.headers["cookie"] == "a=1; b=2")
        #expect(head.staysOpen)
        #expect(head.bodyLength == 0)
    }

    @Test func twoHostsAreNeither() throws {
        let head = try head("GET / HTTP/1.1\r\nHost: 127.0.0.1:80\r\nHost: southmere.example\r\n\r\n")
        #expect(head.request.host == "127.0.0.1:80, southmere.example")
    }

    @Test(arguments: [
        "", "\r\n\r\n", "GET /\r\n\r\n", "GET  HTTP/1.1\r\n\r\n", "GET x HTTP/1.1\r\n\r\n", "get / HTTP/1.1\r\n\r\n",
        "GET / HTTP/2\r\n\r\n", "GET / HTTP/1.1\r\nx\r\n\r\n",
    ])
    func whatIsNoHeadIsRefused(text: String) {
        #expect(throws: RequestHead.Fault.malformed) { try head(text) }
    }

    @Test func theEndIsFound() throws {
        let bytes = Array("GET / HTTP/1.1\r\n\r\nrest".utf8)
        #expect(try RequestHead.length(in: bytes, from: 0) == 18)
        #expect(try RequestHead.length(in: bytes, from: 17) == 18)
        #expect(try RequestHead.length(in: Array(bytes[..<17]), from: 0) == nil)
        #expect(try RequestHead.length(in: [], from: 0) == nil)
    }

    @Test func aHeadWithoutEndIsRefused() {
        #expect(throws: RequestHead.Fault.tooLarge) { try RequestHead.length(in: [UInt8](repeating: 120, count: 40_000), from: 0) }
    }

    @Test func bodiesMustSayHowLongTheyAre() throws {
        #expect(throws: RequestHead.Fault.foreignBody) { try head("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n") }
        #expect(try head("POST / HTTP/1.1\r\nContent-Length: 12\r\n\r\n").bodyLength == 12)
        for wrong in ["-1", "x", "99999999999999999999"] {
            #expect(try head("POST / HTTP/1.1\r\nContent-Length: \(wrong)\r\n\r\n").bodyLength == nil)
        }
        #expect(try !head("GET / HTTP/1.0\r\n\r\n").staysOpen)
        #expect(try !head("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").staysOpen)
    }
}
