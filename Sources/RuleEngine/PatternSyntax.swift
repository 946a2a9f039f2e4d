/// The part of PCRE2's syntax that rules may use, read into a tree: enough to know where a match can begin and that it ends in time.
///
/// Left out on purpose: back-references, recursion, conditions, verbs, callouts, `\K`, `\G`, comments. Case is ignored except
/// inside `(?-i:…)`.
enum PatternSyntax: Sendable {
    /// One character.
    case literal(Unicode.Scalar, ignoresCase: Bool)
    /// One character out of a class: its ASCII members, and whether characters past ASCII belong to it.
    case set(ByteSet, beyondASCII: Bool)
    /// One after the other.
    case sequence([PatternNode])
    /// One of them.
    case alternatives([PatternNode])
    /// Between `least` and `most` times; `most` nil for no limit.
    case repeated(PatternNode, least: Int, most: Int?)
    /// A part that, once matched, is never taken back: `(?>…)`. Where it ends depends on its place alone, not on what follows.
    case atomic(PatternNode, Lead)
    /// Looks without taking characters.
    case look(ahead: Bool, isNegative: Bool, PatternNode)
    /// `\z`, `\B`.
    case place
    /// `$`: the end of the text.
    case end
    /// `^`, `\A`: the beginning of the text.
    case start
    /// `\b`.
    case wordBoundary
}

/// Why a pattern was refused.
struct PatternFault: Error {
    var code: RuleProblem.Code
    var message: String
}

extension PatternNode {
    /// Refuses what could match nothing or run away.
    func check() throws(PatternFault) {
        if nestsUnlimitedRepeats {
            throw PatternFault(
                code: .nestedRepeat,
                message:
                    "an unlimited repeat (`*`, `+`) inside an unlimited repeat can take for ever; give one of them a limit such as `{0,5}`")
        }
        if opening.lengths & 1 != 0 {
            throw PatternFault(code: .matchesNothing, message: "the pattern can match no character at all; make one part of it required")
        }
    }
}
