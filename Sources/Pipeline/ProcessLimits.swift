internal import Glibc

/// Limits that a process puts on itself.
public enum ProcessLimits {
    /// Caps the memory that this process may hold, in megabytes (2²⁰ bytes); an allocation beyond fails and ends it.
    ///
    /// RLIMIT_DATA counts private writable memory (since Linux 4.7), so that mapped libraries and reserved address space, which cost
    /// nothing, don't count as with RLIMIT_AS, and the kernel holds it at each allocation, where watching from outside comes too late.
    /// No core file is left behind: it would hold the paper's text.
    public static func set(megabytes: Int) throws(HostError) {
        let bytes = rlim_t(max(1, megabytes)) << 20
        try set(RLIMIT_DATA, to: rlimit(rlim_cur: bytes, rlim_max: bytes), name: "memory")
        try set(RLIMIT_CORE, to: rlimit(rlim_cur: 0, rlim_max: 0), name: "core files")
    }

    /// Lets this process use so many seconds of processor time from now on; more ends it by SIGXCPU.
    public static func set(processorSecondsFromNow seconds: Int) throws(HostError) {
        var usage = rusage()
        guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { throw HostError("measure", "the processor time") }
        let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1_000_000
        // A part of a second that is begun counts for the limit, so one more is given.
        let limit = rlimit(rlim_cur: rlim_t(used + max(1, min(seconds, 1 << 30)) + 1), rlim_max: rlim_t.max)
        try set(RLIMIT_CPU, to: limit, name: "processor time")
    }

    /// Ends this process when its host (the process with this id) does, whatever ends the host.
    public static func end(withHost host: Int32) throws(HostError) {
        guard Sandbox.tieToParent() else { throw HostError("tie the worker to", "its host") }
        // The host may have gone before.
        guard getppid() == host else { throw HostError("the host with process id \(host) has gone") }
    }

    private static func set(_ resource: __rlimit_resource, to limit: rlimit, name: String) throws(HostError) {
        var limit = limit
        guard setrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 else { throw HostError("limit", name) }
    }
}
