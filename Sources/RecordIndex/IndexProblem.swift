/// Why an index can't be used.
public struct IndexProblem: Error, CustomStringConvertible, Sendable {
    /// What to do about it.
    public enum Kind: Sendable {
        /// There is none.
        case missing
        /// Another version of the program made it.
        case otherVersion
        /// It is damaged.
        case damaged
        /// The system refuses something, or what is asked for is not there.
        case other
    }

    /// What to do about it.
    public let kind: Kind
    /// What is wrong, in words.
    public let description: String

    /// States what is wrong.
    public init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}
