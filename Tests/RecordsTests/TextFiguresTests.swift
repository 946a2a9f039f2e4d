import PaperModel
import Records
import Testing

@Suite struct TextFiguresTests {
    @Test func aLineOfTextIsALineOfJSON() {
        let range = Figure(
            kind: .money, spans: [Span(page: 1, range: TextRange(5, 10))], value: .range(low: Amount(1_000_000), high: Amount(2_000_000)),
            unit: "GBP", rule: "r")
        var json = JSONWriter()
        TextFigures(line: 3, figures: [(range: TextRange(5, 10), text: "£1-2m", figure: range)]).writeLine(to: &json)
        TextFigures(line: 4, figures: []).writeLine(to: &json)
        #expect(
            String(decoding: json.bytes, as: UTF8.self)
                == #"{"line":3,"figures":[{"kind":"money","text":"£1-2m","start":5,"end":10,"low":"1000000","high":"2000000","#
                + #""unit":"GBP","rule":"r"}]}"# + "\n" + #"{"line":4,"figures":[]}"# + "\n")
    }
}
