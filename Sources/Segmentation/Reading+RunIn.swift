internal import PaperModel

extension Reading {
    /// The last passage before `index` in the flow; nil at the start.
    func previous(before index: Int) -> Int? {
        var previous = index - 1
        while previous >= 0, passages[previous].isAside { previous -= 1 }
        return previous >= 0 ? previous : nil
    }

    /// Bold words at the start of a passage with plain ones after them, where a colon, dash or full stop parts the two.
    func runInLead(at index: Int) -> TextRange? {
        let passage = passages[index]
        guard let lead = passage.lead, !passage.isBold, !passage.isHeading, lead.count > 2, !passage.beginsSmall else { return nil }
        let slice = text(at: index).slice(TextRange(lead.start, min(passage.body.end, lead.end + 3)))
        let words = words(lead, at: index).split(separator: " ")
        guard words.count <= Settings.Headings.mostLeadWords, slice.contains(where: \.isLetter) else { return nil }
        let isMark: (Unicode.Scalar) -> Bool = { $0 == ":" || $0.isDash || $0 == "." }
        let last = slice[..<lead.end].last { !$0.isGap }
        let after = slice[lead.end...].first { !$0.isGap }
        return last.map(isMark) ?? false || after.map { isMark($0) && $0 != "." } ?? false ? lead : nil
    }
}
