internal import Glibc
internal import Records

/// What keeps the program from working at all, whatever the paper: the system refuses something, or a worker can't start.
public struct HostError: Error, CustomStringConvertible {
    /// What is wrong, in words.
    public let description: String

    /// States what is wrong.
    public init(_ description: String) { self.description = description }

    /// What was tried on what; the reason is taken from `errno`, so it must be made directly after the call that failed.
    public init(_ operation: String, _ object: String) {
        let reason = String(cString: strerror(errno))
        self.init("can't \(operation) \(PathText(object).shown.printable): \(reason)")
    }
}
