internal import PaperModel

/// A figure has at most so many words: sign, number, scale, mark.
private let mostFigureWords = 4

/// Words that lie over each other by more than this are printed on the same spot; no line parts them.
private let overlapEms: Float = 0.5

/// Groups of digits stand closer than this: a space is 0.25 to 0.35 em.
private let digitGapEms: Float = 0.4

/// Digits of a group: "79 935".
private let digitGroup = 3

/// Words side by side without a wide gap, as one reads them: a label, a number, a heading.
struct Chunk {
    /// Its words, as indices into the rows' words.
    var words: Range<Int>
    var area: Area
    /// Whether all its words may stand in a column of figures, and at least one is more than a mark.
    var isValue: Bool
    /// Whether it holds a number, not just years or marks.
    var isNumber: Bool
}

/// Chunks on one baseline, from left to right.
struct TextRow {
    var chunks: [Chunk]
    var area: Area
    var baseline: Float
    /// Largest font size of its words.
    var size: Float
}

/// The printed lines of a page or part of it, from the top, cut into chunks.
struct TextRows {
    /// All words, row by row, from left to right.
    private(set) var words: [Word] = []
    /// For each word its index in the words that the rows were made of.
    private(set) var sources: [Int] = []
    private(set) var shapes: [WordShape] = []
    private(set) var rows: [TextRow] = []

    /// No rows.
    init() {}

    /// Cuts the words of `all` that `indices` names. A gap with one of the `verticals` in it parts chunks however narrow it is.
    init(_ all: [Word], at indices: [Int], verticals: [Edge]) {
        func base(_ word: Word) -> Float { word.isRaised ? word.area.bottom : word.baseline }
        let sorted = indices.sorted { (base(all[$0]), all[$0].area.left) < (base(all[$1]), all[$1].area.left) }
        words.reserveCapacity(sorted.count)
        sources.reserveCapacity(sorted.count)
        for line in lineRanges(of: sorted, within: .words, baseline: { base(all[$0]) }, size: { all[$0].size }) {
            let first = words.count
            for index in sorted[line].sorted(by: { all[$0].area.left < all[$1].area.left }) {
                words.append(all[index])
                sources.append(index)
                shapes.append(all[index].isRaised ? .mark : all[index].shape)
            }
            rows.append(textRow(first..<words.count, verticals: verticals))
        }
    }

    /// The indices of the rows whose baselines stand between two heights.
    func rows(from top: Float, to bottom: Float) -> Range<Int> {
        let start = rows.partitioningIndex { $0.baseline >= top }
        return start..<max(start, rows.partitioningIndex { $0.baseline >= bottom })
    }

    /// The areas of the words of each chunk of some rows.
    func areas(of rows: some Sequence<TextRow>) -> [[Area]] {
        rows.flatMap(\.chunks).map { $0.words.map { words[$0].area } }
    }

    /// The fonts that a row is set in.
    func fonts(_ row: TextRow) -> Set<Int32> { fonts(of: row.chunks.lazy.flatMap(\.words)) }

    /// The fonts of some words.
    func fonts(of indices: some Sequence<Int>) -> Set<Int32> { Set(indices.lazy.map { words[$0].font }) }

    /// The same rows, or some of them, with the words whose area passes a test; rows and chunks left empty go.
    func keeping(rows range: Range<Int>? = nil, _ test: (Area) -> Bool) -> TextRows {
        var kept = TextRows()
        for row in rows[range ?? rows.indices] {
            var part = TextRow(chunks: [], area: Area(), baseline: row.baseline, size: row.size)
            for chunk in row.chunks {
                let first = kept.words.count
                // A sign and its number stay together.
                let isOne = chunk.isNumber && chunk.words.dropFirst().allSatisfy { words[$0].joinsPrevious }
                for index in chunk.words where test(isOne ? chunk.area : words[index].area) {
                    kept.words.append(words[index])
                    kept.sources.append(sources[index])
                    kept.shapes.append(shapes[index])
                    part.area.add(words[index].area)
                }
                if kept.words.count > first { part.chunks.append(kept.chunk(first..<kept.words.count)) }
            }
            if !part.chunks.isEmpty { kept.rows.append(part) }
        }
        return kept
    }

    /// A text of some of the words, a row for each range.
    func keeping(words ranges: [Range<Int>]) -> TextRows {
        var kept = TextRows()
        for range in ranges where !range.isEmpty {
            let first = kept.words.count
            kept.words.append(contentsOf: words[range])
            kept.sources.append(contentsOf: sources[range])
            kept.shapes.append(contentsOf: shapes[range])
            let chunk = kept.chunk(first..<kept.words.count)
            let size = words[range].map(\.size).max() ?? 0
            kept.rows.append(TextRow(chunks: [chunk], area: chunk.area, baseline: words[range.lowerBound].baseline, size: size))
        }
        return kept
    }

    /// Adds the words of another text, without its rows; returns the index of the first of them.
    mutating func append(_ other: TextRows) -> Int {
        let offset = words.count
        words.append(contentsOf: other.words)
        sources.append(contentsOf: other.sources)
        shapes.append(contentsOf: other.shapes)
        return offset
    }

    private func textRow(_ range: Range<Int>, verticals: [Edge]) -> TextRow {
        var row = TextRow(chunks: [], area: Area(), baseline: words[range.lowerBound].baseline, size: 0)
        var start = range.lowerBound
        for index in range {
            row.size = max(row.size, words[index].size)
            row.area.add(words[index].area)
            if !words[index].isRaised { row.baseline = words[index].baseline }
            let next = index + 1
            if next == range.upperBound || parts(index, next, verticals: verticals) {
                row.chunks.append(chunk(start..<next))
                start = next
            }
        }
        return row
    }

    /// A chunk of some of the words.
    func chunk(_ range: Range<Int>) -> Chunk {
        var chunk = Chunk(words: range, area: Area(), isValue: false, isNumber: false)
        var isText = false
        for index in range {
            // Leaders are white space to the eye: they take no room in a column.
            if shapes[index] != .leader || range.count == 1 { chunk.area.add(words[index].area) }
            switch shapes[index] {
            case .number:
                chunk.isNumber = true
                chunk.isValue = true
            case .period: chunk.isValue = true
            case .mark: break
            case .leader: break
            case .text: isText = true
            }
        }
        if chunk.area.isEmpty { for index in range { chunk.area.add(words[index].area) } }
        if range.count == 1, shapes[range.lowerBound] == .mark { chunk.isValue = true }
        if isText || range.count > mostFigureWords {
            chunk.isValue = false
            chunk.isNumber = false
        }
        return chunk
    }

    /// Whether the space between two neighbouring words parts two chunks.
    private func parts(_ left: Int, _ right: Int, verticals: [Edge]) -> Bool {
        let size = max(words[left].size, words[right].size)
        let gap = words[right].area.left - words[left].area.right
        if words[right].joinsPrevious, gap < Ems.numberGap * size { return false }
        // A number ends before the sign of the next, however near that stands.
        if shapes[left] == .number, shapes[right] == .mark, words.indices.contains(right + 1), words[right + 1].joinsPrevious {
            return true
        }
        if gap > Ems.chunkGap * size { return true }
        if gap > Ems.numberGap * size, shapes[left].isValue, shapes[right].isValue, shapes[left] != .mark || shapes[right] != .mark {
            return !groupsDigits(left, right, gap: gap)
        }
        if gap > Ems.labelGap * size, shapes[right] == .number { return true }
        return gap > -overlapEms * size
            && isRuled(from: words[left].area.right, to: words[right].area.left, at: words[right].area.midY, verticals)
    }

    /// Whether a number goes on after a space: "79 935".
    private func groupsDigits(_ left: Int, _ right: Int, gap: Float) -> Bool {
        shapes[left] == .number && shapes[right] == .number && words[right].traits.length == digitGroup
            && words[left].traits.length <= digitGroup
            && gap < digitGapEms * words[right].size
    }

    private func isRuled(from left: Float, to right: Float, at y: Float, _ verticals: [Edge]) -> Bool {
        var index = lowerBound(of: min(left, right) - Points.same, in: verticals)
        while index < verticals.count, verticals[index].position <= max(left, right) + Points.same {
            if verticals[index].start <= y, y <= verticals[index].end { return true }
            index += 1
        }
        return false
    }
}
