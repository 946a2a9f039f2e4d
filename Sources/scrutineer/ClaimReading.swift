internal import Extraction
internal import PaperModel
internal import RecordIndex
internal import RuleEngine
internal import Tracing

/// Reads claims and queries with the rules that read papers.
struct ClaimReading {
    private let extractor: FigureExtractor

    /// Longest claim that is read, bytes: a claim is a sentence, and more than a page is none.
    static let longest = 4_000

    init(rules: RuleBook) { extractor = FigureExtractor(rules: rules) }

    /// A claim, read as a line.
    func claim(_ text: String, in index: RecordIndex) throws -> Claim {
        let line = ClaimReading.line(text)
        return Claim(line, figures: figures(in: line), abbreviations: try index.abbreviations(in: line))
    }

    /// A query.
    func query(_ text: String, in index: RecordIndex) throws -> SearchQuery {
        let line = ClaimReading.line(text)
        let claim = Claim(line, figures: figures(in: line))
        var query = SearchQuery(line, excluding: claim.amounts.map(\.bytes))
        query.amounts = claim.amounts
        query.addOtherWords(try index.abbreviations(in: line))
        return query
    }

    private func figures(in line: String) -> [(figure: Figure, text: String, bytes: Range<Int>)] {
        let scalars = Array(line.unicodeScalars)
        return extractor.figures(inText: line).map { found in
            let start = scalars.prefix(found.range.start).reduce(0) { $0 + UTF8.width($1) }
            return (found.figure, found.text, start..<start + found.text.utf8.count)
        }
    }

    /// The first of a text, on one line.
    private static func line(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7f ? " " : $0 }
        var line = String.UnicodeScalarView()
        var length = 0
        for scalar in scalars {
            length += UTF8.width(scalar)
            if length > longest { break }
            line.append(scalar)
        }
        return String(line)
    }
}
