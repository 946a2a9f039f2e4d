internal import PaperModel

extension Page {
    /// The lines of a cell that hold something. On a web page a row is one line of the text, and the loader says where lines begin in its cells.
    func cellLines(of cell: TextRange) -> [TextRange] {
        let printed = text.lines(of: cell)
        return cellBreaks.isEmpty ? printed : printed.flatMap { broken($0) }
    }

    /// Whether bold words with a stop stand on one printed line with the plain ones that follow them, which tagged PDFs keep as a line of the text:
    /// they head the paragraph that they begin.
    func isRunIn(_ line: TextRange) -> Bool {
        let last = text.slice(line).last { !$0.isGap }
        guard last == "." || last == ":", let box = self.line(at: line.start)?.box else { return false }
        let next = text.trimmed(TextRange(line.end, text.count)).start
        guard next < text.count, boldLead(of: TextRange(next, min(next + 1, text.count))) == nil, let below = self.line(at: next)?.box
        else { return false }
        return abs(below.midY - box.midY) < min(below.height, box.height) / 2 && below.x > box.x
    }

    private func broken(_ line: TextRange) -> [TextRange] {
        let first = cellBreaks.partitioningIndex { $0 > line.start }
        let starts = [line.start] + cellBreaks[first...].prefix { $0 < line.end }
        return zip(starts, starts.dropFirst() + [line.end]).map { text.trimmed(TextRange($0, $1)) }.filter { !$0.isEmpty }
    }
}
