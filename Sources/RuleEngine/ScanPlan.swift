/// Rules that are looked for together: one pass over the text finds, for each place, the few of them that may begin there.
struct ScanPlan: Sendable {
    /// At most 64 rules, a bit each.
    struct Part: Sendable {
        var rules: [Rule] = []
        /// For each byte that a match may begin with, follow with, or stand after, the rules that allow it. 256 entries a table.
        var tables = [[UInt64]](repeating: [UInt64](repeating: 0, count: 256), count: Opening.depth)
        var before = [UInt64](repeating: 0, count: 256)

        mutating func add(_ rule: Rule) {
            let bit: UInt64 = 1 << UInt64(rules.count)
            rules.append(rule)
            for byte in UInt8.min...UInt8.max {
                for depth in 0..<Opening.depth where rule.opening[depth].contains(byte) { tables[depth][Int(byte)] |= bit }
                if rule.before.contains(byte) { before[Int(byte)] |= bit }
            }
        }
    }

    var parts: [Part] = []

    init(_ rules: [Rule]) {
        for rule in rules {
            if parts.last.map({ $0.rules.count == 64 }) ?? true { parts.append(Part()) }
            parts[parts.count - 1].add(rule)
        }
    }
}
