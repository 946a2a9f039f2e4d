/// Rules that are looked for together, prepared once: one pass over the text finds, for each place, the few of them that may begin there.
public struct RuleSelection: Sendable {
    /// Rules with at most 64 entrances in all, a bit each.
    struct Part: Sendable {
        var rules: [Rule] = []
        /// For each bit the index of its rule.
        var owners: [Int] = []
        /// For each rule its bits.
        var bits: [UInt64] = []
        /// What a match may begin with and stand after.
        var openings = ScanTables()
        /// Atomic parts that matches begin with, each with the bits of those that do and what may follow it.
        var leads: [(lead: Lead, pattern: Pattern, bits: UInt64)] = []
        var tails = ScanTables()

        func hasRoom(for rule: Rule) -> Bool { owners.count + rule.entrances.count <= 64 }

        mutating func add(_ rule: Rule) {
            var own: UInt64 = 0
            for entrance in rule.entrances {
                let bit: UInt64 = 1 << UInt64(owners.count)
                own |= bit
                owners.append(rules.count)
                openings.add(bit, bytes: entrance.bytes, before: entrance.before)
                guard let lead = entrance.lead, let index = index(of: lead) else { continue }
                leads[index].bits |= bit
                tails.add(bit, bytes: entrance.tail, before: .all)
            }
            bits.append(own)
            rules.append(rule)
        }

        /// The index of a lead; nil where it doesn't compile by itself, and so can't be shared.
        private mutating func index(of lead: Lead) -> Int? {
            if let index = leads.firstIndex(where: { $0.lead == lead }) { return index }
            guard let pattern = try? Pattern(lead.source, ignoresCase: lead.ignoresCase, endsAtEnd: false) else { return nil }
            leads.append((lead, pattern, 0))
            return leads.count - 1
        }
    }

    private(set) var parts: [Part] = []
    /// Where a match of any of the rules can begin.
    private(set) var starts = MatchStarts()
    /// Number of rules.
    var count: Int { parts.reduce(0) { $0 + $1.rules.count } }

    /// The rules of a book that find one of `kinds` and meet a condition.
    public init(_ book: RuleBook, finding kinds: Set<RuleKind>, where isWanted: (Rule) -> Bool = { _ in true }) {
        for rule in book.rules where kinds.contains(rule.finds) && isWanted(rule) {
            if parts.last.map({ !$0.hasRoom(for: rule) }) ?? true { parts.append(Part()) }
            parts[parts.count - 1].add(rule)
            starts.add(rule.starts)
        }
    }
}

/// For each byte at and around a place, which of up to 64 things it allows there, a bit each.
struct ScanTables: Sendable {
    /// Four tables of 256 entries: the byte at the place, the two after it, the one before it.
    private var entries = [UInt64](repeating: 0, count: (Opening.depth + 1) * 256)

    mutating func add(_ bit: UInt64, bytes: [ByteSet], before: ByteSet) {
        for (table, set) in (bytes + [before]).enumerated() {
            for byte in UInt8.min...UInt8.max where set.contains(byte) { entries[table * 256 + Int(byte)] |= bit }
        }
    }

    /// Lends the tables without copying.
    @inline(__always)
    func withLookup<Result>(_ body: (ScanLookup) -> Result) -> Result {
        entries.withUnsafeBufferPointer { body(ScanLookup(entries: $0)) }
    }
}

/// The tables while they are looked into.
struct ScanLookup {
    fileprivate let entries: UnsafeBufferPointer<UInt64>

    /// What the bytes around a place allow. Past either end of the text everything is allowed: a rule's own attempt decides.
    @inline(__always)
    func allowed(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt64 {
        guard place < bytes.count else { return .max }
        var result = entries[Int(bytes[place])]
        guard result != 0 else { return 0 }
        if place &+ 1 < bytes.count { result &= entries[256 &+ Int(bytes[place &+ 1])] }
        if place &+ 2 < bytes.count { result &= entries[512 &+ Int(bytes[place &+ 2])] }
        if place > 0 { result &= entries[768 &+ Int(bytes[place &- 1])] }
        return result
    }
}
