/// Something that the schema describes once, under a name.
protocol Definition: Sendable {
    /// Name under `$defs` of the schema.
    static var name: String { get }
    /// What the schema says of it.
    static var definition: JSON { get }
    /// The definitions that this one refers to.
    static var parts: [any Definition.Type] { get }
}

extension Definition {
    /// A reference to the definition, so that each thing is described once.
    static var reference: JSON { ["$ref": .string("#/$defs/" + name)] }
}

/// What a key of a record holds: in words, with its unit, and what JSON Schema can say of it beyond its type.
struct Meaning: Sendable, ExpressibleByStringLiteral {
    let text: String
    let keywords: [JSON.Member]

    init(_ text: String, _ keywords: JSON.Member...) {
        self.text = text
        self.keywords = keywords
    }

    init(stringLiteral text: String) {
        self.text = text
        keywords = []
    }
}

extension JSON.Member {
    /// No less than this.
    static func least(_ minimum: Int) -> JSON.Member { .init("minimum", .integer(minimum)) }
    /// A format of JSON Schema.
    static func format(_ name: String) -> JSON.Member { .init("format", .string(name)) }
    /// A regular expression (ECMA-262) that the string matches.
    static func pattern(_ expression: String) -> JSON.Member { .init("pattern", .string(expression)) }

    /// The id of a document.
    static let documentID = pattern("^sha256:[0-9a-f]{64}$")
    /// The id of a part of a document: its letter and its place in document order.
    static func partID(_ letter: String) -> JSON.Member { pattern("^sha256:[0-9a-f]{64}#\(letter)[1-9][0-9]*$") }
}

extension JSON {
    /// The definition of an object with these keys and no others; all but the `optional` ones are always there.
    static func closed(
        _ about: String, title: String, _ keys: [(key: String, schema: JSON, meaning: Meaning)], optional: Set<String> = []
    ) -> JSON {
        [
            "title": .string(title.asTitle),
            "description": .string(about),
            "type": "object",
            "properties": .object(keys.map { .init($0.key, $0.schema.described(key: $0.key, as: $0.meaning)) }),
            "required": .list(keys.filter { !optional.contains($0.key) }.map { .string($0.key) }),
            "additionalProperties": false,
        ]
    }

    /// The schema of a key with its title and what it means.
    func described(key: String, as meaning: Meaning?) -> JSON {
        guard case .object(let members) = self else { return self }
        guard let meaning else { return .object([.init("title", .string(key.asTitle))] + members) }
        return .object(
            [.init("title", .string(key.asTitle)), .init("description", .string(meaning.text))] + members + meaning.keywords)
    }
}

extension String {
    /// "meetingDate" as a title: "Meeting date".
    var asTitle: String {
        var title = ""
        for character in self {
            if character.isUppercase, !title.isEmpty { title += " " }
            title += title.isEmpty ? character.uppercased() : character.lowercased()
        }
        return title
    }
}
