internal import PaperModel
internal import RuleEngine

/// Numbers that count the paragraphs of a paper from its first page to its last, as decisions, inspectors' reports and advice do. A short line with
/// one of them is a paragraph as the others are, and no heading.
enum ParagraphNumbers {
    /// Paragraphs that make such a run.
    private static let fewest = 8
    /// Of ten numbers of the run so many stand on running text: headings may share the count.
    private static let fewestLong = 7

    /// The passages that a run of paragraph numbers holds.
    static func places(in reading: Reading) -> Set<Int> {
        let members = reading.passages.indices.compactMap { index -> NumberRun.Member? in
            let passage = reading.passages[index]
            guard !passage.isAside, passage.form != .row, passage.form != .table, let number = passage.number, number.form == .plain else {
                return nil
            }
            return NumberRun.Member(index: index, number: number, isSetOff: false, isRow: false, isCommon: false, title: nil)
        }
        let runs = NumberRun.runs(of: members).filter { run in
            let long = run.members.count { reading.passages[$0.index].words >= Settings.Headings.fewestCutWords }
            return run.members.count >= fewest && long * 10 >= run.members.count * fewestLong
        }
        return Set(
            runs.flatMap(\.members).map(\.index).filter { index in
                reading.cue(.section, at: index) == nil && reading.cue(.recommendation, at: index) == nil
                    && !isTitle(at: index, in: reading)
            })
    }

    /// Whether a line with such a number is set off and no sentence: a heading that was numbered with the paragraphs.
    private static func isTitle(at index: Int, in reading: Reading) -> Bool {
        let passage = reading.passages[index]
        return passage.isSetOff && passage.ending?.isLetter == true && !reading.tells(at: index)
    }
}
