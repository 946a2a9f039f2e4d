internal import CLinux
internal import Glibc
internal import Pipeline

extension WorkerProcess {
    /// A started worker: its process id, our ends of its standard input, output and error, and the file of its progress.
    typealias Started = (pid: pid_t, input: Int32, output: Int32, errors: Int32, progress: Int32)

    /// The descriptor by which a worker knows the file of its progress.
    static let progressDescriptor: Int32 = 3

    /// Starts `command` with pipes for its three standard streams and a file in memory for its progress, in a process group of its own:
    /// Ctrl-C at a terminal is for the run, and what a worker starts goes down with it.
    static func start(_ command: [String]) throws(HostError) -> Started {
        guard let program = command.first else { throw HostError("start", "a worker without a command") }
        let (input, output, errors, progress) = try openedStreams()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input.read, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output.write, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors.write, STDERR_FILENO)
        posix_spawn_file_actions_adddup2(&actions, progress, progressDescriptor)
        // What whoever started the run left open is none of a worker's business.
        _ = linux_spawn_close_from(&actions, progressDescriptor + 1)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        setOwnSignals(&attributes)

        var pid: pid_t = 0
        let refusal = withCStrings(command) { arguments in
            withCStrings(environment) { environment in
                posix_spawnp(&pid, program, &actions, &attributes, arguments, environment)
            }
        }
        close(input.read)
        close(output.write)
        close(errors.write)
        guard refusal == 0 else {
            close(input.write)
            close(output.read)
            close(errors.read)
            close(progress)
            errno = refusal
            throw HostError("start the worker", program)
        }
        // Whatever a worker started may hold its standard error open after its end; that must not hold up the run.
        _ = fcntl(errors.read, F_SETFL, O_NONBLOCK)
        return (pid, input.write, output.read, errors.read, progress)
    }

    /// The pipes for the three standard streams and the file of the progress: all, or none stays open.
    private static func openedStreams() throws(HostError) -> (
        input: (read: Int32, write: Int32), output: (read: Int32, write: Int32), errors: (read: Int32, write: Int32), progress: Int32
    ) {
        var pipes: [(read: Int32, write: Int32)] = []
        do throws(HostError) {
            // Its standard input is a socket, over which it gets the papers, opened.
            pipes.append(try socketClosedInChildren())
            for _ in 0..<2 { pipes.append(try closedInChildren()) }
            return (pipes[0], pipes[1], pipes[2], try progressFile())
        } catch {
            for pipe in pipes { closeBoth(pipe) }
            throw error
        }
    }

    /// Has a worker take signals as a program of its own does, in a process group of its own.
    private static func setOwnSignals(_ attributes: inout posix_spawnattr_t) {
        // The run ignores SIGPIPE, by which a worker whose host is gone should end, and takes Ctrl-C and the like in its own way.
        var restored = sigset_t()
        sigemptyset(&restored)
        for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP] { sigaddset(&restored, signal) }
        posix_spawnattr_setsigdefault(&attributes, &restored)
        // Nor does a worker inherit that signals are held back: its limits work by them.
        var heldBack = sigset_t()
        sigemptyset(&heldBack)
        posix_spawnattr_setsigmask(&attributes, &heldBack)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    }

    private static func progressFile() throws(HostError) -> Int32 {
        let file = linux_memfd_create("scrutineer-progress")
        guard file >= 0 else { throw HostError("make", "a file in memory") }
        // As large as it will be: a worker could fill the memory through it.
        guard WorkProgress.fix(file) else {
            let refusal = HostError("size", "a file in memory")
            close(file)
            throw refusal
        }
        // Well above the numbers that the worker's ends of the streams are moved to.
        let moved = fcntl(file, F_DUPFD_CLOEXEC, 10)
        close(file)
        guard moved >= 0 else { throw HostError("move", "a file in memory") }
        return moved
    }

    /// Of our own environment what a worker needs, without the backtraces that the Swift runtime takes seconds to print for a crash.
    private static var environment: [String] { ["SWIFT_BACKTRACE=enable=no"] + Sandbox.environment }

    private static func socketClosedInChildren() throws(HostError) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [0, 0]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else { throw HostError("open", "a socket to a worker") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    private static func closedInChildren() throws(HostError) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw HostError("open", "a pipe to a worker") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    private static func closeBoth(_ pipe: (read: Int32, write: Int32)) {
        close(pipe.read)
        close(pipe.write)
    }

    /// Calls `body` with the strings as a null-terminated array of C strings.
    private static func withCStrings<Value>(_ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value) -> Value {
        let pointers = strings.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers)
    }
}
