internal import PaperModel

// Headings in italics, or underlined, that run into their text.
extension Sections {
    /// Words in italics that a paragraph begins with where another one near by does the same: "Financial – as set out". One alone stresses a word,
    /// or names a book.
    func slantedLead(at index: Int) -> TextRange? {
        guard !taken.contains(index), let lead = slanted(at: index) else { return nil }
        let near =
            max(
                0, index - Settings.Headings.reachOfSlanted)...min(
                reading.passages.count - 1, index + Settings.Headings.reachOfSlanted)
        return near.contains { $0 != index && slanted(at: $0) != nil } ? lead : nil
    }

    /// The words in italics that begin a paragraph as a title does: few, with a capital, and a mark or a new sentence behind them.
    private func slanted(at index: Int) -> TextRange? {
        let passage = reading.passages[index]
        guard passage.form == .paragraph || passage.form == .listItem, !passage.isAside, !passage.isSetOff, !passage.beginsSmall,
            let lead = passage.slanted, lead.end < passage.body.end, lead.count > 2
        else { return nil }
        let words = reading.words(lead, at: index)
        guard words.split(separator: " ").count <= Settings.Headings.mostParallelWords, !Reading.saysMore(words), let last = words.last
        else { return nil }
        let after = reading.text(at: index).slice(TextRange(lead.end, passage.body.end)).first { !$0.isGap }
        let isMarked = ".:\u{2013}-".contains(last) || after.map { $0 == ":" || $0.isDash || $0.isUpper } ?? false
        return isMarked && last != "," ? lead : nil
    }
}
