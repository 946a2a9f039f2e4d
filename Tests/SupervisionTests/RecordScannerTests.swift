import Records
import Testing

@testable import Supervision

@Suite struct RecordScannerTests {
    private static let output = Array(
        #"""
        {"type":"document","schema":"1.0"}
        {"type":"page","schema":"1.0","text":"£"}
        {"type":"page","schema":"1.0"}
        {"type":"done","schema":"1.0"}

        """#.utf8)

    @Test func tellsWhereTheRecordsOfATypeLieHoweverTheOutputIsCut() {
        for size in 1...Self.output.count {
            var scanner = RecordScanner()
            for start in stride(from: 0, to: Self.output.count, by: size) {
                scanner.consume(Self.output[start..<min(Self.output.count, start + size)])
            }
            #expect(
                scanner.extents == [
                    RecordScanner.Extent(kind: .document, bytes: 35, lines: 1), RecordScanner.Extent(kind: .page, bytes: 74, lines: 2),
                ])
            #expect(scanner.isDone)
            #expect(!scanner.isAstray)
        }
    }

    @Test func aHalfLineIsNotDone() {
        var scanner = RecordScanner()
        scanner.consume(Self.output.dropLast())
        #expect(!scanner.isDone)
    }

    @Test(arguments: ["Syntax Warning\n", "\n", "{}\n", #"{"type":"done","x":1}"# + "\nmore\n"])
    func whatIsNoRecordIsNoticed(line: String) {
        var scanner = RecordScanner()
        scanner.consume(Array(line.utf8))
        #expect(scanner.isAstray)
    }
}
