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

    var single: Amount? { if case .single(let amount) = figure.value { amount } else { nil } }
    var low: Amount? { if case .range(let low, _) = figure.value { low } else { nil } }
    var high: Amount? { if case .range(_, let high) = figure.value { high } else { nil } }
    var sense: Sense? { figure.sense.flatMap(Sense.init) }
    var basis: [Basis] { figure.basis.compactMap(Basis.init) }

    /// What the money or staff is said to be.
    enum Sense: String, RecordName {
        case saving, pressure, overspend, underspend, income, grant, budget, spend, cost, reserve, borrowing, debt, price
        case establishment, vacancy, reduction, increase, agency, absence
    }

    /// Where the money comes from and how long it flows.
    enum Basis: String, RecordName {
        case revenue, capital, oneOff, ongoing
    }
}

extension FigureRecord: RecordObject {
    static let name = "figure"
    static let fields = place + statement

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
        .optional("page") { $0.figure.spans.first?.page },
        .list("boxes") { $0.boxes },
        .optional("path") { $0.path },
    ]

    /// What its words state.
    private static let statement: [Field<FigureRecord>] = [
        .optional("value") { $0.single },
        .optional("low") { $0.low },
        .optional("high") { $0.high },
        .required("unit") { $0.figure.unit },
        .optional("interval") { $0.figure.interval },
        .mark("approximate") { $0.figure.isApproximate },
        .optional("bound") { $0.figure.bound },
        .optional("per") { $0.figure.per },
        .optional("period") { $0.figure.period },
        .optional("sense") { $0.sense },
        .list("basis") { $0.basis },
        .optional("subject") { $0.figure.subject },
        .optional("scaleFrom") { $0.figure.scaleFrom },
        .optional("signFrom") { $0.figure.signFrom },
        .required("rule") { $0.figure.rule },
        .list("cues") { $0.figure.cues },
        .optional("hidden") { $0.figure.hidden },
    ]

    /// One value, or both ends of a range.
    static let constraints: [JSON.Member] = [
        .init("oneOf", [["required": ["value"]], ["required": ["low", "high"]]])
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
        .optional("rowHeading") { $0.cell.rowHeading },
        .optional("columnHeading") { $0.cell.columnHeading },
    ]
}
