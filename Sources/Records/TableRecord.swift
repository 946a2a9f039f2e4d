internal import PaperModel

/// A table with its cells, as one record.
public struct TableRecord: Sendable {
    /// Id of the document and "#t" with the place in document order.
    public let id: String
    let document: String
    let segment: String?
    let caption: String?
    let table: Table
    let cells: [CellRecord]
    let checks: [SumCheck]

    private var pages: [Int] {
        table.parts.reduce(into: []) { pages, part in
            if pages.last != part.page { pages.append(part.page) }
        }
    }

    private var boxes: [PlacedBox] {
        table.parts.compactMap { part in part.box.map { PlacedBox(page: part.page, box: $0) } }
    }
}

extension TableRecord: RecordObject {
    static let name = "table"
    static let fields: [Field<TableRecord>] = [
        .constant("type", name),
        .constant("schema", RecordSchema.version),
        .required("id") { $0.id },
        .required("document") { $0.document },
        .optional("segment") { $0.segment },
        .optional("caption") { $0.caption },
        .required("method") { $0.table.method },
        .required("pages") { $0.pages },
        .list("boxes") { $0.boxes },
        .required("rows") { $0.table.rows },
        .required("columns") { $0.table.columns },
        .required("headerRows") { $0.table.headerRows },
        .required("headerColumns") { $0.table.headerColumns },
        .required("cells") { $0.cells },
        .required("columnUnits") { $0.table.columnUnits },
        .required("checks") { $0.checks },
        .required("unreadNumbers") { $0.table.unreadNumbers },
    ]
}

/// One cell of a table; row and column are 0-based.
struct CellRecord: RecordObject {
    let cell: Table.Cell
    let text: String

    static let name = "cell"
    static let fields: [Field<CellRecord>] = [
        .required("row") { $0.cell.row },
        .required("column") { $0.cell.column },
        .required("rowSpan") { $0.cell.rowSpan },
        .required("columnSpan") { $0.cell.columnSpan },
        .required("text") { $0.text },
        .required("header") { $0.cell.isHeader },
        .required("span") { $0.cell.span },
        .optional("box") { record in record.cell.box.map { PlacedBox(page: record.cell.page, box: $0) } },
    ]
}
