internal import Glibc

/// Words for people: all of them go to standard error.
enum Terminal {
    /// Prints a line.
    static func say(_ line: String) { write(line + "\n") }

    /// Shows how far the work is on one line that is written over; nothing where nobody watches.
    static func showProgress(_ line: String) {
        if isWatched { write("\r\u{1B}[K" + line) }
    }

    /// Takes the progress line away.
    static func clearProgress() { showProgress("") }

    /// Whether standard error is a terminal.
    static let isWatched = isatty(STDERR_FILENO) == 1

    private static func write(_ text: String) {
        var text = text
        text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
