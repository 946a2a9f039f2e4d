/// Runs the rules of a book over texts. One for each thread: it owns the memory that matching works in.
public final class RuleRunner {
    /// The rules.
    public let book: RuleBook
    private let scratch: PatternScratch
    private var selections: [Set<RuleKind>: RuleSelection] = [:]
    /// Rules that met their match limit since the runner was made, with how often.
    public private(set) var limited: [String: Int] = [:]

    /// Makes a runner.
    public init(_ book: RuleBook) {
        self.book = book
        scratch = PatternScratch()
    }

    /// Every match of the selected rules: for each rule from left to right, none over another of its own. In the order of their places,
    /// then of precedence. A rule that meets its match limit is stopped for the rest of the text and counted in `limited`.
    public func matches(of rules: RuleSelection, in text: NormalisedText) -> [RuleMatch] {
        matches(of: rules, in: text, within: 0..<text.count)
    }

    /// The same within a range of bytes; what stands before the range can be looked at, what comes after can't.
    public func matches(of rules: RuleSelection, in text: NormalisedText, within range: Range<Int>) -> [RuleMatch] {
        let range = range.clamped(to: 0..<text.count)
        var found = scan(rules, in: text, from: range.lowerBound, until: range.upperBound, seeing: range.upperBound)
        found.sort(by: RuleMatch.isInOrder)
        return found
    }

    /// The same for all rules that find one of `kinds`.
    public func matches(finding kinds: Set<RuleKind>, in text: NormalisedText) -> [RuleMatch] {
        matches(of: selection(finding: kinds), in: text)
    }

    /// Parts matches into those that win and those that lose to a winner, both in the order of their places: of two that share a character
    /// the one that precedes wins.
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
    public func matches(of rules: RuleSelection, in text: NormalisedText, endingAt end: Int, from start: Int) -> [RuleMatch] {
        guard start >= 0, start < end, end <= text.count else { return [] }
        return scan(rules, in: text, from: start, until: end, seeing: end, isEnding: true).sorted { $0.precedes($1) }
    }

    /// Matches that begin exactly at the byte `start`: words directly after a figure. In precedence order.
    public func matches(of rules: RuleSelection, in text: NormalisedText, startingAt start: Int) -> [RuleMatch] {
        guard start >= 0, start < text.count else { return [] }
        return scan(rules, in: text, from: start, until: start + 1, seeing: text.count).sorted { $0.precedes($1) }
    }

    /// The same for all rules that find one of `kinds`.
    public func matches(finding kinds: Set<RuleKind>, in text: NormalisedText, startingAt start: Int) -> [RuleMatch] {
        matches(of: selection(finding: kinds), in: text, startingAt: start)
    }

    private func selection(finding kinds: Set<RuleKind>) -> RuleSelection {
        if let selection = selections[kinds] { return selection }
        let selection = RuleSelection(book, finding: kinds)
        selections[kinds] = selection
        return selection
    }

    /// Tries the rules wherever the tables allow them: matches begin from `start` until before `last`, and see the text up to `end`. With
    /// `isEnding`, they must reach `end`, and a rule rests after its first match; else it goes on after the match.
    private func scan(
        _ rules: RuleSelection, in text: NormalisedText, from start: Int, until last: Int, seeing end: Int, isEnding: Bool = false
    ) -> [RuleMatch] {
        var found: [RuleMatch] = []
        text.bytes.withUnsafeBufferPointer { bytes in
            let bytes = UnsafeBufferPointer(rebasing: bytes[..<end])
            rules.starts.withLookup { starts in
                var place = starts.next(in: bytes, from: start, until: last)
                guard place < last else { return }
                // Where each rule may match again: after its own last match; `.max` for one that takes no further part.
                withUnsafeTemporaryAllocation(of: Int.self, capacity: rules.count) { next in
                    next.initialize(repeating: 0)
                    while place < last {
                        for part in rules.parts {
                            attempt(part, in: text, bytes, at: place, isEnding: isEnding, next: next, into: &found)
                        }
                        place = starts.next(in: bytes, from: place + 1, until: last)
                    }
                }
            }
        }
        return found
    }

    /// Tries the rules of one part at one place.
    @inline(__always)
    private func attempt(
        _ part: RuleSelection.Part, in text: NormalisedText, _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, isEnding: Bool,
        next: UnsafeMutableBufferPointer<Int>, into found: inout [RuleMatch]
    ) {
        var candidates = part.openings.withLookup { $0.allowed(in: bytes, at: place) }
        if candidates == 0 { return }
        narrow(&candidates, by: part, in: bytes, at: place)
        while candidates != 0 {
            let own = part.owners[candidates.trailingZeroBitCount]
            candidates &= ~part.bits[own]
            let index = part.first + own
            guard next[index] <= place else { continue }
            let rule = part.rules[own]
            guard let pattern = isEnding ? rule.endingPattern : rule.pattern else {
                next[index] = .max
                continue
            }
            switch scratch.attempt(pattern, in: bytes, at: place) {
            case .none: continue
            case .limit:
                next[index] = .max
                limited[rule.id, default: 0] += 1
            case .match(let matchEnd):
                found.append(match(rule, pattern, in: text, bytes: place..<matchEnd))
                next[index] = isEnding ? .max : matchEnd
            }
        }
    }

    /// Takes out the candidates that begin with an atomic part which doesn't match here, or which what follows it doesn't suit. One attempt
    /// speaks for all rules that begin alike, and most numbers of a text are followed by nothing that any rule wants.
    @inline(__always)
    private func narrow(
        _ candidates: inout UInt64, by part: RuleSelection.Part, in bytes: UnsafeBufferPointer<UInt8>, at place: Int
    ) {
        for lead in part.leads where candidates & lead.bits != 0 {
            switch scratch.attempt(lead.pattern, in: bytes, at: place) {
            case .none: candidates &= ~lead.bits
            case .match(let end): candidates &= ~lead.bits | part.tails.withLookup { $0.allowed(in: bytes, at: end) }
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
