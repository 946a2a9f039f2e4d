/// The path of a paper that is attached to a PDF: that of the PDF, a slash, and the name that the paper has there.
public struct AttachedPath: Sendable, Equatable {
    /// Path of the PDF.
    public let host: String
    /// Name of the attached file.
    public let name: String

    /// Takes a path apart; nil where it has no two parts.
    public init?(_ path: String) {
        guard let slash = path.unicodeScalars.lastIndex(of: "/"), slash != path.startIndex,
            path.unicodeScalars.index(after: slash) != path.endIndex
        else { return nil }
        host = String(path[..<slash])
        name = String(path[path.unicodeScalars.index(after: slash)...])
    }

    /// Puts a path together.
    public init(host: String, name: String) { (self.host, self.name) = (host, name) }

    /// The path as text.
    public var text: String { "\(host)/\(name)" }
}
