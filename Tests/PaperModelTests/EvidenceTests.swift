import PaperModel
import Testing

/// A page with two lines, "ab" above "cd", each character ten points wide.
private func twoLines() -> Page {
    var page = Page(number: 1, width: 100, height: 100)
    page.text = PageText("ab\ncd")
    page.lines = [
        Line(range: TextRange(0, 2), box: Box(x: 10, y: 20, width: 20, height: 8)),
        Line(range: TextRange(3, 5), box: Box(x: 10, y: 40, width: 20, height: 8)),
    ]
    page.places = .glyphs([half(0), half(1), .empty, half(0), half(1)])
    return page
}

/// The first or second half of a line of 20 points that begins at 10.
private func half(_ number: Double) -> Extent {
    Extent(low: 10 + 10 * number, high: 20 + 10 * number, origin: 10, length: 20)
}

/// Boxes to the tenth of a point, as records give them: extents are exact to a 65,535th of their line.
private func boxes(_ evidence: Evidence?) -> [Box] {
    guard case .boxes(let boxes) = evidence else { return [] }
    func tenths(_ length: Double) -> Double { (length * 10).rounded() / 10 }
    return boxes.map { Box(x: tenths($0.x), y: tenths($0.y), width: tenths($0.width), height: tenths($0.height)) }
}

@Suite struct EvidenceTests {
    @Test func aRangeOverTwoLinesHasABoxOnEach() {
        #expect(
            boxes(twoLines().evidence(for: TextRange(1, 4)))
                == [Box(x: 20, y: 20, width: 10, height: 8), Box(x: 10, y: 40, width: 10, height: 8)])
    }

    @Test func aLineEndAloneStandsNowhere() {
        #expect(twoLines().evidence(for: TextRange(2, 3)) == nil)
    }

    @Test func aVerticalLineIsCutAlongItsLength() {
        var page = Page(number: 1)
        page.text = PageText("ab")
        page.lines = [Line(range: TextRange(0, 2), box: Box(x: 50, y: 10, width: 8, height: 20), isVertical: true)]
        page.places = .glyphs([half(0), half(1)])
        #expect(boxes(page.evidence(for: TextRange(1, 2))) == [Box(x: 50, y: 20, width: 8, height: 10)])
    }

    @Test func anExtentIsCutOffAtItsLine() {
        #expect(Extent(low: 0, high: 100, origin: 10, length: 20) == Extent(0, .max))
        #expect(Extent(low: .nan, high: .infinity, origin: 10, length: 20) == .empty)
        #expect(Extent(low: 10, high: 20, origin: 10, length: 0) == .empty)
    }

    @Test func theInnermostElementHoldsTheWords() {
        var page = Page(number: 1)
        page.text = PageText("one two")
        page.places = .elements([
            ElementPlace(range: TextRange(0, 7), path: "/p"), ElementPlace(range: TextRange(0, 3), path: "/p/b[1]"),
            ElementPlace(range: TextRange(4, 7), path: "/p/b[2]"),
        ])
        #expect(page.evidence(for: TextRange(4, 6)) == .path("/p/b[2]"))
        #expect(page.evidence(for: TextRange(2, 5)) == .path("/p"))
    }

    @Test func pagesAreFoundByTheirNumber() {
        var paper = Paper(mediaType: .pdf)
        // The second page could not be read.
        paper.pages = [Page(number: 1), Page(number: 3)]
        #expect(paper.page(3)?.number == 3)
        #expect(paper.page(2) == nil)
        #expect(paper.page(0) == nil)
        #expect(paper.text(of: Span(page: 2, range: TextRange(0, 4))).isEmpty)
    }

    @Test func boxesMeetOrDont() {
        let box = Box(x: 0, y: 0, width: 10, height: 10)
        #expect(box.intersection(Box(x: 5, y: 5, width: 10, height: 10)) == Box(x: 5, y: 5, width: 5, height: 5))
        #expect(box.intersection(Box(x: 10, y: 0, width: 5, height: 5)) == nil)
        #expect(box.union(Box(x: 20, y: 2, width: 1, height: 1)) == Box(x: 0, y: 0, width: 21, height: 10))
    }
}
