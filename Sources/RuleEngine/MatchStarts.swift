/// Which three characters in a row can begin a match, a bit for each three, so that a scan passes over most of a text at the cost of one
/// look a character. Characters are told apart by class.
struct MatchStarts: Sendable {
    /// For each two classes the classes that may follow them.
    private var rows = [UInt32](repeating: 0, count: ByteClasses.count * ByteClasses.count)

    /// Adds what a rule's matches begin with.
    mutating func add(_ other: MatchStarts) {
        other.rows.withUnsafeBufferPointer { others in
            rows.withUnsafeMutableBufferPointer { rows in
                for (index, row) in zip(rows.indices, others) { rows[index] |= row }
            }
        }
    }

    /// Adds matches that begin in one way.
    mutating func add(_ beginning: Beginning) {
        let thirds = beginning[2]
        beginning[0].forEach { first in
            beginning[1].forEach { second in rows[first * ByteClasses.count + second] |= thirds.mask }
        }
    }

    /// Lends the bits and classes without copying.
    @inline(__always)
    func withLookup<Result>(_ body: (Lookup) -> Result) -> Result {
        rows.withUnsafeBufferPointer { rows in
            ByteClasses.names.withUnsafeBufferPointer { body(Lookup(rows: rows, names: $0)) }
        }
    }

    /// The bits while they are looked into.
    struct Lookup {
        fileprivate let rows: UnsafeBufferPointer<UInt32>
        fileprivate let names: UnsafeBufferPointer<UInt8>

        /// The first place from `start` on, before `last`, at which a match can begin; `last` where there is none.
        @inline(__always)
        func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, until last: Int) -> Int {
            guard start < last else { return last }
            var place = start
            var pair = name(of: bytes, at: place)
            var second = name(of: bytes, at: place &+ 1)
            while place < last {
                pair = (pair << 5 | second) & 0x3ff
                second = name(of: bytes, at: place &+ 2)
                if rows[pair] >> UInt32(truncatingIfNeeded: second) & 1 == 1 { return place }
                place &+= 1
            }
            return last
        }

        /// The class of a byte; that of the end past it.
        @inline(__always)
        private func name(of bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
            place < bytes.count ? Int(names[Int(bytes[place])]) : 0
        }
    }
}

/// The classes of up to three characters that a match begins with. After a shorter match anything may stand, or the text end.
struct Beginning: Hashable {
    /// Three masks of classes, and how many of them belong to the match.
    private var lanes: SIMD4<UInt32>

    /// The beginning of nothing yet.
    static let empty = Beginning(lanes: SIMD4(ByteClasses.any.mask, ByteClasses.any.mask, ByteClasses.any.mask, 0))

    private init(lanes: SIMD4<UInt32>) { self.lanes = lanes }

    /// One character.
    init(_ classes: ByteClasses) {
        self = .empty
        lanes[0] = classes.mask
        lanes[3] = 1
    }

    var count: Int { Int(lanes[3]) }
    var isFull: Bool { count == Opening.depth }
    subscript(place: Int) -> ByteClasses { ByteClasses(mask: lanes[place]) }

    /// One after the other, as far as three characters go.
    func then(_ other: Beginning) -> Beginning {
        var result = self
        let whole = min(count + other.count, Opening.depth)
        for place in count..<whole { result.lanes[place] = other.lanes[place - count] }
        result.lanes[3] = UInt32(whole)
        return result
    }

    /// Both of one length, taken together place by place.
    func or(_ other: Beginning) -> Beginning {
        var result = Beginning(lanes: lanes | other.lanes)
        result.lanes[3] = lanes[3]
        return result
    }
}

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
        case .look, .place, .start, .wordBoundary:
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
