import Testing

@testable import PDFLoading

@Suite struct WordShapeTests {
    private func shape(_ text: String) -> WordShape? {
        var drawing = Drawing()
        drawing.text(text, x: 50, baseline: 100)
        return words(in: drawing.content, tree: StructureTree([]), settings: LayoutSettings()).first?.shape
    }

    @Test(arguments: ["1,234", "(3.2)", "£45", "12%", "-0.5", "−475", "£8.1m", "0", "50p", "1399", "31.6**"])
    func amountsAreNumbers(_ text: String) { #expect(shape(text) == .number) }

    @Test(arguments: ["2025", "1996", "2024/25", "2024-25", "45–54", "31.3.24", "2.1.4"])
    func yearsSpansAndDatesArePeriods(_ text: String) { #expect(shape(text) == .period) }

    @Test(arguments: ["–", "-", "£", "n/a", "N/A", "*", "(X)", "£000"])
    func whatStandsForANumberIsAMark(_ text: String) { #expect(shape(text) == .mark) }

    @Test(arguments: ["....", "……", "___"])
    func dotsThatLeadTheEyeAreLeaders(_ text: String) { #expect(shape(text) == .leader) }

    @Test(arguments: ["Parks", "KCC-2018", "[1]", "A1", "and", "3rd", "KR7"])
    func otherWordsAreText(_ text: String) { #expect(shape(text) == .text) }
}
