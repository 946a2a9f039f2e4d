import Testing

@testable import Records

@Suite struct CSVWriterTests {
    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("two\nlines", "\"two\nlines\""),
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"), ("@x", "'@x"), ("-£0.3m", "'-£0.3m"), ("-12.5", "-12.5"), ("", ""),
    ])
    func cellsAreQuotedAndNeverRun(cell: String, written: String) {
        #expect(CSVWriter.quoted(cell) == written)
    }
}
