/// Runs the rules of a book over texts. One for each thread: it owns the memory that matching works in.
public final class RuleRunner {
    /// The rules.
    public let book: RuleBook
    private let scratch: PatternScratch
    private var plans: [Set<RuleKind>: ScanPlan] = [:]
    /// Rules that met their match limit since the runner was made, with how often.
    public private(set) var limited: [String: Int] = [:]

    /// Makes a runner.
    public init(_ book: RuleBook) {
        self.book = book
        scratch = PatternScratch()
    }

    /// Every match of the rules that find one of `kinds`: for each rule from left to right, none over another of its own. In the order of their
    /// places, then of precedence. A rule that meets its match limit is stopped for the rest of the text and counted in `limited`.
    public func matches(finding kinds: Set<RuleKind>, in text: NormalisedText) -> [RuleMatch] {
        matches(finding: kinds, in: text, within: 0..<text.count)
    }

    /// The same within a range of bytes; what stands before the range can be looked at, what comes after can't.
    public func matches(finding kinds: Set<RuleKind>, in text: NormalisedText, within range: Range<Int>) -> [RuleMatch] {
        let range = range.clamped(to: 0..<text.count)
        var found: [RuleMatch] = []
        for part in plan(for: kinds).parts { scan(part, in: text, within: range, into: &found) }
        found.sort { $0.bytes.lowerBound != $1.bytes.lowerBound ? $0.bytes.lowerBound < $1.bytes.lowerBound : $0.precedes($1) }
        return found
    }

    /// Of all matches those that win: where two share a character, the one that precedes. In the order of their places.
    public func resolved(finding kinds: Set<RuleKind>, in text: NormalisedText) -> [RuleMatch] {
        resolve(matches(finding: kinds, in: text)).winners
    }

    /// Parts matches into those that win and those that lose to a winner, both in the order of their places.
    public func resolve(_ matches: [RuleMatch]) -> (winners: [RuleMatch], losers: [RuleMatch]) {
        var winners: [RuleMatch] = []
        var losers: [RuleMatch] = []
        // Matches that touch one another form clusters; each is settled by itself so that the whole stays close to linear.
        var start = 0
        while start < matches.count {
            var end = start + 1
            var reach = matches[start].bytes.upperBound
            while end < matches.count, matches[end].bytes.lowerBound < reach {
                reach = max(reach, matches[end].bytes.upperBound)
                end += 1
            }
            var chosen: [RuleMatch] = []  // in the order of their places, none over another
            for match in matches[start..<end].sorted(by: { $0.precedes($1) }) {
                let place = chosen.partitioningIndex { $0.bytes.upperBound > match.bytes.lowerBound }
                if place < chosen.count, chosen[place].bytes.overlaps(match.bytes) { losers.append(match) } else { chosen.insert(match, at: place) }
            }
            winners += chosen
            start = end
        }
        return (winners, losers.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound })
    }

    /// Matches that end exactly at the byte `end` and begin at `start` or later: words directly before a figure. In precedence order.
    public func matches(finding kinds: Set<RuleKind>, in text: NormalisedText, endingAt end: Int, from start: Int) -> [RuleMatch] {
        guard start >= 0, start < end, end <= text.count else { return [] }
        var found: [RuleMatch] = []
        for part in plan(for: kinds).parts {
            text.bytes.withUnsafeBufferPointer { bytes in
                let head = UnsafeBufferPointer(rebasing: bytes[..<end])
                var open = part.rules.indices.reduce(UInt64(0)) { part.rules[$1].endingPattern == nil ? $0 : $0 | 1 << UInt64($1) }
                for place in start..<end where open != 0 {
                    var candidates = candidates(part, in: head, at: place) & open
                    while candidates != 0 {
                        let index = candidates.trailingZeroBitCount
                        candidates &= candidates - 1
                        guard let pattern = part.rules[index].endingPattern else { continue }
                        if let match = match(part.rules[index], pattern, in: text, head, at: place, isOpen: &open, index) {
                            found.append(match)
                            open &= ~(1 << UInt64(index))  // the leftmost, and so the longest, of each rule
                        }
                    }
                }
            }
        }
        return found.sorted { $0.precedes($1) }
    }

    /// Matches that begin exactly at the byte `start`: words directly after a figure. In precedence order.
    public func matches(finding kinds: Set<RuleKind>, in text: NormalisedText, startingAt start: Int) -> [RuleMatch] {
        guard start >= 0, start < text.count else { return [] }
        var found: [RuleMatch] = []
        for part in plan(for: kinds).parts {
            text.bytes.withUnsafeBufferPointer { bytes in
                var open = UInt64.max
                var candidates = candidates(part, in: bytes, at: start)
                while candidates != 0 {
                    let index = candidates.trailingZeroBitCount
                    candidates &= candidates - 1
                    if let match = match(part.rules[index], part.rules[index].pattern, in: text, bytes, at: start, isOpen: &open, index) { found.append(match) }
                }
            }
        }
        return found.sorted { $0.precedes($1) }
    }

    private func plan(for kinds: Set<RuleKind>) -> ScanPlan {
        if let plan = plans[kinds] { return plan }
        let plan = ScanPlan(book.rules.filter { kinds.contains($0.finds) })
        plans[kinds] = plan
        return plan
    }

    private func scan(_ part: ScanPlan.Part, in text: NormalisedText, within range: Range<Int>, into found: inout [RuleMatch]) {
        var open = UInt64.max
        // Where each rule may match again: after its own last match.
        var next = [Int](repeating: 0, count: part.rules.count)
        text.bytes.withUnsafeBufferPointer { bytes in
            let head = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
            part.withTables { tables in
                for place in range {
                    var candidates = tables.candidates(in: head, at: place) & open
                    while candidates != 0 {
                        let index = candidates.trailingZeroBitCount
                        candidates &= candidates - 1
                        guard next[index] <= place else { continue }
                        if let match = match(part.rules[index], part.rules[index].pattern, in: text, head, at: place, isOpen: &open, index) {
                            next[index] = match.bytes.upperBound
                            found.append(match)
                        }
                    }
                }
            }
        }
    }

    private func candidates(_ part: ScanPlan.Part, in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt64 {
        part.withTables { $0.candidates(in: bytes, at: place) }
    }

    /// One attempt; a rule that meets its limit is closed for the rest of the text.
    private func match(
        _ rule: Rule, _ pattern: Pattern, in text: NormalisedText, _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, isOpen: inout UInt64,
        _ index: Int
    ) -> RuleMatch? {
        switch scratch.attempt(pattern, in: bytes, at: place) {
        case .none: return nil
        case .limit:
            isOpen &= ~(1 << UInt64(index))
            limited[rule.id, default: 0] += 1
            return nil
        case .match(let end):
            guard end > place else { return nil }
            var groups: [RuleMatch.Group] = []
            for group in pattern.groups {
                guard let range = group.numbers.lazy.compactMap({ self.scratch.range(ofGroup: $0) }).first, !range.isEmpty else { continue }
                groups.append(RuleMatch.Group(name: group.name, bytes: range, range: text.source(of: range), text: text.words(range)))
            }
            return RuleMatch(rule: rule, bytes: place..<end, range: text.source(of: place..<end), groups: groups)
        }
    }
}

/// The tables of a part while they are looked into.
struct ScanTables {
    let first: UnsafeBufferPointer<UInt64>
    let second: UnsafeBufferPointer<UInt64>
    let third: UnsafeBufferPointer<UInt64>
    let before: UnsafeBufferPointer<UInt64>

    /// The rules that may match at a place, a bit each.
    @inline(__always)
    func candidates(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt64 {
        var rules = first[Int(bytes[place])]
        guard rules != 0 else { return 0 }
        if place > 0 { rules &= before[Int(bytes[place &- 1])] }
        // Past the end of the text a rule's own attempt decides.
        if place &+ 1 < bytes.count { rules &= second[Int(bytes[place &+ 1])] }
        if place &+ 2 < bytes.count { rules &= third[Int(bytes[place &+ 2])] }
        return rules
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

extension Array {
    /// The first index whose element, and every later one, meets a condition that holds from some element on.
    func partitioningIndex(where isAfter: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
