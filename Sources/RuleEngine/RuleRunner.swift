internal import PaperModel

/// Runs the rules of a book over texts. One for each thread: it owns the memory that matching works in.
public final class RuleRunner {
    /// The rules.
    public let book: RuleBook
    private let scratch: PatternScratch
    /// A handful, asked for with the same sets again and again: told from one another without a hash.
    private var selections: [(kinds: Set<RuleKind>, rules: RuleSelection)] = []
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
        if let place = selections.firstIndex(where: { $0.kinds == kinds }) { return selections[place].rules }
        let selection = book.selection(finding: kinds)
        selections.append((kinds, selection))
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
                rules.tables.withLookup { tables in
                    // Where each rule may match again: after its own last match; `.max` for one that takes no further part.
                    withUnsafeTemporaryAllocation(of: Int.self, capacity: rules.rules.count) { next in
                        next.initialize(repeating: 0)
                        var traits = TextTraits(bytes, from: place)
                        while place < last {
                            tables.forEachCandidate(in: bytes, at: place, scratch) { way in
                                guard next[way.rule] <= place else { return true }
                                if way.demands, !traits.meet(way.demand) { return false }
                                guard let pattern = isEnding ? way.ending : way.pattern else {
                                    next[way.rule] = .max
                                    return true
                                }
                                return pattern._withUnsafeGuaranteedRef { pattern in
                                    switch scratch.attempt(pattern, in: bytes, at: place) {
                                    case .none: return false
                                    case .limit:
                                        next[way.rule] = .max
                                        limited[rules.rules[way.rule].id, default: 0] += 1
                                    case .match(let end):
                                        found.append(match(rules.rules[way.rule], pattern, in: text, bytes: place..<end))
                                        next[way.rule] = isEnding ? .max : end
                                    }
                                    return true
                                }
                            }
                            place = starts.next(in: bytes, from: place + 1, until: last)
                        }
                    }
                }
            }
        }
        return found
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
