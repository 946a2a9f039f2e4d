/// Rules that are looked for together, prepared once: one pass over the text finds, for each place, the few of them that may begin there.
public struct RuleSelection: Sendable {
    /// Rules with at most 64 entrances in all, a bit each. A class, so that a scan, which goes from part to part at each place, doesn't
    /// count references to all that it holds.
    final class Part: Sendable {
        /// How many rules the parts before it have.
        let first: Int
        let rules: [Rule]
        /// For each bit the index of its rule.
        let owners: [Int]
        /// For each rule its bits.
        let bits: [UInt64]
        /// What a match may begin with and stand after.
        let openings: ScanTables
        /// Atomic parts that matches begin with, each with the bits of those that do.
        let leads: [(lead: Lead, pattern: Pattern, bits: UInt64)]
        /// What may follow them.
        let tails: ScanTables

        static let maximumEntrances = 64

        init(_ rules: [Rule], first: Int) {
            self.first = first
            self.rules = rules
            var owners: [Int] = []
            var bits = [UInt64](repeating: 0, count: rules.count)
            var openings = ScanTables()
            var leads: [(lead: Lead, pattern: Pattern, bits: UInt64)] = []
            var tails = ScanTables()
            for (index, rule) in rules.enumerated() {
                for entrance in rule.entrances.prefix(Part.maximumEntrances - owners.count) {
                    let bit: UInt64 = 1 << UInt64(owners.count)
                    bits[index] |= bit
                    owners.append(index)
                    openings.add(bit, bytes: entrance.bytes, before: entrance.before)
                    // A lead that doesn't compile by itself can't be shared.
                    guard let lead = entrance.lead else { continue }
                    if let known = leads.firstIndex(where: { $0.lead == lead }) {
                        leads[known].bits |= bit
                    } else if let pattern = try? Pattern(lead.source, ignoresCase: lead.ignoresCase, endsAtEnd: false) {
                        leads.append((lead, pattern, bit))
                    } else {
                        continue
                    }
                    tails.add(bit, bytes: entrance.tail, before: .all)
                }
            }
            (self.owners, self.bits, self.openings, self.leads, self.tails) = (owners, bits, openings, leads, tails)
        }
    }

    let parts: [Part]
    /// Where a match of any of the rules can begin.
    let starts: MatchStarts
    /// Number of rules.
    let count: Int

    /// The rules of a book that find one of `kinds` and meet a condition.
    public init(_ book: RuleBook, finding kinds: Set<RuleKind>, where isWanted: (Rule) -> Bool = { _ in true }) {
        var groups: [[Rule]] = []
        var entrances = Part.maximumEntrances
        var starts = MatchStarts()
        for rule in book.rules where kinds.contains(rule.finds) && isWanted(rule) {
            entrances += rule.entrances.count
            if entrances > Part.maximumEntrances {
                groups.append([])
                entrances = rule.entrances.count
            }
            groups[groups.count - 1].append(rule)
            starts.add(rule.starts)
        }
        var parts: [Part] = []
        for group in groups { parts.append(Part(group, first: parts.last.map { $0.first + $0.rules.count } ?? 0)) }
        self.parts = parts
        self.starts = starts
        count = parts.last.map { $0.first + $0.rules.count } ?? 0
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
