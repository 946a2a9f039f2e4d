/// A word of the records to which rule files may add others, declared with what they mean. Those that the program knows are constants.
public protocol DeclarableName: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// A word that is known to be a name.
    init(known name: String)
}

extension DeclarableName {
    /// A word as a record has it; nil for what can be none, whether anybody declared it or not.
    public init?(rawValue: String) {
        guard Self.isName(rawValue) else { return nil }
        self.init(known: rawValue)
    }

    /// Whether a text can be such a word: letters and digits of ASCII, a small letter first, as the program's own are.
    public static func isName(_ text: String) -> Bool {
        text.utf8.count <= 40 && text.utf8.first.map { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") } ?? false
            && text.utf8.allSatisfy { byte in
                byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
                    || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
            }
    }
}
