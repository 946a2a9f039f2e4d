internal import Glibc

/// The program itself.
public enum Program {
    /// Its version: part of every record, since another version may find other figures in the same bytes.
    public static let version = "0.1.0"

    /// Absolute path of the running executable, which serves as its own worker.
    public static var path: String {
        guard let path = realpath("/proc/self/exe", nil) else { return CommandLine.arguments.first ?? "" }
        defer { free(path) }
        return String(cString: path)
    }
}
