internal import PaperModel
internal import RuleEngine

extension Reading {
    /// Papers whose lines may head questions without saying so: in a report a reply is a consultee's.
    private static let papersOfQuestions: Set<Paper.Kind> = [.questions, .minutes, .webPage, .other]

    /// Lines that stand out over a text with the bare head of a reply below it, where no word says that they head a question: "1. Ada Lind
    /// (Wendle)". With each the person whom it names; no name where it tells what the question is about. Where nothing stands out, the
    /// paragraph that asks.
    func unnamedQuestions(items: Set<Int>) -> [Int: String] {
        guard Reading.papersOfQuestions.contains(kind) else { return [:] }
        var found: [Int] = []
        var line: Int?
        var texts = 0
        var isAsking = false
        // What stands out below the head of a question is a part of that.
        var isAsked = false
        for index in passages.indices where !passages[index].isAside {
            let passage = passages[index]
            if passage.form == .table || items.contains(index) {
                (line, isAsked) = (nil, false)
            } else if begins([.question, .supplementary], at: index) {
                (line, isAsked) = (nil, true)
            } else if begins([.reply], at: index) {
                if !isAsked, let above = previous(before: index), let start = line ?? beginningOfQuestion(endingAt: above),
                    texts > 0 || start != line
                {
                    found.append(start)
                    isAsking = isAsking || (start..<index).contains { asks(at: $0) }
                }
                (line, isAsked) = (nil, false)
            } else if isAsked {
                continue
            } else if passage.isSetOff, passage.words <= Settings.Questions.mostNameWords, passage.ending != "?", passage.ending != "." {
                (line, texts) = (index, 0)
            } else {
                texts += 1
            }
        }
        guard isAsking, kind == .questions || found.count > 1 else { return [:] }
        return found.reduce(into: [:]) { $0[$1] = asker(at: $1) }
    }

    private func asks(at index: Int) -> Bool { passages[index].ending == "?" || passages[index].ending == "\u{201D}" }

    /// The paragraph with a number, or the last one, of a question that ends at a passage; nil where that asks nothing.
    private func beginningOfQuestion(endingAt last: Int) -> Int? {
        guard asks(at: last), !passages[last].isSetOff, passages[last].form != .row else { return nil }
        let near = (max(0, last - Settings.Questions.mostParagraphsAbove)...last).reversed().prefix { !begins([.reply], at: $0) }
        return near.first { passages[$0].number?.isDelimited ?? false } ?? last
    }

    /// Whether the bare head of an exchange stands at a passage: "Answer", "Response: ...".
    func begins(_ kinds: Set<RuleKind>, at index: Int) -> Bool {
        cues[index].contains { cue in
            kinds.contains(cue.kind) && cue.groups["text"] == nil
                && (cue.kind == .reply ? cue["respondent"] == nil : cue.kind == .supplementary || cue.placement.allows(open: []))
        }
    }

    /// The person whom a line names; empty where it names none: two to four words with capitals, up to a bracket, a comma or a dash.
    private func asker(at index: Int) -> String {
        let line = title(passages[index].body, at: index)
        if cues[index].contains(where: { $0.kind == .person }) { return line }
        let end = line.firstIndex { $0 == "," || $0 == "(" || $0 == "\u{2013}" || $0 == "-" && line.contains(" - ") } ?? line.endIndex
        let words = line[..<end].split(separator: " ")
        let isName = words.allSatisfy { word in
            word.first?.isUppercase ?? false && word.allSatisfy { $0.isLetter || ".-'\u{2019}".contains($0) }
        }
        guard isName, (2...4).contains(words.count), passages[index].number != nil || end != line.endIndex else { return "" }
        return words.joined(separator: " ")
    }
}
