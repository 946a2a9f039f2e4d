internal import PaperModel
internal import RuleEngine

/// How far the times that a passage states hold, where they are those of one figure or entry and no other: in an entry of a list, in a
/// bracket beside an amount, behind an amount that another is compared with.
struct PeriodReaches {
    private let text: NormalisedText
    private let figures: [Range<Int>]
    private let sentences: Sentences
    /// Where the entries of a list begin that is set in lines; empty for any other passage.
    private let lines: [Int]
    /// By the first byte of a time: the bytes in which figures stand that it may be for.
    private var reaches: [Int: Range<Int>] = [:]

    init(
        _ stated: [ProseReader.Statement], _ mentions: [Mention], in text: NormalisedText, sentences: Sentences, lines: (() -> [Int])?
    ) {
        (self.text, self.sentences) = (text, sentences)
        figures = mentions.map(\.words)
        let starts = stated.isEmpty || mentions.count < 2 ? [] : lines?() ?? []
        self.lines = starts.count > 1 && PeriodReaches.areEntries(starts, figures, in: text) ? starts : []
        for statement in stated { reaches[statement.match.bytes.lowerBound] = reach(of: statement.match.bytes) }
    }

    /// Whether a time may be that of a figure.
    func mayHold(_ statement: ProseReader.Statement, for words: Range<Int>) -> Bool {
        reaches[statement.match.bytes.lowerBound].map { $0.lowerBound <= words.lowerBound && words.upperBound <= $0.upperBound } ?? true
    }

    /// Nil where nothing bounds it.
    private func reach(of time: Range<Int>) -> Range<Int>? {
        let sentence = sentences.sentence(at: time.lowerBound)
        let next = figures.partitioningIndex { $0.lowerBound >= time.upperBound }
        let after = next < figures.count && figures[next].upperBound <= sentence.upperBound ? figures[next] : nil
        let before = next > 0 && figures[next - 1].lowerBound >= sentence.lowerBound ? figures[next - 1] : nil
        if let before, before.upperBound > time.lowerBound { return nil }
        return bracketed(time, in: sentence, before: before, after: after) ?? compared(time, before) ?? entry(time, in: sentence, after)
            ?? behindSemicolon(time, in: sentence, before)
            ?? line(of: time) ?? work(time, in: sentence, after)
    }

    /// "Zurich (1 June 2023 - 31 May 2024) £20", "£3.4m (2025/26)", "£4m (£3m in 2022/23)".
    private func bracketed(_ time: Range<Int>, in sentence: Range<Int>, before: Range<Int>?, after: Range<Int>?) -> Range<Int>? {
        // The rule may take the bracket with the time.
        let inner = time.lowerBound + (text[time.lowerBound] == UInt8(ascii: "(") ? 1 : 0)
        let left = max(sentence.lowerBound, inner - PeriodReaches.longestBracket)
        guard
            let open = (left..<inner).last(where: { text[$0] == UInt8(ascii: "(") || text[$0] == UInt8(ascii: ")") }),
            text[open] == UInt8(ascii: "("),
            let close = (time.upperBound - 1..<min(text.count, time.upperBound + PeriodReaches.longestBracket)).first(where: {
                text[$0] == UInt8(ascii: ")")
            })
        else { return nil }
        if text.words(open..<time.lowerBound).letterWords.contains(where: PeriodReaches.all.contains) { return nil }
        if let before, before.lowerBound > open { return open..<close }
        if let after, after.upperBound <= close { return open..<close }
        if let before, isGap(from: before.upperBound, to: open) { return before }
        guard let after, isGap(from: close + 1, to: after.lowerBound), let word = lastWord(in: sentence.lowerBound..<open),
            !PeriodReaches.wholes.contains(word)
        else { return nil }
        return after
    }

    /// "Up from £23,500 in 2023/24".
    private func compared(_ time: Range<Int>, _ before: Range<Int>?) -> Range<Int>? {
        guard let before, time.lowerBound - before.upperBound <= PeriodReaches.longestLink,
            !(before.upperBound..<time.lowerBound).contains(where: { isMark(at: $0) || text[$0] == UInt8(ascii: ".") })
        else { return nil }
        let lead = text.words(max(0, before.lowerBound - PeriodReaches.longestLink)..<before.lowerBound).letterWords
        guard let last = lead.last else { return nil }
        let pair = lead.suffix(2).joined(separator: " ")
        return PeriodReaches.comparing.contains(last) || PeriodReaches.comparingPairs.contains(pair) ? before : nil
    }

    /// "Payments: clerk £10, broadband 2021/22 £45": a time between the name of an entry and its amount.
    private func entry(_ time: Range<Int>, in sentence: Range<Int>, _ after: Range<Int>?) -> Range<Int>? {
        guard let after, isGap(from: time.upperBound, to: after.lowerBound) else { return nil }
        var start = time.lowerBound
        let next = figures.partitioningIndex { $0.lowerBound >= time.upperBound }
        let earliest = max(sentence.lowerBound, next > 0 ? figures[next - 1].upperBound : 0)
        while start > earliest, !isMark(at: start - 1) { start -= 1 }
        let isFirst = start == sentence.lowerBound && !isLineStart(start)
        guard let word = lastWord(in: start..<time.lowerBound), !PeriodReaches.wholes.contains(word),
            !PeriodReaches.links.contains(word), !isFirst || isMark(at: after.upperBound)
        else { return nil }
        return after
    }

    /// "Stamps £10; broadband £45 in 2021/22", but "Scouts £10; Guides £45 (both in 2021/22)".
    private func behindSemicolon(_ time: Range<Int>, in sentence: Range<Int>, _ before: Range<Int>?) -> Range<Int>? {
        guard let before, let mark = (sentence.lowerBound..<before.lowerBound).last(where: { text[$0] == UInt8(ascii: ";") }) else {
            return nil
        }
        let isOfAll = text.words(before.upperBound..<time.lowerBound).letterWords.contains(where: PeriodReaches.all.contains)
        return isOfAll || (before.upperBound..<time.lowerBound).contains(where: isMark) ? nil : mark..<sentence.upperBound
    }

    private func line(of time: Range<Int>) -> Range<Int>? {
        guard !lines.isEmpty else { return nil }
        let index = max(0, lines.partitioningIndex { $0 > time.lowerBound } - 1)
        let line = lines[index]..<(index + 1 < lines.count ? lines[index + 1] : text.count)
        let next = figures.partitioningIndex { $0.lowerBound >= line.lowerBound }
        return next < figures.count && line.contains(figures[next].lowerBound) ? line : nil
    }

    /// "The 2019/20 audit was complete, the fence had cost £640": the year of a piece of work of which a clause by itself tells.
    private func work(_ time: Range<Int>, in sentence: Range<Int>, _ after: Range<Int>?) -> Range<Int>? {
        guard let after, PeriodReaches.articles.contains(lastWord(in: sentence.lowerBound..<time.lowerBound) ?? "") else { return nil }
        let end = min(after.lowerBound, time.upperBound + PeriodReaches.longestClause)
        for place in time.upperBound..<end where isMark(at: place) || text.has(PeriodReaches.and, at: place) {
            let clause = text.words(time.upperBound..<place).letterWords
            guard let noun = clause.first, !PeriodReaches.moneyNouns.contains(noun), clause.contains(where: PeriodReaches.verbs.contains)
            else { return nil }
            let rest = text.words(place..<min(text.count, place + PeriodReaches.longestLink)).letterWords.drop {
                $0 == "and" || $0 == "but"
            }
            return rest.first.map(PeriodReaches.articles.contains) ?? false ? sentence.lowerBound..<place : nil
        }
        return nil
    }

    /// Whether lines are entries, each with its amount at its end or at its beginning.
    private static func areEntries(_ starts: [Int], _ figures: [Range<Int>], in text: NormalisedText) -> Bool {
        var count = 0
        for (start, end) in zip(starts, starts.dropFirst() + [text.count]) {
            guard let letter = (start..<end).first(where: { isWord(text[$0]) }) else { continue }
            // A line that begins in small letters goes on with the one before.
            if text[letter] >= 0x61 && text[letter] <= 0x7a { return false }
            let first = figures.partitioningIndex { $0.lowerBound >= start }
            let own = figures[first...].prefix { $0.upperBound <= end }
            guard let amount = own.first else { continue }
            count += 1
            let rest = (amount.upperBound..<end).filter { !isSpace(text[$0]) }.map { text[$0] }
            let isAtEnd = !rest.contains(where: isWord) || rest.first == UInt8(ascii: "(") && rest.last == UInt8(ascii: ")")
            guard own.count == 1, isAtEnd || (start..<amount.lowerBound).allSatisfy({ !isWord(text[$0]) }) else { return false }
        }
        return count > 1
    }

    /// Whether nothing stands between a time and its amount but marks of an entry.
    private func isGap(from start: Int, to end: Int) -> Bool {
        start <= end && end - start <= PeriodReaches.longestGap
            && (start..<end).allSatisfy { isSpace(text[$0]) || text[$0] == UInt8(ascii: ":") || text[$0] == UInt8(ascii: "-") }
    }

    /// Whether a mark parts entries at a place: not the comma of a number.
    private func isMark(at place: Int) -> Bool {
        switch text[place] {
        case UInt8(ascii: ";"): true
        case UInt8(ascii: ","), UInt8(ascii: ":"): !UInt8.isDigit(text[place + 1])
        default: isLineStart(place)
        }
    }

    private func isLineStart(_ place: Int) -> Bool {
        let index = lines.partitioningIndex { $0 >= place }
        return index < lines.count && lines[index] == place
    }

    private func lastWord(in range: Range<Int>) -> String? {
        text.words(max(range.lowerBound, range.upperBound - PeriodReaches.longestLink)..<range.upperBound).letterWords.last
    }

    /// What holds for all that follows: "Payments (May 2023) £10 clerk".
    private static let wholes: Set<String> = [
        "year", "years", "period", "quarter", "month", "fy", "payments", "receipts", "expenditure", "spend", "spending", "income", "budget",
        "precept", "accounts", "total", "totals", "forecast", "outturn", "actual", "actuals", "estimate", "estimates",
    ]
    /// What may lead to a time in a sentence.
    private static let links: Set<String> = [
        "in", "for", "during", "from", "to", "of", "over", "since", "by", "at", "the", "and", "ending", "ended", "on", "until", "is", "was",
        "were",
        "are", "between", "through", "throughout", "with", "or", "that", "our", "its", "this", "a", "an", "beginning", "starting",
    ]
    private static let all: Set<String> = ["both", "all", "each"]
    private static let comparing: Set<String> = ["from", "against", "than", "versus", "vs"]
    private static let comparingPairs: Set<String> = [
        "compared with", "compared to", "compares with", "compares to", "comparing with", "opposed to",
    ]
    private static let articles: Set<String> = ["the", "a", "an", "our", "its", "their", "his", "her", "this", "that", "these", "those"]
    private static let verbs: Set<String> = [
        "was", "were", "is", "are", "had", "has", "have", "will", "would", "been", "came", "went", "took", "began", "ended", "closed",
    ]
    /// Of these the year is that of the money told next: "The 2024/25 budget was agreed, the precept being £9,000".
    private static let moneyNouns: Set<String> = [
        "budget", "precept", "grant", "tax", "council", "forecast", "estimates", "financial", "year", "accounts", "settlement", "spend",
        "spending", "income", "expenditure", "funding", "levy", "charge", "charges", "outturn", "fees", "capital", "revenue", "pay",
    ]
    private static let and = Array(" and ".utf8)
    /// Longest bracket, words between an amount and its time, clause, and marks between a time and its amount, bytes.
    private static let longestBracket = 80
    private static let longestLink = 24
    private static let longestClause = 120
    private static let longestGap = 3
}

extension NormalisedText {
    /// Whether an amount says how others are rounded, "to the nearest £1", and is of no time.
    func isRounding(_ amount: Range<Int>) -> Bool {
        words(max(0, amount.lowerBound - NormalisedText.longestRounding)..<amount.lowerBound).letterWords.last == "nearest"
    }

    private static let longestRounding = 10
}
