internal import PaperModel
internal import RuleEngine

extension ProseReader {
    /// A period that the words of a passage state.
    struct Statement {
        var period: Period
        var match: RuleMatch
    }

    /// What the words of a passage state of time.
    private struct Stated {
        /// What they say of the figures of a clause, a sentence or the paragraph.
        var near: [Statement]
        /// What they say of a list that they lead to.
        var leading: [Statement]
    }

    /// Gives each figure the time that its sentence says it is for, else what holds for the paragraph or for its list.
    func attachPeriods(
        to mentions: inout [Mention], in passage: NormalisedText, sentences: Sentences, introduction: NormalisedText?, struck: [Range<Int>],
        lines: (() -> [Int])?
    ) {
        let all = stated(in: passage)
        func isStanding(_ statement: Statement) -> Bool { !struck.contains { $0.overlaps(statement.match.bytes) } }
        // What is struck out says nothing of what isn't.
        let standing = struck.isEmpty ? all : Stated(near: all.near.filter(isStanding), leading: all.leading.filter(isStanding))
        let reaches = PeriodReaches(all.near, mentions, in: passage, sentences: sentences, lines: lines)
        attachPeriods(to: &mentions, from: standing, reaches, in: passage, sentences, introduction) { !$0.isStruck }
        if !struck.isEmpty {
            attachPeriods(to: &mentions, from: all, reaches, in: passage, sentences, introduction) { $0.isStruck }
        }
    }

    private func attachPeriods(
        to mentions: inout [Mention], from stated: Stated, _ reaches: PeriodReaches, in passage: NormalisedText,
        _ sentences: Sentences, _ introduction: NormalisedText?, where isMeant: (Mention) -> Bool
    ) {
        let lasting = stated.near.filter { $0.match.rule.reach.contains(.paragraph) }
        let introduced = introduction.flatMap { self.stated(in: $0).leading.last }
        var lead = PassageLead(stated.leading, in: passage, sentences)
        var passed = 0
        for index in mentions.indices where isMeant(mentions[index]) {
            let words = mentions[index].words
            while passed < lasting.count, lasting[passed].match.bytes.upperBound <= words.lowerBound { passed += 1 }
            let found =
                nearest(stated.near, reaches, to: index, of: mentions, in: passage, sentences: sentences)
                ?? lead.statement(for: words) ?? (passed > 0 ? lasting[passed - 1] : introduced)
            guard let found, !passage.isRounding(words) else { continue }
            mentions[index].figure.period = found.period
            mentions[index].figure.cues.append(found.match.rule.id)
        }
    }

    private func stated(in text: NormalisedText) -> Stated {
        let valid = runner.matches(of: phases.periods, in: text).compactMap { match in
            period(match, text: text.words(match.bytes)).map { Statement(period: $0, match: match) }
        }
        return Stated(
            near: winners(of: valid.filter { !$0.match.rule.reach.isDisjoint(with: [.clause, .sentence, .paragraph, .introduction]) }),
            leading: winners(of: valid.filter { $0.match.rule.reach.contains(.introduction) }))
    }

    private func winners(of stated: [Statement]) -> [Statement] {
        guard stated.count > 1 else { return stated }
        let winners = runner.resolve(stated.map(\.match)).winners
        var next = 0
        return stated.filter { statement in
            while next < winners.count, winners[next].bytes.lowerBound < statement.match.bytes.lowerBound { next += 1 }
            return next < winners.count && winners[next].rule === statement.match.rule && winners[next].bytes == statement.match.bytes
        }
    }

    /// The nearest period of the figure's clause; else the last before it in its sentence; else the one that the sentence states alone.
    private func nearest(
        _ stated: [Statement], _ reaches: PeriodReaches, to index: Int, of mentions: [Mention], in passage: NormalisedText,
        sentences: Sentences
    ) -> Statement? {
        let words = mentions[index].words
        let sentence = sentences.sentence(at: words.lowerBound)
        let clause = sentences.clause(around: words)
        let inSentence = stated[firstIndex(stated, from: sentence.lowerBound)..<firstIndex(stated, from: sentence.upperBound)]
            .filter { reaches.mayHold($0, for: words) }
        // "£12m in 2025-26 and £32m over 2025-26 to 2027-28": what follows another figure at once belongs to that one first.
        let taken = index > 0 ? mentions[index - 1].words.upperBound : 0
        func distance(_ statement: Statement) -> Int {
            let bytes = statement.match.bytes
            if bytes.lowerBound >= words.upperBound {
                return bytes.lowerBound - words.upperBound + (belongsToNext(bytes) ? passage.count : 0)
            }
            return words.lowerBound - bytes.upperBound + (belongsToOther(bytes) ? passage.count : 0)
        }
        func belongsToOther(_ bytes: Range<Int>) -> Bool {
            index > 0 && bytes.lowerBound >= taken && bytes.lowerBound - taken <= ProseReader.preposition
                && !beginsAnew(passage, in: taken..<bytes.lowerBound)
        }
        // "£5m and in 2027/28 £6m": what a joint parts from a figure is for the next one, where there is one.
        func belongsToNext(_ bytes: Range<Int>) -> Bool {
            guard index + 1 < mentions.count, mentions[index + 1].words.lowerBound < sentence.upperBound else { return false }
            return bytes.upperBound <= mentions[index + 1].words.lowerBound && beginsAnew(passage, in: words.upperBound..<bytes.lowerBound)
        }
        // "£4m (2022/23: £3m)".
        func leadsToNext(_ bytes: Range<Int>) -> Bool {
            guard index + 1 < mentions.count, bytes.lowerBound >= words.upperBound else { return false }
            let next = mentions[index + 1].words.lowerBound
            return bytes.upperBound < next && passage[bytes.upperBound] == UInt8(ascii: ":") && next - bytes.upperBound <= 2
        }
        func isRightBefore(_ match: RuleMatch) -> Bool {
            match.bytes.upperBound <= words.lowerBound && match.rule.reach.contains(.clause) && match.rule.attaches != .after
                && (match.bytes.upperBound..<words.lowerBound).allSatisfy { ProseReader.marks.contains(passage[$0]) }
                // "It took £2m in 2023/24, £3m in 2024/25": a comma begins another item.
                && (taken <= sentence.lowerBound || passage[match.bytes.upperBound] != UInt8(ascii: ","))
                && (match.rule.attaches == .before || !belongsToOther(match.bytes))
        }
        func isRightBehind(_ match: RuleMatch) -> Bool {
            match.bytes.lowerBound > words.upperBound && match.rule.reach.contains(.clause) && match.rule.attaches != .before
                && passage.words(words.upperBound..<match.bytes.lowerBound) == " - "
        }
        func mayHold(_ match: RuleMatch) -> Bool {
            guard match.rule.attaches == .after else { return true }
            let next = index + 1 < mentions.count ? mentions[index + 1].words.lowerBound : passage.count
            return match.bytes.upperBound > words.upperBound && match.bytes.upperBound <= next
        }
        let inClause = inSentence.filter { clause.overlaps($0.match.bytes) && $0.match.rule.reach.contains(.clause) && mayHold($0.match) }
        if let own = inSentence.first(where: { isBracketed($0.match.bytes, after: words, in: passage) }) { return own }
        // "Hall heating (July 2023) - £240", "£240 - 2023/24": the marks of an entry part no clauses.
        if let own = inSentence.last(where: { isRightBefore($0.match) }) { return own }
        if let own = inSentence.first(where: { isRightBehind($0.match) }) { return own }
        if let near = inClause.min(by: { distance($0) < distance($1) }) { return near }
        let wide = inSentence.filter {
            $0.match.rule.reach.contains(.sentence) && !isAside($0.match.bytes, from: words, in: passage) && !leadsToNext($0.match.bytes)
        }
        return wide.last { $0.match.bytes.upperBound <= words.lowerBound } ?? (wide.count == 1 ? wide.first : nil)
    }

    /// Whether words stand alone in brackets directly after a figure: "£3.4m (2025/26)", "£3.4m (in 2025/26)".
    private func isBracketed(_ bytes: Range<Int>, after words: Range<Int>, in passage: NormalisedText) -> Bool {
        var place = words.upperBound
        while place < passage.count, isSpace(passage[place]) { place += 1 }
        guard passage[place] == UInt8(ascii: "("), place <= bytes.lowerBound else { return false }
        let lead = bytes.lowerBound - place
        let closes = [passage[bytes.upperBound], passage[bytes.upperBound - 1]].contains(UInt8(ascii: ")"))
        return closes && lead <= ProseReader.bracketLead
            && !(place..<bytes.lowerBound).contains { passage[$0] >= 0x30 && passage[$0] <= 0x39 }
    }

    /// What may stand between the period of an entry and its amount.
    private static let marks = Set(" ():,-".utf8)

    /// Longest opening of a bracket before the period that it holds ("(during "), bytes.
    private static let bracketLead = 9

    /// Whether a comma, semicolon or "and" parts what follows from a figure: "£3m and for 2026/27 £4m".
    private func beginsAnew(_ passage: NormalisedText, in gap: Range<Int>) -> Bool {
        gap.contains { passage[$0] == UInt8(ascii: ",") || passage[$0] == UInt8(ascii: ";") || passage.has(ProseReader.and, at: $0) }
    }

    private static let and = Array(" and ".utf8)

    /// Longest preposition between a figure and its own period (" over the years "), bytes.
    private static let preposition = 16

    /// Whether words before a figure stand in a bracket that closes before it, or a semicolon parts them.
    private func isAside(_ bytes: Range<Int>, from words: Range<Int>, in passage: NormalisedText) -> Bool {
        let isBefore = bytes.upperBound <= words.lowerBound
        // "this year (23/24) of": brackets around the period alone make no aside.
        let isBracketed =
            passage[bytes.upperBound] == UInt8(ascii: ")")
            && [passage[bytes.lowerBound], passage[bytes.lowerBound - 1]].contains(UInt8(ascii: "("))
        if isBracketed { return false }
        guard isBefore else { return false }
        let gap = bytes.upperBound..<words.lowerBound
        var depth = 0
        for place in gap {
            switch passage[place] {
            case UInt8(ascii: ";"): return true
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            if depth < 0 { return true }
        }
        return false
    }

    /// Index of the first statement that begins at a byte or later.
    private func firstIndex(_ stated: [Statement], from place: Int) -> Int {
        stated.partitioningIndex { $0.match.bytes.lowerBound >= place }
    }
}

extension ProseReader {
    /// Whether the text above a table is a title, or leads to the table: it ends in no full stop, or speaks of a table or of what follows. Any
    /// other sentence only happens to stand there: "The payment to carers is unchanged."
    func introduces(_ text: NormalisedText) -> Bool {
        guard let last = (0..<text.count).last(where: { text[$0] != UInt8(ascii: " ") }) else { return false }
        return text[last] != UInt8(ascii: ".")
            || runner.matches(of: phases.scopes, in: text).contains { $0.rule.reach.contains(.introduction) }
    }
}
