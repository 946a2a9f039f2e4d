/// What the first bytes of a match can be: one set a byte, and how long the match can be, so that a scan passes over places where no
/// match begins.
struct Opening: Sendable {
    /// How many bytes are looked at.
    static let depth = 3

    /// For each of the first bytes what it can be, given that the match is long enough.
    var bytes = InlineArray<3, ByteSet>(repeating: .none)
    /// Bit `n` is set where the match can be `n` bytes long; the bit of `depth` stands for that and more.
    var lengths: UInt8 = 1

    /// Of one text.
    init(_ sets: [ByteSet] = []) {
        for (index, set) in sets.prefix(Opening.depth).enumerated() { bytes[index] = set }
        lengths = 1 << UInt8(min(sets.count, Opening.depth))
    }

    func or(_ other: Opening) -> Opening {
        var result = self
        for index in 0..<Opening.depth { result.bytes[index] = bytes[index].union(other.bytes[index]) }
        result.lengths |= other.lengths
        return result
    }

    func then(_ other: Opening) -> Opening {
        var result = self
        result.lengths = 0
        for length in 0...Opening.depth where lengths >> UInt8(length) & 1 == 1 {
            for index in length..<max(length, Opening.depth) {
                result.bytes[index] = result.bytes[index].union(other.bytes[index - length])
            }
            for more in 0...Opening.depth where other.lengths >> UInt8(more) & 1 == 1 {
                result.lengths |= 1 << UInt8(min(length + more, Opening.depth))
            }
        }
        return result
    }

    /// The sets of matches of up to three bytes.
    func sets(ofLength length: Int) -> [ByteSet] { (0..<min(length, Opening.depth)).map { bytes[$0] } }

    /// The sets with whatever may follow a match that is shorter than they are many.
    var scanSets: [ByteSet] {
        (0..<Opening.depth).map { index in
            let endsBefore = lengths & ((1 << UInt8(index + 1)) - 1) != 0
            return endsBefore ? .all : bytes[index]
        }
    }
}

/// One way in which a match can begin.
struct Entrance: Sendable {
    /// What its first bytes can be.
    var bytes: [ByteSet]
    /// What may stand before them.
    var before: ByteSet
    /// The atomic part that it begins with, where there is one.
    var lead: Lead?
    /// What the first bytes after that part can be.
    var tail: [ByteSet]
}

extension PatternSyntax {
    /// The ways in which a match can begin: one for each alternative at the pattern's start, so that the scan knows what goes with what.
    var entrances: [Entrance] {
        branches(limit: 8).map { branch in
            let split = branch.split
            return Entrance(
                bytes: branch.opening.scanSets, before: branch.before, lead: split?.lead, tail: split?.rest.opening.scanSets ?? [])
        }
    }

    /// The atomic part at the start and what follows it; nil where the pattern begins otherwise.
    private var split: (lead: Lead, rest: PatternSyntax)? {
        switch self {
        case .atomic(_, let lead):
            return (lead, .sequence([]))
        case .sequence(let parts):
            guard let first = parts.firstIndex(where: { !$0.takesNothing }), let inner = parts[first].split else { return nil }
            return (inner.lead, .sequence([inner.rest] + parts[(first + 1)...]))
        default:
            return nil
        }
    }

    /// The pattern with alternatives and optional parts at its start multiplied out, at most about `limit` of them.
    private func branches(limit: Int) -> [PatternSyntax] {
        switch self {
        case .alternatives(let parts) where parts.count <= limit:
            return parts.flatMap { $0.branches(limit: limit / parts.count) }
        case .repeated(let inner, least: 0, most: 1) where limit > 1:
            return [.sequence([])] + inner.branches(limit: limit / 2)
        case .sequence(let parts):
            guard let first = parts.firstIndex(where: { !$0.takesNothing }) else { return [self] }
            let ways = parts[first].branches(limit: limit)
            return ways.flatMap { way -> [PatternSyntax] in
                let rest = PatternSyntax.sequence(Array(parts[..<first]) + [way] + Array(parts[(first + 1)...]))
                return way.takesNothing ? rest.branches(limit: limit / ways.count) : [rest]
            }
        default:
            return [self]
        }
    }

    /// What the first bytes of a match can be.
    var opening: Opening {
        switch self {
        case .literal(let scalar, let ignoresCase):
            let bytes = Array(String(scalar).utf8)
            guard bytes.count == 1 else {
                // Case forms of letters past ASCII may differ in any byte after the first.
                return ignoresCase && scalar.properties.isCased
                    ? Opening([ByteSet.leads] + bytes.dropFirst().map { _ in .continuations }) : Opening(bytes.map { ByteSet([$0]) })
            }
            return Opening([ByteSet(PatternSyntax.caseForms(bytes[0], ignoresCase: ignoresCase))])
        case .set(let members, let beyondASCII):
            let ascii = Opening([members])
            guard beyondASCII else { return ascii }
            return (1...3).reduce(ascii) { $0.or(Opening([.leads] + [ByteSet](repeating: .continuations, count: $1))) }
        case .sequence(let parts):
            return parts.reduce(Opening()) { $0.then($1.opening) }
        case .alternatives(let parts):
            return parts.dropFirst().reduce(parts.first?.opening ?? Opening()) { $0.or($1.opening) }
        case .repeated(let inner, let least, let most):
            let once = inner.opening
            var result = Opening()
            for _ in 0..<min(least, Opening.depth) { result = result.then(once) }
            var longer = result
            for _ in 0..<min((most ?? .max) - least, Opening.depth) {
                longer = longer.then(once)
                result = result.or(longer)
            }
            return result
        case .atomic(let inner, _):
            return inner.opening
        case .look, .place, .start, .wordBoundary:
            return Opening()
        }
    }

    /// Whether it looks, or stands at a place, and takes no character.
    private var takesNothing: Bool {
        switch self {
        case .literal, .set: false
        case .look, .place, .start, .wordBoundary: true
        case .sequence(let parts), .alternatives(let parts): parts.allSatisfy(\.takesNothing)
        case .repeated(let inner, _, let most): most == 0 || inner.takesNothing
        case .atomic(let inner, _): inner.takesNothing
        }
    }

    /// What may stand directly before a match; all bytes where the pattern doesn't say.
    var before: ByteSet {
        switch self {
        case .look(ahead: false, isNegative: true, .set(let members, _)):
            return members.inverted
        case .look(ahead: false, isNegative: true, .literal(let scalar, let ignoresCase)) where scalar.isASCII:
            return ByteSet(PatternSyntax.caseForms(UInt8(truncatingIfNeeded: scalar.value), ignoresCase: ignoresCase)).inverted
        case .look(ahead: false, isNegative: true, .alternatives(let parts)):
            return parts.reduce(.all) { $0.intersection(PatternSyntax.look(ahead: false, isNegative: true, $1).before) }
        case .look(ahead: false, isNegative: true, .sequence(let parts)) where parts.count == 1:
            return PatternSyntax.look(ahead: false, isNegative: true, parts[0]).before
        case .sequence(let parts):
            var result = ByteSet.all
            for (index, part) in parts.enumerated() {
                if case .wordBoundary = part {
                    let rest = PatternSyntax.sequence(Array(parts[(index + 1)...])).opening
                    if rest.lengths & 1 == 0, rest.bytes[0].isSubset(of: .wordBytes) {
                        result = result.intersection(ByteSet.wordBytes.inverted)
                    }
                    continue
                }
                result = result.intersection(part.before)
                if !part.takesNothing { break }
            }
            return result
        case .alternatives(let parts):
            return parts.reduce(.none) { $0.union($1.before) }
        case .atomic(let inner, _):
            return inner.before
        case .repeated(let inner, let least, _):
            return least > 0 ? inner.before : .all
        case .start:
            return .none
        case .literal, .set, .look, .place, .wordBoundary:
            return .all
        }
    }
}
