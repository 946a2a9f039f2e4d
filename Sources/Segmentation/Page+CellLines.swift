internal import PaperModel

extension Page {
    /// The lines of a cell that hold something. On a web page a row is one line of the text, and the loader says where lines begin in its cells.
    func cellLines(of cell: TextRange) -> [TextRange] {
        guard lines.isEmpty else { return text.lines(of: cell) }
        var low = 0
        var high = cellBreaks.count
        while low < high {
            let middle = (low + high) / 2
            if cellBreaks[middle] <= cell.start { low = middle + 1 } else { high = middle }
        }
        let starts = [cell.start] + cellBreaks[low...].prefix { $0 < cell.end }
        return zip(starts, starts.dropFirst() + [cell.end]).map { text.trimmed(TextRange($0, $1)) }.filter { !$0.isEmpty }
    }
}
