internal import FlyingSocks
internal import Foundation
internal import Glibc

/// The web server of a folder's evidence: on this machine alone, for whoever has the address that it prints.
///
/// Sockets and waiting are FlyingSocks'. Requests are read by `Connection` and not by the server of FlyingFox, which takes in heads of any
/// length, in time that grows with the square of a line, and reads a body that nobody has asked for as the next request.
public struct EvidenceServer: Sendable {
    private let site: Site
    private let port: UInt16

    /// Makes a server for a folder of a run; port 0 takes any that is free.
    public init(_ folder: EvidenceFolder, port: Int) {
        site = Site(folder)
        self.port = UInt16(clamping: port)
    }

    /// Views that are made at the same time: two cores, and one that waits for the disk.
    private static let views = 3
    /// Pictures that are drawn at the same time, each by a process.
    private static let pictures = 2
    /// Before it is tried again to take in a connection for which the system has no file left.
    private static let pause = Duration.milliseconds(50)

    /// Serves until the process ends; `started` is given the address that lets a browser in.
    ///
    /// - Throws: where the port can't be had.
    public func run(started: @escaping @Sendable (String) -> Void) async throws {
        // A browser that goes away while it is answered is a failed write, not the end of the server.
        signal(SIGPIPE, SIG_IGN)
        ConnectionPool.raiseFileLimit()
        let pool = ConnectionPool()
        try await pool.prepare()
        let socket = try Socket(domain: AF_INET)
        try socket.setValue(true, for: .localAddressReuse)
        try socket.bind(to: try sockaddr_in.inet(ip4: "127.0.0.1", port: port))
        try socket.listen()
        guard case .ip4(_, let port) = try socket.sockname() else { throw SocketError.unsupportedAddress }
        let gate = Gate(port: Int(port), token: Gate.newToken())
        let desk = Desk(site: site, gate: gate, views: queue(EvidenceServer.views), pictures: queue(EvidenceServer.pictures))
        let listening = try AsyncSocket(socket: socket, pool: pool)
        started(gate.address)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await pool.run() }
            group.addTask { try await EvidenceServer.accept(on: listening) { await desk.reply(to: $0) } }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private static func accept(on listening: AsyncSocket, _ answer: @escaping @Sendable (PageRequest) async -> Reply) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            while !Task.isCancelled {
                do {
                    let socket = try await listening.accept()
                    group.addTask { await Connection(socket: socket, answer: answer).serve() }
                } catch {
                    // Whoever wanted to come in has gone, or no more files can be open: others must wait.
                    try await Task.sleep(for: pause)
                }
            }
        }
    }

    private func queue(_ width: Int) -> OperationQueue {
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = width
        return queue
    }

    /// Asks the gate, and has the site answer on a queue: views wait for files, which must not hold up the threads that serve connections.
    private struct Desk: Sendable {
        let site: Site
        let gate: Gate
        let views: OperationQueue
        let pictures: OperationQueue

        func reply(to request: PageRequest) async -> Reply {
            switch gate.decide(request) {
            case .refuse(let status, let reason): return .words(status, reason)
            case .admit:
                var reply = Reply.redirect(to: request.address.with("token", nil))
                reply.headers.append(("Set-Cookie", "\(gate.cookieName)=\(gate.token); HttpOnly; SameSite=Lax; Path=/"))
                return reply
            case .pass: break
            }
            let queue = request.path.first == "picture" ? pictures : views
            let (site, token) = (site, gate.token)
            return await withCheckedContinuation { waiting in
                queue.addOperation { waiting.resume(returning: site.reply(to: request, token: token)) }
            }
        }
    }
}
