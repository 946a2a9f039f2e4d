internal import PaperModel
internal import RuleEngine

/// Whether a figure is a change, and whether its money flows once or always.
extension SentenceMeaning {
    /// Whether the amount is a change: a word of change governs it ("an increase in the grant of £3m", "rose by £3m", "£3m reduction in").
    func comparison(_ place: Place) -> Cue? {
        if cues.comparisons.isEmpty { return nil }
        func inside(_ run: Range<Int>) -> Cue? {
            let bytes = words.bytes(of: run)
            return cues.comparisons.last { $0.bytes.lowerBound >= bytes.lowerBound && $0.bytes.upperBound <= bytes.upperBound }
        }
        if !place.following.isEmpty {
            let first = split(place.following).first ?? place.following
            if let found = inside(first) { return found }
        }
        // "£1.9m added to reserves", "£0.7m was drawn down".
        var after = place.word + 1
        // "£8m (4%) lower than the budget".
        if words.kind(after) == .open, let close = closeOf(after) { after = close + 1 }
        while words.kind(after) == .be || words.kind(after) == .auxiliary || words.kind(after) == .to && words.kind(after + 1) == .be {
            after += 1
        }
        if let cue = cues.comparisons.first(where: {
            after < words.words.count && $0.bytes.lowerBound == words.words[after].bytes.lowerBound
        }) {
            return cue
        }
        // "go up by 3%, on average £2.84 a week": words of change that reach as far as the amount.
        if let cue = cues.comparisons.last(where: {
            let run = words.run(of: $0.bytes)
            return run.upperBound == place.word && run.count > 2
        }) {
            return cue
        }
        // "less than expected at £900".
        if words.small(place.word - 1) == "at" { return nil }
        if leadsToLevel(place) || place.governing.isShared && words.kind(place.word - 1) != .by { return nil }
        if let found = inside(place.governing.link) { return found }
        if let outer = place.governing.phrases.first, let found = inside(outer), isGoverned(place), !describesLevel(found, place) {
            return found
        }
        // "The award added £1.8m", "has risen £80,000 to £1.1m".
        if let verb = place.governing.verb, place.governing.phrases.isEmpty, verb == place.word - 1,
            let found = inside(verb..<verb + 1), found.comparison != .difference,
            SentenceMeaning.adding.contains(words.small(verb)) || isFollowedByLevel(place) || isMoved(place)
        {
            return found
        }
        if let verb = place.governing.verb,
            words.kind(place.word - 1) == .by || place.governing.link.contains(where: { words.kind($0) == .by })
        {
            // "were drawn down by £2m": the verb with the word that belongs to it.
            return inside(verb..<verb + 1)
                ?? cues.comparisons.last {
                    let run = words.run(of: $0.bytes)
                    return run.contains(verb) && run.upperBound < place.word
                } ?? inside(verb..<max(verb + 1, place.governing.link.lowerBound))
        }
        // "the uplift, £71,000, is welcome".
        if place.governing.phrases.isEmpty, let apart = head(apartFrom: place).first, let found = inside(apart) { return found }
        if isStep(place) {
            let start = words.words[place.word].bytes.lowerBound
            return cues.comparisons.last { $0.bytes.upperBound <= start && $0.comparison != .difference }
        }
        // "Variances arise in parks (£1m)".
        if let verb = place.governing.verb, verb < place.governing.link.lowerBound, let doer = place.governing.subject.first,
            headsDifference(doer)
        {
            return inside(doer)
        }
        return nil
    }

    /// "The uplifted allowance is £104": a participle before its noun tells of a level that was changed.
    private func describesLevel(_ cue: Cue, _ place: Place) -> Bool {
        guard let last = words.run(of: cue.bytes).last, words.small(last).hasSuffix("ed"), words.kind(last + 1).isNominal else {
            return false
        }
        return place.governing.link.contains { words.kind($0) == .be }
    }

    /// Whether an amount is moved from or to what stands behind it: "release £1.5m from the reserve".
    private func isMoved(_ place: Place) -> Bool {
        [.from, .to, .on].contains(words.kind(place.word + 1)) && words.kind(place.word + 2) != .figure
    }

    /// Whether the level stands right behind that a change led to: "£80,000 to £1.1m".
    private func isFollowedByLevel(_ place: Place) -> Bool {
        words.kind(place.word + 1) == .to && words.kind(place.word + 2) == .figure
    }

    /// Verbs whose object is the change.
    static let adding: Set<String> = ["added", "adds", "add", "adding", "take", "taking", "took", "draw", "drawing", "drew"]

    /// Senses that say which way a variance goes.
    static let ways: Set<Figure.Sense> = [.overspend, .underspend, .gap]

    /// Whether the amount is a variance or other difference and so none of what it is the difference of: "£8m lower than the budget", "a
    /// variance on staffing of £2m", "Variances arise in parks (£1m)".
    func isVariance(_ place: Place) -> Bool {
        if cues.comparisons.isEmpty { return false }
        if let first = split(place.following).first, headsDifference(first) { return true }
        let governing = place.governing
        if let outer = governing.phrases.first, headsDifference(outer) { return true }
        if governing.verb != nil, let doer = governing.subject.first, headsDifference(doer) { return true }
        // "better than planned": the words of comparison are no noun.
        guard let cue = comparison(place), cue.comparison == .difference, comesAfter(cue, place) else { return false }
        let run = words.run(of: cue.bytes)
        // "reserves of £61,000 were more than twice the precept": said of the noun.
        if (place.word + 1..<max(place.word + 1, run.lowerBound)).contains(where: { words.kind($0) == .be }) { return false }
        return place.following.isEmpty || run.lowerBound == place.following.lowerBound
    }

    /// "£8m lower than the budget".
    func hasComparisonBehind(_ place: Place) -> Bool {
        comparison(place).map { $0.comparison == .difference && comesAfter($0, place) } ?? false
    }

    private func comesAfter(_ cue: Cue, _ place: Place) -> Bool { cue.bytes.lowerBound >= words.words[place.word].bytes.upperBound }

    /// Whether the last word of a noun is one of difference: "adverse variance", and not "rephased capital budget".
    private func headsDifference(_ run: Range<Int>) -> Bool {
        guard let part = split(run).first else { return false }
        let end = words.bytes(of: part).upperBound
        return cues.comparisons.contains { $0.comparison == .difference && $0.bytes.upperBound == end }
    }

    /// Whether a word of change governs a figure of staff, and doesn't merely follow it.
    func hasChangeWord(_ place: Place, _ cue: Cue) -> Bool { cue.bytes.upperBound <= words.words[place.word].bytes.lowerBound }

    /// Whether a preposition or bracket ties the figure to the phrase before it, and no "is".
    private func isGoverned(_ place: Place) -> Bool {
        place.governing.isBracketed
            || place.governing.link.contains { words.kind($0) == .of || words.kind($0) == .by || words.kind($0) == .be }
            || place.governing.link.contains { words.kind($0) == .verb }
            || place.governing.link.allSatisfy { words.kind($0) == .comma }
    }

    /// "rose to £5m", "from £3m": the amount is a level.
    private func leadsToLevel(_ place: Place) -> Bool {
        for index in place.governing.link.reversed() {
            switch words.kind(index) {
            // "the rise comes to £5m": what it amounts to.
            case .to where words.kind(index - 1) == .verb: return false
            case .to, .from: return true
            case .by, .of: return false
            default: continue
            }
        }
        return false
    }

    /// Whether "and" joins words of both kinds, so that the amount is of both: "capital and revenue expenditure".
    private func areJoined(_ cues: [Cue]) -> Bool {
        zip(cues, cues.dropFirst()).contains { left, right in
            guard let last = words.run(of: left.bytes).last, let first = words.run(of: right.bytes).first else { return false }
            return left.basis != right.basis && first == last + 2 && words.kind(last + 1) == .conjunction
        }
    }

    /// Revenue or capital, one-off or ongoing: what stands between the other figures; else what the whole sentence says once.
    func bases(_ place: Place) -> [Cue] {
        if cues.bases.isEmpty { return [] }
        var end = place.word + 1
        while end < place.room.upperBound, !isBreak(end), words.kind(end) != .comma { end += 1 }
        let near = words.bytes(of: place.room.lowerBound..<end)
        let figure = words.words[place.word].bytes.lowerBound
        var result: [Cue] = []
        for pair in [[Figure.Basis.revenue, .capital], [.oneOff, .ongoing]] {
            let all = cues.bases.filter { cue in cue.basis.map(pair.contains) ?? false }
            let own = all.filter { $0.bytes.lowerBound >= near.lowerBound && $0.bytes.upperBound <= near.upperBound }
            let wide = own.isEmpty ? all.filter { $0.bytes.lowerBound < figure || words.figures.count == 1 } : own
            // "£172 million in revenue and £210 million of capital": what follows the amount.
            if !place.following.isEmpty {
                let run = words.bytes(of: place.following)
                if let cue = own.first(where: { $0.bytes.lowerBound >= run.lowerBound && $0.bytes.upperBound <= run.upperBound }) {
                    result.append(cue)
                    continue
                }
            }
            let kinds = Set(wide.compactMap(\.basis))
            if kinds.count == 1, let cue = wide.first {
                result.append(cue)
            } else if kinds.count > 1, !areJoined(own) {
                if let cue = own.min(by: { abs($0.bytes.lowerBound - figure) < abs($1.bytes.lowerBound - figure) }) { result.append(cue) }
            }
        }
        return result
    }
}
