internal import PaperModel

// How the values that the stages pass on stand in a record.

extension Figure.Kind: RecordName {}
extension Figure.Bound: RecordName {}
extension Figure.Doubt: RecordName {}
extension Figure.Source: RecordName {}
extension Figure.Sense: RecordName {}
extension Figure.Basis: RecordName {}
extension Figure.Comparison: RecordName {}
extension Figure.SubjectSource: RecordName {}
extension HiddenText.Reason: RecordName {}
extension Notice.Code: RecordName {}
extension Paper.Kind: RecordName {}
extension Paper.MediaType: RecordName {}
extension PaperFailure.Code: RecordName {}
extension PaperFailure.Stage: RecordName {}
extension Segment.Kind: RecordName {}
extension Segment.Outcome: RecordName {}
extension Table.Method: RecordName {}

/// A decimal string: JSON's own numbers are read as binary floating point by most programs.
extension Amount: RecordValue {
    static var schema: JSON { ["type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$"] }
    func write(to json: inout JSONWriter) { json.string(description) }
}

extension Day: RecordValue {
    static var schema: JSON { ["type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"] }
    func write(to json: inout JSONWriter) { json.string(description) }
}

/// A measure in points, to a tenth.
struct Points: RecordValue {
    let value: Double

    init(_ value: Double) { self.value = value }

    static var schema: JSON { ["type": "number"] }
    func write(to json: inout JSONWriter) { json.number(value, places: 1) }
}

/// A share from 0 to 1, to a hundredth.
struct Share: RecordValue {
    let value: Double

    static var schema: JSON { ["type": "number", "minimum": 0, "maximum": 1] }
    func write(to json: inout JSONWriter) { json.number(max(0, min(1, value)), places: 2) }
}

/// What the printed numbers of a column are multiplied by.
struct Scale: RecordValue {
    let amount: Amount

    static var schema: JSON { ["type": "number"] }
    func write(to json: inout JSONWriter) { json.literal(amount.description) }
}

/// A box on a page.
struct PlacedBox: RecordObject {
    let page: Int
    let box: Box

    static let name = "box"
    static let fields: [Field<PlacedBox>] = [
        .required("page") { $0.page },
        .required("x") { Points($0.box.x) },
        .required("y") { Points($0.box.y) },
        .required("width") { Points($0.box.width) },
        .required("height") { Points($0.box.height) },
    ]
}

extension Span: RecordObject {
    static let name = "span"
    static let fields: [Field<Span>] = [
        .required("page") { $0.page },
        .required("start") { $0.range.start },
        .required("end") { $0.range.end },
    ]
}

extension Period: RecordObject {
    static let name = "period"
    static let fields: [Field<Period>] = [
        .required("start") { $0.start },
        .required("end") { $0.end },
        .required("text") { $0.text },
    ]
}

extension ClosedInterval: RecordObject {
    static let name = "interval"
    static let fields: [Field<ClosedInterval>] = [
        .required("min") { $0.min },
        .required("max") { $0.max },
    ]
}

extension Notice: RecordObject {
    static let name = "notice"
    static let fields: [Field<Notice>] = [
        .required("code") { $0.code },
        .required("message") { $0.message },
        .optional("page") { $0.page },
        .list("pages") { $0.pages },
    ]
}

extension Segment.Votes: RecordObject {
    static let name = "votes"
    static let fields: [Field<Segment.Votes>] = [
        .optional("for") { $0.for },
        .optional("against") { $0.against },
        .optional("abstain") { $0.abstain },
    ]
}

/// The lines of a form as an object: the names are the form's own.
struct FormFields: RecordValue {
    let fields: [Segment.Field]

    static var schema: JSON { ["type": "object", "additionalProperties": ["type": "string"]] }
    func write(to json: inout JSONWriter) {
        json.object { json in
            for field in fields {
                json.key(field.name)
                json.string(field.text)
            }
        }
    }
}

extension Segment.Reference: RecordObject {
    static let name = "reference"
    static let fields: [Field<Segment.Reference>] = [
        .required("title") { $0.title },
        .required("url") { $0.url },
    ]
}

extension ColumnUnit: RecordObject {
    static let name = "columnUnit"
    static let fields: [Field<ColumnUnit>] = [
        .required("unit") { $0.unit },
        .required("scale") { Scale(amount: $0.scale) },
        .optional("period") { $0.period },
        .required("from") { $0.from },
        .optional("refused") { $0.refused },
    ]
}

/// The unit of a refused column is "none": `from` gives the words over it, or its first numbers.
extension ColumnUnit.Refusal: RecordName {
    static var schema: JSON {
        [
            "type": "string", "enum": .list(allCases.map { .string($0.rawValue) }),
            "description": """
            Why the numbers of a column with the unit "none" are no amounts, though something stands over them: they name things \
            (identifier), are days (date) or years (year), count the rows (lineNumber); the heading scales and nothing says of what \
            (scaleAlone); other columns are money, and nothing says that these are (noEvidence).
            """,
        ]
    }
}
