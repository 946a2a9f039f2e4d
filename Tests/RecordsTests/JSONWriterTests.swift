import Testing

@testable import Records

@Suite struct JSONWriterTests {
    private func written(_ string: String) -> String {
        var json = JSONWriter()
        json.string(string)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("£8.1m – “c”", #""£8.1m – “c”""#), ("a\"b\\c", #""a\"b\\c""#), ("a\nb\r\tc", #""a\nb\r\tc""#),
        ("\u{0}\u{1B}[31m\u{7F}", #""\u0000\u001b[31m\u007f""#), ("\u{85}\u{9F}\u{A0}", "\"\\u0085\\u009f\u{A0}\""),
        ("\u{2027}\u{2028}\u{2029}\u{202A}", "\"\u{2027}\\u2028\\u2029\u{202A}\""), ("", "\"\""),
    ])
    func stringsHoldNoRawControlCharacter(string: String, json: String) {
        #expect(written(string) == json)
    }

    /// Texts are passed over eight bytes at a time: a character that must be escaped is seen wherever it stands in them.
    @Test(arguments: ["\"", "\\", "\n", "\u{1F}", "\u{7F}", "\u{85}", "\u{2028}", " ", "~", "£", "–", "\u{2027}", "\u{1F4B7}"])
    func escapesAreSeenAtEachPlaceOfAText(character: String) {
        let escaped = String(written(character).dropFirst().dropLast())
        for place in 0...19 {
            let (before, after) = (String(repeating: "a", count: place), String(repeating: "z", count: 19 - place))
            #expect(written(before + character + after) == "\"" + before + escaped + after + "\"")
        }
    }

    @Test(arguments: [(0, "0"), (7, "7"), (10, "10"), (-305, "-305"), (Int.max, "\(Int.max)"), (Int.min, "\(Int.min)")])
    func wholeNumbersAreWrittenAsTheyAre(value: Int, text: String) {
        var json = JSONWriter()
        json.integer(value)
        #expect(String(decoding: json.bytes, as: UTF8.self) == text)
    }

    @Test(arguments: [
        (72.0, 1, "72.0"), (0.04, 1, "0.0"), (-0.04, 1, "0.0"), (-12.25, 1, "-12.3"), (595.276, 1, "595.3"), (0.005, 2, "0.01"),
        (99.95, 1, "100.0"), (Double.nan, 1, "0.0"), (Double.infinity, 1, "0.0"), (1e300, 1, "1000000000.0"), (7.6, 0, "8"),
    ])
    func numbersHaveFixedPlaces(value: Double, places: Int, text: String) {
        var json = JSONWriter()
        json.number(value, places: places)
        #expect(String(decoding: json.bytes, as: UTF8.self) == text)
    }

    @Test func membersKeepTheirOrder() {
        let value: JSON = ["b": 1, "a": ["x", true, [:]], "c": []]
        #expect(String(decoding: value.line, as: UTF8.self) == #"{"b":1,"a":["x",true,{}],"c":[]}"# + "\n")
    }

    @Test func indentedTextIsForPeople() {
        let value: JSON = ["b": 1, "a": ["x", ["y": false]]]
        let text = """
            {
              "b": 1,
              "a": [
                "x",
                {
                  "y": false
                }
              ]
            }

            """
        #expect(String(decoding: value.indented, as: UTF8.self) == text)
    }
}
