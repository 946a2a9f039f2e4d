// What can begin a match: the one place that answers. Of a pattern the scan asks three things, from cheap to dear:
//
// - `starts`: which three characters in a row, told apart by class, can begin a match (`MatchStarts`);
// - `entrances`: for each way to begin, which bytes can stand at a place, behind it and before it, and which atomic part is tried first
//   (`ScanTables`);
// - `opening`: what the first bytes can be and how short a match can be; the others rest on it, and so does the refusal of patterns that
//   match nothing.
//
// Each may let through too much and must never leave out a beginning; `ScanTests` holds them to it.

// The first bytes.
extension PatternNode {
    static func opening(of scalar: Unicode.Scalar, ignoresCase: Bool) -> Opening {
        guard !scalar.isASCII else {
            return Opening([ByteSet(PatternSyntax.caseForms(UInt8(truncatingIfNeeded: scalar.value), ignoresCase: ignoresCase))])
        }
        let bytes = Array(String(scalar).utf8)
        // Case forms of letters past ASCII may differ in any byte after the first.
        return ignoresCase && scalar.properties.isCased
            ? Opening([.leads] + bytes.dropFirst().map { _ in .continuations }) : Opening(bytes.map { ByteSet([$0]) })
    }

    static func opening(of members: ByteSet, beyondASCII: Bool) -> Opening {
        var opening = Opening([members])
        guard beyondASCII else { return opening }
        for more in 1...3 { opening.form(or: Opening([.leads] + [ByteSet](repeating: .continuations, count: more))) }
        return opening
    }

    static func opening(ofSequence parts: [PatternNode]) -> Opening {
        var opening = Opening()
        for part in parts {
            if opening.isFull { break }
            if !part.takesNothing { opening = opening.then(part.opening) }
        }
        return opening
    }
}

// The ways to begin.
extension PatternNode {
    /// How a match can begin: one for each alternative at the pattern's start, so that the scan knows what goes with what. The pattern is
    /// that of the rule's way `number` of `count`.
    func entrances(ofWay number: Int, of count: Int) -> [Entrance] {
        branches(limit: max(1, 8 / count)).map { branch in
            let split = branch.split
            return Entrance(
                way: number, bytes: branch.opening.scanSets, before: branch.before, lead: split?.lead,
                tail: split?.rest.opening.scanSets ?? [])
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
        case .literal, .set, .look, .place, .end, .wordBoundary:
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

// The first three characters.
extension PatternNode {
    /// Where matches can begin.
    var starts: MatchStarts {
        var starts = MatchStarts()
        for beginning in beginnings { starts.add(beginning) }
        return starts
    }

    /// Most alternatives of one beginning; more are taken together, which lets through more and costs less to prepare. The longest list of
    /// words that a rule begins with has about a hundred.
    private static let maximumBeginnings = 400

    /// What matches begin with. Those that are not full are whole matches.
    private var beginnings: [Beginning] {
        var found: [Beginning] = []
        switch syntax {
        case .literal, .set:
            var beginning = Beginning(firstClasses)
            for length in 1...Opening.depth {
                if opening.lengths >> UInt8(length) & 1 == 1 { found.append(beginning) }
                if length < Opening.depth { beginning = beginning.then(Beginning(ByteClasses(of: opening.bytes[length]))) }
            }
        case .sequence(let parts):
            var open = [Beginning.empty]
            for part in parts where !part.takesNothing {
                if open.isEmpty { break }
                open = PatternNode.join(open, part.beginnings, full: &found)
            }
            found += open
        case .alternatives(let parts):
            for part in parts { found += part.beginnings }
        case .repeated(let inner, let least, let most):
            let once = inner.beginnings
            var open = [Beginning.empty]
            for _ in 0..<min(least, Opening.depth) { open = PatternNode.join(open, once, full: &found) }
            found += open
            for _ in 0..<min((most ?? .max) - least, Opening.depth) {
                open = PatternNode.join(open, once, full: &found)
                found += open
            }
        case .atomic(let inner, _):
            found = inner.beginnings
        case .look, .place, .end, .start, .wordBoundary:
            found = [.empty]
        }
        return PatternNode.bounded(found)
    }

    /// Each of `open` with each way to go on; puts the full ones into `full` and returns the others.
    private static func join(_ open: [Beginning], _ ways: [Beginning], full: inout [Beginning]) -> [Beginning] {
        var result: [Beginning] = []
        for start in open {
            for way in ways {
                let longer = start.then(way)
                if longer.isFull { full.append(longer) } else { result.append(longer) }
            }
        }
        return bounded(result)
    }

    /// Not too many: each once where they are many, and taken together where that is not enough.
    private static func bounded(_ beginnings: [Beginning]) -> [Beginning] {
        guard beginnings.count > maximumBeginnings else { return beginnings }
        let each = Set(beginnings)
        return each.count <= maximumBeginnings ? Array(each) : merged(each)
    }

    /// For each length the classes of all alternatives, place by place.
    private static func merged(_ alternatives: Set<Beginning>) -> [Beginning] {
        var byLength: [Int: Beginning] = [:]
        for one in alternatives { byLength[one.count] = byLength[one.count].map { $0.or(one) } ?? one }
        return Array(byLength.values)
    }
}
