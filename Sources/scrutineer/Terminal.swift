internal import Glibc
internal import Records
internal import Synchronization

/// Words for people: all of them go to standard error.
enum Terminal {
    /// Prints lines, without what steers a terminal.
    static func say(_ line: String) {
        write(line.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printable }.joined(separator: "\n") + "\n")
    }

    /// Shows how far the work is on one line that is written over; nothing where nobody watches.
    static func showProgress(_ line: String) {
        // Without autowrap (DECAWM): a line that is too long for the terminal is cut, not broken.
        guard isWatched else { return }
        showsProgress.store(true, ordering: .relaxed)
        write("\r\u{1B}[K\u{1B}[?7l" + line + "\u{1B}[?7h")
    }

    /// Takes the progress line away, where there is one.
    static func clearProgress() {
        if showsProgress.exchange(false, ordering: .relaxed) { write("\r\u{1B}[K") }
    }

    private static let showsProgress = Atomic(false)

    /// Whether standard error is a terminal on which a line can be written over.
    static let isWatched = isatty(STDERR_FILENO) == 1 && !isPlain

    /// Whether words may be coloured, or set in bold: not for people who set NO_COLOR (no-color.org), nor on a terminal that knows no
    /// such thing.
    static let takesColour = (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true) && !isPlain

    /// Whether the terminal shows what would steer it: Emacs' shell and others say so (terminfo, "dumb").
    private static let isPlain = getenv("TERM").map { strcmp($0, "dumb") == 0 } ?? false

    private static func write(_ text: String) {
        var text = text
        text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
