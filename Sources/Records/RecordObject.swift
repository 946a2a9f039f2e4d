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

    /// A key that every object has.
    init<Value: RecordValue>(_ key: String, _ value: @escaping @Sendable (Object) -> Value) {
        self.key = key
        schema = Value.schema
        isRequired = true
        write = { object, json in
            json.key(key)
            value(object).write(to: &json)
        }
    }

    /// A key that is left out where its value is unknown.
    init<Value: RecordValue>(_ key: String, optional value: @escaping @Sendable (Object) -> Value?) {
        self.key = key
        schema = Value.schema
        isRequired = false
        write = { object, json in
            guard let value = value(object) else { return }
            json.key(key)
            value.write(to: &json)
        }
    }

    /// A list that is left out where it is empty.
    init<Value: RecordValue>(_ key: String, list: @escaping @Sendable (Object) -> [Value]) {
        self.init(
            key,
            optional: { object -> [Value]? in
                let values = list(object)
                return values.isEmpty ? nil : values
            })
    }

    /// A mark that is left out where it is false.
    init(_ key: String, mark: @escaping @Sendable (Object) -> Bool) {
        self.init(key, optional: { mark($0) ? true : nil })
    }

    /// A key with the same string in every object.
    init(_ key: String, constant: String) {
        self.key = key
        schema = ["const": .string(constant)]
        isRequired = true
        write = { _, json in
            json.key(key)
            json.string(constant)
        }
    }
}
