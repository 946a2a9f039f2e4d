/// A part of a pattern with what a scan asks of it, worked out once from its own parts when it is made.
final class PatternNode: Sendable {
    let syntax: PatternSyntax
    /// What the first bytes of its matches can be.
    let opening: Opening
    /// Of a character, its first bytes by class.
    let firstClasses: ByteClasses
    /// Whether it looks, or stands at a place, and takes no character.
    let takesNothing: Bool
    /// Whether a part of it repeats without a limit.
    let hasUnlimitedRepeat: Bool
    /// Whether such a part stands inside another.
    let nestsUnlimitedRepeats: Bool

    init(_ syntax: PatternSyntax) {
        self.syntax = syntax
        let opening: Opening
        var firstClasses = ByteClasses.any
        var (takesNothing, hasUnlimitedRepeat, nestsUnlimitedRepeats) = (false, false, false)
        switch syntax {
        case .literal(let scalar, let ignoresCase):
            opening = PatternNode.opening(of: scalar, ignoresCase: ignoresCase)
            firstClasses = ByteClasses(of: opening.bytes[0])
        case .set(let members, let beyondASCII):
            opening = PatternNode.opening(of: members, beyondASCII: beyondASCII)
            firstClasses = ByteClasses(of: opening.bytes[0])
        case .sequence(let parts):
            opening = PatternNode.opening(ofSequence: parts)
            takesNothing = parts.allSatisfy(\.takesNothing)
            hasUnlimitedRepeat = parts.contains(where: \.hasUnlimitedRepeat)
            nestsUnlimitedRepeats = parts.contains(where: \.nestsUnlimitedRepeats)
        case .alternatives(let parts):
            var any = parts.first?.opening ?? Opening()
            for part in parts.dropFirst() { any.form(or: part.opening) }
            opening = any
            takesNothing = parts.allSatisfy(\.takesNothing)
            hasUnlimitedRepeat = parts.contains(where: \.hasUnlimitedRepeat)
            nestsUnlimitedRepeats = parts.contains(where: \.nestsUnlimitedRepeats)
        case .repeated(let inner, let least, let most):
            opening = inner.opening.repeated(least: least, most: most)
            takesNothing = most == 0 || inner.takesNothing
            hasUnlimitedRepeat = most == nil || inner.hasUnlimitedRepeat
            nestsUnlimitedRepeats = inner.nestsUnlimitedRepeats || most == nil && inner.hasUnlimitedRepeat
        case .atomic(let inner, _):
            opening = inner.opening
            takesNothing = inner.takesNothing
            hasUnlimitedRepeat = inner.hasUnlimitedRepeat
            nestsUnlimitedRepeats = inner.nestsUnlimitedRepeats
        case .look(_, _, let inner):
            opening = Opening()
            takesNothing = true
            hasUnlimitedRepeat = inner.hasUnlimitedRepeat
            nestsUnlimitedRepeats = inner.nestsUnlimitedRepeats
        case .place, .end, .start, .wordBoundary:
            opening = Opening()
            takesNothing = true
        }
        self.opening = opening
        self.firstClasses = firstClasses
        self.takesNothing = takesNothing
        self.hasUnlimitedRepeat = hasUnlimitedRepeat
        self.nestsUnlimitedRepeats = nestsUnlimitedRepeats
    }

    /// One after the other; a single part stands for itself.
    static func sequence(_ parts: [PatternNode]) -> PatternNode {
        parts.count == 1 ? parts[0] : PatternNode(.sequence(parts))
    }

    /// One character. Patterns consist of little else, so that those of ASCII are made once.
    static func literal(_ scalar: Unicode.Scalar, ignoresCase: Bool) -> PatternNode {
        guard scalar.isASCII else { return PatternNode(.literal(scalar, ignoresCase: ignoresCase)) }
        return (ignoresCase ? anyCase : exactCase)[Int(scalar.value)]
    }

    private static let anyCase = letters(ignoresCase: true)
    private static let exactCase = letters(ignoresCase: false)

    private static func letters(ignoresCase: Bool) -> [PatternNode] {
        (UInt8.min..<0x80).map { PatternNode(.literal(Unicode.Scalar($0), ignoresCase: ignoresCase)) }
    }
}
