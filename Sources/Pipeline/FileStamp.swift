internal import Glibc

/// What the system says of a file: as long as it stays the same, so do the bytes.
public struct FileStamp: Sendable, Equatable {
    /// Size.
    public var bytes: Int
    /// When its bytes were changed, nanoseconds since 1970.
    public var modified: Int
    /// When anything about it was changed, nanoseconds since 1970: nobody can set it back, as they can `modified`.
    public var changed: Int
    /// Number of the file in its file system.
    public var inode: Int

    /// Makes a stamp.
    public init(bytes: Int, modified: Int, changed: Int, inode: Int) {
        self.bytes = bytes
        self.modified = modified
        self.changed = changed
        self.inode = inode
    }

    /// Whether a later change is sure to change the stamp. The coarsest clocks of file systems tick every two seconds (FAT), so a file that
    /// was changed just now can be changed again within the same tick.
    public var isSettled: Bool {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return max(modified, changed) < FileStamp.nanoseconds(now) - 2_000_000_000
    }

    static func nanoseconds(_ time: timespec) -> Int {
        let (whole, overflow) = Int(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
        return overflow ? 0 : whole &+ Int(time.tv_nsec)
    }
}
