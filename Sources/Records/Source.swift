/// Where a paper came from, as whoever asked for it says.
///
/// Times are taken from the request and never from the file system: a copy of a file has a time of its own, and the same bytes must
/// give the same records on every machine.
public struct Source: Sendable, Hashable {
    /// Path of the file, as given: the text of a `PathText`.
    public var path: String
    /// Address that it was fetched from.
    public var url: String?
    /// When its server says that it was changed, ISO 8601.
    public var modified: String?
    /// When it was fetched, ISO 8601.
    public var retrieved: String?

    /// Makes a source.
    public init(path: String, url: String? = nil, modified: String? = nil, retrieved: String? = nil) {
        self.path = path
        self.url = url
        self.modified = modified
        self.retrieved = retrieved
    }
}

extension Source: RecordObject {
    static let name = "source"
    static let fields: [Field<Source>] = [
        .required("path") { PathText($0.path).shown },
        .optional("pathBytes") { PathText($0.path).base64 },
        .optional("url") { $0.url },
        .optional("modified") { $0.modified },
        .optional("retrieved") { $0.retrieved },
    ]
}
