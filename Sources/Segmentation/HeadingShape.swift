internal import PaperModel

extension Reading {
    /// Most words of a heading: the longest titles of reports have about thirty.
    static let mostHeadingWords = 32

    /// Labels that look like headings and are none.
    private static let noHeadings: Set = [
        "banner", "closing", "signature", "field", "caption", "contents", "contentsHeading", "answer", "date", "votes", "continued", "reference",
    ]

    /// Whether the words of a passage can be a heading: few, with letters, no sentence, and no label.
    func isHeadingLike(at index: Int) -> Bool {
        let passage = passages[index]
        guard !passage.isAside, !passage.isBulleted, passage.words <= Reading.mostHeadingWords, !passage.body.isEmpty, !passage.beginsSmall else { return false }
        if case .table = passage.form { return false }
        if passage.form == .row || passage.form == .footnote || passage.form == .caption { return false }
        guard !isLabel(Reading.noHeadings, at: index) else { return false }
        let slice = text(at: index).slice(passage.body)
        guard slice.contains(where: \.isLetter), !cutsSentence(at: index) else { return false }
        // A line in brackets is said aside.
        if slice.first == "(", passage.ending == ")", !slice.dropFirst().contains("(") { return false }
        switch passage.ending {
        case ",", ";": return false
        // A full stop ends a sentence; after few words it is a heading's own.
        case ".": return passage.words <= 6 && !passage.isSentence(slice)
        default: return true
        }
    }

    /// Whether the paragraph before goes on with this line: it has no stop, and a page or a column ended in it.
    private func cutsSentence(at index: Int) -> Bool {
        guard passages[index].number == nil, let previous = previous(before: index) else { return false }
        let before = passages[previous]
        return before.form != .table && before.form != .row && !before.isSetOff && before.words >= 15 && before.ending?.isLetter == true
    }

    /// The first paragraph that is running text and no line of a form; the title of a paper stands before it.
    func firstParagraph() -> Int? {
        passages.indices.first { index in
            let passage = passages[index]
            guard !passage.isAside, !passage.isSetOff, passage.form != .table, passage.form != .row else { return false }
            return (passage.words >= 15 || passage.words >= 8 && passage.ending == ".") && !isLabel(["field", "date"], at: index)
        }
    }
}

extension Passage {
    /// Whether the words hold the end of one sentence and the start of the next.
    fileprivate func isSentence(_ slice: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let stop = slice.firstIndex(of: "."), stop + 2 < slice.endIndex else { return false }
        return slice[stop + 1].isGap
    }
}

extension PageText {
    /// Where the words before a colon (if `colon`) or a dash end that parts a title from its text, if they are few and text follows; nil where none does.
    func endOfRunIn(_ range: TextRange, mostWords: Int, colon: Bool = true) -> Int? {
        let slice = slice(range)
        var words = 1
        for index in slice.indices {
            let scalar = slice[index]
            let next: Unicode.Scalar = index + 1 < slice.endIndex ? slice[index + 1] : " "
            switch scalar {
            case ":" where next.isGap || next == "-": return colon && index > range.start ? index : nil
            case "\u{2013}", "\u{2014}", "-":
                if index > range.start, slice[index - 1].isGap, next.isGap { return index }
            case "." where next.isGap && words > 1: return nil
            case "?", ";": return nil
            case _ where scalar.isGap:
                words += 1
                if words > mostWords { return nil }
            default: continue
            }
        }
        return nil
    }
}
