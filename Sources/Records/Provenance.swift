/// What made the records.
public struct Provenance: Sendable, Hashable {
    /// Hash of the rule files.
    public var rules: String
    /// Version of the program.
    public var version: String

    /// Makes a provenance.
    public init(rules: String, version: String) {
        self.rules = rules
        self.version = version
    }
}
