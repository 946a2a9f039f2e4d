internal import Pipeline

/// What goes to the browser beside the pages: put into the program, so that it works wherever it is installed.
enum Assets {
    /// Part of their addresses, so that browsers keep them for as long as they stay the same.
    static let version = Program.version + "-" + Program.build
}
