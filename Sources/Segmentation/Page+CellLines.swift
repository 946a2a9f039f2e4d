internal import PaperModel

extension Page {
    /// The lines of a cell that hold something. On a web page a row is one line of the text, and the loader says where lines begin in its cells.
    func cellLines(of cell: TextRange) -> [TextRange] {
        let printed = text.lines(of: cell)
        return cellBreaks.isEmpty ? printed : printed.flatMap { broken($0) }
    }

    private func broken(_ line: TextRange) -> [TextRange] {
        let first = cellBreaks.partitioningIndex { $0 > line.start }
        let starts = [line.start] + cellBreaks[first...].prefix { $0 < line.end }
        return zip(starts, starts.dropFirst() + [line.end]).map { text.trimmed(TextRange($0, $1)) }.filter { !$0.isEmpty }
    }
}

extension [Int] {
    /// The first place, in an array that does not fall, from which a condition holds to the end.
    func partitioningIndex(where holds: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
