import Foundation
import Testing

/// Thresholds of table reading have a name and a reason: no number with a fraction stands in the middle of a step.
@Suite struct ThresholdsTests {
    private static let folders = ["Tables", "Text"]
    /// Files of `Text` that make words and their glyphs, not tables.
    private static let beforeTables: Set<String> = [
        "BlankGlyphs.swift", "Lines.swift", "Overprints.swift", "SpacedLetters.swift", "StruckText.swift",
    ]

    @Test func fractionsHaveNames() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/PDFLoading").standardized
        var files = 0
        for folder in Self.folders {
            let names = try FileManager.default.subpathsOfDirectory(atPath: sources.appending(path: folder).path)
            for name in names where name.hasSuffix(".swift") && !Self.beforeTables.contains(name) {
                files += 1
                let lines = try String(contentsOf: sources.appending(path: folder).appending(path: name), encoding: .utf8)
                    .split(separator: "\n", omittingEmptySubsequences: false)
                for (index, line) in lines.enumerated() where hasFraction(line) {
                    let isNamed = line.contains("let ") && line.contains(" = ")
                    let isExplained = index > 0 && lines[index - 1].drop { $0 == " " }.hasPrefix("///")
                    #expect(isNamed && isExplained, "\(folder)/\(name):\(index + 1) has a number without a name and a why: \(line)")
                }
            }
        }
        #expect(files > 30, "the sources were not found")
    }

    /// Whether code, not a comment, has a number with a fraction: "0.5".
    private func hasFraction(_ line: Substring) -> Bool {
        let code = Array(line.utf8)
        let end = line.firstRange(of: "//").map { line[..<$0.lowerBound].utf8.count } ?? code.count
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return (2..<max(2, end - 1)).contains {
            code[$0] == UInt8(ascii: ".") && digits.contains(code[$0 - 1]) && digits.contains(code[$0 + 1])
                && code[$0 - 2] != UInt8(ascii: "$")
        }
    }
}
