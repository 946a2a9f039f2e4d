/// How the cells of a table's rows are set against each other; a table sets all its cells alike.
enum RowSetting {
    /// The first lines of all cells stand beside each other.
    case top
    /// A figure stands beside the middle of its label.
    case middle
    /// The last lines do: a figure stands beside the last line of its label.
    case foot
}

/// The lines of a table's body, some of them with figures, before they are rows.
struct BodyLines {
    private let lines: [GridLine]
    /// Which of them have figures.
    private let anchors: [Bool]
    /// For each but the last whether a rule stands below it.
    private let isRuledOff: [Bool]
    private let text: TextRows
    private let filling: LineFilling

    init(_ lines: [GridLine], anchors: [Bool], isRuledOff: [Bool], text: TextRows) {
        self.lines = lines
        self.anchors = anchors
        self.isRuledOff = isRuledOff
        self.text = text
        filling = LineFilling(lines, text: text)
    }

    /// How the cells are set; nil where nothing tells.
    ///
    /// Lines without figures belong to the row above where cells are set to the top, to the row below where they are set to the foot, and
    /// to both sides of their figures where they are set to the middle. What tells: figures between two lines of their label; a line that
    /// ran over is full, so that the first word of the line it went on to had no room in it; a line that begins in lower case goes on
    /// what stands above; the first line of a body has one side only to belong to. Titles of groups may be as long as full lines: so
    /// rows must stand further apart than the lines of a cell, or several full lines and hardly any other stand above figures.
    var setting: RowSetting? {
        if lines.indices.contains(where: isBetweenLines) || lines.indices.count(where: isCentred) > 1 { return .middle }
        var (above, below) = (Votes(), Votes())
        for run in runsWithoutFigures {
            if run.lowerBound > 0, !isRuledOff[run.lowerBound - 1] { above.count(run.lowerBound, of: self, weight: 1) }
            if run.upperBound < lines.count, !isRuledOff[run.upperBound - 1] {
                below.count(run.upperBound, of: self, weight: run.lowerBound == 0 ? oneSided : 1)
            }
        }
        let (foot, top) = (below.sum + above.room, above.sum + below.room)
        if foot > top {
            let areMany = below.full >= tellingLines && below.room * 4 <= below.full
            return areMany || below.full > 0 && isParted(byRowsThat: .endWithFigures) ? .foot : nil
        }
        return top > foot && above.full > 0 && isParted(byRowsThat: .beginWithFigures) ? .top : nil
    }

    /// What is said for lines going on from those above them.
    private struct Votes {
        var sum = 0
        var full = 0
        var room = 0

        mutating func count(_ index: Int, of body: BodyLines, weight: Int) {
            let isLow = body.beginsLow(body.lines[index])
            switch body.filling.goesOn(from: body.lines[index - 1], to: body.lines[index]) {
            case .full:
                full += 1
                sum += weight
            case .hasRoom: if isLow { full += 1 } else { room += 1 }
            case .apart: break
            }
            if isLow { sum += 2 }
        }
    }

    private enum RowEdge {
        case beginWithFigures
        case endWithFigures
    }

    /// Whether the space between rows is wider than that between the lines of one cell.
    private func isParted(byRowsThat edge: RowEdge) -> Bool {
        let bounds = lines.indices.dropFirst().filter { edge == .beginWithFigures ? anchors[$0] : anchors[$0 - 1] }
        let least = bounds.map { lines[$0].baseline - lines[$0 - 1].baseline }.min() ?? 0
        return least > cellPitch { edge == .beginWithFigures ? !anchors[$0] : !anchors[$0 - 1] }
    }

    /// For each line its row, where cells are set to the top: a row begins with the line of its figures, and a full line goes on in the next.
    /// What begins in lower case goes on what stands above, however the others are set.
    var topRows: [Int] {
        let pitch = cellPitch { !anchors[$0] }
        return rows { goesOn($0, pitch: pitch) && (!anchors[$0] || !anchors[$0 - 1] && beginsLow(lines[$0])) }
    }

    /// For each line its row, where cells are set to the foot: a full line goes on in the next, and a row ends with the line of its figures.
    var footRows: [Int] {
        let pitch = cellPitch { !anchors[$0 - 1] }
        return rows { goesOn($0, pitch: pitch) && (!anchors[$0 - 1] || !anchors[$0] && beginsLow(lines[$0])) }
    }

    /// Whether a line goes on the one before it, lines of one cell standing at most `pitch` apart. In lower case a line goes on one without
    /// figures at more: fonts differ in their pitch.
    private func goesOn(_ index: Int, pitch: Float) -> Bool {
        let isNear = lines[index].baseline - lines[index - 1].baseline <= pitch
        return (isNear || !anchors[index - 1] && beginsLow(lines[index])) && goesOn(index)
    }

    private func goesOn(_ index: Int) -> Bool {
        switch filling.goesOn(from: lines[index - 1], to: lines[index]) {
        case .full: true
        case .hasRoom: beginsLow(lines[index])
        case .apart: false
        }
    }

    /// How far apart, points, the lines of one cell stand at most: a little more than the nearest of those that may go on.
    private func cellPitch(_ mayGoOn: (Int) -> Bool) -> Float {
        let pitches = lines.indices.dropFirst().filter { mayGoOn($0) && goesOn($0) }.map { lines[$0].baseline - lines[$0 - 1].baseline }
        return (pitches.min() ?? 0) * samePitch
    }

    /// For each line its row, where cells are set to the middle: as many lines stand above the figures of a row as below.
    var middleRows: [Int] {
        var owner = [Int](repeating: -1, count: lines.count)
        for index in lines.indices where anchors[index] { owner[index] = index }
        // Figures between two lines surely have those; only then may others go on above and below theirs.
        let surely = lines.indices.filter { isBetweenLines($0) || isCentred($0) }
        let pitch = samePitch * (surely.map(pitchAround).min() ?? 0)
        var isSure = [Bool](repeating: false, count: lines.count)
        for index in surely { isSure[index] = true }
        for index in surely + lines.indices.filter({ anchors[$0] && !isSure[$0] }) {
            var reach = 1
            while index - reach >= 0, index + reach < lines.count, owner[index - reach] < 0, owner[index + reach] < 0,
                isPair(index - reach, index + reach, around: index, pitch: reach == 1 && isSure[index] ? nil : pitch)
            {
                owner[index - reach] = index
                owner[index + reach] = index
                reach += 1
            }
        }
        return rows { owner[$0] >= 0 && owner[$0] == owner[$0 - 1] }
    }

    private func rows(joins: (Int) -> Bool) -> [Int] {
        var rows = [Int](repeating: 0, count: lines.count)
        for index in lines.indices.dropFirst() {
            let isOne = !isRuledOff[index - 1] && (sharesHeight(lines[index - 1], lines[index]) || joins(index))
            rows[index] = rows[index - 1] + (isOne ? 0 : 1)
        }
        return rows
    }

    /// How far apart, points, the lines around figures stand: two with the figures between them, or three.
    private func pitchAround(_ index: Int) -> Float {
        let both = lines[index + 1].baseline - lines[index - 1].baseline
        return isBetweenLines(index) ? both : both / 2
    }

    /// Whether figures stand between two lines of a cell's words, half a line from each.
    private func isBetweenLines(_ index: Int) -> Bool {
        anchors[index] && index > 0 && index + 1 < lines.count && !anchors[index - 1] && !anchors[index + 1]
            && sharesHeight(lines[index - 1], lines[index]) && sharesHeight(lines[index], lines[index + 1])
            && lines[index - 1].pieces.contains { above in lines[index + 1].pieces.contains { $0.columns == above.columns } }
    }

    /// Whether figures stand on the middle one of three lines of a cell, and nothing else as near.
    private func isCentred(_ index: Int) -> Bool {
        guard anchors[index], index > 0, index + 1 < lines.count, !anchors[index - 1], !anchors[index + 1] else { return false }
        let (up, down) = (lines[index].baseline - lines[index - 1].baseline, lines[index + 1].baseline - lines[index].baseline)
        let before = index > 1 ? lines[index - 1].baseline - lines[index - 2].baseline : .infinity
        let after = index + 2 < lines.count ? lines[index + 2].baseline - lines[index + 1].baseline : .infinity
        return abs(up - down) < symmetry * lines[index].size && min(before, after) > samePitch * max(up, down)
            && filling.goesOn(from: lines[index - 1], to: lines[index]) != .apart
            && filling.goesOn(from: lines[index], to: lines[index + 1]) != .apart
    }

    /// Whether two lines stand equally far above and below figures and belong to them: the nearest to figures without a label always do,
    /// others where they are no further from the line between than lines of one cell, `pitch` points, and none of these had room for more.
    private func isPair(_ above: Int, _ below: Int, around index: Int, pitch: Float?) -> Bool {
        let size = lines[index].size
        let (up, down) = (lines[index].baseline - lines[above].baseline, lines[below].baseline - lines[index].baseline)
        guard abs(up - down) < symmetry * size, !isRuledOff[above], !isRuledOff[below - 1] else { return false }
        guard let pitch else { return true }
        // Of lines that interleave, those of one cell are two apart.
        let step = sharesHeight(lines[above], lines[above + 1]) ? 2 : 1
        return lines[above + step].baseline - lines[above].baseline <= pitch
            && filling.goesOn(from: lines[above], to: lines[above + 1]) != .hasRoom
            && filling.goesOn(from: lines[below - 1], to: lines[below]) != .hasRoom
    }

    /// Maximal runs of lines without figures.
    private var runsWithoutFigures: [Range<Int>] {
        var runs: [Range<Int>] = []
        for index in lines.indices where !anchors[index] {
            if let last = runs.last, last.upperBound == index {
                runs[runs.count - 1] = last.lowerBound..<(index + 1)
            } else {
                runs.append(index..<(index + 1))
            }
        }
        return runs
    }

    private func beginsLow(_ line: GridLine) -> Bool {
        line.pieces.first.map { PDFLoading.beginsLow($0, text: text) } ?? false
    }
}

/// The first line of a body has one row only to belong to: it counts as much as this many others.
private let oneSided = 3
/// Two titles of groups may be as long as full lines, three seldom are.
private let tellingLines = 3
/// Lines around figures stand equally far from them but for this, ems.
private let symmetry: Float = 0.2
/// Lines of one cell stand equally far apart but for this factor.
private let samePitch: Float = 1.06
