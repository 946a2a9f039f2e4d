internal import Glibc

/// A fault that happens on purpose, so that a host's ways to deal with it can be tested: the name of the paper says which, and with
/// `-at-N` at which page of it (`crash-at-3.pdf`); without, before the paper is opened.
struct Fault {
    /// What happens.
    enum Kind: String {
        /// Sleeps for ever.
        case hang
        /// Computes for ever.
        case spin
        /// Ends by a signal.
        case crash
        /// Takes memory until there is none.
        case memory
        /// Writes records for ever.
        case flood
        /// Writes a line that is no record.
        case stray
        /// Ends itself.
        case exit
        /// Ends itself in the middle of a record.
        case half
        /// Closes its output and stays.
        case mute
    }

    private let kind: Kind
    private let page: Int

    /// The fault that the last part of a path names; nil where it names none.
    init?(path: String) {
        let parts = Fault.name(in: path).split(separator: "-")
        guard let kind = parts.first.flatMap({ Kind(rawValue: String($0)) }) else { return nil }
        self.kind = kind
        page = parts.count == 3 && parts[1] == "at" ? Int(parts[2]) ?? 0 : 0
    }

    /// The last part of a path, without what stands behind a dot.
    static func name(in path: String) -> String { String(path.split(separator: "/").last?.prefix { $0 != "." } ?? "") }

    /// Happens, if this is its page.
    func happen(at page: Int) {
        guard page == self.page else { return }
        switch kind {
        case .hang: while true { sleep(1_000) }
        case .spin: while true { _ = getppid() }
        case .crash: raise(SIGSEGV)
        case .memory: takeMemory()
        case .flood: while true { say(#"{"type":"page","schema":"1.1","text":"......................................"}"# + "\n") }
        case .stray: say("warning: this is no record\n")
        case .exit: Glibc.exit(3)
        case .half:
            say(#"{"type":"document","schema":"1.1","id":"sha2"#)
            Glibc.exit(0)
        case .mute:
            close(STDOUT_FILENO)
            while true { sleep(1_000) }
        }
    }

    private func takeMemory() {
        var held: [[UInt8]] = []
        while true { held.append([UInt8](repeating: 1, count: 1 << 20)) }
    }

    private func say(_ text: String) {
        var text = text
        text.withUTF8 { _ = Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    }
}
