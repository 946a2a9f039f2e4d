internal import Glibc

/// A refusal of the operating system, in words.
public struct SystemError: Error, CustomStringConvertible {
    /// What was tried on what, and why it failed.
    public let description: String

    /// Takes the reason from `errno`, so it must be made directly after the call that failed.
    public init(_ operation: String, _ object: String) {
        description = "can't \(operation) \(object): \(String(cString: strerror(errno)))"
    }
}
