public import PaperModel

/// How a page layout fared on a page.
public struct LayoutExplanation: Sendable, Equatable {
    /// What one of its paths selects.
    public struct Part: Sendable, Equatable {
        /// The key that it stands under, with the role or datum: "content", "roles itemTitle".
        public var key: String
        /// The path.
        public var path: String
        /// Number of elements or texts that it selects.
        public var count: Int
    }

    /// Id of the layout.
    public var layout: String
    /// Whether it is the one that the page is read by.
    public var isUsed: Bool
    /// The first of its paths under `recognise` that selects nothing; nil where the layout knows the page.
    public var missing: String?
    /// Of the layout that is used, what each of its other paths selects.
    public var parts: [Part]
}

/// Says of each layout whether it knows a web page, in the order in which they are tried, up to the one that is used.
/// Throws what `loadHTML` throws where the page can't be parsed.
public func explainLayouts(
    _ bytes: [UInt8], declaredEncoding: String? = nil, layouts: [PageLayout], limits: LoadLimits
) throws(PaperFailure) -> [LayoutExplanation] {
    let document = try MarkupDocument.parse(utf8: DecodedText(bytes, header: declaredEncoding).utf8, limits: limits)
    var result: [LayoutExplanation] = []
    for layout in layouts {
        let missing = layout.recognise.first { document.count($0) == 0 }
        let isUsed = missing == nil
        result.append(
            LayoutExplanation(layout: layout.id, isUsed: isUsed, missing: missing, parts: isUsed ? document.parts(of: layout) : []))
        if isUsed { break }
    }
    return result
}

extension MarkupDocument {
    /// How many elements or texts a path selects; 0 for one that is stopped.
    fileprivate func count(_ path: String) -> Int {
        guard let found = try? select(path) else { return 0 }
        return found.elements.count + found.strings.count { !$0.isEmpty }
    }

    fileprivate func parts(of layout: PageLayout) -> [LayoutExplanation.Part] {
        var paths = [("content", layout.content), ("leaveOut", layout.leaveOut), ("items", layout.items)]
        paths += layout.roles.map { ("roles \($0.role.rawValue)", $0.paths) }
        paths += layout.metadata.map { ("metadata \($0.field.rawValue)", $0.paths) }
        var parts: [LayoutExplanation.Part] = []
        for (key, paths) in paths {
            for path in paths { parts.append(.init(key: key, path: path, count: count(path))) }
        }
        return parts
    }
}
