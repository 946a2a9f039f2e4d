internal import Glibc
internal import Pipeline
internal import Synchronization

/// A worker with its pipes; taken down when it goes out of use.
///
/// Started with `posix_spawn` and reaped with `wait4`, since the peak memory that `wait4` reports is what tells a worker that ran out of
/// memory from one that crashed.
final class WorkerProcess {
    /// How a worker ended.
    struct Ending: Equatable {
        /// Signal that ended it, or nil where it ended itself.
        var signal: Int32?
        /// Exit status, where it ended itself.
        var status: Int32
        /// Most memory that it held, megabytes.
        var peakMegabytes: Int
        /// The last that it wrote on standard error.
        var lastWords: String
    }

    private let pid: pid_t
    private let input: Int32
    private let output: Int32
    private let errors: Int32
    private var lastWords: [UInt8] = []
    private var ending: Ending?

    /// Bytes of standard error that are kept: enough for the message of a runtime that gives up.
    private static let lastWordsBytes = 2_048
    /// Held while a worker is started, so that its ends of the pipes don't leak into another that is started at the same time.
    private static let starting = Mutex(())

    /// Starts a worker.
    init(command: [String]) throws(HostError) {
        let started = WorkerProcess.starting.withLock { _ in Result { () throws(HostError) in try WorkerProcess.start(command) } }
        (pid, input, output, errors) = try started.get()
    }

    deinit { _ = end() }

    /// Sends a request line; false where the worker is gone.
    func send(_ line: [UInt8]) -> Bool {
        var sent = 0
        while sent < line.count {
            let count = line.withUnsafeBytes { write(input, $0.baseAddress.map { $0 + sent }, $0.count - sent) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// What came of waiting for output.
    enum Event {
        /// The worker wrote so many bytes into the buffer.
        case wrote(Int)
        /// It closed its output.
        case ended
        /// The deadline passed.
        case late
    }

    /// Waits for output until the deadline and reads it into `buffer`; keeps what comes on standard error.
    func receive(into buffer: inout [UInt8], until deadline: ContinuousClock.Instant) -> Event {
        var watchesErrors = true
        while true {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { return .late }
            var pipes = [
                pollfd(fd: output, events: Int16(POLLIN), revents: 0),
                pollfd(fd: watchesErrors ? errors : -1, events: Int16(POLLIN), revents: 0),
            ]
            // A second at most, so that a clock that jumps while the machine sleeps is seen.
            let milliseconds = Int32(min(1_000, left / .milliseconds(1) + 1))
            guard poll(&pipes, nfds_t(pipes.count), milliseconds) > 0 else { continue }
            if pipes[1].revents != 0 { watchesErrors = keepLastWords() }
            if pipes[0].revents != 0 {
                let count = buffer.withUnsafeMutableBytes { read(output, $0.baseAddress, $0.count) }
                if count > 0 { return .wrote(count) }
                if count == 0 || errno != EINTR { return .ended }
            }
        }
    }

    /// Takes the worker down, if it is not down already, and says how it ended.
    func end() -> Ending {
        if let ending { return ending }
        kill(pid, SIGKILL)
        var status: Int32 = 0
        var usage = rusage()
        while wait4(pid, &status, 0, &usage) < 0, errno == EINTR {}
        while keepLastWords() {}
        for pipe in [input, output, errors] { close(pipe) }
        let signal = status & 0x7f
        let ending = Ending(
            signal: signal == 0 ? nil : signal, status: status >> 8 & 0xff, peakMegabytes: usage.ru_maxrss >> 10,
            lastWords: String(decoding: lastWords, as: UTF8.self))
        self.ending = ending
        return ending
    }

    /// Reads what is on standard error; false where nothing is.
    private func keepLastWords() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = buffer.withUnsafeMutableBytes { read(errors, $0.baseAddress, $0.count) }
        guard count > 0 else { return false }
        lastWords = Array((lastWords + buffer.prefix(count)).suffix(WorkerProcess.lastWordsBytes))
        return true
    }
}
