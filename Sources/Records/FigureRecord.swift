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
        Field("type", constant: name),
        Field("schema", constant: RecordSchema.version),
        Field("id") { $0.id },
        Field("document") { $0.document },
        Field("segment", optional: { $0.segment }),
        Field("table", optional: { $0.cell }),
        Field("kind") { $0.figure.kind },
        Field("text") { $0.quote.exact },
        Field("quote") { $0.quote },
        Field("spans") { $0.figure.spans },
        Field("page", optional: { $0.figure.spans.first?.page }),
        Field("boxes", list: { $0.boxes }),
        Field("path", optional: { $0.path }),
    ]

    /// What its words state.
    private static let statement: [Field<FigureRecord>] = [
        Field("value", optional: { $0.single }),
        Field("low", optional: { $0.low }),
        Field("high", optional: { $0.high }),
        Field("unit") { $0.figure.unit },
        Field("interval", optional: { $0.figure.interval }),
        Field("approximate", mark: { $0.figure.isApproximate }),
        Field("bound", optional: { $0.figure.bound }),
        Field("per", optional: { $0.figure.per }),
        Field("period", optional: { $0.figure.period }),
        Field("sense", optional: { $0.sense }),
        Field("basis", list: { $0.figure.basis.compactMap(Basis.init) }),
        Field("subject", optional: { $0.figure.subject }),
        Field("scaleFrom", optional: { $0.figure.scaleFrom }),
        Field("signFrom", optional: { $0.figure.signFrom }),
        Field("rule") { $0.figure.rule },
        Field("cues", list: { $0.figure.cues }),
        Field("hidden", optional: { $0.figure.hidden }),
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
        Field("id") { $0.table },
        Field("row") { $0.cell.row },
        Field("column") { $0.cell.column },
        Field("rowHeading", optional: { $0.cell.rowHeading }),
        Field("columnHeading", optional: { $0.cell.columnHeading }),
    ]
}
