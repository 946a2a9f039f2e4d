/// Rules that are looked for together: one pass over the text finds, for each place, the few of them that may begin there.
struct ScanPlan: Sendable {
    /// Rules with at most 64 entrances in all, a bit each.
    struct Part: Sendable {
        var rules: [Rule] = []
        /// For each bit the index of its rule.
        var owners: [Int] = []
        /// For each rule its bits.
        var bits: [UInt64] = []
        /// For each byte that a match may begin with, go on with, or stand after, the entrances that allow it. 256 entries a table.
        var tables = [[UInt64]](repeating: [UInt64](repeating: 0, count: 256), count: Opening.depth)
        var before = [UInt64](repeating: 0, count: 256)

        func hasRoom(for rule: Rule) -> Bool { owners.count + rule.entrances.count <= 64 }

        mutating func add(_ rule: Rule) {
            var own: UInt64 = 0
            for entrance in rule.entrances {
                let bit: UInt64 = 1 << UInt64(owners.count)
                own |= bit
                owners.append(rules.count)
                for byte in UInt8.min...UInt8.max {
                    for depth in 0..<Opening.depth where entrance.bytes[depth].contains(byte) { tables[depth][Int(byte)] |= bit }
                    if entrance.before.contains(byte) { before[Int(byte)] |= bit }
                }
            }
            bits.append(own)
            rules.append(rule)
        }
    }

    var parts: [Part] = []

    init(_ rules: [Rule]) {
        for rule in rules {
            if parts.last.map({ !$0.hasRoom(for: rule) }) ?? true { parts.append(Part()) }
            parts[parts.count - 1].add(rule)
        }
    }
}

/// The tables of a part while they are looked into.
struct ScanTables {
    let first: UnsafeBufferPointer<UInt64>
    let second: UnsafeBufferPointer<UInt64>
    let third: UnsafeBufferPointer<UInt64>
    let before: UnsafeBufferPointer<UInt64>

    /// The entrances that fit a place, a bit each.
    @inline(__always)
    func candidates(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt64 {
        var entrances = first[Int(bytes[place])]
        guard entrances != 0 else { return 0 }
        if place > 0 { entrances &= before[Int(bytes[place &- 1])] }
        // Past the end of the text a rule's own attempt decides.
        if place &+ 1 < bytes.count { entrances &= second[Int(bytes[place &+ 1])] }
        if place &+ 2 < bytes.count { entrances &= third[Int(bytes[place &+ 2])] }
        return entrances
    }
}

extension ScanPlan.Part {
    /// Lends the tables without copying.
    @inline(__always)
    func withTables<Result>(_ body: (ScanTables) -> Result) -> Result {
        tables[0].withUnsafeBufferPointer { first in
            tables[1].withUnsafeBufferPointer { second in
                tables[2].withUnsafeBufferPointer { third in
                    before.withUnsafeBufferPointer { before in
                        body(ScanTables(first: first, second: second, third: third, before: before))
                    }
                }
            }
        }
    }
}
