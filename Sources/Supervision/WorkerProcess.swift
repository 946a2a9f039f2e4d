internal import CLinux
internal import Foundation
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
        /// Most memory that it held, megabytes; nil where it ended by itself and its host had held as much when it started it. exec(2) takes
        /// over the peak of the memory that it replaces, which until then is the host's, and `wait4` reports the larger.
        var peakMegabytes: Int?
        /// The last that it wrote on standard error.
        var lastWords: String
    }

    private let pid: pid_t
    private let input: Int32
    private let output: Int32
    private let errors: Int32
    private let progressFile: Int32
    /// The host's own peak memory when it started the worker, kilobytes.
    private let inheritedPeak: Int
    private var lastWords: [UInt8] = []
    private var ending: Ending?
    private var lastProgress = WorkProgress()
    private var hasErrors = true

    /// Bytes of standard error that are kept: enough for the message of a runtime that gives up.
    private static let lastWordsBytes = 2_048
    /// The kernel counts memory in batches; two readings of one process may differ by less than this, kilobytes.
    private static let countError = 4 << 10
    /// Held while a worker is started, so that its ends of the pipes don't leak into another that is started at the same time.
    private static let starting = Mutex(())

    /// Starts a worker.
    init(command: [String]) throws(HostError) {
        let started = WorkerProcess.starting.withLock { _ in Result { () throws(HostError) in try WorkerProcess.start(command) } }
        (pid, input, output, errors, progressFile) = try started.get()
        inheritedPeak = WorkerProcess.peakKilobytes(of: "self") ?? .max
    }

    /// How far it is, also after its end.
    var progress: WorkProgress { ending == nil ? WorkProgress(descriptor: progressFile) : lastProgress }

    /// Puts its progress back to the beginning of a paper.
    func clearProgress() {
        var progress = progress
        progress.stage = nil
        progress.page = 0
        progress.pages = 0
        progress.write(to: progressFile)
    }

    deinit { _ = end() }

    /// Sends a request line, and the open file that it is about; false where the worker is gone.
    func send(_ line: [UInt8], file: Int32? = nil) -> Bool {
        var sent = 0
        while sent < line.count {
            let count = line.withUnsafeBytes { bytes in
                let start = bytes.baseAddress.map { $0 + sent }
                // The file goes with the first bytes, whatever their number.
                if let file, sent == 0 { return linux_send_with_file(input, start, bytes.count, file) }
                return write(input, start, bytes.count - sent)
            }
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
        /// It wrote no record.
        case nothing
    }

    /// Waits for output for so many milliseconds at most and reads it into `buffer`; keeps what comes on standard error.
    func receive(into buffer: inout [UInt8], for milliseconds: Int32) -> Event {
        var pipes = [
            pollfd(fd: output, events: Int16(POLLIN), revents: 0),
            pollfd(fd: hasErrors ? errors : -1, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&pipes, nfds_t(pipes.count), milliseconds) > 0 else { return .nothing }
        if pipes[1].revents != 0 { hasErrors = keepLastWords() }
        guard pipes[0].revents != 0 else { return .nothing }
        let count = buffer.withUnsafeMutableBytes { read(output, $0.baseAddress, $0.count) }
        return count > 0 ? .wrote(count) : count < 0 && errno == EINTR ? .nothing : .ended
    }

    /// Takes the worker down, if it is not down already, and says how it ended.
    func end() -> Ending {
        if let ending { return ending }
        var peak = WorkerProcess.peakKilobytes(of: String(pid))
        kill(-pid, SIGKILL)
        // A worker that left its group.
        kill(pid, SIGKILL)
        var status: Int32 = 0
        var usage = rusage()
        while wait4(pid, &status, 0, &usage) < 0, errno == EINTR {}
        if peak == nil, usage.ru_maxrss - WorkerProcess.countError > inheritedPeak { peak = usage.ru_maxrss }
        while keepLastWords() {}
        lastProgress = WorkProgress(descriptor: progressFile)
        for file in [input, output, errors, progressFile] { close(file) }
        let signal = status & 0x7f
        let ending = Ending(
            signal: signal == 0 ? nil : signal, status: status >> 8 & 0xff,
            peakMegabytes: peak.map { $0 >> 10 },
            lastWords: String(decoding: lastWords, as: UTF8.self))
        self.ending = ending
        return ending
    }

    /// The most memory that a process has held since it began its program, kilobytes: VmHWM of proc(5). Nil for one that has ended.
    private static func peakKilobytes(of process: String) -> Int? {
        let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let field = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return field.flatMap { Int($0.drop { !$0.isNumber }.prefix(while: \.isNumber)) }
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
