/// A JSON object whose keys are listed once: the writer and the schema both read the list, so that they can't drift apart.
protocol RecordObject: RecordValue, Definition {
    /// The keys in the order they are written.
    static var fields: [Field<Self>] { get }
    /// What such an object is, in a sentence (`CodeBook`).
    static var about: String { get }
    /// What each key holds (`CodeBook`).
    static var meanings: [String: Meaning] { get }
    /// What the schema demands beyond the keys.
    static var constraints: [JSON.Member] { get }
}

extension RecordObject {
    static var constraints: [JSON.Member] { [] }
    static var about: String { "" }
    static var meanings: [String: Meaning] { [:] }

    static var schema: JSON { reference }
    static var defined: [any Definition.Type] { [Self.self] }
    static var parts: [any Definition.Type] { fields.flatMap(\.defined) }

    /// The definition: no key beyond those of the list.
    static var definition: JSON {
        let meanings = meanings
        return .object(
            [
                .init("title", .string(name.asTitle)),
                .init("description", .string(about)),
                .init("type", "object"),
                .init("properties", .object(fields.map { .init($0.key, $0.schema().described(key: $0.key, as: meanings[$0.key])) })),
                .init("required", .list(fields.filter(\.isRequired).map { .string($0.key) })),
                .init("additionalProperties", false),
            ] + constraints)
    }

    func write(to json: inout JSONWriter) {
        json.object { json in json.members(self, Self.fields) }
    }
}

extension JSONWriter {
    /// Writes what a list of keys takes from an object. By index, since a field as a value is a copy of its schema too.
    mutating func members<Object>(_ object: Object, _ fields: [Field<Object>]) {
        for index in fields.indices { fields[index].write(object, &self) }
    }
}

/// One key of a record object.
struct Field<Object>: Sendable {
    let key: String
    /// JSON Schema of its values; made when it is asked for, since those who write records never do.
    let schema: @Sendable () -> JSON
    /// The definitions that its schema refers to.
    let defined: [any Definition.Type]
    let isRequired: Bool
    /// Writes key and value; nothing where there is no value.
    let write: @Sendable (Object, inout JSONWriter) -> Void

    /// The same key for an object that holds this one as a part.
    func of<Whole>(_ part: @escaping @Sendable (Whole) -> Object) -> Field<Whole> {
        Field<Whole>(key: key, schema: schema, defined: defined, isRequired: isRequired) { [write] whole, json in write(part(whole), &json)
        }
    }

    /// A key that every object has.
    static func required<Value: RecordValue>(_ key: String, _ value: @escaping @Sendable (Object) -> Value) -> Field {
        let name = JSONWriter.Key(key)
        return Field(key: key, schema: { Value.schema }, defined: Value.defined, isRequired: true) { object, json in
            json.key(name)
            value(object).write(to: &json)
        }
    }

    /// A key that is left out where its value is unknown.
    static func optional<Value: RecordValue>(_ key: String, _ value: @escaping @Sendable (Object) -> Value?) -> Field {
        let name = JSONWriter.Key(key)
        return Field(key: key, schema: { Value.schema }, defined: Value.defined, isRequired: false) { object, json in
            guard let value = value(object) else { return }
            json.key(name)
            value.write(to: &json)
        }
    }

    /// A list that is left out where it is empty.
    static func list<Value: RecordValue>(_ key: String, _ value: @escaping @Sendable (Object) -> [Value]) -> Field {
        optional(key) { object -> [Value]? in
            let values = value(object)
            return values.isEmpty ? nil : values
        }
    }

    /// A mark that is left out where it is false.
    static func mark(_ key: String, _ value: @escaping @Sendable (Object) -> Bool) -> Field {
        optional(key) { value($0) ? true : nil }
    }

    /// A key with the same string in every object.
    static func constant(_ key: String, _ value: String) -> Field {
        let name = JSONWriter.Key(key)
        return Field(key: key, schema: { ["type": "string", "const": .string(value)] }, defined: [], isRequired: true) { _, json in
            json.key(name)
            json.string(value)
        }
    }
}
