internal import FlyingSocks
internal import Foundation

/// One browser's connection: requests in, answers out, within limits. A body or head beyond them ends it before it is read: what comes
/// costs no more memory than the limits, and no more time than its bytes.
struct Connection: Sendable {
    let socket: AsyncSocket
    let answer: @Sendable (PageRequest) async -> Reply

    /// A request must be there as a whole within so many seconds of its first byte.
    private static let patience = Duration.seconds(20)
    /// Largest body, bytes: a mark of review with a long remark.
    private static let largestBody = 65_536
    /// Bytes that are read at once.
    private static let part = 4_096

    /// Serves until either side closes.
    func serve() async {
        // A browser that has gone is no fault of ours.
        defer { try? socket.close() }
        var pending: [UInt8] = []
        while let (reply, staysOpen) = try? await exchange(&pending) {
            guard (try? await send(reply, staysOpen: staysOpen)) != nil, staysOpen else { return }
        }
    }

    /// Reads one request and answers it.
    ///
    /// - Throws: where the connection is closed or slow.
    private func exchange(_ pending: inout [UInt8]) async throws -> (Reply, staysOpen: Bool) {
        do throws(RequestHead.Fault) {
            return try await answered(&pending)
        } catch {
            switch error {
            case .malformed: return (.words(400, "not a request"), false)
            case .tooLarge: return (.words(431, "the head of the request is too large"), false)
            case .foreignBody: return (.words(411, "say how long the body is"), false)
            }
        }
    }

    private func answered(_ pending: inout [UInt8]) async throws(RequestHead.Fault) -> (Reply, staysOpen: Bool) {
        var deadline: ContinuousClock.Instant?
        var searched = 0
        var length: Int?
        while true {
            length = try RequestHead.length(in: pending, from: searched)
            if length != nil { break }
            if !pending.isEmpty, deadline == nil { deadline = .now + Connection.patience }
            searched = pending.count
            guard await more(&pending, until: deadline) else { throw .malformed }
        }
        let end = length ?? 0
        let head = try RequestHead(pending[..<end])
        guard let bodyLength = head.bodyLength else { throw .malformed }
        guard bodyLength <= Connection.largestBody else { return (.words(413, "too large"), false) }
        let bodyDeadline = ContinuousClock.now + Connection.patience
        while pending.count < end + bodyLength {
            guard await more(&pending, until: bodyDeadline) else { throw .malformed }
        }
        var request = head.request
        if bodyLength > 0 {
            guard head.headers["content-type"]?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true else {
                return (.words(403, "not a form of this server"), false)
            }
            request.fields = PageRequest.pairs(String(decoding: pending[end..<(end + bodyLength)], as: UTF8.self))
        }
        pending.removeFirst(end + bodyLength)
        return (await answer(request), head.staysOpen)
    }

    /// Waits for more bytes; false where none come in time.
    private func more(_ pending: inout [UInt8], until deadline: ContinuousClock.Instant?) async -> Bool {
        guard deadline.map({ .now < $0 }) ?? true, let bytes = try? await socket.read(atMost: Connection.part), !bytes.isEmpty else {
            return false
        }
        pending += bytes
        return true
    }

    private func send(_ reply: Reply, staysOpen: Bool) async throws {
        var head = "HTTP/1.1 \(reply.status) \(Connection.phrases[reply.status] ?? "Status")\r\nContent-Type: \(reply.type)\r\n"
        head += "Content-Length: \(reply.bytes.count)\r\nConnection: \(staysOpen ? "keep-alive" : "close")\r\n"
        for (name, value) in Reply.security + reply.headers { head += "\(name): \(value)\r\n" }
        var data = Data((head + "\r\n").utf8)
        data.append(contentsOf: reply.bytes)
        try await socket.write(data)
    }

    private static let phrases = [
        200: "OK", 303: "See Other", 400: "Bad Request", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
        411: "Length Required",
        413: "Content Too Large", 431: "Request Header Fields Too Large", 500: "Internal Server Error",
    ]
}
