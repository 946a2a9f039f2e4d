import PaperModel

/// A page turned so that most of its text runs from left to right; lengths in points.
struct ReadingFrame {
    /// How often the text is turned clockwise by 90 degrees on the page as displayed: 0 to 3.
    let turn: UInt8
    /// Size of the page as displayed.
    let pageWidth: Float
    let pageHeight: Float

    /// Size of the page as read.
    var width: Float { turn & 1 == 0 ? pageWidth : pageHeight }
    var height: Float { turn & 1 == 0 ? pageHeight : pageWidth }

    /// The frame in which most glyphs of a page stand upright.
    init(of content: PageContent) {
        var counts = [0, 0, 0, 0, 0]
        for glyph in content.glyphs { counts[Int(min(glyph.turn, 4))] += 1 }
        turn = UInt8((0..<4).max { counts[$0] < counts[$1] } ?? 0)
        pageWidth = content.width
        pageHeight = content.height
    }

    /// A rectangle of the page as displayed, in the frame.
    func inFrame(_ left: Float, _ top: Float, _ right: Float, _ bottom: Float) -> (left: Float, top: Float, right: Float, bottom: Float) {
        switch turn {
        case 1: (top, pageWidth - right, bottom, pageWidth - left)
        case 2: (pageWidth - right, pageHeight - bottom, pageWidth - left, pageHeight - top)
        case 3: (pageHeight - bottom, left, pageHeight - top, right)
        default: (left, top, right, bottom)
        }
    }

    /// A rectangle of the frame, on the page as displayed.
    func onPage(_ left: Float, _ top: Float, _ right: Float, _ bottom: Float) -> (left: Float, top: Float, right: Float, bottom: Float) {
        switch turn {
        case 1: (pageWidth - bottom, left, pageWidth - top, right)
        case 2: (pageWidth - right, pageHeight - bottom, pageWidth - left, pageHeight - top)
        case 3: (top, pageHeight - right, bottom, pageHeight - left)
        default: (left, top, right, bottom)
        }
    }

    /// A box of the frame, on the page as displayed.
    func onPage(_ area: Area) -> Box {
        let page = onPage(area.left, area.top, area.right, area.bottom)
        return Box(left: Double(page.left), top: Double(page.top), right: Double(page.right), bottom: Double(page.bottom))
    }
}

extension PageContent {
    /// Turns everything into a frame; the glyphs' own turns become relative to it.
    mutating func turn(into frame: ReadingFrame) {
        guard frame.turn != 0 else { return }
        for index in glyphs.indices {
            let glyph = glyphs[index]
            (glyphs[index].left, glyphs[index].top, glyphs[index].right, glyphs[index].bottom) =
                frame.inFrame(glyph.left, glyph.top, glyph.right, glyph.bottom)
            guard glyph.turn < 4 else { continue }
            let isVertical = glyph.turn & 1 == 1
            let baseline = frame.inFrame(glyph.baseline, glyph.baseline, glyph.baseline, glyph.baseline)
            let turned = (glyph.turn + 4 - frame.turn) & 3
            // The baseline is an x of vertical and a y of horizontal text, before and after.
            glyphs[index].baseline =
                switch (isVertical, turned & 1 == 1) {
                case (true, false): frame.turn == 1 ? frame.pageWidth - glyph.baseline : glyph.baseline
                case (false, true): frame.turn == 3 ? frame.pageHeight - glyph.baseline : glyph.baseline
                case (true, true): baseline.left
                case (false, false): baseline.top
                }
            glyphs[index].turn = turned
        }
        for index in rules.indices {
            let rule = rules[index]
            (rules[index].left, rules[index].top, rules[index].right, rules[index].bottom) =
                frame.inFrame(rule.left, rule.top, rule.right, rule.bottom)
        }
        for index in boxes.indices {
            let box = boxes[index]
            (boxes[index].left, boxes[index].top, boxes[index].right, boxes[index].bottom) =
                frame.inFrame(box.left, box.top, box.right, box.bottom)
        }
    }
}

/// A rectangle in the reading frame, points; empty until something is added.
struct Area {
    var left = Float.infinity
    var top = Float.infinity
    var right = -Float.infinity
    var bottom = -Float.infinity

    var isEmpty: Bool { left > right }
    var width: Float { right - left }
    var height: Float { bottom - top }
    var midX: Float { (left + right) / 2 }
    var midY: Float { (top + bottom) / 2 }

    mutating func add(_ other: Area) {
        left = min(left, other.left)
        top = min(top, other.top)
        right = max(right, other.right)
        bottom = max(bottom, other.bottom)
    }

    func contains(x: Float, y: Float) -> Bool { x >= left && x <= right && y >= top && y <= bottom }
}
