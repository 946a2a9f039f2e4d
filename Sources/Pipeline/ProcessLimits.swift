internal import Glibc

/// Limits that a process puts on itself before it opens its first paper.
public enum ProcessLimits {
    /// Caps the memory that this process may hold, in megabytes (2²⁰ bytes); an allocation beyond fails and ends it.
    ///
    /// RLIMIT_DATA counts private writable memory (since Linux 4.7), so that mapped libraries and reserved address space, which cost
    /// nothing, don't count as with RLIMIT_AS, and the kernel holds it at each allocation, where watching from outside comes too late.
    /// No core file is left behind: it would hold the paper's text.
    public static func set(megabytes: Int) throws(HostError) {
        try set(RLIMIT_DATA, to: UInt(max(1, megabytes)) << 20, name: "memory")
        try set(RLIMIT_CORE, to: 0, name: "core files")
    }

    private static func set(_ resource: __rlimit_resource, to value: UInt, name: String) throws(HostError) {
        var limit = rlimit(rlim_cur: value, rlim_max: value)
        guard setrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 else { throw HostError("limit", name) }
    }
}
