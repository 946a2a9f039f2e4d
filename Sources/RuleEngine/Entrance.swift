internal import Synchronization

/// One way in which a match can begin.
struct Entrance: Sendable {
    /// Which of the rule's patterns begins so.
    var way: Int
    /// What its first bytes can be.
    var bytes: [ByteSet]
    /// What may stand before them.
    var before: ByteSet
    /// The atomic part that it begins with, where there is one.
    var lead: Lead?
    /// What the first bytes after that part can be.
    var tail: [ByteSet]
}

/// An atomic part as written: rules that begin with the same one share its attempts.
final class Lead: Sendable {
    let source: String
    let ignoresCase: Bool
    private let compiled: Mutex<Pattern?>

    init(source: String, ignoresCase: Bool) {
        self.source = source
        self.ignoresCase = ignoresCase && Lead.holdsLetters(source)
        compiled = Mutex(nil)
    }

    /// A part that compiled by itself before.
    init(known source: String, ignoresCase: Bool) {
        self.source = source
        self.ignoresCase = ignoresCase
        compiled = Mutex(Pattern(known: source, ignoresCase: ignoresCase, endsAtEnd: false))
    }

    /// Whether the case of letters can count: an escape such as `\d` names none.
    private static func holdsLetters(_ source: String) -> Bool {
        var isEscaped = false
        for scalar in source.unicodeScalars {
            if !isEscaped, scalar.properties.isCased { return true }
            isEscaped = !isEscaped && scalar == "\\"
        }
        return false
    }

    /// The part by itself; nil where it doesn't compile so.
    var pattern: Pattern? {
        compiled.withLock { known in
            if known == nil { known = try? Pattern(source, ignoresCase: ignoresCase, endsAtEnd: false) }
            return known
        }
    }

    /// Whether both are the same words.
    func isSame(as other: Lead) -> Bool { self === other || ignoresCase == other.ignoresCase && source == other.source }
}
