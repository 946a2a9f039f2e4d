/// Reads pattern text into nodes. Parts that were read before are taken as they are.
struct PatternParser {
    private let bytes: [UInt8]
    private var parts: ArraySlice<WrittenPattern.Part>
    private var position = 0
    private var ignoresCase: Bool
    private var depth = 0
    /// The deepest nesting of groups that was met.
    private(set) var deepest = 0

    /// Deepest nesting of groups; people write about five.
    private static let maximumDepth = 60

    init(_ pattern: WrittenPattern, ignoresCase: Bool) {
        bytes = pattern.bytes
        parts = pattern.parts[...]
        self.ignoresCase = ignoresCase
    }

    mutating func whole() throws(PatternFault) -> PatternNode {
        let tree = try alternatives()
        guard position == bytes.count else { throw fault("`)` without its `(`") }
        return tree
    }

    /// The byte at the position: a character of ASCII, or the first of another one's.
    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Takes the character at the position, which is one.
    private mutating func character() -> Unicode.Scalar {
        if bytes[position] < 0x80 {
            position += 1
            return Unicode.Scalar(bytes[position - 1])
        }
        var decoder = Unicode.UTF8()
        var rest = bytes[position...].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&rest) else {
            position += 1
            return "\u{fffd}"
        }
        position += UTF8.width(scalar)
        return scalar
    }

    private func fault(_ message: String) -> PatternFault {
        let around = bytes[max(0, position - 12)..<min(bytes.count, position + 12)]
        return PatternFault(code: .pattern, message: "\(message), near `\(String(decoding: around, as: UTF8.self))`")
    }

    private mutating func take(_ wanted: StaticString) -> Bool {
        let count = wanted.utf8CodeUnitCount
        guard bytes.count - position >= count else { return false }
        for index in 0..<count where bytes[position + index] != wanted.utf8Start[index] { return false }
        position += count
        return true
    }

    private mutating func enter() throws(PatternFault) {
        depth += 1
        deepest = max(deepest, depth)
        guard depth <= PatternParser.maximumDepth else { throw fault("groups are nested too deep") }
    }

    private mutating func alternatives() throws(PatternFault) -> PatternNode {
        try enter()
        defer { depth -= 1 }
        let first = try sequence()
        guard next == UInt8(ascii: "|") else { return first }
        var branches = [first]
        while take("|") { branches.append(try sequence()) }
        return PatternNode(.alternatives(branches))
    }

    private mutating func sequence() throws(PatternFault) -> PatternNode {
        var parts: [PatternNode] = []
        while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
            let part = if let known = try known() { known } else { try atom() }
            parts.append(try repeats(of: part))
        }
        return .sequence(parts)
    }

    /// The part that stands at the position, where it was read before.
    private mutating func known() throws(PatternFault) -> PatternNode? {
        while let part = parts.first, part.range.lowerBound < position { parts.removeFirst() }
        guard let part = parts.first, part.range.lowerBound == position else { return nil }
        let (node, inner) = try part.fragment.node(ignoresCase: ignoresCase)
        // The part was read inside a level of its own.
        deepest = max(deepest, depth + inner - 1)
        guard deepest <= PatternParser.maximumDepth else { throw fault("groups are nested too deep") }
        position = part.range.upperBound
        return node
    }

    private mutating func repeats(of atom: PatternNode) throws(PatternFault) -> PatternNode {
        let least: Int
        let most: Int?
        switch next {
        case UInt8(ascii: "*"): (least, most) = (0, nil)
        case UInt8(ascii: "+"): (least, most) = (1, nil)
        case UInt8(ascii: "?"): (least, most) = (0, 1)
        case UInt8(ascii: "{"):
            let start = position
            position += 1
            guard let low = count() else {
                position = start
                throw fault("`{` begins a repeat such as `{2,5}` or a name such as `{amount}`; write `\\{` for the character")
            }
            var high: Int? = low
            if take(",") { high = count() }
            guard next == UInt8(ascii: "}") else { throw fault("a repeat is written `{2}`, `{2,}` or `{2,5}`") }
            guard low <= 1_000, (high ?? 0) <= 1_000, low <= (high ?? low) else {
                throw fault("a repeat may go to 1000, its lower limit first")
            }
            (least, most) = (low, high)
        default: return atom
        }
        position += 1
        // Lazy and possessive repeats take the same texts.
        if next == UInt8(ascii: "?") || next == UInt8(ascii: "+") { position += 1 }
        if let sign = next, sign == UInt8(ascii: "*") || sign == UInt8(ascii: "+") || sign == UInt8(ascii: "?") {
            throw fault("a repeat of a repeat")
        }
        return PatternNode(.repeated(atom, least: least, most: most))
    }

    private mutating func count() -> Int? {
        var value: Int?
        while let byte = next, ByteSet.digits.contains(byte), (value ?? 0) < 10_000 {
            value = (value ?? 0) * 10 + Int(byte - 0x30)
            position += 1
        }
        return value
    }

    private mutating func atom() throws(PatternFault) -> PatternNode {
        let scalar = character()
        switch scalar {
        case "(": return try group()
        case "[": return PatternNode(try characterClass())
        case "^": return PatternNode(.start)
        case "$": return PatternNode(.end)
        case ".": return PatternNode(.set(ByteSet([0x0a]).inverted.intersection(ByteSet(0...0x7f)), beyondASCII: true))
        case "\\": return try escape()
        case "*", "+", "?":
            position -= 1
            throw fault("`\(scalar)` has nothing before it to repeat")
        case "\u{0}"..<"\u{9}", "\u{b}"..<"\u{20}", "\u{7f}":
            throw fault("a control character; between double quotes `\\` is YAML's own: put patterns between single quotes")
        default: return .literal(scalar, ignoresCase: ignoresCase)
        }
    }

    private mutating func group() throws(PatternFault) -> PatternNode {
        let outer = ignoresCase
        defer { ignoresCase = outer }
        var look: (ahead: Bool, isNegative: Bool)?
        let start = position
        var isAtomic = false
        if take("?:") || take("?|") {
        } else if take("?>") {
            isAtomic = true
        } else if take("?-i:") {
            ignoresCase = false
        } else if take("?i:") {
            ignoresCase = true
        } else if take("?=") {
            look = (true, false)
        } else if take("?!") {
            look = (true, true)
        } else if take("?<=") {
            look = (false, false)
        } else if take("?<!") {
            look = (false, true)
        } else if take("?<") {
            while let byte = next, byte != UInt8(ascii: ">") {
                let scalar = character()
                guard scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) else {
                    throw fault("a group's name is letters and digits")
                }
            }
            guard take(">") else { throw fault("a group's name ends with `>`") }
        } else if next == UInt8(ascii: "?") || next == UInt8(ascii: "*") {
            throw fault("this kind of group is not part of the rule language")
        }
        let inner = try alternatives()
        guard take(")") else { throw fault("`(` without its `)`") }
        if isAtomic {
            let source = String(decoding: bytes[start - 1..<position], as: UTF8.self)
            return PatternNode(.atomic(inner, Lead(source: source, ignoresCase: outer)))
        }
        guard let look else { return inner }
        return PatternNode(.look(ahead: look.ahead, isNegative: look.isNegative, inner))
    }

    private mutating func escape() throws(PatternFault) -> PatternNode {
        guard next != nil else { throw fault("`\\` at the end") }
        let scalar = character()
        if let set = PatternParser.shorthand(scalar) { return PatternNode(set) }
        switch scalar {
        case "b": return PatternNode(.wordBoundary)
        case "A": return PatternNode(.start)
        case "B", "z", "Z": return PatternNode(.place)
        default: return .literal(try escaped(scalar), ignoresCase: ignoresCase)
        }
    }

    /// `\d`, `\s`, `\w` and their opposites: ASCII, since rules see normalised text.
    private static func shorthand(_ scalar: Unicode.Scalar) -> PatternSyntax? {
        let ascii = ByteSet(0...0x7f)
        switch scalar {
        case "d": return .set(.digits, beyondASCII: false)
        case "s": return .set(.spaces, beyondASCII: false)
        case "w": return .set(.wordBytes, beyondASCII: false)
        case "D": return .set(ByteSet.digits.inverted.intersection(ascii), beyondASCII: true)
        case "S": return .set(ByteSet.spaces.inverted.intersection(ascii), beyondASCII: true)
        case "W": return .set(ByteSet.wordBytes.inverted.intersection(ascii), beyondASCII: true)
        default: return nil
        }
    }

    /// The character that `\` and `scalar` stand for; `position` is past both.
    private mutating func escaped(_ scalar: Unicode.Scalar) throws(PatternFault) -> Unicode.Scalar {
        switch scalar {
        case "t": return "\t"
        case "n": return "\n"
        case "x":
            guard take("{") else { throw fault("write a code point as `\\x{20AC}`") }
            var value: UInt32 = 0
            while let digit = next.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }), value < 0x20_0000 {
                value = value * 16 + UInt32(digit)
                position += 1
            }
            guard take("}"), let result = Unicode.Scalar(value) else { throw fault("not a code point") }
            return result
        default:
            guard scalar.isASCII, !ByteSet.wordBytes.contains(UInt8(truncatingIfNeeded: scalar.value)) else {
                throw fault("`\\\(scalar)` is not part of the rule language")
            }
            return scalar
        }
    }

    private mutating func characterClass() throws(PatternFault) -> PatternSyntax {
        var members = ByteSet()
        var beyond = false
        let isNegative = take("^")
        var isFirst = true
        while let byte = next, isFirst || byte != UInt8(ascii: "]") {
            isFirst = false
            var low = character()
            if low == "[", next == UInt8(ascii: ":") { throw fault("write `\\d`, `\\s` or a range such as `a-z`") }
            if low == "\\" {
                guard next != nil else { break }
                let letter = character()
                if case .set(let set, let outside)? = PatternParser.shorthand(letter) {
                    members = members.union(set)
                    beyond = beyond || outside
                    continue
                }
                low = try escaped(letter)
            }
            var high = low
            if next == UInt8(ascii: "-"), position + 1 < bytes.count, bytes[position + 1] != UInt8(ascii: "]") {
                position += 1
                high = character()
                if high == "\\", next != nil { high = try escaped(character()) }
                guard low <= high else { throw fault("a range from high to low") }
            }
            beyond = beyond || high.value > 0x7f
            for value in low.value...min(high.value, max(low.value, 0x7f)) where value < 0x80 {
                for byte in PatternSyntax.caseForms(UInt8(value), ignoresCase: ignoresCase) { members.insert(byte) }
            }
        }
        guard take("]") else { throw fault("`[` without its `]`") }
        // A class of the characters past ASCII is not followed up: all of them may belong to it, or to its opposite.
        return isNegative ? .set(members.inverted.intersection(ByteSet(0...0x7f)), beyondASCII: true) : .set(members, beyondASCII: beyond)
    }
}

extension PatternSyntax {
    /// An ASCII byte in the forms that match it.
    static func caseForms(_ byte: UInt8, ignoresCase: Bool) -> [UInt8] {
        let isLetter = byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
        return isLetter && ignoresCase ? [byte | 0x20, byte & 0xdf] : [byte]
    }
}
