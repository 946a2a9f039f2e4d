/// Something that stands in a record: it knows how it is written and what the JSON Schema says of it.
protocol RecordValue: Sendable {
    /// JSON Schema of the values.
    static var schema: JSON { get }
    /// The definitions that the schema refers to.
    static var defined: [any Definition.Type] { get }
    /// Writes the value.
    func write(to json: inout JSONWriter)
}

extension RecordValue {
    static var defined: [any Definition.Type] { [] }
}

extension String: RecordValue {
    static var schema: JSON { ["type": "string"] }
    func write(to json: inout JSONWriter) { json.string(self) }
}

extension Int: RecordValue {
    static var schema: JSON { ["type": "integer"] }
    func write(to json: inout JSONWriter) { json.integer(self) }
}

extension Bool: RecordValue {
    static var schema: JSON { ["type": "boolean"] }
    func write(to json: inout JSONWriter) { json.literal(self ? "true" : "false") }
}

extension Array: RecordValue where Element: RecordValue {
    static var schema: JSON { ["type": "array", "items": Element.schema] }
    static var defined: [any Definition.Type] { Element.defined }
    func write(to json: inout JSONWriter) {
        // By index: an element as a value is a copy.
        json.list { json in for index in indices { self[index].write(to: &json) } }
    }
}

/// Null where there is no value: for places in a list; an object leaves the key out.
extension Optional: RecordValue where Wrapped: RecordValue {
    static var schema: JSON { ["anyOf": [Wrapped.schema, ["type": "null"]]] }
    static var defined: [any Definition.Type] { Wrapped.defined }
    func write(to json: inout JSONWriter) {
        switch self {
        case .some(let value): value.write(to: &json)
        case .none: json.literal("null")
        }
    }
}

/// One of a fixed set of names; the schema lists them, each with its meaning.
protocol RecordName: RecordValue, Definition, CaseIterable, RawRepresentable where RawValue == String {
    /// What the names are of, in a sentence (`CodeBook`).
    static var about: String { get }
    /// What each name means (`CodeBook`).
    static var meanings: [String: String] { get }
}

extension RecordName {
    static var about: String { "" }
    static var meanings: [String: String] { [:] }

    /// The type's own name without that of its module: "figureSense" for `Figure.Sense`.
    static var name: String {
        let words = String(reflecting: Self.self).split(separator: ".").dropFirst().joined()
        return words.prefix(1).lowercased() + words.dropFirst()
    }

    static var schema: JSON { reference }
    static var defined: [any Definition.Type] { [Self.self] }
    static var parts: [any Definition.Type] { [] }

    /// The names in order, and in the same order what they mean.
    static var definition: JSON {
        let meanings = meanings
        return [
            "title": .string(name.asTitle),
            "description": .string(about),
            "type": "string",
            "enum": .list(allCases.map { .string($0.rawValue) }),
            "x-enum-descriptions": .list(allCases.map { .string(meanings[$0.rawValue] ?? "") }),
        ]
    }

    func write(to json: inout JSONWriter) { json.string(rawValue) }
}
