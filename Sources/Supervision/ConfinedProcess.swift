internal import CLinux
internal import Glibc
public import Pipeline

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

    /// Starts it with the arguments of this one, and waits for its end.
    public static func run() throws(HostError) -> Ending {
        let environment = Sandbox.environment + ["SWIFT_BACKTRACE=enable=no", "\(mark)=1"]
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        _ = linux_spawn_close_from(&actions, STDERR_FILENO + 1)
        let pointers = environment.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var pid: pid_t = 0
        let refusal = posix_spawn(&pid, Program.path, &actions, nil, CommandLine.unsafeArgv, pointers)
        guard refusal == 0 else {
            errno = refusal
            throw HostError("start", Program.path)
        }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(pid, &status, 0, &usage) < 0, errno == EINTR {}
        let signal = status & 0x7f
        return Ending(signal: signal == 0 ? nil : signal, status: status >> 8 & 0xff, peakMegabytes: usage.ru_maxrss >> 10)
    }
}
