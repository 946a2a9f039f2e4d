internal import FlyingSocks
internal import Glibc
internal import Synchronization

/// Waits for connections as the library's own pool does, but not for ever: one that says nothing is closed, the sooner the more wait.
final class ConnectionPool: AsyncSocketPool {
    private let pool = SocketPool.ePoll()
    private let waiting = Atomic<Int>(0)

    /// Seconds that a connection may wait while few do: a browser keeps some open for its next request.
    private static let patience = 30
    /// Seconds that it may wait while many do.
    private static let shortPatience = 2
    /// So many are more than browsers of one person keep open.
    private static let many = 200
    /// Connections that are open at once come to no more than this, and each is a file.
    private static let files: rlim_t = 65_536

    /// Lets the process have as many files open as the system allows it: a connection that finds none would end the server.
    static func raiseFileLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = min(limit.rlim_max, max(limit.rlim_cur, files))
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    func prepare() async throws { try await pool.prepare() }

    func run() async throws { try await pool.run() }

    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        if isListening(socket) { return try await pool.suspendSocket(socket, untilReadyFor: events) }
        waiting.wrappingAdd(1, ordering: .relaxed)
        defer { waiting.wrappingSubtract(1, ordering: .relaxed) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [pool] in try await pool.suspendSocket(socket, untilReadyFor: events) }
            group.addTask { try await self.losePatience() }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func losePatience() async throws {
        var seconds = 0
        while seconds < (waiting.load(ordering: .relaxed) > ConnectionPool.many ? ConnectionPool.shortPatience : ConnectionPool.patience) {
            try await Task.sleep(for: .seconds(1))
            seconds += 1
        }
        throw SocketError.disconnected
    }

    private func isListening(_ socket: Socket) -> Bool {
        var value: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(socket.file.rawValue, SOL_SOCKET, SO_ACCEPTCONN, &value, &size) == 0 && value != 0
    }
}
