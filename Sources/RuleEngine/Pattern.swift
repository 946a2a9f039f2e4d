internal import CPCRE2
internal import Synchronization

/// A pattern that PCRE2 runs, shared by all threads. The only file that knows PCRE2.
///
/// Compiled for UTF-8, with just-in-time code from the first attempt on: a paper needs few of the patterns. Word characters, digits and spaces are ASCII ones. A name may stand on several groups
/// of one pattern: the one that took part gives its text.
final class Pattern: Sendable {
    /// A named group: its name and the numbers that bear it.
    struct Group: Sendable {
        let name: String
        var numbers: [Int]
    }

    /// What PCRE2 made of the pattern.
    fileprivate struct Compiled {
        let code: OpaquePointer
        let groups: [Group]
    }

    /// What is known of the code.
    fileprivate enum Form: UInt8, AtomicRepresentable {
        case untried
        case justInTime
        /// There was no memory for just-in-time code: the pattern runs interpreted, to the same results.
        case interpreted
        /// It doesn't compile: every attempt ends as `limit`, and is reported as such.
        case broken
    }

    /// The pattern with everything written out.
    let source: String
    let ignoresCase: Bool
    let endsAtEnd: Bool
    // Written, and PCRE2 writes to it, until `form` says what it is; after that never (pcre2api, "Multithreading").
    nonisolated(unsafe) private var compiled: Compiled?
    private let form = Atomic(Form.untried)
    private let making = Mutex(())

    /// Compiles `source` to match where an attempt starts and nowhere else; with `endsAtEnd`, a match must reach the end of the text.
    convenience init(_ source: String, ignoresCase: Bool, endsAtEnd: Bool) throws(PatternFault) {
        self.init(known: source, ignoresCase: ignoresCase, endsAtEnd: endsAtEnd)
        compiled = try compile()
    }

    /// A pattern that compiled before, to be compiled again when it is tried for the first time.
    init(known source: String, ignoresCase: Bool, endsAtEnd: Bool) {
        self.source = source
        self.ignoresCase = ignoresCase
        self.endsAtEnd = endsAtEnd
    }

    deinit { if let compiled { pcre2_code_free_8(compiled.code) } }

    /// Version of the library: one may refuse what another takes.
    static var libraryVersion: String {
        var text = [UInt8](repeating: 0, count: 64)  // pcre2api asks for 24
        let length = pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), &text)
        return String(decoding: text.prefix(max(0, Int(length))).prefix { $0 != 0 }, as: UTF8.self)
    }

    /// Named groups by name.
    var groups: [Group] {
        if form.load(ordering: .acquiring) != .untried { return compiled?.groups ?? [] }
        return making.withLock { _ in
            if compiled == nil { compiled = try? compile() }
            return compiled?.groups ?? []
        }
    }

    /// What runs it, made when this is asked for the first time.
    fileprivate var ready: (form: Form, code: OpaquePointer?) {
        var known = form.load(ordering: .acquiring)
        if known == .untried { known = prepare() }
        return (known, compiled?.code)
    }

    private func prepare() -> Form {
        making.withLock { _ in
            guard form.load(ordering: .relaxed) == .untried else { return form.load(ordering: .relaxed) }
            if compiled == nil { compiled = try? compile() }
            let made =
                if let compiled {
                    pcre2_jit_compile_8(compiled.code, UInt32(PCRE2_JIT_COMPLETE)) == 0 ? Form.justInTime : .interpreted
                } else { Form.broken }
            form.store(made, ordering: .releasing)
            return made
        }
    }

    private func compile() throws(PatternFault) -> Compiled {
        var options = UInt32(PCRE2_UTF) | PCRE2_ANCHORED | UInt32(PCRE2_DUPNAMES) | UInt32(PCRE2_NEVER_BACKSLASH_C)
        // The scan knows where a match can begin; PCRE2's own look ahead for a needed character would cost thousands of bytes an attempt.
        options |= UInt32(PCRE2_NO_START_OPTIMIZE)
        if ignoresCase { options |= UInt32(PCRE2_CASELESS) }
        if endsAtEnd { options |= PCRE2_ENDANCHORED }
        var status: Int32 = 0
        var place = 0
        let bytes = Array(source.utf8)
        guard let code = bytes.withUnsafeBufferPointer({ pcre2_compile_8($0.baseAddress, $0.count, options, &status, &place, nil) }) else {
            let near = String(decoding: bytes[max(0, min(place, bytes.count) - 16)..<min(place, bytes.count)], as: UTF8.self)
            throw PatternFault(code: .pattern, message: "\(Pattern.message(status)), after `\(near)`")
        }
        return Compiled(code: code, groups: Pattern.groups(of: code))
    }

    private static func message(_ status: Int32) -> String {
        var text = [UInt8](repeating: 0, count: 256)
        let length = pcre2_get_error_message_8(status, &text, text.count)
        return length > 0 ? String(decoding: text.prefix(Int(length)), as: UTF8.self) : "error \(status)"
    }

    /// Reads the name table: entries of one size, two bytes of number, then the name and a zero (pcre2api, `PCRE2_INFO_NAMETABLE`).
    private static func groups(of code: OpaquePointer) -> [Group] {
        var count: UInt32 = 0
        var size: UInt32 = 0
        var table: UnsafePointer<UInt8>?
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &size)
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
        guard let table, size > 3 else { return [] }
        var groups: [Group] = []
        for index in 0..<Int(count) {
            let entry = UnsafeBufferPointer(start: table + index * Int(size), count: Int(size))
            let number = Int(entry[0]) << 8 | Int(entry[1])
            let name = String(decoding: entry[2...].prefix { $0 != 0 }, as: UTF8.self)
            if groups.last?.name == name {
                groups[groups.count - 1].numbers.append(number)
            } else {
                groups.append(Group(name: name, numbers: [number]))
            }
        }
        return groups
    }
}

/// What one thread needs to run patterns: room for groups, a stack for compiled code, and the limit.
struct PatternScratch: ~Copyable {
    // Nil where there was no memory for them: every attempt then ends as `limit`, and is reported as such.
    private let data: OpaquePointer?
    private let context: OpaquePointer?
    private let stack: OpaquePointer?

    /// How an attempt ended.
    enum Outcome {
        case match(end: Int)
        case none
        /// The match limit, or the stack, was used up.
        case limit
    }

    /// Most backtracking points of one attempt at one place: a count, so that the outcome is the same on every machine. The rules that
    /// come with the program need a few hundred.
    static let matchLimit: UInt32 = 100_000
    /// Most groups of a pattern that are read back.
    private static let groupCount: UInt32 = 250

    init() {
        data = pcre2_match_data_create_8(PatternScratch.groupCount, nil)
        context = pcre2_match_context_create_8(nil)
        stack = pcre2_jit_stack_create_8(32 << 10, 1 << 20, nil)
        guard let context else { return }
        pcre2_jit_stack_assign_8(context, nil, stack.map { UnsafeMutableRawPointer($0) })
        pcre2_set_match_limit_8(context, PatternScratch.matchLimit)
    }

    deinit {
        pcre2_match_context_free_8(context)
        pcre2_match_data_free_8(data)
        pcre2_jit_stack_free_8(stack)
    }

    /// Tries a pattern at `start` and nowhere else; `text` is UTF-8 and ends where the pattern may look.
    borrowing func attempt(_ pattern: Pattern, in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Outcome {
        guard start >= 0, start <= text.count else { return .none }
        guard let data, let context else { return .limit }
        let (form, code) = pattern.ready
        guard let code else { return .limit }
        // The direct way in skips checks of the arguments, which cost as much as a short attempt.
        let match = form == .justInTime ? pcre2_jit_match_8 : pcre2_match_8
        let status = match(code, text.baseAddress, text.count, start, UInt32(PCRE2_NO_UTF_CHECK), data, context)
        if status >= 0 {
            return .match(end: pcre2_get_ovector_pointer_8(data)?[1] ?? start)
        }
        switch status {
        case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_JIT_STACKLIMIT, PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_DEPTHLIMIT: return .limit
        default: return .none
        }
    }

    /// The bytes of a group in the match just found; nil where it took no part.
    borrowing func range(ofGroup number: Int) -> Range<Int>? {
        guard let data, let vector = pcre2_get_ovector_pointer_8(data), number < Int(pcre2_get_ovector_count_8(data)) else { return nil }
        let (start, end) = (vector[2 * number], vector[2 * number + 1])
        guard start >= 0, start <= end else { return nil }  // an unset group reads as -1
        return Int(start)..<Int(end)
    }
}
