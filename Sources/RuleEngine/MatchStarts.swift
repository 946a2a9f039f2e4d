/// Which three characters in a row can begin a match, a bit for each three, so that a scan passes over most of a text at the cost of one
/// look a character. Characters are told apart by class: a letter of either case, any digit, any space, other signs, the end of the text.
struct MatchStarts: Sendable {
    /// Number of classes; a power of two, so that three of them make one index.
    private static let classCount = 32
    private var words = [UInt64](repeating: 0, count: classCount * classCount * classCount / 64)

    /// Adds what a rule's matches begin with.
    mutating func add(_ other: MatchStarts) {
        for index in words.indices { words[index] |= other.words[index] }
    }

    /// Adds matches whose first bytes are out of up to three sets; after fewer anything may stand, or the text end.
    mutating func add(_ sets: [ByteSet]) {
        var members = sets.map { set in
            MatchStarts.classSets.indices.filter { !set.intersection(MatchStarts.classSets[$0]).isEmpty }
        }
        while members.count < Opening.depth { members.append(Array(MatchStarts.classSets.indices)) }
        for first in members[0] {
            for second in members[1] {
                for third in members[2] {
                    let index = (first * MatchStarts.classCount + second) * MatchStarts.classCount + third
                    words[index >> 6] |= 1 << UInt64(index & 63)
                }
            }
        }
    }

    /// Lends the bits and classes without copying.
    @inline(__always)
    func withLookup<Result>(_ body: (Lookup) -> Result) -> Result {
        words.withUnsafeBufferPointer { words in
            MatchStarts.classes.withUnsafeBufferPointer { body(Lookup(words: words, classes: $0)) }
        }
    }

    /// The bits while they are looked into.
    struct Lookup {
        fileprivate let words: UnsafeBufferPointer<UInt64>
        fileprivate let classes: UnsafeBufferPointer<UInt8>

        /// The first place from `start` on, before `last`, at which a match can begin; `last` where there is none.
        @inline(__always)
        func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, until last: Int) -> Int {
            guard start < last else { return last }
            var place = start
            var index = name(of: bytes, at: place) << 5 | name(of: bytes, at: place &+ 1)
            while place < last {
                index = (index << 5 | name(of: bytes, at: place &+ 2)) & 0x7fff
                if words[index >> 6] >> UInt64(index & 63) & 1 == 1 { return place }
                place &+= 1
            }
            return last
        }

        /// The class of a byte; that of the end past it.
        @inline(__always)
        private func name(of bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
            place < bytes.count ? Int(classes[Int(bytes[place])]) : 0
        }
    }

    /// The class of each byte: 0 is the end of the text, 1 to 26 are letters, then digits, white space, bytes past ASCII, marks that numbers hold, and the rest.
    private static let classes: [UInt8] = (0..<256).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte & 31)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): 27
        case 0x09...0x0d, 0x20: 28
        case 0x80...0xff: 29
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"): 30
        default: 31
        }
    }

    /// For each class its bytes.
    private static let classSets: [ByteSet] = (0..<classCount).map { name in
        ByteSet(classes.indices.filter { Int(classes[$0]) == name }.map { UInt8(truncatingIfNeeded: $0) })
    }
}

extension PatternSyntax {
    /// Where matches can begin.
    var starts: MatchStarts {
        var starts = MatchStarts()
        for sets in Set(beginnings) { starts.add(sets) }
        return starts
    }

    /// Most alternatives of one beginning; more are taken together, which lets through more and costs less to prepare. The longest list of
    /// words that a rule begins with has about a hundred.
    private static let maximumBeginnings = 400

    /// What matches begin with: alternatives of up to three sets of bytes. Shorter ones are whole matches.
    private var beginnings: [[ByteSet]] {
        let found: [[ByteSet]]
        switch self {
        case .literal(let scalar, let ignoresCase) where scalar.isASCII:
            found = [[ByteSet(PatternSyntax.caseForms(UInt8(truncatingIfNeeded: scalar.value), ignoresCase: ignoresCase))]]
        case .literal, .set:
            let opening = opening
            found = (1...Opening.depth).filter { opening.lengths >> UInt8($0) & 1 == 1 }.map { opening.sets(ofLength: $0) }
        case .sequence(let parts):
            found = PatternSyntax.joined(parts.lazy.map { $0.beginnings })
        case .alternatives(let parts):
            found = parts.flatMap { $0.beginnings }
        case .repeated(let inner, let least, let most):
            let once = inner.beginnings
            var result = PatternSyntax.joined((0..<min(least, Opening.depth)).lazy.map { _ in once })
            var longer = result
            for _ in 0..<min((most ?? .max) - least, Opening.depth) {
                longer = PatternSyntax.joined([longer, once])
                result += longer
            }
            found = result
        case .atomic(let inner, _):
            found = inner.beginnings
        case .look, .place, .start, .wordBoundary:
            found = [[]]
        }
        return found.count <= PatternSyntax.maximumBeginnings ? found : PatternSyntax.merged(found)
    }

    /// One after the other, as far as the first three bytes go.
    private static func joined(_ parts: some Sequence<[[ByteSet]]>) -> [[ByteSet]] {
        var whole: [[ByteSet]] = []
        var open: [[ByteSet]] = [[]]
        for part in parts {
            if open.isEmpty { break }
            let longer = Set(open.flatMap { start in part.map { Array((start + $0).prefix(Opening.depth)) } })
            whole += longer.filter { $0.count == Opening.depth }
            open = longer.filter { $0.count < Opening.depth }
        }
        return whole + open
    }

    /// For each length the sets of all alternatives, place by place.
    private static func merged(_ alternatives: [[ByteSet]]) -> [[ByteSet]] {
        Dictionary(grouping: alternatives, by: \.count).map { count, sets in
            (0..<count).map { place in sets.reduce(.none) { $0.union($1[place]) } }
        }
    }
}
