internal import PaperModel

/// Letters reach over their column by less than this.
private let edgeEms: Float = 0.1

/// A separator this near to the gap between two words stands in it: the middle of a valley may lie in a word.
private let overEms: Float = 0.3

/// Headings side by side stand further apart than the words of one by this factor.
private let widerGap: Float = 1.4

/// Fonts set narrow have spaces of half the usual width.
private let narrowSpace: Float = 0.5

/// The space between words of most fonts.
private let spaceEms: Float = 0.28

/// Headings side by side stand this far apart, words of one heading seldom.
private let headingGapEms: Float = 0.5

/// A stretch of a printed line in one or more columns of a table.
struct GridPiece {
    var columns: Range<Int>
    var words: Range<Int>
    var area: Area
    var isValue: Bool
    var isNumber: Bool
}

/// A printed line of a table, its words set into columns.
struct GridLine {
    var pieces: [GridPiece]
    var area: Area
    var baseline: Float
    var size: Float
}

extension TextRows {
    /// A row set into the columns between separators. A chunk over a separator is cut there where a word ends and another begins, if
    /// it is figures or stands wide apart; else it stays whole over its columns.
    ///
    /// `cutsWords`: the separators are known from drawn lines, so that words close together are cut there too.
    func line(_ row: TextRow, separators: [Float], cutsWords: Bool = false) -> GridLine {
        var line = GridLine(pieces: [], area: row.area, baseline: row.baseline, size: row.size)
        for chunk in row.chunks {
            for part in cut(chunk, at: separators, cutsWords: cutsWords, size: row.size) {
                // Figures stand in one column, that of their middle.
                let first = column(of: part.isNumber ? part.area.midX : part.area.left + edgeEms * row.size, separators)
                let last = part.isNumber ? first : max(first, column(of: part.area.right - edgeEms * row.size, separators))
                // What runs over into a column that has something of its own ends before that.
                if let before = line.pieces.last, before.columns.lowerBound < first, before.columns.upperBound > first {
                    line.pieces[line.pieces.count - 1].columns = before.columns.lowerBound..<first
                }
                if let before = line.pieces.last, before.columns.contains(first) {
                    // Two chunks in one column are one cell.
                    line.pieces[line.pieces.count - 1].columns = before.columns.lowerBound..<max(before.columns.upperBound, last + 1)
                    line.pieces[line.pieces.count - 1].words = before.words.lowerBound..<part.words.upperBound
                    line.pieces[line.pieces.count - 1].area.add(part.area)
                    line.pieces[line.pieces.count - 1].isValue = before.isValue && part.isValue
                    line.pieces[line.pieces.count - 1].isNumber =
                        before.isValue && part.isValue && (before.isNumber || part.isNumber)
                } else {
                    line.pieces.append(
                        GridPiece(
                            columns: first..<(last + 1), words: part.words, area: part.area, isValue: part.isValue, isNumber: part.isNumber)
                    )
                }
            }
        }
        return line
    }

    private func column(of x: Float, _ separators: [Float]) -> Int {
        separators.partitioningIndex { $0 > x }
    }

    private func cut(_ whole: Chunk, at separators: [Float], cutsWords: Bool, size: Float) -> [Chunk] {
        guard whole.words.count > 1, column(of: whole.area.left, separators) != column(of: whole.area.right, separators) else {
            return [whole]
        }
        // Words of one heading stand closer than headings side by side.
        let gaps = whole.words.dropLast().map { words[$0 + 1].area.left - words[$0].area.right }
        let space = whole.words.count > 2 ? max(gaps.min() ?? 0, narrowSpace * spaceEms * size) : spaceEms * size
        var parts: [Chunk] = []
        var start = whole.words.lowerBound
        for index in whole.words.dropLast() {
            let left = words[index].area.right
            let right = words[index + 1].area.left
            let columns =
                column(
                    of: words[index].area.midX, separators)..<max(
                    column(of: words[index].area.midX, separators), column(of: words[index + 1].area.midX, separators))
            guard columns.lowerBound < columns.upperBound else { continue }
            // The separator stands in the gap, or a label comes so near its number that the middle of the valley lies in a word.
            let separator = separators[columns.lowerBound]
            let isFree = separator >= left - overEms * size && separator <= right + overEms * size
            let isApart = cutsWords || right - left >= min(headingGapEms * size, widerGap * space)
            // A number stands in the column of its middle; a word before it may reach over, one after it makes it part of a label.
            let isNumber = shapes[index + 1] == .number && (index + 2 == whole.words.upperBound || shapes[index + 2] != .text)
            guard isNumber || (isFree && (isApart || shapes[index] == .number && shapes[index + 1].isValue)) else { continue }
            parts.append(chunk(start..<(index + 1)))
            start = index + 1
        }
        parts.append(chunk(start..<whole.words.upperBound))
        return parts
    }
}
