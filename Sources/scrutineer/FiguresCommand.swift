internal import ArgumentParser
internal import Extraction
internal import Glibc
internal import PaperModel
internal import Pipeline
internal import Records
internal import RuleEngine

/// Figures of plain text.
struct FiguresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures",
        abstract: "Finds the figures of plain text: a line in, a line of JSON out.",
        discussion: "Example: echo 'a pressure of £8.1m in 2024/25' | scrutineer figures")

    @OptionGroup var rules: RuleOptions

    func run() throws {
        let confinement = Confinement()
        guard Confinement.isInside else { return try confinement.supervise() }
        let extractor = FigureExtractor(rules: try rules.load())
        try confinement.enter()
        var output = ByteOutput.standard
        var json = JSONWriter()
        var number = 0
        var input = LineInput(descriptor: STDIN_FILENO, longest: NormalisedText.maximumCount)
        while let bytes = input.next() {
            number += 1
            let line = bytes.last == UInt8(ascii: "\r") ? Array(bytes.dropLast()) : bytes
            let figures = extractor.figures(inLine: line).map { (range: $0.range, text: $0.text, figure: $0.figure) }
            json.removeAll()
            TextFigures(line: number, figures: figures).writeLine(to: &json)
            try output.write(json.bytes)
        }
        try output.flush()
    }
}
