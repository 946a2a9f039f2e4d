/// A JSON object whose keys are listed once: the writer and the schema both read the list, so that they can't drift apart.
protocol RecordObject: RecordValue {
    /// Name under `$defs` of the schema.
    static var name: String { get }
    /// The keys in the order they are written.
    static var fields: [Field<Self>] { get }
    /// What the schema demands beyond the keys.
    static var constraints: [JSON.Member] { get }
}

extension RecordObject {
    static var constraints: [JSON.Member] { [] }

    /// A reference to the definition, so that each object is described once.
    static var schema: JSON { ["$ref": .string("#/$defs/" + name)] }

    /// The definition: no key beyond those of the list.
    static var definition: JSON {
        .object(
            [
                .init("type", "object"),
                .init("properties", .object(fields.map { .init($0.key, $0.schema) })),
                .init("required", .list(fields.filter(\.isRequired).map { .string($0.key) })),
                .init("additionalProperties", false),
            ] + constraints)
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            for field in Self.fields { field.write(self, &json) }
        }
    }
}

/// One key of a record object.
struct Field<Object>: Sendable {
    let key: String
    let schema: JSON
    let isRequired: Bool
    /// Writes key and value; nothing where there is no value.
    let write: @Sendable (Object, inout JSONWriter) -> Void

    /// The same key for an object that holds this one as a part.
    func of<Whole>(_ part: @escaping @Sendable (Whole) -> Object) -> Field<Whole> {
        Field<Whole>(key: key, schema: schema, isRequired: isRequired) { [write] whole, json in write(part(whole), &json) }
    }

    /// A key that every object has.
    static func required<Value: RecordValue>(_ key: String, _ value: @escaping @Sendable (Object) -> Value) -> Field {
        Field(key: key, schema: Value.schema, isRequired: true) { object, json in
            json.key(key)
            value(object).write(to: &json)
        }
    }

    /// A key that is left out where its value is unknown.
    static func optional<Value: RecordValue>(_ key: String, _ value: @escaping @Sendable (Object) -> Value?) -> Field {
        Field(key: key, schema: Value.schema, isRequired: false) { object, json in
            guard let value = value(object) else { return }
            json.key(key)
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
        Field(key: key, schema: ["const": .string(value)], isRequired: true) { _, json in
            json.key(key)
            json.string(value)
        }
    }
}
