internal import PaperModel

/// A page seen through the layout that knows it: which elements are read, and what they are.
struct PageReading {
    /// The layout's id; nil where no layout was given that takes any page.
    var layout: PageLayout?
    /// Elements that are read, in document order, none inside another.
    var roots: [Int]
    /// For each node whether it is left out, with all that it holds.
    var leftOut: [Bool]
    /// What elements are.
    var roles: [Int: Block.Role]
    /// Elements that hold an item of business, numbered from 0.
    var items: [Int: Int]
    /// What the layout's paths say of the paper, as printed; the first that says something.
    var metadata: [PageLayout.MetadataPaths.Field: [String]]
    /// Paths that were stopped.
    var notices: [Notice]

    /// Applies the first layout that recognises the page, else the first that takes any.
    init(of document: borrowing MarkupDocument, layouts: [PageLayout]) throws(PaperFailure) {
        let tree = document.tree
        leftOut = tree.nodes.indices.map { tree.isUnseen($0) }
        roots = tree.nodes.isEmpty ? [] : [tree.first("body") ?? 0]
        roles = [:]
        items = [:]
        metadata = [:]
        notices = []
        layout = try PageReading.layout(for: document, among: layouts)
        guard let layout else { return }

        var paths = LayoutPaths(layout: layout.id)
        for node in try paths.elements(layout.leaveOut, in: document) { leftOut[node] = true }
        for entry in layout.roles {
            for node in try paths.elements(entry.paths, in: document) where roles[node] == nil { roles[node] = entry.role }
        }
        for (number, node) in try paths.elements(layout.items, in: document).enumerated() { items[node] = number }
        for entry in layout.metadata {
            metadata[entry.field] = try paths.strings(entry.paths, in: document, leftOut: leftOut)
        }
        let words = WordWeights(of: tree, leftOut: leftOut)
        let candidates = try layout.content.map { path throws(PaperFailure) in try paths.elements([path], in: document) }
        roots = words.content(of: tree, candidates: candidates, isKnown: !layout.recognise.isEmpty) ?? roots
        notices = paths.notices
    }

    private static func layout(for document: borrowing MarkupDocument, among layouts: [PageLayout]) throws(PaperFailure) -> PageLayout? {
        for layout in layouts where !layout.recognise.isEmpty {
            var paths = LayoutPaths(layout: layout.id)
            var isKnown = true
            for path in layout.recognise where isKnown { isKnown = try !paths.elements([path], in: document).isEmpty }
            if isKnown { return layout }
        }
        return layouts.first { $0.recognise.isEmpty }
    }
}

/// Runs a layout's paths on one page.
private struct LayoutPaths {
    let layout: String
    /// Says so, once, where the paths cost more than a page may.
    var notices: [Notice] = []

    init(layout: String) { self.layout = layout }

    /// All elements that any of the paths selects, in document order, each once.
    mutating func elements(_ paths: PageLayout.Paths, in document: borrowing MarkupDocument) throws(PaperFailure) -> [Int] {
        var found: Set<Int> = []
        for path in paths { found.formUnion(try select(path, in: document).elements) }
        return found.sorted()
    }

    /// The words of what the paths select, path by path, white space collapsed, empty ones left out.
    mutating func strings(_ paths: PageLayout.Paths, in document: borrowing MarkupDocument, leftOut: [Bool]) throws(PaperFailure)
        -> [String]
    {
        var strings: [String] = []
        for path in paths {
            let selection = try select(path, in: document)
            strings += selection.elements.map { document.tree.words(of: $0, leftOut: leftOut) }
            strings += selection.strings.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        }
        return strings.filter { !$0.isEmpty }
    }

    private mutating func select(_ path: String, in document: borrowing MarkupDocument) throws(PaperFailure) -> MarkupDocument.Selection {
        guard notices.isEmpty else { return MarkupDocument.Selection() }
        do {
            return try document.select(path)
        } catch {
            switch error {
            case .tooManySteps:
                notices.append(
                    Notice(
                        .ruleLimit, "layout \(layout) took too many steps on this page; its paths from \(path) on were not used", page: 1))
                return MarkupDocument.Selection()
            case .invalid:
                throw PaperFailure(.unsupported, "layout \(layout): \"\(path)\" is not XPath 1.0; correct it in Rules/layouts")
            }
        }
    }
}

extension MarkupTree {
    /// The words at or below a node, white space collapsed to single spaces.
    func words(of node: Int, leftOut: [Bool]) -> String {
        var flow = TextFlow()
        var index = node
        while index < nodes[node].end {
            if index != node, leftOut.indices.contains(index), leftOut[index] {
                index = nodes[index].end
                continue
            }
            if let utf8 = utf8(of: index) {
                for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
                    switch ScalarShown(scalar) {
                    case .space, .lineFeed: flow.ask(.space)
                    case .nothing: break
                    case .character(let shown): flow.write(shown)
                    }
                }
            } else if let name = name(of: index), ElementTraits.blocks.contains(name) || name == "br" {
                flow.ask(.space)
            }
            index += 1
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: flow.scalars)
        return String(view)
    }
}
