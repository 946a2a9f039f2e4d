internal import PaperModel
internal import RuleEngine

// Lists of contents.
extension Sections {
    /// Lines of a list of contents that has neither dots nor a heading: on one page they end with numbers that rise.
    func contents() -> Set<Int> {
        var result: Set<Int> = []
        var open: [Int] = []
        var last = (page: 0, number: 0)
        func close() {
            if open.count >= Settings.Headings.fewestContents { result.formUnion(open) }
            open = []
        }
        for (index, passage) in reading.passages.enumerated() where !passage.isAside && passage.words <= Settings.Headings.mostWords {
            guard let number = reading.text(at: index).slice(passage.range).trailingNumber else { continue }
            if passage.page != last.page || number < last.number { close() }
            open.append(index)
            last = (passage.page, number)
        }
        close()
        return result
    }
}

extension ArraySlice<Unicode.Scalar> {
    /// The whole number that stands alone at the end, behind words.
    fileprivate var trailingNumber: Int? {
        guard let end = lastIndex(where: { !$0.isGap }), self[end].isDigit else { return nil }
        let start = self[...end].lastIndex { !$0.isDigit }.map { $0 + 1 } ?? startIndex
        guard start > startIndex, self[start - 1].isGap, self[..<start].contains(where: \.isLetter), end - start < 4 else { return nil }
        return self[start...end].reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
    }
}
