internal import Records

/// What the table of figures takes from a document record.
struct SheetDocument: Decodable {
    struct Source: Decodable {
        var path: String
        var url: String?
        var retrieved: String?
    }

    struct Meeting: Decodable {
        var organisation: String?
        var committee: String?
        var date: String?
        var item: String?
        var from: Origins
    }

    /// Who says the facts of the meeting, on one line.
    struct Origins: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let one = try? container.decode(String.self) {
                text = one
            } else {
                let each = try container.decode([String: String].self)
                text = CSVWriter.joined(each.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" })
            }
        }
    }

    var source: Source?
    var title: String?
    var meeting: Meeting?
}

/// What the table of figures takes from a figure record.
struct SheetFigure: Decodable {
    struct Quote: Decodable {
        var exact: String
        var prefix: String
        var suffix: String
    }

    struct Period: Decodable {
        var start: String
        var end: String
    }

    struct Cell: Decodable {
        var rowLabels: [String]?
        var columnLabels: [String]?
        var rowHeading: String?
        var columnHeading: String?
    }

    var id: String
    var kind: String
    var quote: Quote
    var page: Int?
    var value: String?
    var low: String?
    var high: String?
    var unit: String?
    var approximate: Bool?
    var bound: String?
    var per: String?
    var period: Period?
    var sense: String?
    var basis: [String]?
    var comparison: String?
    var subject: String?
    var subjectFrom: String?
    var payee: String?
    var payer: String?
    var table: Cell?
    var struck: Bool?
    var hidden: String?
    var rule: String?
    var unitFrom: String?
    var doubts: [String]?
}

/// Figures as a table that spreadsheets open as it is: UTF-8 with a byte order mark, without which Excel takes the pound sign for
/// another, lines ended by CR LF (RFC 4180), a row on one line, and no cell that would be run as a formula.
enum FigureSheet {
    private struct Column: Sendable {
        let heading: String
        let value: @Sendable (SheetFigure, SheetDocument) -> String?
    }

    private static let columns: [Column] = [
        Column(heading: "source") { $1.source?.path },
        Column(heading: "page") { figure, _ in figure.page.map { String($0) } },
        Column(heading: "kind") { figure, _ in figure.kind },
        Column(heading: "text") { figure, _ in figure.quote.exact },
        Column(heading: "value") { figure, _ in figure.value },
        Column(heading: "low") { figure, _ in figure.low },
        Column(heading: "high") { figure, _ in figure.high },
        Column(heading: "unit") { figure, _ in figure.unit },
        Column(heading: "approximate") { figure, _ in figure.approximate == true ? "true" : nil },
        Column(heading: "bound") { figure, _ in figure.bound },
        Column(heading: "per") { figure, _ in figure.per },
        Column(heading: "periodStart") { figure, _ in figure.period?.start },
        Column(heading: "periodEnd") { figure, _ in figure.period?.end },
        Column(heading: "sense") { figure, _ in figure.sense },
        Column(heading: "basis") { figure, _ in figure.basis?.joined(separator: " ") },
        Column(heading: "subject") { figure, _ in figure.subject },
        Column(heading: "rowLabels") { figure, _ in figure.table?.rowLabels.map(CSVWriter.joined) },
        Column(heading: "columnLabels") { figure, _ in figure.table?.columnLabels.map(CSVWriter.joined) },
        Column(heading: "rowHeading") { figure, _ in figure.table?.rowHeading },
        Column(heading: "columnHeading") { figure, _ in figure.table?.columnHeading },
        Column(heading: "quote") { figure, _ in figure.quote.prefix + figure.quote.exact + figure.quote.suffix },
        Column(heading: "title") { $1.title },
        Column(heading: "organisation") { $1.meeting?.organisation },
        Column(heading: "committee") { $1.meeting?.committee },
        Column(heading: "meetingDate") { $1.meeting?.date },
        Column(heading: "url") { $1.source?.url },
        Column(heading: "struck") { figure, _ in figure.struck == true ? "true" : nil },
        Column(heading: "hidden") { figure, _ in figure.hidden },
        Column(heading: "rule") { figure, _ in figure.rule },
        Column(heading: "id") { figure, _ in figure.id },
        Column(heading: "unitFrom") { figure, _ in figure.unitFrom },
        Column(heading: "doubts") { figure, _ in figure.doubts?.joined(separator: " ") },
        Column(heading: "comparison") { figure, _ in figure.comparison },
        Column(heading: "subjectFrom") { figure, _ in figure.subjectFrom },
        Column(heading: "payee") { figure, _ in figure.payee },
        Column(heading: "payer") { figure, _ in figure.payer },
        Column(heading: "item") { $1.meeting?.item },
        Column(heading: "meetingFrom") { $1.meeting?.from.text },
        Column(heading: "retrieved") { $1.source?.retrieved },
    ]

    /// The byte order mark and the line of headings.
    static var opening: [UInt8] { [0xef, 0xbb, 0xbf] + line(columns.map(\.heading)) }

    /// A figure as one line.
    static func line(_ figure: SheetFigure, of document: SheetDocument) -> [UInt8] {
        line(columns.map { $0.value(figure, document) ?? "" })
    }

    /// Cells as one line.
    static func line(_ cells: [String]) -> [UInt8] {
        Array((cells.map { CSVWriter.quoted(onOneLine($0)) }.joined(separator: ",") + "\r\n").utf8)
    }

    /// Words as they are read, with a space for each break.
    private static func onOneLine(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
        return text.unicodeScalars.split { $0.value < 0x20 }.map { String($0) }.joined(separator: " ")
    }
}
