internal import ArgumentParser
internal import FoundationEssentials
internal import PDFLoading
internal import PaperModel
internal import Pipeline

/// Draws a page as it was read.
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Draws a PDF page with its glyphs, lines, blocks in order, rules, tables and cells.",
        discussion: """
            Example: scrutineer inspect budget.pdf --page 3 --svg page3.svg

            Grey: glyph boxes. Blue: lines. Green: blocks with their place in reading order. Red: drawn lines. Yellow: filled boxes. \
            Purple: tables and cells with row and column. Brown: furniture.
            """)

    @Argument(help: ArgumentHelp("A PDF.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("Page, counted from 1.", valueName: "number"))
    var page: Int

    @Option(help: ArgumentHelp("File to write; standard output without it.", valueName: "path"))
    var svg: String?

    func run() throws {
        let picture = try PDFLoading.drawing(ofPage: page, in: try PaperFile.read(file, limits: LoadLimits()))
        if let svg {
            try Data(picture.utf8).write(to: URL(filePath: svg))
        } else {
            print(picture)
        }
    }
}
