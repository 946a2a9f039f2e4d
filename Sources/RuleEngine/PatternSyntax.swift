/// The part of PCRE2's syntax that rules may use, read into a tree: enough to know where a match can begin and that it ends in time.
///
/// Left out on purpose: back-references, recursion, conditions, verbs, callouts, `\K`, `\G`, comments. Case is ignored except
/// inside `(?-i:…)`.
indirect enum PatternSyntax: Sendable {
    /// One character.
    case literal(Unicode.Scalar, ignoresCase: Bool)
    /// One character out of a class: its ASCII members, and whether characters past ASCII belong to it.
    case set(ByteSet, beyondASCII: Bool)
    /// One after the other.
    case sequence([PatternSyntax])
    /// One of them.
    case alternatives([PatternSyntax])
    /// Between `least` and `most` times; `most` nil for no limit.
    case repeated(PatternSyntax, least: Int, most: Int?)
    /// A part that, once matched, is never taken back: `(?>…)`. Where it ends depends on its place alone, not on what follows.
    case atomic(PatternSyntax, Lead)
    /// Looks without taking characters.
    case look(ahead: Bool, isNegative: Bool, PatternSyntax)
    /// `$`, `\z`, `\B`.
    case place
    /// `^`, `\A`: the beginning of the text.
    case start
    /// `\b`.
    case wordBoundary
}

/// An atomic part as written: rules that begin with the same one share its attempts.
struct Lead: Sendable, Hashable {
    var source: String
    var ignoresCase: Bool
}

/// Why a pattern was refused.
struct PatternFault: Error {
    var code: RuleProblem.Code
    var message: String
}

extension PatternSyntax {
    /// Reads a pattern whose `{name}` references are already written out.
    static func parse(_ pattern: String, ignoresCase: Bool) throws(PatternFault) -> PatternSyntax {
        var parser = PatternParser(pattern, ignoresCase: ignoresCase)
        return try parser.whole()
    }

    /// Refuses what could match nothing or run away.
    func check() throws(PatternFault) {
        if let inner = nestedRepeat() { throw PatternFault(code: .nestedRepeat, message: inner) }
        if opening.lengths & 1 != 0 {
            throw PatternFault(code: .matchesNothing, message: "the pattern can match no character at all; make one part of it required")
        }
    }

    /// Words about the first unlimited repeat inside another, if there is one.
    private func nestedRepeat() -> String? {
        switch self {
        case .literal, .set, .place, .start, .wordBoundary: nil
        case .sequence(let parts), .alternatives(let parts): parts.lazy.compactMap { $0.nestedRepeat() }.first
        case .look(_, _, let inner), .atomic(let inner, _): inner.nestedRepeat()
        case .repeated(let inner, _, let most):
            if most == nil, inner.hasUnlimitedRepeat {
                "an unlimited repeat (`*`, `+`) inside an unlimited repeat can take for ever; give one of them a limit such as `{0,5}`"
            } else {
                inner.nestedRepeat()
            }
        }
    }

    private var hasUnlimitedRepeat: Bool {
        switch self {
        case .literal, .set, .place, .start, .wordBoundary: false
        case .sequence(let parts), .alternatives(let parts): parts.contains { $0.hasUnlimitedRepeat }
        case .look(_, _, let inner), .atomic(let inner, _): inner.hasUnlimitedRepeat
        case .repeated(let inner, _, let most): most == nil || inner.hasUnlimitedRepeat
        }
    }
}
