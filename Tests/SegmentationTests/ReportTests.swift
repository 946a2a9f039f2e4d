import PaperModel
import Testing

@Suite struct ReportTests {
    private let body = "The service was set up ten years ago and has been reviewed twice since then by members."

    @Test func titleAndFormAreNoSections() throws {
        var sketch = PaperSketch()
        sketch.heading("NORTHWICK BOROUGH COUNCIL")
        sketch.table([["Report to:", "Cabinet"], ["Subject:", "Sale of land"]])
        sketch.heading("Key decision: Yes")
        sketch.heading("Recommendations")
        sketch.line("That Cabinet:")
        sketch.listItem("agree the sale; and", label: "1.")
        sketch.listItem("thank the officers.", label: "2.")
        sketch.heading("1. Background")
        sketch.line("1.1 \(body)")
        sketch.heading("2. Costs")
        sketch.line("2.1 Staff: \(body)", bold: "2.1 Staff:")
        sketch.line("2.2 \(body)")
        let segments = try sketch.paper.segments()
        try #require(
            segments.outline == [
                "recommendation | Recommendations", "section | 1 | Background", "section | 2 | Costs", "  section | 2.1 | Staff",
            ])
        #expect(sketch.paper.text(of: segments[0].spans).hasSuffix("thank the officers."))
        #expect(sketch.paper.text(of: segments[3].spans) == "2.1 Staff: \(body)")
    }

    @Test func headingsWithoutNumbersAreParts() throws {
        var sketch = PaperSketch()
        sketch.heading("Report of the Director")
        sketch.heading("1. Workforce")
        sketch.line("1.1 \(body)")
        sketch.heading("Pay")
        sketch.line("1.2 \(body)")
        sketch.heading("2. Costs")
        sketch.line("2.1 \(body)")
        #expect(try sketch.paper.segments().outline == ["section | 1 | Workforce", "  section | Pay", "section | 2 | Costs"])
    }

    @Test func aPartHoldsTheNumberedSectionsBelowIt() throws {
        var sketch = PaperSketch()
        sketch.heading("Report of the Director")
        sketch.heading("PART A - The site")
        for number in 1...2 {
            sketch.heading("\(number). Costs of plot \(number)")
            sketch.line("\(number).1 \(body)")
        }
        sketch.heading("PART B - The plan")
        sketch.heading("3. Next steps")
        sketch.line("3.1 \(body)")
        #expect(
            try sketch.paper.segments().outline == [
                "section | A | PART A - The site", "  section | 1 | Costs of plot 1", "  section | 2 | Costs of plot 2",
                "section | B | PART B - The plan", "  section | 3 | Next steps",
            ])
    }

    @Test func headingsThatCountByAWordMayBeSentences() throws {
        var sketch = PaperSketch()
        sketch.heading("Report of the Director")
        sketch.heading("Summary")
        sketch.line(body)
        for reason in ["one: The plan is not in line with the policy of the Council.", "two: Members were not told of what it would cost."]
        {
            sketch.line("Reason \(reason)", bold: "Reason \(reason)")
            sketch.line(body)
        }
        #expect(
            try sketch.paper.segments().map(\.title) == [
                "Summary", "Reason one: The plan is not in line with the policy of the Council",
                "Reason two: Members were not told of what it would cost",
            ])
    }

    @Test func titlesInCapitalsStandOverOthersOfTheirLook() throws {
        var sketch = PaperSketch()
        sketch.heading("Report of the Director", level: 1)
        for title in ["BACKGROUND", "The first survey", "The second survey", "COSTS", "NEXT STEPS"] {
            sketch.heading(title, level: 3)
            sketch.line(body)
        }
        #expect(
            try sketch.paper.segments().outline == [
                "section | BACKGROUND", "  section | The first survey", "  section | The second survey", "section | COSTS",
                "section | NEXT STEPS",
            ])
    }

    @Test func pointsWithBoldWordsAreNoSections() throws {
        var sketch = PaperSketch()
        sketch.heading("Report of the Director")
        sketch.heading("Implications")
        sketch.line("Financial: \(body)", bold: "Financial:")
        sketch.line("Legal: \(body)", bold: "Legal:")
        #expect(try sketch.paper.segments().outline == ["section | Implications"])
    }

    @Test func aRunningTitleIsOneSection() throws {
        var sketch = PaperSketch()
        sketch.heading("Report of the Director")
        sketch.heading("Summary")
        sketch.line(body)
        for _ in 1...3 {
            sketch.addPage()
            sketch.heading("APPENDIX F: BUDGET - SAVINGS")
            sketch.table([["Service", "2025-26"], ["Parks", "12"]])
        }
        #expect(try sketch.paper.segments().map(\.title) == ["Summary", "APPENDIX F: BUDGET - SAVINGS"])
    }

    @Test func plainNumbersHeadWhereParagraphsFollowThem() throws {
        var sketch = PaperSketch()
        sketch.line("Report of the Director")
        sketch.line("3. Workforce and pay")
        sketch.line("3.1 \(body)")
        sketch.line("4. Costs")
        sketch.line("4.1 \(body)")
        sketch.line("1. a list of things")
        #expect(try sketch.paper.segments().outline == ["section | 3 | Workforce and pay", "section | 4 | Costs"])
    }

    @Test func contentsAndCaptionsAreNoSections() throws {
        var sketch = PaperSketch()
        sketch.heading("Report of the Director")
        sketch.heading("Contents")
        sketch.heading("1. Background ........ 2")
        sketch.heading("2. Costs ........ 3")
        sketch.addPage()
        sketch.heading("1. Background")
        sketch.line(body)
        sketch.heading("Table 1: Cost by year")
        sketch.line(body)
        #expect(try sketch.paper.segments().outline == ["section | 1 | Background"])
    }

    @Test func nameAboveAnOfficeEndsTheReport() throws {
        var sketch = PaperSketch()
        sketch.heading("Report of the Director")
        sketch.heading("1. Background")
        sketch.line(body)
        sketch.heading("Ann Cole,")
        sketch.heading("Director of Housing")
        sketch.line("Telephone: 01632 960411")
        let segments = try sketch.paper.segments()
        try #require(segments.outline == ["section | 1 | Background"])
        #expect(sketch.paper.text(of: segments[0].spans).hasSuffix("by members."))
    }
}
