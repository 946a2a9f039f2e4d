internal import PaperModel

/// Figures as comma-separated values (RFC 4180, lines ended by LF) for spreadsheets; other records have no place in one table and are
/// left out.
public enum CSVWriter {
    private struct Column: Sendable {
        let heading: String
        let value: @Sendable (FigureRecord) -> String?
    }

    /// What a column takes from the record of the figure's paper.
    private struct PaperColumn: Sendable {
        let heading: String
        let value: @Sendable (DocumentRecord) -> String?
    }

    /// The same facts as `export` gives, by the same names.
    private static let paperColumns: [PaperColumn] = [
        PaperColumn(heading: "source") { PathText($0.source.path).shown },
        PaperColumn(heading: "title") { $0.metadata.title },
        PaperColumn(heading: "organisation") { $0.meeting.facts.organisation },
        PaperColumn(heading: "committee") { $0.meeting.facts.committee },
        PaperColumn(heading: "meetingDate") { $0.meeting.facts.date?.description },
        PaperColumn(heading: "url") { $0.source.url },
        PaperColumn(heading: "item") { $0.meeting.facts.item },
        PaperColumn(heading: "retrieved") { $0.source.retrieved },
    ]

    private static let columns: [Column] = [
        Column(heading: "id") { $0.id },
        Column(heading: "document") { $0.document },
        Column(heading: "page") { $0.figure.spans.first.map { String($0.page) } },
        Column(heading: "kind") { $0.figure.kind.rawValue },
        Column(heading: "text") { $0.quote.exact },
        Column(heading: "value") { $0.figure.single?.description },
        Column(heading: "low") { $0.figure.low?.description },
        Column(heading: "high") { $0.figure.high?.description },
        Column(heading: "unit") { $0.figure.unit },
        Column(heading: "approximate") { $0.figure.isApproximate ? "true" : nil },
        Column(heading: "bound") { $0.figure.bound?.rawValue },
        Column(heading: "per") { $0.figure.per },
        Column(heading: "periodStart") { $0.figure.period?.start.description },
        Column(heading: "periodEnd") { $0.figure.period?.end.description },
        Column(heading: "sense") { $0.figure.sense?.rawValue },
        Column(heading: "basis") { $0.figure.basis.map(\.rawValue).joined(separator: " ") },
        Column(heading: "subject") { $0.figure.subject },
        Column(heading: "table") { $0.cell?.table },
        Column(heading: "rowLabels") { $0.cell.map { joined($0.cell.rowLabels) } },
        Column(heading: "columnLabels") { $0.cell.map { joined($0.cell.columnLabels) } },
        Column(heading: "rowHeading") { $0.cell?.cell.rowHeading },
        Column(heading: "columnHeading") { $0.cell?.cell.columnHeading },
        Column(heading: "prefix") { $0.quote.prefix },
        Column(heading: "suffix") { $0.quote.suffix },
        Column(heading: "struck") { $0.figure.isStruck ? "true" : nil },
        Column(heading: "hidden") { $0.figure.hidden?.rawValue },
        Column(heading: "rule") { $0.figure.rule },
        Column(heading: "unitFrom") { $0.figure.unitFrom?.rawValue },
        Column(heading: "doubts") { $0.figure.doubts.map(\.rawValue).joined(separator: " ") },
        Column(heading: "comparison") { $0.figure.comparison?.rawValue },
        Column(heading: "subjectFrom") { $0.figure.subjectFrom?.rawValue },
        Column(heading: "payee") { $0.figure.payee },
        Column(heading: "payer") { $0.figure.payer },
    ]

    /// A list in one cell, its parts set apart by " | ".
    public static func joined(_ list: [String]) -> String { list.joined(separator: " | ") }

    /// The line of headings.
    public static var headings: [UInt8] { line(columns.map(\.heading) + paperColumns.map(\.heading)) }

    /// The record as one line, with what is known of its paper; nothing for records other than figures, nor for figures that no reader of the page can see, unless asked for.
    public static func line(_ record: Record, of document: DocumentRecord? = nil, withHidden: Bool = false) -> [UInt8] {
        guard case .figure(let figure) = record, withHidden || figure.figure.hidden == nil else { return [] }
        return line(columns.map { $0.value(figure) ?? "" } + paperColumns.map { column in document.flatMap(column.value) ?? "" })
    }

    private static func line(_ cells: [String]) -> [UInt8] {
        Array((cells.map(quoted).joined(separator: ",") + "\n").utf8)
    }

    /// A cell, in quotes where it needs them. A spreadsheet runs a cell that begins like a formula, and papers are untrusted: such a
    /// cell gets an apostrophe in front, unless it is a plain number.
    public static func quoted(_ cell: String) -> String {
        var cell = cell
        if let first = cell.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first), Amount(digits: cell) == nil {
            cell = "'" + cell
        }
        let isPlain = cell.utf8.allSatisfy { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 >= 0x20 }
        return isPlain ? cell : "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
