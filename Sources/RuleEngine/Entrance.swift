internal import Synchronization

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

/// An atomic part as written: rules that begin with the same one share its attempts.
final class Lead: Sendable {
    let source: String
    let ignoresCase: Bool
    private let compiled = Mutex<Pattern?>(nil)

    init(source: String, ignoresCase: Bool) {
        self.source = source
        self.ignoresCase = ignoresCase
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

extension PatternNode {
    /// The ways in which a match can begin: one for each alternative at the pattern's start, so that the scan knows what goes with what.
    var entrances: [Entrance] {
        branches(limit: 8).map { branch in
            let split = branch.split
            return Entrance(
                bytes: branch.opening.scanSets, before: branch.before, lead: split?.lead, tail: split?.rest.opening.scanSets ?? [])
        }
    }

    /// The atomic part at the start and what follows it; nil where the pattern begins otherwise.
    private var split: (lead: Lead, rest: PatternNode)? {
        switch syntax {
        case .atomic(_, let lead):
            return (lead, PatternNode(.sequence([])))
        case .sequence(let parts):
            guard let first = parts.firstIndex(where: { !$0.takesNothing }), let inner = parts[first].split else { return nil }
            return (inner.lead, .sequence([inner.rest] + parts[(first + 1)...]))
        default:
            return nil
        }
    }

    /// The pattern with alternatives and optional parts at its start multiplied out, at most about `limit` of them.
    private func branches(limit: Int) -> [PatternNode] {
        switch syntax {
        case .alternatives(let parts) where parts.count <= limit:
            return parts.flatMap { $0.branches(limit: limit / parts.count) }
        case .repeated(let inner, least: 0, most: 1) where limit > 1:
            return [PatternNode(.sequence([]))] + inner.branches(limit: limit / 2)
        case .sequence(let parts):
            guard let first = parts.firstIndex(where: { !$0.takesNothing }) else { return [self] }
            let ways = parts[first].branches(limit: limit)
            if ways.count == 1, ways[0] === parts[first] { return [self] }
            return ways.flatMap { way -> [PatternNode] in
                let rest = PatternNode(.sequence(parts[..<first] + [way] + parts[(first + 1)...]))
                return way.takesNothing ? rest.branches(limit: limit / ways.count) : [rest]
            }
        default:
            return [self]
        }
    }

    /// What may stand directly before a match; all bytes where the pattern doesn't say.
    var before: ByteSet {
        switch syntax {
        case .look(ahead: false, isNegative: true, let inner):
            return inner.refusedBefore
        case .sequence(let parts):
            var result = ByteSet.all
            for (index, part) in parts.enumerated() {
                if case .wordBoundary = part.syntax {
                    let rest = PatternNode(.sequence(Array(parts[(index + 1)...]))).opening
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

    /// What may stand at a place that this must not end at.
    private var refusedBefore: ByteSet {
        switch syntax {
        case .set(let members, _):
            members.inverted
        case .literal(let scalar, let ignoresCase) where scalar.isASCII:
            ByteSet(PatternSyntax.caseForms(UInt8(truncatingIfNeeded: scalar.value), ignoresCase: ignoresCase)).inverted
        case .alternatives(let parts):
            parts.reduce(.all) { $0.intersection($1.refusedBefore) }
        case .sequence(let parts) where parts.count == 1:
            parts[0].refusedBefore
        default:
            .all
        }
    }
}
