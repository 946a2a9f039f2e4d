public import PaperModel

/// A figure of a plain text.
public struct TextFigure: Sendable, Equatable {
    /// Its scalars of the text.
    public var range: TextRange
    /// Its words as printed.
    public var text: String
    /// What it says; its span is `range` on page 1.
    public var figure: Figure

    init(_ figure: Figure, in scalars: [Unicode.Scalar]) {
        self.figure = figure
        range = figure.spans.first?.range ?? TextRange(0, 0)
        text = PageText(scalars)[range]
    }

    /// The paragraphs of a text: runs of lines without an empty one.
    static func paragraphs(of scalars: [Unicode.Scalar]) -> [TextRange] {
        var result: [TextRange] = []
        var start = 0
        var lineIsEmpty = false
        for (offset, scalar) in scalars.enumerated() {
            if scalar == "\n" {
                if lineIsEmpty {
                    result.append(TextRange(start, offset))
                    start = offset + 1
                }
                lineIsEmpty = true
            } else if scalar != " ", scalar != "\t", scalar != "\r" {
                lineIsEmpty = false
            }
        }
        result.append(TextRange(start, scalars.count))
        return result.filter { !$0.isEmpty }
    }
}
