/// A JSON value as a tree with ordered keys: what the schema and the summaries are made of. Records are written without it.
public indirect enum JSON: Sendable, Equatable {
    /// A string.
    case string(String)
    /// An integer.
    case integer(Int)
    /// A number with a fraction, in its decimal digits.
    case decimal(String)
    /// True or false.
    case boolean(Bool)
    /// A list.
    case list([JSON])
    /// An object; keys in order.
    case object([Member])

    /// A key with its value.
    public struct Member: Sendable, Equatable {
        /// The key.
        public var key: String
        /// The value.
        public var value: JSON

        /// Makes a member.
        public init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    /// The value of a key of an object; nil where there is none.
    public subscript(key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// An object with more members; anything else as it is.
    public func adding(_ more: [Member]) -> JSON {
        guard case .object(let members) = self else { return self }
        return .object(members + more)
    }

    /// The value as indented text that ends with LF.
    public var indented: [UInt8] {
        var json = JSONWriter(isIndented: true)
        write(to: &json)
        json.endLine()
        return json.bytes
    }

    /// The value on one line that ends with LF.
    public var line: [UInt8] {
        var json = JSONWriter()
        write(to: &json)
        json.endLine()
        return json.bytes
    }

    func write(to json: inout JSONWriter) {
        switch self {
        case .string(let string): json.string(string)
        case .integer(let integer): json.integer(integer)
        case .decimal(let digits): json.literal(digits)
        case .boolean(let boolean): json.literal(boolean ? "true" : "false")
        case .list(let values): json.list { for value in values { value.write(to: &$0) } }
        case .object(let members):
            json.object {
                for member in members {
                    $0.key(member.key)
                    member.value.write(to: &$0)
                }
            }
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    /// A string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// An integer.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// True or false.
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension JSON: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    /// A list.
    public init(arrayLiteral elements: JSON...) { self = .list(elements) }
    /// An object; keys in the order written.
    public init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { Member($0.0, $0.1) }) }
}
