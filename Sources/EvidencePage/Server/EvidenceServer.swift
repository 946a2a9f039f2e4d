internal import FlyingFox
internal import FlyingSocks
internal import Foundation
internal import Glibc
internal import Synchronization

/// The web server of a folder's evidence: on this machine alone, for whoever has the address that it prints.
public struct EvidenceServer: Sendable {
    private let site: Site
    private let port: UInt16

    /// Makes a server for a folder of a run; port 0 takes any that is free.
    public init(_ folder: EvidenceFolder, port: Int) {
        site = Site(folder)
        self.port = UInt16(clamping: port)
    }

    /// A view or mark takes less; requests wait for one another where a thousand come at once, seconds.
    private static let patience = 120.0
    /// Largest body that is looked at, bytes: a mark of review with a long remark.
    private static let largestBody = 65_536
    /// Views that are made at the same time: two cores, and one that waits for the disk.
    private static let views = 3
    /// Pictures that are drawn at the same time, each by a process.
    private static let pictures = 2

    /// Serves until the process ends; `started` is given the address that lets a browser in.
    ///
    /// - Throws: where the port can't be had.
    public func run(started: @escaping @Sendable (String) -> Void) async throws {
        // A browser that goes away while it is answered is a failed write, not the end of the server.
        signal(SIGPIPE, SIG_IGN)
        ConnectionPool.raiseFileLimit()
        let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: port)
        let token = Gate.newToken()
        let handler = Handler(site: site, token: token, views: queue(EvidenceServer.views), pictures: queue(EvidenceServer.pictures))
        let configuration = HTTPServer.Configuration(
            address: address, timeout: EvidenceServer.patience, sharedRequestBufferSize: 4_096,
            sharedRequestReplaySize: EvidenceServer.largestBody, pool: ConnectionPool(), logger: .disabled)
        let server = HTTPServer(config: configuration, handler: handler)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            group.addTask {
                try await server.waitUntilListening()
                guard case .ip4(_, let port) = await server.listeningAddress else { return }
                started(handler.open(port: Int(port)))
            }
            for try await _ in group {}
        }
    }

    private func queue(_ width: Int) -> OperationQueue {
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = width
        return queue
    }

    /// Turns what the library gives into a request, asks the gate, and has the site answer on a queue: views wait for files, which must not
    /// hold up the threads that serve connections.
    private final class Handler: HTTPHandler {
        private let site: Site
        private let token: String
        private let views: OperationQueue
        private let pictures: OperationQueue
        private let gate = Mutex<Gate?>(nil)

        init(site: Site, token: String, views: OperationQueue, pictures: OperationQueue) {
            self.site = site
            self.token = token
            self.views = views
            self.pictures = pictures
        }

        /// Lets requests in from now on, for this port; gives the address.
        func open(port: Int) -> String {
            let opened = Gate(port: port, token: token)
            gate.withLock { $0 = opened }
            return opened.address
        }

        func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
            guard let gate = gate.withLock({ $0 }) else { return response(.words(503, "not ready yet")) }
            var asked = PageRequest(
                method: request.method.rawValue, path: request.target.path(), query: request.target.query())
            asked.host = request.headers[.host]
            asked.origin = request.headers[HTTPHeader("Origin")]
            asked.fetchSite = request.headers[HTTPHeader("Sec-Fetch-Site")]
            asked.cookie = request.headers[.cookie]
            if asked.method == "POST" {
                let length = request.headers[.contentLength].flatMap { Int($0) } ?? .max
                let type = request.headers[.contentType]?.lowercased() ?? ""
                guard length <= EvidenceServer.largestBody else { return response(.words(413, "too large")) }
                guard type.hasPrefix("application/x-www-form-urlencoded") else { return response(.words(403, "not a form of this server")) }
                asked.fields = PageRequest.pairs(String(decoding: try await request.bodyData, as: UTF8.self))
            }
            switch gate.decide(asked) {
            case .refuse(let status, let reason): return response(.words(status, reason))
            case .admit:
                var reply = Reply.redirect(to: asked.address.with("token", nil))
                reply.headers.append(("Set-Cookie", "\(gate.cookieName)=\(token); HttpOnly; SameSite=Lax; Path=/"))
                return response(reply)
            case .pass: break
            }
            let queue = asked.path.first == "picture" ? pictures : views
            let (site, token) = (site, token)
            let wanted = asked
            return response(
                await withCheckedContinuation { waiting in
                    queue.addOperation { waiting.resume(returning: site.reply(to: wanted, token: token)) }
                })
        }

        private func response(_ reply: Reply) -> HTTPResponse {
            var headers = HTTPHeaders()
            headers[.contentType] = reply.type
            for (name, value) in Reply.security + reply.headers { headers[HTTPHeader(name)] = value }
            return HTTPResponse(statusCode: HTTPStatusCode(reply.status, phrase: ""), headers: headers, body: Data(reply.bytes))
        }
    }
}
