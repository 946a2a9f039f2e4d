import Testing

@testable import EvidencePage

/// Who is let in.
@Suite struct GateTests {
    private let gate = Gate(port: 4321, token: "0123456789abcdef0123456789abcdef")

    private func request(_ method: String = "GET", query: String = "", host: String? = "127.0.0.1:4321", cookie: Bool = true) -> PageRequest
    {
        var request = PageRequest(method: method, path: "/results", query: query)
        request.host = host
        request.cookie = cookie ? "other=1; scrutineer-4321=0123456789abcdef0123456789abcdef" : nil
        return request
    }

    private func status(_ request: PageRequest) -> Int? {
        if case .refuse(let status, _) = gate.decide(request) { return status }
        return nil
    }

    @Test func theCookieLetsIn() {
        #expect(gate.decide(request()) == .pass)
        #expect(status(request(cookie: false)) == 403)
    }

    @Test func theTokenInTheAddressIsTakenOnce() {
        #expect(gate.decide(request(query: "token=0123456789abcdef0123456789abcdef", cookie: false)) == .admit)
        #expect(status(request(query: "token=0123456789abcdef0123456789abcdee", cookie: false)) == 403)
        #expect(status(request(query: "token=", cookie: false)) == 403)
    }

    @Test func aForeignNameIsRefused() {
        for host in ["southmere.example", "127.0.0.1:4322", "127.0.0.1", nil, ""] { #expect(status(request(host: host)) == 403) }
        #expect(gate.decide(request(host: "LOCALHOST:4321")) == .pass)
    }

    @Test func aMarkMustComeFromThisPage() {
        var mark = request("POST")
        mark.fields = [("token", gate.token)]
        #expect(status(mark) == 403)
        mark.origin = "http://127.0.0.1:4321"
        #expect(gate.decide(mark) == .pass)
        mark.fetchSite = "cross-site"
        #expect(status(mark) == 403)
        mark.fetchSite = "same-origin"
        mark.fields = []
        #expect(status(mark) == 403)
    }

    @Test func otherMethodsAreRefused() {
        #expect(status(request("DELETE")) == 405)
    }

    @Test func tokensAreLongAndDiffer() {
        let tokens = Set((0..<20).map { _ in Gate.newToken() })
        #expect(tokens.count == 20)
        #expect(tokens.allSatisfy { $0.count == 32 })
    }

    @Test func aFormCantLeadElsewhere() {
        #expect(ReviewView.address("https://southmere.example/x?y=1").text == "/https%3A/southmere.example/x?y=1")
        #expect(ReviewView.address("//southmere.example").text == "/southmere.example")
        #expect(ReviewView.address("/review?at=2&seed=1").text == "/review?at=2&seed=1")
    }
}
