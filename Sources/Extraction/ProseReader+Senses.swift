internal import PaperModel
internal import RuleEngine

extension ProseReader {
    /// How far from a figure words may stand that say what it is, bytes: about ten words.
    private static let senseWindow = 60
    /// Senses of staff figures; the others are of money.
    private static let staffSenses: Set = ["establishment", "vacancy", "reduction", "increase", "agency", "absence"]

    /// Says of each figure what the money or staff is, whether it is revenue or capital, one-off or ongoing, and what it is for.
    func attachSenses(to mentions: inout [Mention], in passage: NormalisedText, sentences: Sentences) {
        for index in mentions.indices {
            let words = mentions[index].words
            let clause = sentences.clause(around: words)
            let left = index > 0 ? max(clause.lowerBound, mentions[index - 1].words.upperBound) : clause.lowerBound
            let right = index + 1 < mentions.count ? min(clause.upperBound, mentions[index + 1].words.lowerBound) : clause.upperBound
            let start = max(left, words.lowerBound - ProseReader.senseWindow)
            let end = max(words.upperBound, min(right, words.upperBound + ProseReader.senseWindow))
            let found = runner.matches(of: phases.senses, in: passage, within: start..<end)
            attachSense(found, to: &mentions[index])
            attachBasis(found, to: &mentions[index])
            attachSubject(to: &mentions[index], in: passage, upTo: right)
        }
    }

    private func attachSense(_ found: [RuleMatch], to mention: inout Mention) {
        let fitting = found.filter { match in
            match.rule.settings["sense"].map { ProseReader.staffSenses.contains($0) == mention.countsStaff } ?? false
        }
        // Ten points of priority weigh as much as ten bytes of nearness.
        let best = fitting.min { distance($0, mention) - $0.rule.priority < distance($1, mention) - $1.rule.priority }
        guard let best else { return }
        mention.figure.sense = best.rule.settings["sense"]
        mention.figure.cues.append(best.rule.id)
    }

    private func distance(_ match: RuleMatch, _ mention: Mention) -> Int {
        if match.bytes.overlaps(mention.words) { return 0 }
        return match.bytes.upperBound <= mention.words.lowerBound
            ? mention.words.lowerBound - match.bytes.upperBound : match.bytes.lowerBound - mention.words.upperBound
    }

    private func attachBasis(_ found: [RuleMatch], to mention: inout Mention) {
        for match in found {
            guard let basis = match.rule.settings["basis"], !mention.figure.basis.contains(basis) else { continue }
            mention.figure.basis.append(basis)
            mention.figure.cues.append(match.rule.id)
        }
    }

    private func attachSubject(to mention: inout Mention, in passage: NormalisedText, upTo right: Int) {
        let found = runner.matches(of: phases.subjects, in: passage, startingAt: mention.words.upperBound)
        guard let match = found.first, let subject = match.group("subject"), subject.bytes.upperBound <= right else { return }
        mention.figure.subject = subject.text
        mention.figure.cues.append(match.rule.id)
    }
}
