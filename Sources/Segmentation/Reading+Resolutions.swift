internal import PaperModel
internal import RuleEngine

extension Reading {
    /// Papers that tell what a meeting decided.
    private static let papersOfDecisions: Set<Paper.Kind> = [.minutes, .decisionNotice, .webPage]

    /// Whether the paper tells what a meeting decided.
    var tellsDecisions: Bool { Reading.papersOfDecisions.contains(kind) }

    /// For each passage what it tells of resolutions, outcomes and votes.
    func proceedings(_ cues: CueReading) -> [[Cue]] {
        passages.map { tellsDecisions && $0.form != .table ? cues.words(SegmentRules.proceedings, in: $0) : [] }
    }

    /// Where second and further resolutions begin within paragraphs of minutes, by passage: "RESOLVED to pay. It was further RESOLVED to move".
    func furtherResolutions(_ told: [[Cue]]) -> [Int: [Int]] {
        guard kind == .minutes || kind == .webPage else { return [:] }
        var places: [Int: [Int]] = [:]
        for (index, cues) in told.enumerated() {
            let passage = passages[index]
            guard passage.form == .paragraph || passage.form == .listItem, passage.role == nil || passage.role == .minutes else { continue }
            var first: Int?
            for cue in cues where cue.kind == .resolution && isSaid(cue, at: index) {
                let start = startOfDecision(cue, at: index)
                if let first, start > max(first, passage.body.start) { places[index, default: []].append(start) }
                first = max(first ?? cue.range.end, cue.range.end)
            }
        }
        return places
    }

    /// The sentence that holds the words, or the words themselves where they begin a line: they were set off then.
    func startOfDecision(_ cue: Cue, at index: Int) -> Int {
        let text = text(at: index)
        // A line that happens to begin with a small word goes on a sentence.
        let isCapital = text.slice(cue.range).first?.isUpper ?? false
        let slice = text.slice(cue.range)
        let broken = slice.lastIndex(of: "\n").flatMap { place in slice[place...].first { !$0.isGap } }
        let beginsLine = broken?.isUpper ?? false || cue.range.start > 0 && text.scalars[cue.range.start - 1] == "\n"
        if isCapital && beginsLine { return cue.range.start }
        var range = passages[index].body
        // Of a row it is the cell that holds the words.
        let cell = text.slice(TextRange(range.start, max(range.start, cue.range.start))).lastIndex(of: "\t")
        if passages[index].form == .row, let cell { range.start = cell + 1 }
        return text.startOfSentence(at: cue.range.start, in: range)
    }

    /// Whether a word that capitals tell apart from narrative stands apart: in a line that is all capitals it is a title's.
    func isSaid(_ cue: Cue, at index: Int) -> Bool {
        let text = text(at: index)
        guard cue.placement.position == .anywhere, let last = text.slice(cue.range).last, last.isUpper,
            let line = text.lines(of: passages[index].range).first(where: { $0.contains(cue.range.start) })
        else { return true }
        // "SUMMARY OF APPROVED RECOMMENDATIONS": the word stands among others.
        let words = text.slice(line)
        guard words.filter(\.isLetter).allSatisfy(\.isUpper), let ending = words.last(where: { !$0.isGap }),
            ending != ".", ending != ":", !ending.isDash
        else { return true }
        return text.isGap(TextRange(cue.range.end, max(cue.range.end, line.end)))
    }
}
