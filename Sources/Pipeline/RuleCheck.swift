internal import HTMLLoading
public import PaperModel
internal import RuleEngine

extension Pipeline {
    /// Whether a page can be asked for a layout's path: what `RuleBook.load` is to be told.
    public static func isPath(_ path: String) -> Bool { isXPath(path) }

    /// How the page layouts fare on a paper; empty for one that is no web page.
    public func layouts(in bytes: [UInt8], path: String) throws(PaperFailure) -> [LayoutVerdict] {
        guard Loader.detect(leading: bytes[...], path: path)?.mediaType == .html else { return [] }
        return try explainLayouts(bytes, layouts: rules.layouts, limits: LoadLimits()).map { found in
            LayoutVerdict(
                layout: found.layout, isUsed: found.isUsed, missing: found.missing,
                parts: found.parts.map { (key: $0.key, path: $0.path, count: $0.count) })
        }
    }
}

/// How a page layout fared on a web page.
public struct LayoutVerdict: Sendable {
    /// Id of the layout.
    public let layout: String
    /// Whether the page is read by it.
    public let isUsed: Bool
    /// The first of its paths under `recognise` that selects nothing.
    public let missing: String?
    /// What each of its other paths selects, where it is used.
    public let parts: [(key: String, path: String, count: Int)]
}
