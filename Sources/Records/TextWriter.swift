internal import PaperModel

/// What was found as lines for a person: each paper, then its figures with the words around them.
public enum TextWriter {
    /// The record as lines; nothing for pages, segments and tables.
    public static func lines(_ record: Record) -> [UInt8] {
        switch record {
        case .document(let document): Array((line(of: document) + "\n").utf8)
        case .figure(let figure): Array(("  " + line(of: figure) + "\n").utf8)
        case .failure(let failure):
            Array(
                "\(PathText(failure.source.path).shown.printable): \(failure.failure.code.rawValue): \(failure.failure.message.printable)\n"
                    .utf8)
        case .page, .segment, .table: []
        }
    }

    private static func line(of document: DocumentRecord) -> String {
        let data = document.metadata
        let meeting = document.meeting.facts
        let known = [data.title, meeting.organisation, meeting.committee, meeting.date?.description].compactMap { $0 }
        return printable(([PathText(document.source.path).shown] + known).joined(separator: " – "))
    }

    private static func line(of figure: FigureRecord) -> String {
        let said = [
            "\(figure.figure.value) \(figure.figure.unit)",
            figure.figure.isApproximate ? "approximate" : nil,
            figure.figure.bound?.rawValue,
            figure.figure.per.map { "per \($0)" },
            figure.figure.period.map { "\($0.start) to \($0.end)" },
            figure.figure.sense?.rawValue,
        ]
        let place = figure.figure.spans.first.map { "page \($0.page): " } ?? ""
        let quote = printable("\(figure.quote.prefix)[\(figure.quote.exact)]\(figure.quote.suffix)")
        return place + said.compactMap { $0 }.joined(separator: ", ") + " “…\(quote)…”"
    }

    /// The words on one line, without what would steer a terminal or turn the direction of writing.
    private static func printable(_ words: String) -> String {
        var line = String.UnicodeScalarView()
        var followsSpace = true
        for scalar in words.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator:
                if !followsSpace { line.append(" ") }
                followsSpace = true
            default:
                line.append(scalar)
                followsSpace = false
            }
        }
        return String(line)
    }
}
