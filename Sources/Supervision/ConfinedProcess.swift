internal import CLinux
internal import Glibc
public import Pipeline
internal import Records

/// This program once more, as a process with nothing of its host but the arguments, the standard streams and a small environment: what reads
/// papers for a command that isn't `run`.
public enum ConfinedProcess {
    /// How it ended.
    public struct Ending: Sendable {
        /// Signal that ended it, or nil where it ended itself.
        public var signal: Int32?
        /// Exit status, where it ended itself.
        public var status: Int32
        /// Most memory that it held, megabytes.
        public var peakMegabytes: Int
    }

    /// Whether this is that process.
    public static var isThis: Bool { getenv(mark) != nil }

    private static let mark = "SCRUTINEER_CONFINED"

    /// Starts it with these arguments, the texts of `PathText`, and waits for its end.
    public static func run(_ arguments: [String]) throws(HostError) -> Ending {
        ending(of: try start(arguments, environment: ["\(mark)=1"]))
    }

    /// Starts the program with these arguments, and `input` for its standard input where one is given. A file that it is to inherit beside
    /// the streams is `kept`.
    static func start(
        _ arguments: [String], environment more: [String] = [], input: Int32? = nil, kept: Int32? = nil
    ) throws(HostError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
        _ = linux_spawn_close_from(&actions, max(STDERR_FILENO, kept ?? 0) + 1)
        let arguments = ([Program.path] + arguments).map { PathText($0).withCString { strdup($0) } } + [nil]
        let environment = (Sandbox.environment + ["SWIFT_BACKTRACE=enable=no"] + more).map { strdup($0) } + [nil]
        defer { for pointer in arguments + environment { free(pointer) } }
        var pid: pid_t = 0
        let refusal = posix_spawn(&pid, Program.path, &actions, nil, arguments, environment)
        guard refusal == 0 else {
            errno = refusal
            throw HostError("start", Program.path)
        }
        return pid
    }

    /// Waits for the end of a process that was started.
    static func ending(of pid: pid_t) -> Ending {
        var status: Int32 = 0
        var usage = rusage()
        while wait4(pid, &status, 0, &usage) < 0, errno == EINTR {}
        let signal = status & 0x7f
        return Ending(signal: signal == 0 ? nil : signal, status: status >> 8 & 0xff, peakMegabytes: usage.ru_maxrss >> 10)
    }
}
