/// For each byte at and around a place, which rules it allows to begin there. Rules stand in parts of at most 64 entrances, a bit each; all
/// of a kind stands in one array, part after part, so that a scan counts no references.
struct ScanTables: Sendable {
    /// Entrances of a part.
    private static let partSize = 64
    /// Entries of a part: for each value of the byte at the place, of the two after it, and of the one before it.
    fileprivate static let openingSize = (Opening.depth + 1) * 256
    /// Entries of a part for what follows the atomic parts.
    fileprivate static let tailSize = Opening.depth * 256

    /// What a match may begin with and stand after.
    private var openings: [UInt64] = []
    /// What may follow the atomic part that it begins with.
    private var tails: [UInt64] = []
    /// For each bit of each part the index of its rule.
    private var owners: [Int] = []
    /// For each rule its bits, all in one part.
    private var bits: [UInt64] = []
    /// Atomic parts that matches begin with, in the order of the parts.
    private var leads: [SharedLead] = []
    private var patterns: [Unmanaged<Pattern>] = []
    private var endings: [Unmanaged<Pattern>?] = []
    /// What the unmanaged references point to.
    private var kept: [Pattern] = []
    /// Bits of the last part that are taken.
    private var taken = partSize

    /// An atomic part, the bits of those that begin with it, and the part that these stand in.
    struct SharedLead: Sendable {
        let lead: Lead
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
        var own: UInt64 = 0
        for entrance in rule.entrances.prefix(ScanTables.partSize) {
            let bit: UInt64 = 1 << UInt64(taken)
            own |= bit
            owners[part * ScanTables.partSize + taken] = bits.count
            taken += 1
            ScanTables.add(bit, entrance.bytes + [entrance.before], to: &openings, from: part * ScanTables.openingSize)
            // A lead that doesn't compile by itself can't be shared.
            guard let lead = entrance.lead, let pattern = lead.pattern else { continue }
            if let known = leads.lastIndex(where: { $0.part == part && $0.lead.isSame(as: lead) }) {
                leads[known].bits |= bit
            } else {
                leads.append(SharedLead(lead: lead, pattern: .passUnretained(pattern), part: part, bits: bit))
                kept.append(pattern)
            }
            ScanTables.add(bit, entrance.tail, to: &tails, from: part * ScanTables.tailSize)
        }
        bits.append(own)
        patterns.append(.passUnretained(rule.pattern))
        endings.append(rule.endingPattern.map { .passUnretained($0) })
        kept.append(rule.pattern)
        if let ending = rule.endingPattern { kept.append(ending) }
    }

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
                        bits.withUnsafeBufferPointer { bits in
                            leads.withUnsafeBufferPointer { leads in
                                patterns.withUnsafeBufferPointer { patterns in
                                    endings.withUnsafeBufferPointer { endings in
                                        body(
                                            ScanLookup(
                                                openings: openings, tails: tails, owners: owners, bits: bits, leads: leads,
                                                patterns: patterns, endings: endings))
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
    fileprivate let bits: UnsafeBufferPointer<UInt64>
    fileprivate let leads: UnsafeBufferPointer<ScanTables.SharedLead>
    /// For each rule its pattern.
    let patterns: UnsafeBufferPointer<Unmanaged<Pattern>>
    /// For each rule its pattern for a match that must end at a given place, where it has one.
    let endings: UnsafeBufferPointer<Unmanaged<Pattern>?>

    /// Calls `body` with the index of each rule that the bytes around a place allow, in the order of the rules. Past either end of the text
    /// everything is allowed: a rule's own attempt decides.
    @inline(__always)
    func forEachCandidate(
        in bytes: UnsafeBufferPointer<UInt8>, at place: Int, _ scratch: borrowing PatternScratch, _ body: (Int) -> Void
    ) {
        guard place < bytes.count else { return }
        let first = Int(bytes[place])
        var lead = 0
        var part = 0
        var start = 0
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
            narrow(&candidates, part: part, lead: &lead, in: bytes, at: place, scratch)
            while candidates != 0 {
                let owner = owners[part &* 64 &+ candidates.trailingZeroBitCount]
                candidates &= ~bits[owner]
                body(owner)
            }
        }
    }

    /// Takes out the candidates that begin with an atomic part which doesn't match here, or which what follows it doesn't suit. One attempt
    /// speaks for all rules that begin alike, and most numbers of a text are followed by nothing that any rule wants.
    @inline(__always)
    private func narrow(
        _ candidates: inout UInt64, part: Int, lead: inout Int, in bytes: UnsafeBufferPointer<UInt8>, at place: Int,
        _ scratch: borrowing PatternScratch
    ) {
        while lead < leads.count, leads[lead].part < part { lead &+= 1 }
        while lead < leads.count, leads[lead].part == part {
            let own = leads[lead].bits
            let pattern = leads[lead].pattern
            lead &+= 1
            guard candidates & own != 0 else { continue }
            switch pattern._withUnsafeGuaranteedRef({ scratch.attempt($0, in: bytes, at: place) }) {
            case .none: candidates &= ~own
            case .match(let end): candidates &= ~own | following(part, in: bytes, at: end)
            case .limit: break  // the rules meet the limit themselves, and are counted there
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
