/// Which three characters in a row can begin a match, a bit for each three, so that a scan passes over most of a text at the cost of one
/// look a character. Characters are told apart by class.
struct MatchStarts: Sendable {
    /// For each two classes the classes that may follow them.
    private var rows = [UInt32](repeating: 0, count: ByteClasses.count * ByteClasses.count)

    /// Rows that follow one another and hold the same.
    struct Run {
        var start: Int
        var count: Int
        var row: UInt32
    }

    /// All rows that hold something.
    var runs: [Run] {
        var runs: [Run] = []
        for (place, row) in rows.enumerated() where row != 0 {
            if let last = runs.last, last.row == row, last.start + last.count == place {
                runs[runs.count - 1].count += 1
            } else {
                runs.append(Run(start: place, count: 1, row: row))
            }
        }
        return runs
    }

    /// Adds rows; false where there are none so far on.
    mutating func add(_ run: Run) -> Bool {
        guard run.start < rows.count, run.count <= rows.count - run.start else { return false }
        for place in run.start..<run.start + run.count { rows[place] |= run.row }
        return true
    }

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
