public import PaperModel

/// The figures of one line of plain text, for people who have text already.
public struct TextFigures: Sendable {
    private let line: Int
    private let figures: [Entry]

    /// Takes the figures of line number `line` (1-based) with their ranges and words in it.
    public init(line: Int, figures: [(range: TextRange, text: String, figure: Figure)]) {
        self.line = line
        self.figures = figures.map { Entry(range: $0.range, text: $0.text, figure: $0.figure) }
    }

    /// Writes them as one line of JSON: `{"line":1,"figures":[{"kind":"money","text":"£5m","start":10,"end":13,…}]}`.
    public func writeLine(to json: inout JSONWriter) {
        json.object { json in
            json.key(TextFigures.lineKey)
            line.write(to: &json)
            json.key(TextFigures.figuresKey)
            figures.write(to: &json)
        }
        json.endLine()
    }

    private static let lineKey = JSONWriter.Key("line")
    private static let figuresKey = JSONWriter.Key("figures")

    private struct Entry: RecordObject {
        let range: TextRange
        let text: String
        let figure: Figure

        static let name = "textFigure"
        static let fields = place + Figure.statement.map { $0.of { $0.figure } }

        private static let place: [Field<Entry>] = [
            .required("kind") { $0.figure.kind },
            .required("text") { $0.text },
            .required("start") { $0.range.start },
            .required("end") { $0.range.end },
        ]

        /// The keys of `fields`; those of the figure are written from it as it lies here, since each would take a copy of the whole.
        func write(to json: inout JSONWriter) {
            json.object { json in
                json.members(self, Self.place)
                json.members(figure, Figure.statement)
            }
        }
    }
}
