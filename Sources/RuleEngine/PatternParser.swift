/// Reads pattern text into `PatternSyntax`.
struct PatternParser {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var ignoresCase: Bool
    private var depth = 0

    /// Deepest nesting of groups; people write about five.
    private static let maximumDepth = 60

    init(_ pattern: String, ignoresCase: Bool) {
        scalars = Array(pattern.unicodeScalars)
        self.ignoresCase = ignoresCase
    }

    mutating func whole() throws(PatternFault) -> PatternSyntax {
        let tree = try alternatives()
        guard position == scalars.count else { throw fault("`)` without its `(`") }
        return tree
    }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private func fault(_ message: String) -> PatternFault {
        let near = scalars[max(0, position - 12)..<min(scalars.count, position + 12)].map(String.init).joined()
        return PatternFault(code: .pattern, message: "\(message), near `\(near)`")
    }

    private mutating func take(_ wanted: String) -> Bool {
        let wanted = Array(wanted.unicodeScalars)
        guard scalars[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    private mutating func alternatives() throws(PatternFault) -> PatternSyntax {
        depth += 1
        defer { depth -= 1 }
        guard depth <= PatternParser.maximumDepth else { throw fault("groups are nested too deep") }
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    private mutating func sequence() throws(PatternFault) -> PatternSyntax {
        var parts: [PatternSyntax] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            parts.append(try repeats(of: try atom()))
        }
        return .sequence(parts)
    }

    private mutating func repeats(of atom: PatternSyntax) throws(PatternFault) -> PatternSyntax {
        let least: Int
        let most: Int?
        switch next {
        case "*": (least, most) = (0, nil)
        case "+": (least, most) = (1, nil)
        case "?": (least, most) = (0, 1)
        case "{":
            let start = position
            position += 1
            guard let low = count() else {
                position = start
                throw fault("`{` begins a repeat such as `{2,5}` or a name such as `{amount}`; write `\\{` for the character")
            }
            var high: Int? = low
            if take(",") { high = count() }
            guard next == "}" else { throw fault("a repeat is written `{2}`, `{2,}` or `{2,5}`") }
            guard low <= 1_000, (high ?? 0) <= 1_000, low <= (high ?? low) else {
                throw fault("a repeat may go to 1000, its lower limit first")
            }
            (least, most) = (low, high)
        default: return atom
        }
        position += 1
        // Lazy and possessive repeats take the same texts.
        if next == "?" || next == "+" { position += 1 }
        if let sign = next, sign == "*" || sign == "+" || sign == "?" { throw fault("a repeat of a repeat") }
        return .repeated(atom, least: least, most: most)
    }

    private mutating func count() -> Int? {
        var value: Int?
        while let scalar = next, ("0"..."9").contains(scalar), (value ?? 0) < 10_000 {
            value = (value ?? 0) * 10 + Int(scalar.value - 0x30)
            position += 1
        }
        return value
    }

    private mutating func atom() throws(PatternFault) -> PatternSyntax {
        guard let scalar = next else { return .place }
        position += 1
        switch scalar {
        case "(": return try group()
        case "[": return try characterClass()
        case "^": return .start
        case "$": return .place
        case ".": return .set(ByteSet([0x0a]).inverted.intersection(ByteSet(0...0x7f)), beyondASCII: true)
        case "\\": return try escape()
        case "*", "+", "?":
            position -= 1
            throw fault("`\(scalar)` has nothing before it to repeat")
        default: return .literal(scalar, ignoresCase: ignoresCase)
        }
    }

    private mutating func group() throws(PatternFault) -> PatternSyntax {
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
            while let scalar = next, scalar != ">" {
                guard scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) else {
                    throw fault("a group's name is letters and digits")
                }
                position += 1
            }
            guard take(">") else { throw fault("a group's name ends with `>`") }
        } else if next == "?" || next == "*" {
            throw fault("this kind of group is not part of the rule language")
        }
        let inner = try alternatives()
        guard take(")") else { throw fault("`(` without its `)`") }
        if isAtomic {
            var source = String.UnicodeScalarView()
            source.append(contentsOf: scalars[start - 1..<position])
            return .atomic(inner, Lead(source: String(source), ignoresCase: outer))
        }
        guard let look else { return inner }
        return .look(ahead: look.ahead, isNegative: look.isNegative, inner)
    }

    private mutating func escape() throws(PatternFault) -> PatternSyntax {
        guard let scalar = next else { throw fault("`\\` at the end") }
        position += 1
        if let set = PatternParser.shorthand(scalar) { return set }
        switch scalar {
        case "b": return .wordBoundary
        case "A": return .start
        case "B", "z", "Z": return .place
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
            while let digit = next,
                let number = digit.properties.numericType == nil ? Character(digit).hexDigitValue : Int(digit.value) - 0x30,
                (0...15).contains(number), value < 0x20_0000
            {
                value = value * 16 + UInt32(number)
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
        while let scalar = next, isFirst || scalar != "]" {
            isFirst = false
            position += 1
            var low = scalar
            if scalar == "[", next == ":" { throw fault("write `\\d`, `\\s` or a range such as `a-z`") }
            if scalar == "\\" {
                guard let letter = next else { break }
                position += 1
                if case .set(let set, let outside)? = PatternParser.shorthand(letter) {
                    members = members.union(set)
                    beyond = beyond || outside
                    continue
                }
                low = try escaped(letter)
            }
            var high = low
            if next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" {
                position += 1
                high = scalars[position]
                position += 1
                if high == "\\", let letter = next {
                    position += 1
                    high = try escaped(letter)
                }
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
