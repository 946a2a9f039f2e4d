/// Something that stands in a record: it knows how it is written and what the JSON Schema says of it.
protocol RecordValue: Sendable {
    /// JSON Schema of the values.
    static var schema: JSON { get }
    /// Writes the value.
    func write(to json: inout JSONWriter)
}

extension String: RecordValue {
    static var schema: JSON { ["type": "string"] }
    func write(to json: inout JSONWriter) { json.string(self) }
}

extension Int: RecordValue {
    static var schema: JSON { ["type": "integer"] }
    func write(to json: inout JSONWriter) { json.literal(String(self)) }
}

extension Bool: RecordValue {
    static var schema: JSON { ["type": "boolean"] }
    func write(to json: inout JSONWriter) { json.literal(self ? "true" : "false") }
}

extension Array: RecordValue where Element: RecordValue {
    static var schema: JSON { ["type": "array", "items": Element.schema] }
    func write(to json: inout JSONWriter) {
        json.list { for element in self { element.write(to: &$0) } }
    }
}

/// Null where there is no value: for places in a list; an object leaves the key out.
extension Optional: RecordValue where Wrapped: RecordValue {
    static var schema: JSON { ["anyOf": [Wrapped.schema, ["type": "null"]]] }
    func write(to json: inout JSONWriter) {
        switch self {
        case .some(let value): value.write(to: &json)
        case .none: json.literal("null")
        }
    }
}

/// One of a fixed set of names; the schema lists them.
protocol RecordName: RecordValue, CaseIterable, RawRepresentable where RawValue == String {}

extension RecordName {
    static var schema: JSON { ["type": "string", "enum": .list(allCases.map { .string($0.rawValue) })] }
    func write(to json: inout JSONWriter) { json.string(rawValue) }
}
