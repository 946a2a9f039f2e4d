internal import PaperModel

/// An amount of money or staff that a paper states, with its place, as one record.
public struct FigureRecord: Sendable {
    /// Id of the document and "#f" with the place in document order.
    public let id: String
    let document: String
    let segment: String?
    let cell: CellLink?
    let figure: Figure
    let quote: Quote
    let boxes: [PlacedBox]
    let path: String?
}

extension FigureRecord: RecordObject {
    static let name = "figure"
    static let fields = place + Figure.statement.map { $0.of { $0.figure } }

    /// What it is and where it stands.
    private static let place: [Field<FigureRecord>] = [
        .constant("type", name),
        .constant("schema", RecordSchema.version),
        .required("id") { $0.id },
        .required("document") { $0.document },
        .optional("segment") { $0.segment },
        .optional("table") { $0.cell },
        .required("kind") { $0.figure.kind },
        .required("text") { $0.quote.exact },
        .required("quote") { $0.quote },
        .required("spans") { $0.figure.spans },
        .list("sentence") { $0.figure.sentence },
        .optional("page") { $0.figure.spans.first?.page },
        .list("boxes") { $0.boxes },
        .optional("path") { $0.path },
    ]

    /// The keys of `fields`; those of the figure are written from it as it lies here, since each would take a copy of the whole.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.members(self, Self.place)
            json.members(figure, Figure.statement)
        }
    }

    /// One value, or both ends of a range. Said so, programs that make classes of a schema make one class of it.
    static let constraints: [JSON.Member] = [
        .init("dependentRequired", ["low": ["high"], "high": ["low"]]),
        .init("if", ["required": ["low"]]),
        .init("then", ["not": ["required": ["value"]]]),
        .init("else", ["required": ["value"]]),
    ]
}

/// The cell that a figure stands in.
struct CellLink: RecordObject {
    let table: String
    let cell: Figure.CellReference

    static let name = "cellLink"
    static let fields: [Field<CellLink>] = [
        .required("id") { $0.table },
        .required("row") { $0.cell.row },
        .required("column") { $0.cell.column },
        .list("rowLabels") { $0.cell.rowLabels },
        .list("columnLabels") { $0.cell.columnLabels },
        .optional("rowHeading") { $0.cell.rowHeading },
        .optional("columnHeading") { $0.cell.columnHeading },
    ]
}
