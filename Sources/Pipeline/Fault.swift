internal import Glibc
internal import PaperModel

/// A fault that happens on purpose, so that a host's ways to deal with it can be tested: the name of the paper says which, and with
/// `-at-N` at which page of it (`crash-at-3.pdf`); without, before the paper is opened.
struct Fault {
    /// What happens.
    enum Kind: String, CaseIterable {
        /// Sleeps for ever.
        case hang
        /// Computes for ever.
        case spin
        /// Ends by a signal.
        case crash
        /// Takes memory until there is none.
        case memory
        /// Writes records for ever.
        case flood
        /// Writes a line that is no record.
        case stray
        /// Ends itself.
        case exit
        /// Ends itself in the middle of a record.
        case half
        /// Closes its output and stays.
        case mute
        /// Each of these tries what a worker has given up, and reports in a failure record what came of it.
        case network, program, process, create, write, remove, limits, signal
    }

    private let kind: Kind
    private let page: Int

    /// The fault that the last part of a path names; nil where it names none.
    init?(path: String) {
        let name = path.split(separator: "/").last?.prefix { $0 != "." } ?? ""
        let parts = name.split(separator: "-")
        guard let kind = parts.first.flatMap({ Kind(rawValue: String($0)) }) else { return nil }
        self.kind = kind
        page = parts.count == 3 && parts[1] == "at" ? Int(parts[2]) ?? 0 : 0
    }

    /// Happens, if this is its page.
    func happen(at page: Int) {
        guard page == self.page else { return }
        switch kind {
        case .hang: while true { sleep(1_000) }
        case .spin: while true { _ = getppid() }
        case .crash: raise(SIGSEGV)
        case .memory: takeMemory()
        case .flood: while true { say(#"{"type":"page","schema":"1.0","text":"......................................"}"# + "\n") }
        case .stray: say("warning: this is no record\n")
        case .exit: Glibc.exit(3)
        case .half:
            say(#"{"type":"document","schema":"1.0","id":"sha2"#)
            Glibc.exit(0)
        case .mute:
            close(STDOUT_FILENO)
            while true { sleep(1_000) }
        case .network, .program, .process, .create, .write, .remove, .limits, .signal: break
        }
    }

    /// Tries what is forbidden; nil for the other faults.
    var attempt: (() -> PaperFailure)? {
        guard let act = forbiddenAct else { return nil }
        return { [kind] in
            errno = 0
            let result = act()
            let outcome = result < 0 ? String(cString: strerror(errno)) : "succeeded"
            return PaperFailure(.unreadable, "\(kind.rawValue): \(outcome)")
        }
    }

    private var forbiddenAct: (() -> Int32)? {
        switch kind {
        case .network: { socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) }
        case .program: {
            var arguments: [UnsafeMutablePointer<CChar>?] = [nil]
            return execv("/bin/true", &arguments)
        }
        case .process: {
            var pid: pid_t = 0
            var arguments: [UnsafeMutablePointer<CChar>?] = [nil]
            errno = posix_spawn(&pid, "/bin/true", nil, nil, &arguments, nil)
            return errno == 0 ? 0 : -1
        }
        case .create: {
            let path = "/tmp/scrutineer-\(getpid())"
            let file = open(path, O_RDONLY | O_CREAT | O_EXCL, 0o600)
            if file >= 0 { unlink(path) }
            return file
        }
        case .write: { open("/dev/null", O_WRONLY) }
        case .remove: { unlink("/tmp/scrutineer-\(getpid())") }
        case .limits: {
            var limit = rlimit(rlim_cur: 1, rlim_max: 1)
            return setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
        }
        case .signal: { kill(getppid(), 0) }
        default: nil
        }
    }

    private func takeMemory() {
        var held: [[UInt8]] = []
        while true { held.append([UInt8](repeating: 1, count: 1 << 20)) }
    }

    private func say(_ text: String) {
        var text = text
        text.withUTF8 { _ = Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    }
}
