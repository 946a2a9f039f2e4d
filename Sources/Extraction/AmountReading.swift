internal import PaperModel
internal import RuleEngine

/// Reads what a match of an amount rule says: which number, of what, with which sign and scale.
struct AmountReading: Sendable {
    private let numberWords: NumberWords?

    init(_ book: RuleBook) {
        numberWords = book.lexicon("numberWord").map(NumberWords.init)
    }

    /// The figure that a match states; nil where its parts make no sense together (a range that falls, two currencies).
    func mention(_ match: RuleMatch, in text: NormalisedText) -> Mention? {
        if AmountReading.isParted(match, in: text) {
            let found = mention(match.without(["sign"], upTo: match.bytes.upperBound), in: text)
            return found.map { Mention($0.figure, core: $0.core.lowerBound + 1..<$0.core.upperBound) }
        }
        var doubts = match.rule.settings["doubt"].flatMap(Figure.Doubt.init(rawValue:)).map { [$0] } ?? []
        switch Wholeness(text).judge(match) {
        case .part: return nil
        case .whole(let found): doubts += found.filter { !doubts.contains($0) }
        case .withoutScale(let found):
            // The same words without their last.
            guard let end = match.group("end") ?? match.group("number") else { return nil }
            var mention = mention(match.without(["magnitude", "endMagnitude"], upTo: end.bytes.upperBound))
            mention?.figure.doubts = doubts + found.filter { !doubts.contains($0) }
            return mention
        }
        var mention = mention(match)
        mention?.figure.doubts = doubts
        return mention
    }

    /// Whether the minus of an amount is the dash that parts it from its label, as other dashes of its list do: "Hall - £125, Churchyards -£25".
    private static func isParted(_ match: RuleMatch, in text: NormalisedText) -> Bool {
        let start = match.bytes.lowerBound
        guard match.group("sign")?.bytes.lowerBound == start, text[start] == UInt8(ascii: "-"), start > 1,
            text[start - 1] == UInt8(ascii: " ")
        else { return false }
        // A label ends in a name; "a variance of -£2m" in no name.
        var first = start - 1
        while first > 0, isWord(text[first - 1]) { first -= 1 }
        guard first < start - 1 ? text[first] >= 0x41 && text[first] <= 0x5a : text[start - 2] == UInt8(ascii: ")") else { return false }
        // " - £".
        let parted: [UInt8] = [0x20, 0x2d, 0x20, 0xc2, 0xa3]
        let near = max(0, start - partedReach)..<min(text.count, start + partedReach)
        return near.contains { place in parted.indices.allSatisfy { text[place + $0] == parted[$0] } }
    }

    /// How far from an amount another entry of its list is looked for, bytes.
    private static let partedReach = 250

    private func mention(_ match: RuleMatch) -> Mention? {
        guard let kind = Figure.Kind(rawValue: match.rule.finds.rawValue), let words = match["number"], let number = number(words),
            let unit = unit(match), let value = value(match, number), isBelowCeiling(match, number),
            !AmountReading.hasPairs(words) || AmountReading.grouped.contains(unit)
        else { return nil }
        var figure = Figure(kind: kind, spans: [], value: value, unit: unit, rule: match.rule.id)
        if match.group("magnitude") != nil || match.group("endMagnitude") != nil { figure.scaleFrom = .suffix }
        if case .single(let amount) = value {
            figure.signFrom = sign(match)
            if let magnitude = factor(match, "magnitude") {
                figure.interval = roundingInterval(of: amount, written: number, times: magnitude)
            }
        }
        figure.isApproximate = match.group("approximate") != nil
        if match.group("orMore") != nil { figure.bound = .atLeast }
        return Mention(figure, core: match.group("figure")?.bytes ?? match.bytes)
    }

    /// A number in digits or in words.
    func number(_ words: String) -> Amount? {
        Amount(printed: words) ?? numberWords?.value(of: words)
    }

    /// Currencies of countries that group digits by two above the thousands: "1,23,456".
    private static let grouped: Set = ["INR", "PKR", "BDT", "LKR", "NPR"]

    private static func hasPairs(_ number: String) -> Bool {
        guard number.utf8.contains(UInt8(ascii: ",")) else { return false }
        let groups = number.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false).dropFirst()
        return groups.contains { $0.count == 2 }
    }

    /// A scale that is printed once, at the second of two amounts, is that of the first only where the first is the smaller.
    private func isBelowCeiling(_ match: RuleMatch, _ number: Amount) -> Bool {
        guard let ceiling = match["ceiling"].flatMap(self.number) else { return true }
        return number < ceiling
    }

    private func unit(_ match: RuleMatch) -> String? {
        let unit = match.value(of: "currency") ?? match.value(of: "noun") ?? match.rule.settings["unit"]
        if let end = match.value(of: "endCurrency"), end != unit { return nil }
        return unit
    }

    private func value(_ match: RuleMatch, _ number: Amount) -> Figure.Value? {
        let magnitude = factor(match, "magnitude")
        let endMagnitude = factor(match, "endMagnitude")
        let scale = match.rule.settings["scale"].flatMap { Amount(written: $0) } ?? Amount(1)
        guard let words = match["end"] else {
            guard var amount = number.multiplied(by: magnitude ?? Amount(1))?.multiplied(by: scale) else { return nil }
            if let minor = match["minor"].flatMap(self.number) {
                guard let sum = amount.adding(Amount(coefficient: minor.coefficient, scale: minor.scale + 2)) else { return nil }
                amount = sum
            }
            return .single(sign(match) == nil ? amount : amount.negated)
        }
        // "£5-8m": one scale, written once, counts for both ends, unless the first end would then pass the second.
        guard
            let end = self.number(words)?.multiplied(
                by: endMagnitude ?? (match.group("endCurrency") == nil ? magnitude : nil) ?? Amount(1))?
                .multiplied(by: scale)
        else { return nil }
        for shared in [magnitude ?? endMagnitude ?? Amount(1), magnitude ?? Amount(1)] {
            if let start = number.multiplied(by: shared)?.multiplied(by: scale), start < end { return .range(low: start, high: end) }
        }
        return nil
    }

    private func factor(_ match: RuleMatch, _ group: String) -> Amount? {
        match.value(of: group).flatMap { Amount(written: $0) }
    }

    /// What makes it negative; nil where nothing does.
    private func sign(_ match: RuleMatch) -> Figure.Source? {
        if match.group("open") != nil, match.group("close") != nil { return .brackets }
        if match.group("credit") != nil { return .suffix }
        guard let sign = match["sign"], ["-", "minus", "negative"].contains(where: sign.lowercased().hasPrefix) else { return nil }
        return .minus
    }
}

/// What a number that was rounded to its last written place can mean, after scaling; nil where that is more digits than an amount has.
func roundingInterval(of value: Amount, written: Amount, times scale: Amount) -> ClosedInterval? {
    guard let half = written.halfUnit.multiplied(by: scale), let min = value.adding(half.negated), let max = value.adding(half) else {
        return nil
    }
    return ClosedInterval(min: min, max: max)
}
