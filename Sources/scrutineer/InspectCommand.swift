internal import ArgumentParser
internal import Glibc
internal import PDFLoading
internal import PaperModel
internal import Pipeline
internal import Records
internal import RuleEngine
internal import Segmentation

/// Draws a page as it was read.
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Draws a PDF page with its glyphs, lines, blocks in order, rules, tables and cells.",
        discussion: """
            Example: scrutineer inspect budget.pdf --page 3 --svg page3.svg

            Grey: glyph boxes. Blue: lines. Green: blocks with their place in reading order. Red: drawn lines. Yellow: filled boxes. \
            Purple: tables and cells with row and column. Brown: furniture.

            --steps prints how the page's tables were read: each candidate with the rows and columns of its grid after every step, and why it \
            stands or lost. With --step the drawing shows the cells of the candidates after the step of that name.

            --segments prints the lines of a paper with what was read of each (form, number, weight, the rules that know it), and below it \
            each segment that begins there: why, with which line it ends, and why there.
            """)

    @Argument(help: ArgumentHelp("A PDF; with --segments a PDF or an HTML page.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("Page, counted from 1.", valueName: "number"))
    var page: Int?

    @Option(help: ArgumentHelp("File to write; standard output without it.", valueName: "path"))
    var svg: String?

    @Flag(help: "Print how the tables of the page were read; no drawing without --svg.")
    var steps = false

    @Option(help: ArgumentHelp("Draw the cells after a step that --steps names.", valueName: "name"))
    var step: String?

    @Flag(help: "Print lines and segments instead of drawing a page.")
    var segments = false

    @OptionGroup var rules: RuleOptions

    func validate() throws {
        if !segments, page == nil { throw ValidationError("name the page to read with --page, or print lines with --segments") }
        if segments, svg != nil || steps || step != nil {
            throw ValidationError("--segments draws nothing and tells of no table; use it alone")
        }
    }

    func run() throws {
        let confinement = Confinement()
        guard Confinement.isInside else { return try confinement.supervise() }
        let contents: PaperContents
        do throws(PaperFailure) { contents = try PaperContents(file) } catch {
            throw ValidationError("\(file): \(error.message)")
        }
        if segments { return try showSegments(of: contents, confinement: confinement) }
        let page = page ?? 1
        let target = try svg.map { try ByteTarget(path: $0) }
        try confinement.enter()
        let drawn: String
        do throws(PaperFailure) {
            let bytes = try contents.bytes
            if steps { print(try tableSteps(ofPage: page, in: bytes)) }
            guard !steps || svg != nil || step != nil else { return }
            drawn = try picture(ofPage: page, in: bytes)
        } catch {
            throw ValidationError("\(file): \(error.message)")
        }
        try write(drawn, to: target)
    }

    private func picture(ofPage page: Int, in bytes: [UInt8]) throws(PaperFailure) -> String {
        if let step { return try PDFLoading.drawing(ofPage: page, in: bytes, step: step) }
        return try PDFLoading.drawing(ofPage: page, in: bytes)
    }

    private func write(_ picture: String, to target: ByteTarget?) throws {
        var output = ByteOutput(descriptor: target?.descriptor ?? STDOUT_FILENO)
        try output.write(Array((picture + (svg == nil ? "\n" : "")).utf8))
        try output.flush()
    }
}

/// A file that is opened for writing before the sandbox is entered.
private final class ByteTarget {
    let descriptor: Int32

    init(path: String) throws(HostError) {
        descriptor = PathText(path).withCString { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644) }
        guard descriptor >= 0 else { throw HostError("write", path) }
    }

    deinit { close(descriptor) }
}
