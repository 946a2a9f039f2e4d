internal import ArgumentParser
internal import Pipeline
internal import RecordIndex
internal import Supervision
internal import Tracing

/// Shows one record in full.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows a figure, segment, table or paper in full, by its id.",
        discussion: """
            Example: scrutineer show records sha256:…#f31

            search and trace print the ids. A paper is also found by the path of its file. With --format json it is the record itself.
            """)

    @Argument(help: ArgumentHelp("Folder of a run.", valueName: "dir"))
    var folder: String

    @Argument(help: ArgumentHelp("Id of a record, or path of a paper.", valueName: "id"))
    var id: String

    @Option(help: "How it is written; json has the record on a line.")
    var format = TraceCommand.Format.text

    func run() throws {
        let index = try FolderIndex.open(folder)
        var output = ByteOutput.standard
        switch format {
        case .text:
            guard let text = try text(index) else { throw HostError("\(folder) has no record \(TerminalText.plain(id))") }
            try output.write(Array((text + "\n").utf8))
        case .json:
            guard let line = try FolderRecords(folder: folder).line(id: id) else {
                throw HostError("\(folder) has no record \(TerminalText.plain(id))")
            }
            try output.write(line)
        }
        try output.flush()
    }

    private func text(_ index: RecordIndex) throws -> String? {
        if let figure = try index.figure(id) { return try RecordText.figure(figure, twins: index.twins(of: figure.place), in: index) }
        if let segment = try index.segment(id) { return RecordText.segment(segment) }
        if let table = try index.table(id) { return RecordText.table(table) }
        return try index.paper(id).map { RecordText.paper($0) }
    }
}

/// Records as a person reads them.
enum RecordText {
    /// Lines of text that are shown of a segment or table.
    private static let longest = 200

    private static func head(_ paper: TracedPaper, page: Int) -> [String] {
        let meeting = [paper.organisation, paper.committee, paper.date, paper.item.map { "item \($0)" }].compactMap { $0 }
        return [
            "Paper:    \(TerminalText.plain(paper.name)), page \(page)",
            meeting.isEmpty ? nil : "Meeting:  \(TerminalText.plain(meeting.joined(separator: ", ")))",
            "Open:     \(TerminalText.plain(paper.address(page: page)))",
        ].compactMap { $0 }
    }

    static func figure(_ figure: FigureDetails, twins: [Place], in index: RecordIndex) throws -> String {
        let place = figure.place
        let value = place.value ?? place.ends.map { "\($0.low) to \($0.high)" } ?? ""
        var lines = ["\(TerminalText.plain(place.printed)): \(value) \(place.unit ?? "")"]
        if !place.sentence.isEmpty { lines.append("  \(SentenceLine.marked(place))") }
        lines.append("")
        lines += head(place.paper, page: place.page)
        lines.append("Said as:  \(place.role.rawValue)\(place.decision.map { " (\(TerminalText.plain($0)))" } ?? "")")
        lines += figure.facts.map { fact in
            let name = fact.name.split(separator: "_").joined(separator: " ") + ":"
            return name + String(repeating: " ", count: max(1, 18 - name.utf8.count)) + TerminalText.plain(fact.value)
        }
        if let cell = figure.cell, let table = try index.table(cell.table) {
            lines += ["", "Table \(table.id)\(table.caption.map { ": " + TerminalText.plain($0) } ?? "")"]
            let headings = table.cells.filter { heading in
                heading.row < table.headerRows && heading.column <= cell.column && cell.column < heading.column + heading.columnSpan
            }
            lines += headings.map { "  column: \(TerminalText.plain($0.text))" }
            let row = table.cells.filter { $0.row == cell.row }.map { TerminalText.plain($0.text) }
            lines.append("  row:    " + row.joined(separator: " | "))
        }
        if let id = figure.segment, let segment = try index.segment(id) {
            lines += ["", "In \(segment.kind) \(segment.id)"] + segment.titles.map { "  \(TerminalText.plain($0))" }
        }
        if !twins.isEmpty {
            lines += ["", "The same words elsewhere:"]
            lines += twins.map { twin in
                let date = twin.paper.date.map { " (\($0))" } ?? ""
                return "  \(TerminalText.plain(twin.paper.name)), page \(twin.page)\(date)  \(twin.id)"
            }
        }
        return lines.joined(separator: "\n")
    }

    static func segment(_ segment: SegmentDetails) -> String {
        var lines = ["\(segment.kind) \(segment.number ?? "")"] + segment.titles.map { "  \(TerminalText.plain($0))" } + [""]
        lines += head(segment.paper, page: segment.page)
        lines += (segment.people + segment.decision).map { "\($0.name): \(TerminalText.plain($0.value))" }
        if let answers = segment.answers { lines.append("answers: \(answers)") }
        if let parent = segment.parent { lines.append("in: \(parent)") }
        lines.append("")
        lines += cut(segment.text.split(separator: "\n", omittingEmptySubsequences: false).map { TerminalText.plain(String($0)) })
        return lines.joined(separator: "\n")
    }

    static func table(_ table: TableDetails) -> String {
        var lines = [table.caption.map { TerminalText.plain($0) } ?? "A table without a caption", ""] + head(table.paper, page: table.page)
        if table.unreadNumbers > 0 { lines.append("\(table.unreadNumbers) numbers look like amounts and gave no figure") }
        lines.append("")
        let rows = Dictionary(grouping: table.cells, by: \.row)
        lines += cut(
            rows.keys.sorted().map { row in (rows[row] ?? []).map { TerminalText.plain($0.text) }.joined(separator: " | ") })
        return lines.joined(separator: "\n")
    }

    static func paper(_ paper: PaperDetails) -> String {
        var lines = [TerminalText.plain(paper.paper.name), ""]
        lines += head(paper.paper, page: 1)
        lines += paper.paths.map { "File:     \(TerminalText.plain($0))" }
        lines.append("Id:       \(paper.paper.document)")
        lines.append(
            "\(paper.pages) pages, \(paper.status): \(paper.counts.figures) figures, \(paper.counts.tables) tables, "
                + "\(paper.counts.segments) segments"
        )
        if paper.unreadNumbers > 0 { lines.append("\(paper.unreadNumbers) numbers of tables look like amounts and gave no figure") }
        if !paper.outline.isEmpty { lines.append("") }
        lines += cut(
            paper.outline.map { entry in
                let indent = String(repeating: "  ", count: max(0, min(8, entry.level - 1)))
                return indent + TerminalText.plain(entry.title) + "  (page \(entry.page))"
            })
        return lines.joined(separator: "\n")
    }

    private static func cut(_ lines: [String]) -> [String] {
        lines.count <= longest ? lines : lines.prefix(longest) + ["… and \(lines.count - longest) more lines"]
    }
}
