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

    /// Every match of the rules that find one of `kinds`: for each rule from left to right, none over another of its own. In the order of
    /// their places, then of precedence. A rule that meets its match limit is stopped for the rest of the text and counted in `limited`.
    public func matches(finding kinds: Set<RuleKind>, in text: NormalisedText) -> [RuleMatch] {
        matches(finding: kinds, in: text, within: 0..<text.count)
    }

    /// The same within a range of bytes; what stands before the range can be looked at, what comes after can't.
    public func matches(finding kinds: Set<RuleKind>, in text: NormalisedText, within range: Range<Int>) -> [RuleMatch] {
        let range = range.clamped(to: 0..<text.count)
        var found: [RuleMatch] = []
        for part in plan(for: kinds).parts {
            scan(
                part, in: text, from: range.lowerBound, until: range.upperBound, seeing: range.upperBound, pattern: \.pattern, into: &found)
        }
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
                if place < chosen.count, chosen[place].bytes.overlaps(match.bytes) {
                    losers.append(match)
                } else {
                    chosen.insert(match, at: place)
                }
            }
            winners += chosen
            start = end
        }
        return (winners, losers.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound })
    }

    /// Matches that end exactly at the byte `end` and begin at `start` or later: words directly before a figure. Of each rule the
    /// leftmost, in precedence order.
    public func matches(finding kinds: Set<RuleKind>, in text: NormalisedText, endingAt end: Int, from start: Int) -> [RuleMatch] {
        guard start >= 0, start < end, end <= text.count else { return [] }
        var found: [RuleMatch] = []
        for part in plan(for: kinds).parts {
            scan(part, in: text, from: start, until: end, seeing: end, isOnce: true, pattern: \.endingPattern, into: &found)
        }
        return found.sorted { $0.precedes($1) }
    }

    /// Matches that begin exactly at the byte `start`: words directly after a figure. In precedence order.
    public func matches(finding kinds: Set<RuleKind>, in text: NormalisedText, startingAt start: Int) -> [RuleMatch] {
        guard start >= 0, start < text.count else { return [] }
        var found: [RuleMatch] = []
        for part in plan(for: kinds).parts {
            scan(part, in: text, from: start, until: start + 1, seeing: text.count, pattern: \.pattern, into: &found)
        }
        return found.sorted { $0.precedes($1) }
    }

    private func plan(for kinds: Set<RuleKind>) -> ScanPlan {
        if let plan = plans[kinds] { return plan }
        let plan = ScanPlan(book.rules.filter { kinds.contains($0.finds) })
        plans[kinds] = plan
        return plan
    }

    /// Tries the rules of a part wherever the tables allow them: matches begin from `start` until before `last`, and see the text up to
    /// `end`. With `isOnce`, a rule rests after its first match; else it goes on after its end.
    private func scan(
        _ part: ScanPlan.Part, in text: NormalisedText, from start: Int, until last: Int, seeing end: Int, isOnce: Bool = false,
        pattern: (Rule) -> Pattern?, into found: inout [RuleMatch]
    ) {
        // Bits of rules that take no further part.
        var closed: UInt64 = 0
        // Where each rule may match again: after its own last match.
        var next = [Int](repeating: 0, count: part.rules.count)
        text.bytes.withUnsafeBufferPointer { bytes in
            let bytes = UnsafeBufferPointer(rebasing: bytes[..<end])
            part.openings.withLookup { openings in
                part.tails.withLookup { tails in
                    for place in start..<last {
                        var candidates = openings.allowed(in: bytes, at: place) & ~closed
                        if candidates == 0 { continue }
                        narrow(&candidates, by: part.leads, tails, in: bytes, at: place)
                        while candidates != 0 {
                            let index = part.owners[candidates.trailingZeroBitCount]
                            candidates &= ~part.bits[index]
                            guard next[index] <= place else { continue }
                            let rule = part.rules[index]
                            guard let pattern = pattern(rule) else {
                                closed |= part.bits[index]
                                continue
                            }
                            switch scratch.attempt(pattern, in: bytes, at: place) {
                            case .none: continue
                            case .limit:
                                closed |= part.bits[index]
                                limited[rule.id, default: 0] += 1
                            case .match(let matchEnd):
                                found.append(match(rule, pattern, in: text, bytes: place..<matchEnd))
                                next[index] = matchEnd
                                if isOnce { closed |= part.bits[index] }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Takes out the candidates that begin with an atomic part which doesn't match here, or which what follows it doesn't suit. One attempt
    /// speaks for all rules that begin alike, and most numbers of a text are followed by nothing that any rule wants.
    @inline(__always)
    private func narrow(
        _ candidates: inout UInt64, by leads: [(lead: Lead, pattern: Pattern, bits: UInt64)], _ tails: ScanLookup,
        in bytes: UnsafeBufferPointer<UInt8>, at place: Int
    ) {
        for lead in leads where candidates & lead.bits != 0 {
            switch scratch.attempt(lead.pattern, in: bytes, at: place) {
            case .none: candidates &= ~lead.bits
            case .match(let end): candidates &= ~lead.bits | tails.allowed(in: bytes, at: end)
            case .limit: break  // the rules meet the limit themselves, and are counted there
            }
        }
    }

    /// The match that was just found, with its groups.
    private func match(_ rule: Rule, _ pattern: Pattern, in text: NormalisedText, bytes: Range<Int>) -> RuleMatch {
        var groups: [RuleMatch.Group] = []
        for group in pattern.groups {
            guard let range = group.numbers.lazy.compactMap({ self.scratch.range(ofGroup: $0) }).first, !range.isEmpty else { continue }
            groups.append(RuleMatch.Group(name: group.name, bytes: range, source: text))
        }
        return RuleMatch(rule: rule, bytes: bytes, groups: groups, source: text)
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
