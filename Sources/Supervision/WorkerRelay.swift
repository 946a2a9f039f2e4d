internal import CLinux
internal import Foundation
internal import Glibc
internal import PaperModel
public import Pipeline

/// Stands between a host that names papers by their paths and a worker that may open no file: it opens what each request names, and hands
/// it on with the request. It looks into no paper, so that none can make it open another file.
public enum WorkerRelay {
    /// Serves the requests of standard input by this program with `arguments`, which writes to standard output itself, and gives its end.
    /// The file with the number `kept` is handed on to it.
    public static func run(_ arguments: [String], kept: Int32? = nil) throws(HostError) -> ConfinedProcess.Ending {
        var ends: [Int32] = [0, 0]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else { throw HostError("open", "a socket to a worker") }
        // Well above the numbers that a host may have files under for the worker.
        let (own, other) = (fcntl(ends[1], F_DUPFD_CLOEXEC, 100), ends[0])
        close(ends[1])
        guard own >= 0 else { throw HostError("move", "a socket to a worker") }
        let worker = try ConfinedProcess.start(arguments, input: other, kept: kept)
        close(other)
        // The worker may end before its input does, and whoever waits for its answers is to see that.
        Thread.detachNewThread { serve(over: own) }
        return ConfinedProcess.ending(of: worker)
    }

    /// Passes requests on until there are no more, or nobody takes them.
    private static func serve(over channel: Int32) {
        var input = LineInput(descriptor: STDIN_FILENO)
        // Each line comes with a file, so that the worker can tell which belongs to which.
        let none = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { close(channel) }
        while let line = input.next() {
            guard !line.isEmpty else { continue }
            var (bytes, file) = (line + [UInt8(ascii: "\n")], input.takeFile())
            defer { if let file { close(file) } }
            if var request = WorkRequest(bytes: line) {
                if file == nil {
                    do throws(PaperFailure) {
                        let paper = try PaperFile.openPaper(request.path)
                        file = paper.file
                        request.attached = request.attached ?? paper.attached
                    } catch {
                        request.refusal = request.refusal ?? error.message
                    }
                }
                bytes = request.line
            }
            guard send(bytes, with: file ?? none, over: channel) else { return }
        }
    }

    private static func send(_ bytes: [UInt8], with file: Int32, over channel: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { bytes in
                let start = bytes.baseAddress.map { $0 + sent }
                if sent == 0 { return linux_send_with_file(channel, start, bytes.count, file) }
                return Glibc.send(channel, start, bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            if count > 0 {
                sent += count
            } else if errno == ETOOMANYREFS {
                // As many files are on their way as this process may have open; the worker takes them in its own time.
                usleep(WorkerRelay.patience)
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }

    /// Microseconds between tries to hand on a file.
    private static let patience: UInt32 = 10_000
}
