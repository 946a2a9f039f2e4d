/// What no match of a pattern can do without, so that a pattern that can't match anywhere in a text is not tried at each of its places:
/// "^.{2,120} as follows[:-]$" goes through a paragraph word by word only to find that it ends in a full stop.
struct Demand: Sendable {
    /// What the last byte of a text can be where a match must reach the text's end; all bytes elsewhere.
    var last = ByteSet.all
    /// What stands in each match, as `TextPrint` has it.
    var needs = ByteSet.none

    /// Whether there is nothing to ask.
    var isEmpty: Bool { last == .all && needs == .none }
}

/// Which characters a text has, as a set of 256 marks: a byte up to E0 stands for itself, those from E1 on for the letters of ASCII in either case
/// (60 more than the small letter's byte would be past 7F), and the byte 0, which no text has, for any digit.
enum TextPrint {
    private static let digit: UInt8 = 0
    private static let letters: UInt8 = 0x80
    /// The last byte that stands for itself.
    private static let lastPlain: UInt8 = 0xe0

    /// The marks of a character that stands in all matches.
    static func marks(of scalar: Unicode.Scalar, ignoresCase: Bool) -> ByteSet {
        guard scalar.isASCII else {
            return ignoresCase && scalar.properties.isCased ? .none : ByteSet(String(scalar).utf8.filter { $0 <= lastPlain })
        }
        return marks(ofOneOf: ByteSet(PatternSyntax.caseForms(UInt8(truncatingIfNeeded: scalar.value), ignoresCase: ignoresCase)))
    }

    /// The marks that one of some characters of ASCII leaves, whichever it is.
    static func marks(ofOneOf members: ByteSet) -> ByteSet {
        var common = ByteSet.all
        members.forEach { common = common.intersection(marks(of: $0)) }
        return members.isEmpty ? .none : common
    }

    private static func marks(of byte: UInt8) -> ByteSet {
        guard byte < 0x80 else { return .none }
        var marks = ByteSet([byte])
        if ByteSet.digits.contains(byte) { marks.insert(digit) }
        if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7a { marks.insert(letters | byte | 0x20) }
        return marks
    }

    /// The marks of a text.
    static func of(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> ByteSet {
        var (first, second, third, fourth): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        for byte in text {
            let bit: UInt64 = 1 &<< UInt64(byte & 63)
            switch byte &>> 6 {
            case 0: first |= bit
            case 1: second |= bit
            case 2: third |= bit
            default: fourth |= bit
            }
        }
        // Of the 64 bytes from 40 on the capitals are those from 1 to 26, and the small letters those from 33 to 58, as their marks are from C0 on.
        let small: UInt64 = 0x07ff_fffe_0000_0000
        let digits: UInt64 = 0x03ff_0000_0000_0000
        if first & digits != 0 { first |= 1 }
        fourth = fourth & 0x1_ffff_ffff | (second | second &<< 32) & small
        return ByteSet(words: SIMD4(first, second, third, fourth))
    }
}

/// What a text offers to patterns, read when the first of them asks.
struct TextTraits {
    private let text: UnsafeBufferPointer<UInt8>
    private let start: Int
    private var marks: ByteSet?

    /// Longest text whose characters are gone through for it, bytes: passages are shorter, and what is done once a figure must not grow with its text.
    private static let longest = 4_096

    /// Takes the text from where the first match may begin.
    init(_ text: UnsafeBufferPointer<UInt8>, from start: Int) { (self.text, self.start) = (text, start) }

    /// Whether a pattern may match somewhere in it.
    mutating func meet(_ demand: Demand) -> Bool {
        // `$` stands before the end of a last line too.
        guard let last = text.last, last == 0x0a || demand.last.contains(last) else { return false }
        if demand.needs == .none || text.count - start > TextTraits.longest { return true }
        let known = marks ?? TextPrint.of(text[start...])
        marks = known
        return demand.needs.isSubset(of: known)
    }
}

extension PatternNode {
    /// What its matches can't do without.
    var demand: Demand { Demand(last: reachesEnd ? closing : .all, needs: needs) }

    /// The marks of what stands in each match, or behind it where it looks ahead.
    private var needs: ByteSet {
        switch syntax {
        case .literal(let scalar, let ignoresCase): TextPrint.marks(of: scalar, ignoresCase: ignoresCase)
        case .set(let members, let beyondASCII): beyondASCII ? .none : TextPrint.marks(ofOneOf: members)
        case .sequence(let parts): parts.reduce(.none) { $0.union($1.needs) }
        case .alternatives(let parts): parts.isEmpty ? .none : parts.reduce(.all) { $0.intersection($1.needs) }
        case .repeated(let inner, let least, _): least > 0 ? inner.needs : .none
        case .atomic(let inner, _): inner.needs
        case .look(ahead: true, isNegative: false, let inner): inner.needs
        case .look, .place, .end, .start, .wordBoundary: .none
        }
    }

    /// Whether each match reaches the end of the text.
    private var reachesEnd: Bool {
        switch syntax {
        case .end: true
        case .sequence(let parts):
            parts.lastIndex(where: \.reachesEnd).map { parts[($0 + 1)...].allSatisfy(\.takesNothing) } ?? false
        case .alternatives(let parts): !parts.isEmpty && parts.allSatisfy(\.reachesEnd)
        case .repeated(let inner, let least, _): least > 0 && inner.reachesEnd
        case .atomic(let inner, _): inner.reachesEnd
        case .literal, .set, .look, .place, .start, .wordBoundary: false
        }
    }

    /// What the last byte of its matches can be.
    private var closing: ByteSet {
        switch syntax {
        case .literal(let scalar, let ignoresCase):
            if scalar.isASCII {
                return ByteSet(PatternSyntax.caseForms(UInt8(truncatingIfNeeded: scalar.value), ignoresCase: ignoresCase))
            }
            return ignoresCase && scalar.properties.isCased ? .continuations : ByteSet(Array(String(scalar).utf8.suffix(1)))
        case .set(let members, let beyondASCII): return beyondASCII ? members.union(.continuations) : members
        case .sequence(let parts):
            var found = ByteSet.none
            for part in parts.reversed() {
                found = found.union(part.closing)
                if part.opening.lengths & 1 == 0 { break }
            }
            return found
        case .alternatives(let parts): return parts.reduce(.none) { $0.union($1.closing) }
        case .repeated(let inner, _, let most): return most == 0 ? .none : inner.closing
        case .atomic(let inner, _): return inner.closing
        case .look, .place, .end, .start, .wordBoundary: return .none
        }
    }
}
