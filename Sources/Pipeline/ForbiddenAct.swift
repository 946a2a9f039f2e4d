internal import Glibc
internal import PaperModel

/// What a worker has given up (see `Sandbox`), tried on purpose: the name of the paper says which, and a failure record what came of it.
enum ForbiddenAct: String {
    case network, program, process, create, write, remove, limits, signal, owner, lock, share

    /// The act that the last part of a path names; nil where it names none.
    init?(path: String) { self.init(rawValue: Fault.name(in: path)) }

    /// Tries it, and says how that ended.
    var outcome: PaperFailure {
        errno = 0
        let result = attempt()
        return PaperFailure(.unreadable, "\(rawValue): \(result < 0 ? String(cString: strerror(errno)) : "succeeded")")
    }

    private func attempt() -> Int32 {
        var arguments: [UnsafeMutablePointer<CChar>?] = [nil]
        let path = "/tmp/scrutineer-\(getpid())"
        switch self {
        case .network: return socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        case .program: return execv("/bin/true", &arguments)
        case .process:
            var pid: pid_t = 0
            errno = posix_spawn(&pid, "/bin/true", nil, nil, &arguments, nil)
            return errno == 0 ? 0 : -1
        case .create:
            let file = open(path, O_RDONLY | O_CREAT | O_EXCL, 0o600)
            if file >= 0 { unlink(path) }
            return file
        case .write: return open("/dev/null", O_WRONLY)
        case .remove: return unlink(path)
        case .limits:
            var limit = rlimit(rlim_cur: 1, rlim_max: 1)
            return setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
        case .signal: return kill(getppid(), 0)
        case .owner: return fcntl(STDIN_FILENO, 8, getppid())
        case .lock:
            var lock = flock()
            (lock.l_type, lock.l_whence) = (Int16(F_RDLCK), Int16(SEEK_SET))
            return fcntl(STDIN_FILENO, F_SETLK, &lock)
        case .share: return mmap(nil, 4_096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0
        }
    }
}
