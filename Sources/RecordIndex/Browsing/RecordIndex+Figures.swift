/// A figure as a list of results shows and sorts it.
public struct ListedFigure: Sendable {
    /// Its id.
    public var id: String
    /// The amount as printed.
    public var printed: String
    /// Ends of what the digits can mean, sign apart.
    public var ends: (low: Double, high: Double)
    /// The value as the record has it; nil for a range.
    public var value: String?
    /// `money`, `fte` or `headcount`.
    public var kind: String
    /// ISO 4217 code, `FTE`, `posts`, `people`.
    public var unit: String
    /// What the money or staff is said to be.
    public var sense: String?
    /// What it is for.
    public var subject: String?
    /// The time that it is for, as printed.
    public var period: String?
    /// First day of it, ISO 8601.
    public var periodStart: String?
    /// Codes of doubts.
    public var doubts: [String]
    /// Kind of the segment that holds it.
    public var segment: String?
    /// Id of the rule that found it.
    public var rule: String?
    /// How its table was found, where it stands in one.
    public var table: String?
}

extension RecordIndex {
    /// Figures with these ids, in their order; those that are not there are left out.
    public func figures(_ ids: [String]) throws(IndexProblem) -> [ListedFigure] {
        try file.read { session in
            var rows: [Int] = []
            var names: [Int: String] = [:]
            var papers: [Substring: Int] = [:]
            for id in ids {
                let parts = id.split(separator: "#", maxSplits: 1)
                guard parts.count == 2, parts[1].first == "f", let number = Int(parts[1].dropFirst()) else { continue }
                if papers[parts[0]] == nil {
                    papers[parts[0]] = try session.integer("SELECT id FROM papers WHERE document = ?", [.text(String(parts[0]))])
                }
                guard let paper = papers[parts[0]], let row = IndexSchema.id(paper, number) else { continue }
                rows.append(row)
                names[row] = id
            }
            let found = try session.rows(
                """
                SELECT figures.id, text, low_end, high_end, value, figures.kind, unit, sense, subject, period, period_start, doubts,
                segments.kind, rule, tables.method FROM figures LEFT JOIN segments ON segments.id = figures.segment
                LEFT JOIN tables ON tables.id = figures."table" WHERE figures.id IN (SELECT value FROM json_each(?))
                """, [.text("[" + rows.map { String($0) }.joined(separator: ",") + "]")]
            ) { row -> (Int, ListedFigure)? in
                guard let id = row.integer(0), let name = names[id] else { return nil }
                return (
                    id,
                    ListedFigure(
                        id: name, printed: row.text(1) ?? "", ends: (row.real(2) ?? 0, row.real(3) ?? 0), value: row.text(4),
                        kind: row.text(5) ?? "", unit: row.text(6) ?? "", sense: row.text(7), subject: row.text(8), period: row.text(9),
                        periodStart: row.text(10), doubts: (row.text(11) ?? "").split(separator: " ").map { String($0) },
                        segment: row.text(12), rule: row.text(13), table: row.text(14))
                )
            }
            let byRow = Dictionary(found) { first, _ in first }
            return rows.compactMap { byRow[$0] }
        }
    }

    /// Most figures that a sample is drawn from: all of a large folder.
    private static let mostSampled = 5_000_000

    /// Ids of figures that a seed picks from all, the same for the same seed and index.
    public func sample(_ count: Int, seed: UInt64) throws(IndexProblem) -> [String] {
        try file.read { session in
            // Of each figure a number that only the seed and its id decide (SplitMix64); the least are the sample.
            var best: [(key: UInt64, id: Int)] = []
            let ids = try session.rows("SELECT id FROM figures LIMIT \(RecordIndex.mostSampled)") { $0.integer(0) }
            for id in ids {
                let key = RecordIndex.mixed(seed &+ UInt64(bitPattern: Int64(id)) &* 0x9E37_79B9_7F4A_7C15)
                if best.count < count {
                    best.append((key, id))
                    if best.count == count { best.sort { $0.key < $1.key } }
                } else if let last = best.last, key < last.key {
                    best.removeLast()
                    best.insert((key, id), at: best.firstIndex { $0.key > key } ?? best.endIndex)
                }
            }
            return try best.sorted { $0.key < $1.key }.compactMap { entry in
                try session.text("SELECT document FROM papers WHERE id = ?", [.integer(entry.id >> IndexSchema.bits)])
                    .map { "\($0)#f\(entry.id & (1 << IndexSchema.bits - 1))" }
            }
        }
    }

    /// The last step of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
