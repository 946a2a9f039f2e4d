internal import Records

/// The arguments of the program. Those that are no UTF-8, as names of files may be, keep their bytes (see `PathText`).
enum Arguments {
    /// All but the name of the program.
    static var all: [String] {
        (1..<max(1, Int(CommandLine.argc))).compactMap { index in
            CommandLine.unsafeArgv[index].map { argument in
                PathText(bytes: UnsafeBufferPointer(start: argument, count: length(argument)).map { UInt8(bitPattern: $0) }).text
            }
        }
    }

    private static func length(_ text: UnsafePointer<CChar>) -> Int {
        var length = 0
        while text[length] != 0 { length += 1 }
        return length
    }
}
