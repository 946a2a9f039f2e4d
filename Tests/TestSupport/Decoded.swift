internal import Foundation

/// A decoded JSON value: what goldens are compared as, so that neither order of keys nor layout matters.
public enum Decoded: Sendable, Equatable, Decodable {
    /// Null.
    case null
    /// True or false.
    case boolean(Bool)
    /// A number.
    case number(Double)
    /// A string.
    case string(String)
    /// A list.
    case list([Decoded])
    /// An object.
    case object([String: Decoded])

    /// Decodes any JSON value.
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let boolean = try? value.decode(Bool.self) {
            self = .boolean(boolean)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let string = try? value.decode(String.self) {
            self = .string(string)
        } else if let list = try? value.decode([Decoded].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: Decoded].self))
        }
    }

    /// Reads one value.
    public init(json: [UInt8]) throws {
        self = try JSONDecoder().decode(Decoded.self, from: Data(json))
    }

    /// Reads a file with one value a line.
    public static func lines(of path: String) throws -> [Decoded] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { try Decoded(json: Array($0.utf8)) }
    }

    /// The value of a key; null where there is none.
    public subscript(key: String) -> Decoded {
        if case .object(let members) = self { members[key] ?? .null } else { .null }
    }

    /// The string; nil for other values.
    public var string: String? { if case .string(let string) = self { string } else { nil } }

    /// The integer; nil for other values.
    public var integer: Int? { if case .number(let number) = self { Int(exactly: number) } else { nil } }

    /// The list; empty for other values.
    public var list: [Decoded] { if case .list(let list) = self { list } else { [] } }

    /// The first place where `other` differs, and how; nil where they are equal.
    public func difference(from other: Decoded, at place: String = "") -> String? {
        switch (self, other) {
        case (.object(let mine), .object(let others)):
            for key in Set(mine.keys).union(others.keys).sorted() {
                let difference = (mine[key] ?? .null).difference(from: others[key] ?? .null, at: "\(place).\(key)")
                if let difference { return difference }
            }
            return nil
        case (.list(let mine), .list(let others)):
            for (index, pair) in zip(mine, others).enumerated() {
                if let difference = pair.0.difference(from: pair.1, at: "\(place)[\(index)]") { return difference }
            }
            return mine.count == others.count ? nil : "\(place): \(mine.count) values, expected \(others.count)"
        default:
            return self == other ? nil : "\(place): \(self), expected \(other)"
        }
    }
}
