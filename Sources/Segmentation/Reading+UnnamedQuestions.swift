internal import PaperModel
internal import RuleEngine

extension Reading {
    /// Papers whose lines may head questions without saying so: in a report a reply is a consultee's.
    private static let papersOfQuestions: Set<Paper.Kind> = [.questions, .minutes, .webPage, .other]

    /// Lines that stand out over a text with the bare head of a reply below it, where no word says that they head a question: "1. Ada Lind
    /// (Wendle)". With each the person whom it names; no name where it tells what the question is about.
    func unnamedQuestions(items: Set<Int>) -> [Int: String] {
        guard Reading.papersOfQuestions.contains(kind) else { return [:] }
        var found: [Int] = []
        var line: Int?
        var texts = 0
        var asks = false
        // What stands out below the head of a question is a part of that.
        var isAsked = false
        for index in passages.indices where !passages[index].isAside {
            let passage = passages[index]
            if passage.form == .table || items.contains(index) {
                (line, isAsked) = (nil, false)
            } else if begins([.question, .supplementary], at: index) {
                (line, isAsked) = (nil, true)
            } else if begins([.reply], at: index) {
                if let line, texts > 0 {
                    found.append(line)
                    asks = asks || (line..<index).contains { passages[$0].ending == "?" || passages[$0].ending == "\u{201D}" }
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
        guard asks, kind == .questions || found.count > 1 else { return [:] }
        return found.reduce(into: [:]) { $0[$1] = asker(at: $1) }
    }

    /// Whether the bare head of an exchange stands at a passage: "Answer", "Response: ...".
    func begins(_ kinds: Set<RuleKind>, at index: Int) -> Bool {
        cues[index].contains { cue in
            kinds.contains(cue.kind) && cue.groups["text"] == nil
                && (cue.kind == .reply ? cue["respondent"] == nil : cue.placement.allows(open: []))
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
