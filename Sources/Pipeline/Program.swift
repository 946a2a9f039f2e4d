internal import Glibc

/// The program itself.
public enum Program {
    /// Its version: part of every record, since another version may find other figures in the same bytes.
    public static let version = "0.1.0"

    /// Tells this build of the version from others: whoever works on the program builds many that find other figures.
    public static var build: String { PaperFile.stamp(path).map { "\($0.bytes)-\($0.modified)" } ?? "" }

    /// Absolute path of the running executable, which serves as its own worker.
    public static var path: String {
        guard let path = realpath("/proc/self/exe", nil) else { return CommandLine.arguments.first ?? "" }
        defer { free(path) }
        return String(cString: path)
    }
}
