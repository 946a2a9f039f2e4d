internal import CLinux
internal import CSeccomp
internal import Glibc
internal import RuleEngine

/// What a worker gives up before its first paper: new privileges, the network, other programs, other processes, changes to any file, and
/// all files but fonts, poppler's data and what belongs to the C library: it gets the papers opened.
///
/// Two of the kernel's means say the same, since one of them may be missing: a filter of system calls (seccomp) and rules on files and
/// sockets (Landlock, since Linux 5.13). It can't be undone.
public enum Sandbox {
    /// Which of the kernel's means hold.
    public struct Held: Sendable, Equatable {
        /// No program that this process starts can have more rights than it has.
        public var noNewPrivileges: Bool
        /// Only the system calls that reading a paper needs are let through.
        public var systemCalls: Bool
        /// Version of Landlock whose rules hold; 0 where none do.
        public var landlock: Int

        /// States what holds; by default nothing.
        public init(noNewPrivileges: Bool = false, systemCalls: Bool = false, landlock: Int = 0) {
            self.noNewPrivileges = noNewPrivileges
            self.systemCalls = systemCalls
            self.landlock = landlock
        }
    }

    /// Gives up what the kernel lets this process give up, and says what holds now: a container may refuse any of it. `startsThreads` leaves
    /// it the means to start some, as recognition does.
    public static func enter(startsThreads: Bool) -> Held {
        var held = Held()
        held.noNewPrivileges = linux_prctl(PR_SET_NO_NEW_PRIVS, 1) == 0
        // The filter lets no call to Landlock through, so it comes last.
        held.landlock = restrictFiles()
        _ = linux_drop_capabilities()
        held.systemCalls = filterSystemCalls(startsThreads: startsThreads)
        return held
    }

    /// What of the environment a process that reads papers needs, as it is passed to it: where programs and their libraries are, language and
    /// time zone, and where the rules, what is compiled of them, and the models of recognition are. Secrets often stand in the rest.
    public static var environment: [String] {
        environmentNames.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
            // It has no home folder to look in.
            + ["\(RuleCache.variable)=\(RuleCache.ownFolder ?? "")"]
    }

    private static let environmentNames = ["PATH", "LANG", "TZ", "LD_LIBRARY_PATH", "SCRUTINEER_RULES", models]
    private static let models = "TESSDATA_PREFIX"

    /// What may be read by a process that gets its papers opened.
    private static var readable: [String] {
        let fonts = [
            "/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/fontconfig", "/etc/fonts", "/var/cache/fontconfig",
            "/usr/share/ghostscript",
        ]
        let data = ["/usr/share/poppler", "/usr/local/share/poppler", "/usr/share/zoneinfo", "/etc/localtime", "/dev/null", "/dev/urandom"]
        let conversions = ["", "64", "/x86_64-linux-gnu", "/aarch64-linux-gnu", "/i386-linux-gnu", "/arm-linux-gnueabihf"]
        let recognition = ["/usr/share/tesseract-ocr", "/usr/share/tessdata", "/usr/local/share/tessdata"]
        return fonts + data + conversions.map { "/usr/lib\($0)/gconv" } + recognition
            + [getenv(models).map { String(cString: $0) }].compactMap { $0 }
    }

    /// Has the kernel kill this process when the thread that started it ends; false where it refuses.
    static func tieToParent() -> Bool { linux_prctl(PR_SET_PDEATHSIG, UInt(SIGKILL)) == 0 }

    // MARK: Landlock

    /// Denies files, programs, TCP, and signals to other processes; gives the version in force, 0 for none.
    private static func restrictFiles() -> Int {
        let version = linux_landlock_abi()
        guard version >= 1 else { return 0 }
        // Rights that no rule gives back are denied.
        let (readFile, readFolder): (UInt64, UInt64) = (1 << 2, 1 << 3)
        let fileRights = version >= 5 ? 16 : version >= 3 ? 15 : version >= 2 ? 14 : 13
        var ruleset = linux_landlock_ruleset(
            handled_access_fs: (1 << fileRights) - 1, handled_access_net: version >= 4 ? 0b11 : 0,
            scoped: version >= 6 ? 0b11 : 0)
        // A kernel refuses the tail of a structure that it does not know.
        let size = MemoryLayout<UInt64>.size * (version >= 6 ? 3 : version >= 4 ? 2 : 1)
        let descriptor = Int32(truncatingIfNeeded: linux_landlock_create(&ruleset, size))
        guard descriptor >= 0 else { return 0 }
        defer { close(descriptor) }
        for path in readable {
            // O_PATH of <fcntl.h>, which Swift does not see: the place alone, whatever stands there.
            let place = open(path, 0o10000000 | O_CLOEXEC)
            guard place >= 0 else { continue }
            defer { close(place) }
            var status = stat()
            let isFolder = fstat(place, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            // A right that the place can't have would be refused with the others.
            _ = linux_landlock_allow(descriptor, isFolder ? readFile | readFolder : readFile, place)
        }
        return linux_landlock_restrict(descriptor) == 0 ? version : 0
    }

    // MARK: System calls

    /// What reading needs: memory, threads, clocks, and files that are open or opened for reading.
    private static let allowed = [
        "read", "readv", "pread64", "preadv", "write", "writev", "pwrite64", "lseek", "close", "dup", "recvmsg", "poll", "ppoll", "select",
        "pselect6", "fstat", "newfstatat", "fstatat64", "stat", "lstat", "statx", "statfs", "fstatfs", "access", "faccessat",
        "faccessat2", "readlink", "readlinkat", "getdents64", "getcwd", "fadvise64", "munmap", "mremap", "mprotect", "madvise",
        "mincore", "msync", "brk", "futex", "futex_waitv", "set_robust_list", "get_robust_list", "rseq", "membarrier", "sched_yield",
        "sched_getaffinity", "getcpu", "set_tid_address", "gettid", "getpid", "getppid", "getuid", "geteuid", "getgid", "getegid",
        "clock_gettime", "clock_getres", "clock_nanosleep", "nanosleep", "gettimeofday", "time", "times", "getrusage", "getrlimit",
        "getrandom", "uname", "sysinfo", "alarm", "setitimer", "getitimer", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn",
        "rt_sigsuspend", "sigaltstack", "restart_syscall", "exit", "exit_group",
    ]

    /// What is refused as forbidden. All that is in neither list is refused as unknown, which makes a C library that is newer than this
    /// list fall back to a call that is older.
    private static let forbidden = [
        "socket", "socketpair", "connect", "bind", "execve", "execveat", "fork", "vfork", "creat", "mkdir", "mkdirat", "mknod", "mknodat",
        "link", "linkat", "symlink", "symlinkat", "rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir", "truncate", "ftruncate",
        "chmod", "fchmod", "fchmodat", "chown", "fchownat", "utimensat", "kill", "tkill", "ptrace", "setuid", "setgid", "memfd_create",
    ]

    /// F_SETOWN, F_SETSIG, F_SETOWN_EX and the locks of <fcntl.h>; Swift does not see all.
    private static let hostileDescriptorCommands = [4, 6, 7, 8, 10, 15, 37, 38]
    private static let descriptorCommands = [F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC]

    /// Lets through what reading needs; false where the kernel or a container refuses the filter.
    private static func filterSystemCalls(startsThreads: Bool) -> Bool {
        guard let filter = seccomp_init(refuse(ENOSYS)) else { return false }
        defer { seccomp_release(filter) }
        // All threads of the process, should a library have started one while the rules were read.
        guard seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1) == 0 else { return false }
        let allow = UInt32(SCMP_ACT_ALLOW)
        var isWhole = allowed.allSatisfy { add($0, allow, to: filter) }
        isWhole = forbidden.allSatisfy { add($0, refuse(EPERM), to: filter) } && isWhole
        // Files are opened for reading alone: each flag that writes or creates is refused.
        let changing = UInt64(O_ACCMODE | O_CREAT | O_TRUNC)
        for (call, flags) in [("openat", UInt32(2)), ("open", 1)] {
            isWhole = add(call, allow, [equal(flags, 0, mask: changing)], to: filter) && isWhole
            for flag in [O_CREAT, O_TRUNC] {
                isWhole = add(call, refuse(EPERM), [equal(flags, UInt64(flag), mask: UInt64(flag))], to: filter) && isWhole
            }
            for mode in [O_WRONLY, O_RDWR] {
                isWhole = add(call, refuse(EPERM), [equal(flags, UInt64(mode), mask: UInt64(O_ACCMODE))], to: filter) && isWhole
            }
        }
        // Threads, but no processes: what clone3 makes stands in memory that a filter can't see.
        let thread: UInt64 = 0x10000  // CLONE_THREAD of <linux/sched.h>
        isWhole = add("clone", startsThreads ? allow : refuse(EAGAIN), [equal(0, thread, mask: thread)], to: filter) && isWhole
        isWhole = add("clone", refuse(EPERM), [equal(0, 0, mask: thread)], to: filter) && isWhole
        // Memory that nobody else sees: the limit counts no other.
        let kinds = UInt64(MAP_SHARED | MAP_ANONYMOUS)
        for kind in [0, UInt64(MAP_SHARED), UInt64(MAP_ANONYMOUS)] {
            isWhole = add("mmap", allow, [equal(3, kind, mask: kinds)], to: filter) && isWhole
        }
        isWhole = add("mmap", refuse(EPERM), [equal(3, kinds, mask: kinds)], to: filter) && isWhole
        // Descriptors are copied and looked at; by others of these commands a process has signals sent, or locks files of its host.
        for command in descriptorCommands {
            isWhole = add("fcntl", allow, [equal(1, UInt64(command))], to: filter) && isWhole
        }
        for command in hostileDescriptorCommands {
            isWhole = add("fcntl", refuse(EPERM), [equal(1, UInt64(command))], to: filter) && isWhole
        }
        // A process may end itself (abort raises a signal to its own thread), no other.
        isWhole = add("tgkill", allow, [equal(0, UInt64(getpid()))], to: filter) && isWhole
        isWhole = add("prctl", allow, [equal(0, UInt64(PR_SET_NAME))], to: filter) && isWhole
        // What the C library asks of a stream before it writes to it.
        isWhole = add("ioctl", allow, [equal(1, UInt64(TCGETS))], to: filter) && isWhole
        // Limits may be looked at; that of processor time is moved along from paper to paper.
        isWhole = add("prlimit64", allow, [equal(2, 0)], to: filter) && isWhole
        let processorTime = UInt64(RLIMIT_CPU.rawValue)
        isWhole = add("prlimit64", allow, [equal(0, 0), equal(1, processorTime)], to: filter) && isWhole
        isWhole = add("prlimit64", refuse(EPERM), [differs(1, processorTime), differs(2, 0)], to: filter) && isWhole
        return isWhole && seccomp_load(filter) == 0
    }

    /// Adds a rule; true also where the call doesn't exist on this kind of processor.
    private static func add(_ call: String, _ action: UInt32, _ conditions: [scmp_arg_cmp] = [], to filter: scmp_filter_ctx) -> Bool {
        let number = seccomp_syscall_resolve_name(call)
        guard number >= 0 else { return true }
        return conditions.withUnsafeBufferPointer {
            seccomp_rule_add_array(filter, action, number, UInt32($0.count), $0.baseAddress) == 0
        }
    }

    private static func equal(_ argument: UInt32, _ value: UInt64, mask: UInt64 = .max) -> scmp_arg_cmp {
        scmp_arg_cmp(arg: argument, op: SCMP_CMP_MASKED_EQ, datum_a: mask, datum_b: value)
    }

    private static func differs(_ argument: UInt32, _ value: UInt64) -> scmp_arg_cmp {
        scmp_arg_cmp(arg: argument, op: SCMP_CMP_NE, datum_a: value, datum_b: 0)
    }

    /// SCMP_ACT_ERRNO, a macro that Swift does not see: the call fails with this error.
    private static func refuse(_ error: Int32) -> UInt32 { 0x0005_0000 | UInt32(truncatingIfNeeded: error) & 0xffff }
}
