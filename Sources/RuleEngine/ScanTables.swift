/// For each byte at and around a place, which rules it allows to begin there. Rules stand in parts of at most 64 entrances, a bit each; all
/// of a kind stands in one array, part after part, so that a scan counts no references.
struct ScanTables: Sendable {
    /// Entrances of a part.
    static let partSize = 64
    /// Entries of a part: for each value of the byte at the place, of the two after it, and of the one before it.
    fileprivate static let openingSize = (Opening.depth + 1) * 256
    /// Entries of a part for what follows the atomic parts.
    fileprivate static let tailSize = Opening.depth * 256

    /// What a match may begin with and stand after.
    private var openings: [UInt64] = []
    /// What may follow the atomic part that it begins with.
    private var tails: [UInt64] = []
    /// For each bit of each part the index of its way.
    private var owners: [Int] = []
    /// The patterns of all rules, in their order.
    private var ways: [Way] = []
    /// For each rule its bits, all in one part.
    private var bits: [UInt64] = []
    /// Atomic parts that matches begin with, in the order of the parts.
    private var leads: [SharedLead] = []
    /// The different ones of these.
    private var leadPatterns: [Lead] = []
    /// What the unmanaged references point to.
    private var kept: [Pattern] = []
    /// Bits of the last part that are taken.
    private var taken = partSize

    /// A pattern of a rule.
    struct Way: Sendable {
        /// The rule's index.
        let rule: Int
        /// The bits of its entrances.
        var bits: UInt64
        let pattern: Unmanaged<Pattern>
        /// The pattern for a match that must end at a given place, where it has one.
        let ending: Unmanaged<Pattern>?
        /// What no match can do without.
        let demand: Demand
        /// Whether that is anything.
        let demands: Bool
    }

    /// An atomic part, the bits of those that begin with it, and the part that these stand in.
    struct SharedLead: Sendable {
        /// Which of the different ones it is.
        let index: Int
        let pattern: Unmanaged<Pattern>
        let part: Int
        var bits: UInt64
    }

    /// Adds the next rule.
    mutating func add(_ rule: Rule) {
        if taken + rule.entrances.count > ScanTables.partSize {
            openings += [UInt64](repeating: 0, count: ScanTables.openingSize)
            tails += [UInt64](repeating: 0, count: ScanTables.tailSize)
            owners += [Int](repeating: 0, count: ScanTables.partSize)
            taken = 0
        }
        let part = openings.count / ScanTables.openingSize - 1
        let first = ways.count
        for way in rule.ways {
            ways.append(
                Way(
                    rule: bits.count, bits: 0, pattern: .passUnretained(way.pattern), ending: way.ending.map { .passUnretained($0) },
                    demand: way.demand, demands: !way.demand.isEmpty))
            kept.append(way.pattern)
            if let ending = way.ending { kept.append(ending) }
        }
        var own: UInt64 = 0
        for entrance in rule.entrances.prefix(ScanTables.partSize) {
            let bit: UInt64 = 1 << UInt64(taken)
            own |= bit
            ways[first + entrance.way].bits |= bit
            owners[part * ScanTables.partSize + taken] = first + entrance.way
            taken += 1
            ScanTables.add(bit, entrance.bytes + [entrance.before], to: &openings, from: part * ScanTables.openingSize)
            if let lead = entrance.lead { share(lead, bit, part) }
            ScanTables.add(bit, entrance.tail, to: &tails, from: part * ScanTables.tailSize)
        }
        bits.append(own)
    }

    /// Notes that an entrance begins with an atomic part; one that doesn't compile by itself can't be shared.
    private mutating func share(_ lead: Lead, _ bit: UInt64, _ part: Int) {
        let known = leadPatterns.firstIndex { $0.isSame(as: lead) }
        guard known != nil || leadPatterns.count < ScanTables.mostLeads,
            let pattern = (known.map { leadPatterns[$0] } ?? lead).pattern
        else { return }
        let index = known ?? leadPatterns.count
        if known == nil {
            leadPatterns.append(lead)
            kept.append(pattern)
        }
        if let place = leads.lastIndex(where: { $0.part == part && $0.index == index }) {
            leads[place].bits |= bit
        } else {
            leads.append(SharedLead(index: index, pattern: .passUnretained(pattern), part: part, bits: bit))
        }
    }

    /// Most different atomic parts that share attempts; the program's rules have three.
    fileprivate static let mostLeads = 16

    private static func add(_ bit: UInt64, _ sets: [ByteSet], to entries: inout [UInt64], from start: Int) {
        entries.withUnsafeMutableBufferPointer { entries in
            for (table, set) in sets.enumerated() { set.forEach { entries[start + table * 256 + Int($0)] |= bit } }
        }
    }

    /// Lends the tables without copying.
    @inline(__always)
    func withLookup(_ body: (ScanLookup) -> Void) {
        withExtendedLifetime(kept) {
            openings.withUnsafeBufferPointer { openings in
                tails.withUnsafeBufferPointer { tails in
                    owners.withUnsafeBufferPointer { owners in
                        ways.withUnsafeBufferPointer { ways in
                            bits.withUnsafeBufferPointer { bits in
                                leads.withUnsafeBufferPointer { leads in
                                    withUnsafeTemporaryAllocation(of: Int.self, capacity: ScanTables.mostLeads) { ends in
                                        ends.initialize(repeating: ScanLookup.untried)
                                        body(
                                            ScanLookup(
                                                openings: openings, tails: tails, owners: owners, ways: ways, bits: bits, leads: leads,
                                                leadCount: leadPatterns.count, ends: ends))
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The tables while they are looked into.
struct ScanLookup {
    fileprivate let openings: UnsafeBufferPointer<UInt64>
    fileprivate let tails: UnsafeBufferPointer<UInt64>
    fileprivate let owners: UnsafeBufferPointer<Int>
    fileprivate let ways: UnsafeBufferPointer<ScanTables.Way>
    fileprivate let bits: UnsafeBufferPointer<UInt64>
    fileprivate let leads: UnsafeBufferPointer<ScanTables.SharedLead>
    fileprivate let leadCount: Int
    /// For each different atomic part where its match at the present place ends, or one of the words below.
    fileprivate let ends: UnsafeMutableBufferPointer<Int>

    fileprivate static let untried = -1
    fileprivate static let noMatch = -2
    fileprivate static let limit = -3

    /// Calls `body` with each pattern that the bytes around a place allow, in the order of the rules and of their patterns, until it says of
    /// a rule's that the others of that rule are not wanted here. Past either end of the text everything is allowed: a pattern's own attempt
    /// decides.
    @inline(__always)
    func forEachCandidate(
        in bytes: UnsafeBufferPointer<UInt8>, at place: Int, _ scratch: borrowing PatternScratch, _ body: (ScanTables.Way) -> Bool
    ) {
        guard place < bytes.count else { return }
        let first = Int(bytes[place])
        var lead = 0
        var part = 0
        var start = 0
        var hasTried = false
        while start < openings.count {
            defer {
                part &+= 1
                start &+= ScanTables.openingSize
            }
            var candidates = openings[start &+ first]
            if candidates == 0 { continue }
            if place &+ 1 < bytes.count { candidates &= openings[start &+ 256 &+ Int(bytes[place &+ 1])] }
            if place &+ 2 < bytes.count { candidates &= openings[start &+ 512 &+ Int(bytes[place &+ 2])] }
            if place > 0 { candidates &= openings[start &+ 768 &+ Int(bytes[place &- 1])] }
            if candidates == 0 { continue }
            narrow(&candidates, part: part, lead: &lead, in: bytes, at: place, scratch, &hasTried)
            while candidates != 0 {
                let way = ways[owners[part &* 64 &+ candidates.trailingZeroBitCount]]
                candidates &= ~way.bits
                if body(way) { candidates &= ~bits[way.rule] }
            }
        }
        if hasTried { for index in 0..<leadCount { ends[index] = ScanLookup.untried } }
    }

    /// Takes out the candidates that begin with an atomic part which doesn't match here, or which what follows it doesn't suit. One attempt
    /// speaks for all rules that begin alike, and most numbers of a text are followed by nothing that any rule wants.
    @inline(__always)
    private func narrow(
        _ candidates: inout UInt64, part: Int, lead: inout Int, in bytes: UnsafeBufferPointer<UInt8>, at place: Int,
        _ scratch: borrowing PatternScratch, _ hasTried: inout Bool
    ) {
        while lead < leads.count, leads[lead].part < part { lead &+= 1 }
        while lead < leads.count, leads[lead].part == part {
            let own = leads[lead].bits
            let (pattern, index) = (leads[lead].pattern, leads[lead].index)
            lead &+= 1
            guard candidates & own != 0 else { continue }
            if ends[index] == ScanLookup.untried {
                hasTried = true
                switch pattern._withUnsafeGuaranteedRef({ scratch.attempt($0, in: bytes, at: place) }) {
                case .none: ends[index] = ScanLookup.noMatch
                case .match(let end): ends[index] = end
                case .limit: ends[index] = ScanLookup.limit
                }
            }
            switch ends[index] {
            case ScanLookup.noMatch: candidates &= ~own
            case ScanLookup.limit: break  // the rules meet the limit themselves, and are counted there
            case let end: candidates &= ~own | following(part, in: bytes, at: end)
            }
        }
    }

    /// What the bytes after an atomic part allow.
    @inline(__always)
    private func following(_ part: Int, in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt64 {
        guard place < bytes.count else { return .max }
        let start = part &* ScanTables.tailSize
        var result = tails[start &+ Int(bytes[place])]
        if place &+ 1 < bytes.count { result &= tails[start &+ 256 &+ Int(bytes[place &+ 1])] }
        if place &+ 2 < bytes.count { result &= tails[start &+ 512 &+ Int(bytes[place &+ 2])] }
        return result
    }
}
