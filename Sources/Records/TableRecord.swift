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
        Field("type", constant: name),
        Field("schema", constant: RecordSchema.version),
        Field("id") { $0.id },
        Field("document") { $0.document },
        Field("segment", optional: { $0.segment }),
        Field("caption", optional: { $0.caption }),
        Field("method") { $0.table.method },
        Field("pages") { $0.pages },
        Field("boxes", list: { $0.boxes }),
        Field("rows") { $0.table.rows },
        Field("columns") { $0.table.columns },
        Field("headerRows") { $0.table.headerRows },
        Field("headerColumns") { $0.table.headerColumns },
        Field("cells") { $0.cells },
        Field("columnUnits") { $0.table.columnUnits },
        Field("checks") { $0.checks },
    ]
}

/// One cell of a table; row and column are 0-based.
struct CellRecord: RecordObject {
    let cell: Table.Cell
    let text: String

    static let name = "cell"
    static let fields: [Field<CellRecord>] = [
        Field("row") { $0.cell.row },
        Field("column") { $0.cell.column },
        Field("rowSpan") { $0.cell.rowSpan },
        Field("columnSpan") { $0.cell.columnSpan },
        Field("text") { $0.text },
        Field("header") { $0.cell.isHeader },
        Field("span") { $0.cell.span },
        Field("box", optional: { record in record.cell.box.map { PlacedBox(page: record.cell.page, box: $0) } }),
    ]
}
