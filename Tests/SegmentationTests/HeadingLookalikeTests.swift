import PaperModel
import Segmentation
import Testing

/// Lines of reports that stand out as headings do and head nothing.
@Suite struct HeadingLookalikeTests {
    private let body = "The service was set up ten years ago and has been reviewed twice since then by members."

    private func sections(_ lines: (inout PaperSketch) -> Void) throws -> [String] {
        var sketch = PaperSketch()
        sketch.heading("Review of the harbour")
        sketch.heading("Background")
        sketch.line(body)
        lines(&sketch)
        return try sketch.paper.segments().outline
    }

    @Test func namesBelowALetterAreNone() throws {
        let found = try sections { sketch in
            sketch.heading("Costs")
            sketch.line(body)
            sketch.line("For and on behalf of Wren Finch")
            sketch.line("Alec Finch", bold: "Alec Finch")
            sketch.line("Surveyors of Quay Street", bold: "Surveyors of Quay Street")
        }
        #expect(found == ["section | Background", "section | Costs"])
    }

    @Test func nameOverItsOfficeIsNone() throws {
        let found = try sections { sketch in
            sketch.line("Ann Cole", bold: "Ann Cole")
            sketch.line("Chairman")
            sketch.heading("Our Year")
            sketch.line(body)
        }
        #expect(found == ["section | Background", "section | Our Year"])
    }

    @Test func namesBelowReportAuthorsAreNone() throws {
        let found = try sections { sketch in
            sketch.heading("Report Authors")
            sketch.line("Canon Alec Finch CC", bold: "Canon Alec Finch CC")
            sketch.line("Adviser to the Council on the harbour and its walls")
            sketch.line("Interim Corporate Director: Ann Cole", bold: "Interim Corporate Director: Ann Cole")
            sketch.heading("Background documents")
            sketch.line(body)
        }
        #expect(found == ["section | Background", "section | Report Authors", "section | Background documents"])
    }

    @Test func listOfAppendicesIsNone() throws {
        let found = try sections { sketch in
            sketch.heading("Appendices")
            sketch.line("Appendix A - Map", bold: "Appendix A - Map")
            sketch.line("Appendix B - Costs", bold: "Appendix B - Costs")
            sketch.heading("Next steps")
            sketch.line(body)
        }
        #expect(found == ["section | Background", "section | Appendices", "section | Next steps"])
    }

    @Test(arguments: [
        "21 Practices", "Wren Finch LLP", "Councillor Ann Cole (Lab)", "Alec Finch BSc MRICS", "T: 01632 960111",
        "Adopted by Council on 8 May 2025", "Signed: J Roe", "Comments included:", "Comments checked by:", "ITEM A5",
        "The officer replied:", "Ann Lowe, Senior Manager - Leisure", "Proposal: Nine dwellings",
    ])
    func isNone(line: String) throws {
        let found = try sections { sketch in
            sketch.line(line, bold: line)
            sketch.line(body)
        }
        #expect(found == ["section | Background"])
    }

    @Test func numberedParagraphThatTellsSomethingIsNone() throws {
        let found = try sections { sketch in
            sketch.heading("2.0 Findings")
            let line = "2.1 The committee noted that the pool had been shut since the autumn for repairs"
            sketch.line(line, bold: line)
            sketch.line("2.2 \(body)")
        }
        #expect(found == ["section | Background", "section | 2.0 | Findings"])
    }

    @Test func headingsBehindTheContentsAreSections() throws {
        var sketch = PaperSketch()
        sketch.heading("Review of the harbour")
        sketch.heading("Contents")
        sketch.line("1.0 Summary 3")
        sketch.addPage()
        sketch.heading("Membership")
        sketch.line("Ann Cole and Tom Reeve")
        sketch.heading("1.0 Summary")
        sketch.line("1.1 \(body)")
        #expect(try sketch.paper.segments().outline == ["section | Membership", "section | 1.0 | Summary"])
    }

    @Test func wordsThatRecommendBelongToTheBlock() throws {
        let found = try sections { sketch in
            sketch.heading("Recommendations")
            sketch.line("The Committee recommends that:", bold: "The Committee recommends that:")
            sketch.line("1. lists be kept;", bold: "1. lists be kept;")
            sketch.heading("Costs")
            sketch.line(body)
        }
        #expect(found == ["section | Background", "recommendation | Recommendations", "section | Costs"])
    }

    @Test func lineInItalicsOverAParagraphIsOne() throws {
        var sketch = PaperSketch()
        sketch.heading("Review of the harbour")
        sketch.heading("Background")
        sketch.line(body)
        sketch.line("Moorings")
        sketch.line(body)
        var paper = sketch.paper
        paper.pages[0].blocks[3].style.isItalic = true
        #expect(try paper.segments().outline == ["section | Background", "  section | Moorings"])
    }

    @Test func boldWordsBelowASentenceBeginAParagraph() throws {
        var sketch = PaperSketch()
        sketch.heading("Parking review")
        sketch.line("Report of the Head of Streets to the Harbour Committee, 3 June 2025")
        sketch.line("Background. \(body)\nProposals. \(body)\nRecommendation. That it be noted.")
        var paper = sketch.paper
        let text = Array(paper.pages[0].text.scalars)
        for word in ["Background.", "Proposals.", "Recommendation."] {
            let scalars = Array(word.unicodeScalars)
            let start = text.indices.first { text[$0...].starts(with: scalars) } ?? 0
            paper.pages[0].bold.append(TextRange(start, start + scalars.count))
        }
        let range = paper.pages[0].blocks[2].range
        paper.pages[0].lines = paper.pages[0].text.lineRanges(range).enumerated().map { index, range in
            Line(range: range, box: Box(x: 40, y: 100 + Double(index) * 12, width: 400, height: 10))
        }
        #expect(
            try paper.segments().outline == ["section | Background", "section | Proposals", "recommendation | Recommendation"])
        let facts = try segmenter().metadata(of: paper)
        #expect(facts.kind == .report)
        #expect(facts.committee == "Harbour Committee")
    }

    @Test func headInCapitalsIsNoFarewell() throws {
        var sketch = PaperSketch()
        sketch.heading("NETHER MARLE DISTRICT COUNCIL")
        sketch.heading("REPORT OF THE HEAD OF PLANNING", level: 2)
        sketch.heading("THE SITE", level: 2)
        sketch.line(body)
        sketch.heading("THE PROPOSAL", level: 2)
        sketch.line(body)
        #expect(try sketch.paper.segments().outline.map { $0.split(separator: "|").last ?? "" } == [" THE SITE", " THE PROPOSAL"])
    }

    @Test func shortLineAmongNumberedParagraphsIsNone() throws {
        let found = try sections { sketch in
            for number in 1...9 { sketch.line("\(number). \(body)") }
            sketch.line("10. See the case above (1 to 3):", bold: "10. See the case above (1 to 3):")
            sketch.line("11. \(body)")
            sketch.line("12. Lighting", bold: "12. Lighting")
            sketch.line("13. \(body)")
        }
        #expect(found == ["section | Background", "section | 12 | Lighting"])
    }
}

extension PageText {
    /// The lines of a range.
    fileprivate func lineRanges(_ range: TextRange) -> [TextRange] {
        scalars[range.offsets].split(separator: "\n").map { TextRange($0.startIndex, $0.endIndex) }
    }
}
