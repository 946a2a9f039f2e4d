/// Words in reading order, cut into lines.
struct LineRun {
    var words: [Word] = []
    /// Ranges of `words`, one a line.
    var lines: [Range<Int>] = []

    var isEmpty: Bool { words.isEmpty }

    var area: Area {
        var area = Area()
        for word in words { area.add(word.area) }
        return area
    }

    func area(ofLine line: Range<Int>) -> Area {
        var area = Area()
        for word in words[line] { area.add(word.area) }
        return area
    }

    /// Baseline of a line: that of its first word on the line itself.
    func baseline(ofLine line: Range<Int>) -> Float {
        (words[line].first { !$0.isRaised } ?? words[line.lowerBound]).baseline
    }

    /// The other's lines after its own.
    mutating func append(_ other: LineRun) {
        let offset = words.count
        words.append(contentsOf: other.words)
        lines.append(contentsOf: other.lines.map { ($0.lowerBound + offset)..<($0.upperBound + offset) })
    }
}

/// The lines of words that belong to one block or cell: words on one baseline from left to right, baselines from the top.
/// Words that run down or up the page likewise, as they are read with the head to the side; others keep the order in which they were drawn.
func lines(of words: [Word]) -> LineRun {
    guard !words.isEmpty else { return LineRun() }
    let isTurned = words[0].turn != 0
    let drawn = drawnRuns(of: words)
    let inOrder = zip(drawn, drawn.dropFirst()).allSatisfy { $0.baseline < $1.baseline - sameLineEms * words[$1.range.lowerBound].size }
    // As most are drawn.
    if !isTurned, inOrder, drawn.allSatisfy({ isLeftToRight(words[$0.range]) }) {
        return LineRun(words: words, lines: drawn.map(\.range))
    }
    var runs: [(words: [Word], baseline: Float)] = drawn.map { (Array(words[$0.range]), $0.baseline) }
    if !isTurned, !inOrder {
        // Drawing may come back to a line: runs on the same baseline become one.
        let sorted = runs.sorted { $0.baseline < $1.baseline }
        let merged = lineRanges(of: sorted, within: .runs, baseline: \.baseline, size: { $0.words[0].size })
        runs = merged.map { range in
            var line = sorted[range.lowerBound]
            for run in sorted[range.dropFirst()] { line.words.append(contentsOf: run.words) }
            return line
        }
    }
    let turn = words[0].turn
    if turn == 1 || turn == 3, words.allSatisfy({ $0.turn == turn }) { orderTurned(&runs, turn: turn) }
    var result = LineRun()
    result.words.reserveCapacity(words.count)
    for run in runs {
        let start = result.words.count
        if isTurned || isLeftToRight(run.words) {
            result.words.append(contentsOf: run.words)
        } else {
            // A raised mark goes where it stands; its bond to the word before it holds only if that is still its neighbour.
            result.words.append(contentsOf: run.words.sorted { $0.area.left < $1.area.left })
        }
        result.lines.append(start..<result.words.count)
    }
    return result
}

/// Runs of words in drawing order on one baseline, each with its first baseline and how far its words reach.
private func drawnRuns(of words: [Word]) -> [(range: Range<Int>, baseline: Float, top: Float, bottom: Float)] {
    var runs: [(range: Range<Int>, baseline: Float, top: Float, bottom: Float)] = []
    for (index, word) in words.enumerated() {
        guard let run = runs.last, sharesLine(word, baseline: run.baseline, top: run.top, bottom: run.bottom) else {
            runs.append((index..<index + 1, word.baseline, word.area.top, word.area.bottom))
            continue
        }
        runs[runs.count - 1].range = run.range.lowerBound..<index + 1
        if !word.isRaised {
            runs[runs.count - 1].top = min(run.top, word.area.top)
            runs[runs.count - 1].bottom = max(run.bottom, word.area.bottom)
        }
    }
    return runs
}

/// The middle of a raised mark stands at most this far above its line.
private let raisedReachEms: Float = 0.5

/// Baselines of turned words on one line differ by less than this, in multiples of the font size: headings set sideways stand close.
private let turnedLineEms: Float = 0.2

/// Puts lines that run down (`turn` 1, the first at the right) or up (3, the first at the left) and their words in order.
private func orderTurned(_ runs: inout [(words: [Word], baseline: Float)], turn: UInt8) {
    runs.sort { turn == 1 ? $0.baseline > $1.baseline : $0.baseline < $1.baseline }
    var index = 0
    for next in runs.indices.dropFirst() {
        // Drawing may come back to a line.
        if abs(runs[next].baseline - runs[index].baseline) <= turnedLineEms * runs[next].words[0].size, runs[next].words[0].turn == turn {
            runs[index].words.append(contentsOf: runs[next].words)
        } else {
            index += 1
            runs[index] = runs[next]
        }
    }
    runs.removeSubrange((index + 1)...)
    for run in runs.indices {
        runs[run].words.sort { turn == 1 ? $0.area.top < $1.area.top : $0.area.bottom > $1.area.bottom }
    }
}

private func sharesLine(_ word: Word, baseline: Float, top: Float, bottom: Float) -> Bool {
    if word.isRaised { return word.area.midY > top - raisedReachEms * word.size && word.area.midY < bottom }
    return abs(word.baseline - baseline) <= sameLineEms * word.size
}

private func isLeftToRight(_ words: some Collection<Word>) -> Bool {
    zip(words, words.dropFirst()).allSatisfy { $0.area.left <= $1.area.left }
}
