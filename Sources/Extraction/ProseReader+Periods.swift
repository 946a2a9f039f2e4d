internal import PaperModel
internal import RuleEngine

extension ProseReader {
    /// A period that the words of a passage state.
    private struct Statement {
        var period: Period
        var match: RuleMatch
    }

    /// Gives each figure the time that its sentence says it is for, else what holds for the paragraph or for its list.
    func attachPeriods(to mentions: inout [Mention], in passage: NormalisedText, sentences: Sentences, introduction: NormalisedText?) {
        let stated = statements(in: passage)
        let lasting = stated.filter { $0.match.rule.reach.contains(.paragraph) }
        let introduced = introduction.flatMap { statements(in: $0).last { $0.match.rule.reach.contains(.introduction) } }
        var passed = 0
        for index in mentions.indices {
            let words = mentions[index].words
            while passed < lasting.count, lasting[passed].match.bytes.upperBound <= words.lowerBound { passed += 1 }
            let found = nearest(stated, to: words, sentences: sentences) ?? (passed > 0 ? lasting[passed - 1] : introduced)
            guard let found else { continue }
            mentions[index].figure.period = found.period
            mentions[index].figure.cues.append(found.match.rule.id)
        }
    }

    private func statements(in text: NormalisedText) -> [Statement] {
        let matches = runner.matches(finding: [.period], in: text).filter { !$0.rule.reach.isDisjoint(with: [.clause, .sentence, .paragraph, .introduction]) }
        let valid = matches.compactMap { match in period(match, text: text.words(match.bytes)).map { Statement(period: $0, match: match) } }
        let winners = runner.resolve(valid.map(\.match)).winners
        var next = 0
        return valid.filter { statement in
            while next < winners.count, winners[next].bytes.lowerBound < statement.match.bytes.lowerBound { next += 1 }
            return next < winners.count && winners[next].rule === statement.match.rule && winners[next].bytes == statement.match.bytes
        }
    }

    /// The nearest period of the figure's clause; else the last before it in its sentence; else the one that the sentence states alone.
    private func nearest(_ stated: [Statement], to words: Range<Int>, sentences: Sentences) -> Statement? {
        let sentence = sentences.sentence(at: words.lowerBound)
        let clause = sentences.clause(around: words)
        let inSentence = stated[firstIndex(stated, from: sentence.lowerBound)..<firstIndex(stated, from: sentence.upperBound)]
        func distance(_ statement: Statement) -> Int {
            let bytes = statement.match.bytes
            return bytes.lowerBound >= words.upperBound ? bytes.lowerBound - words.upperBound : words.lowerBound - bytes.upperBound
        }
        let inClause = inSentence.filter { clause.overlaps($0.match.bytes) && $0.match.rule.reach.contains(.clause) }
        if let near = inClause.min(by: { distance($0) < distance($1) }) { return near }
        let wide = inSentence.filter { $0.match.rule.reach.contains(.sentence) }
        return wide.last { $0.match.bytes.upperBound <= words.lowerBound } ?? (wide.count == 1 ? wide.first : nil)
    }

    /// Index of the first statement that begins at a byte or later.
    private func firstIndex(_ stated: [Statement], from place: Int) -> Int {
        var low = 0
        var high = stated.count
        while low < high {
            let middle = (low + high) / 2
            if stated[middle].match.bytes.lowerBound < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
