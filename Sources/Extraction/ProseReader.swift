internal import PaperModel
internal import RuleEngine

/// Finds the figures of a passage, phase by phase: amounts, then the words that touch them, then period, sense and subject.
final class ProseReader {
    let runner: RuleRunner
    let phases: FigurePhases
    let amounts: AmountReading
    let abbreviations: Lexicon?
    let vocabulary: PhraseVocabulary

    init(_ book: RuleBook) {
        runner = RuleRunner(book)
        phases = book.prepared { FigurePhases($0) }
        amounts = AmountReading(book)
        abbreviations = book.lexicon("abbreviation")
        vocabulary = PhraseVocabulary(book)
    }

    /// The figures of a passage in the order of its words. `introduction` is the text that introduces its list, `lines` where its lines begin,
    /// `struck` what a line runs through.
    func mentions(
        in passage: NormalisedText, introduction: NormalisedText? = nil, struck: [Range<Int>] = [], lines: (() -> [Int])? = nil
    ) -> [Mention] {
        let found = amounts(in: passage)
        guard !found.mentions.isEmpty else { return [] }
        let sentences = Sentences(passage, abbreviations: abbreviations)
        var mentions = carryOn(found.carriedOn, to: found.mentions, in: passage, sentences: sentences)
        applyScopes(to: &mentions, in: passage)
        for index in mentions.indices {
            let left = index > 0 ? mentions[index - 1].words.upperBound : 0
            let right = index + 1 < mentions.count ? mentions[index + 1].core.lowerBound : passage.count
            qualify(&mentions[index], in: passage, sentences: sentences, between: left, and: right)
        }
        for index in mentions.indices { mentions[index].isStruck = struck.contains { $0.overlaps(mentions[index].core) } }
        attachPeriods(to: &mentions, in: passage, sentences: sentences, introduction: introduction, struck: struck, lines: lines)
        attachMeaning(to: &mentions, in: passage, sentences: sentences, introduction: introduction, struck: struck, lines: lines)
        return mentions
    }

    /// Amounts that stand by themselves, and matches that only count after another figure.
    private func amounts(in passage: NormalisedText) -> (mentions: [Mention], carriedOn: [RuleMatch]) {
        var carriedOn: [RuleMatch] = []
        var claims: [(match: RuleMatch, mention: Mention?)] = []
        for match in runner.matches(of: phases.amounts, in: passage) {
            if match.rule.conditions["after"] != nil {
                carriedOn.append(match)
            } else if let mention = amounts.mention(match, in: passage) {
                claims.append((match, mention))
            }
        }
        guard !claims.isEmpty else { return ([], []) }
        claims += runner.matches(of: phases.labels, in: passage).map { ($0, nil) }
        claims.sort { RuleMatch.isInOrder($0.match, $1.match) }
        let winners = runner.resolve(claims.map(\.match)).winners
        var mentions: [Mention] = []
        var next = 0
        for (match, mention) in claims {
            while next < winners.count, winners[next].bytes.lowerBound < match.bytes.lowerBound { next += 1 }
            guard next < winners.count, winners[next].rule === match.rule, winners[next].bytes == match.bytes else { continue }
            if let mention { mentions.append(mention) }
        }
        return (mentions, carriedOn)
    }

    /// Adds the bare numbers that go on counting what the sentence before, or their own, counted, or paying in its currency.
    private func carryOn(_ matches: [RuleMatch], to mentions: [Mention], in passage: NormalisedText, sentences: Sentences) -> [Mention] {
        guard !matches.isEmpty, !mentions.isEmpty else { return mentions }
        var carried: [Mention] = []
        var next = 0
        for match in matches {
            guard var mention = carriedMention(match, in: passage) else { continue }
            while next < mentions.count, mentions[next].core.upperBound <= mention.core.lowerBound { next += 1 }
            if next < mentions.count, mentions[next].core.overlaps(mention.core) { continue }
            guard next > 0 else { continue }
            let antecedent = mentions[next - 1]
            let distance = sentences.index(of: mention.core.lowerBound) - sentences.index(of: antecedent.core.lowerBound)
            if mention.figure.kind == .money {
                // The currency goes on within a sentence only.
                guard distance == 0, antecedent.figure.kind == .money else { continue }
                mention.figure.unit = antecedent.figure.unit
                carried.append(mention)
                continue
            }
            guard distance <= 1, let staff = mentions[..<next].suffix(3).last(where: \.countsStaff) else { continue }
            mention.figure.kind = staff.figure.kind
            mention.figure.unit = staff.figure.unit
            carried.append(mention)
        }
        return (mentions + carried).sorted { $0.core.lowerBound < $1.core.lowerBound }
    }

    private func carriedMention(_ match: RuleMatch, in passage: NormalisedText) -> Mention? {
        if match.rule.finds == .money { return amounts.mention(match, in: passage) }
        guard let number = match["number"].flatMap(amounts.number), let bytes = match.group("figure")?.bytes else { return nil }
        return Mention(Figure(kind: .headcount, spans: [], value: .single(number), unit: "people", rule: match.rule.id), core: bytes)
    }

    /// Words such as "expressed as full-time equivalents" set the kind of the counts after them in the passage.
    private func applyScopes(to mentions: inout [Mention], in passage: NormalisedText) {
        guard mentions.contains(where: { $0.figure.kind == .headcount }) else { return }
        let scopes = runner.resolve(runner.matches(of: phases.scopes, in: passage)).winners
        guard let scope = scopes.first(where: { $0.rule.settings["kind"] == "fte" }) else { return }
        for index in mentions.indices
        where mentions[index].figure.kind == .headcount && mentions[index].core.lowerBound >= scope.bytes.upperBound {
            mentions[index].figure.kind = .fte
            mentions[index].figure.unit = "FTE"
            mentions[index].figure.cues.append(scope.rule.id)
        }
    }
}
