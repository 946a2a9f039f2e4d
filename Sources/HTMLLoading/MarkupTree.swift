/// A parsed page as values: elements and texts in document order, so that the descendants of a node are the indices after it up to its `end`.
struct MarkupTree: Sendable {
    /// An element or a run of text.
    struct Node: Sendable {
        /// What it is.
        var content: Content
        /// Index of the element that holds it; nil for the root.
        var parent: Int?
        /// One past its last descendant.
        var end: Int
    }

    /// What a node is.
    enum Content: Sendable {
        /// An element, with its place among the siblings of its name (from 1).
        case element(name: String, attributes: Range<Int>, ordinal: Int)
        /// A run of text: UTF-8 in `bytes`.
        case text(Range<Int>)
    }

    /// All nodes in document order.
    private(set) var nodes: [Node] = []
    private var bytes: [UInt8] = []
    private var attributes: [(name: String, value: String)] = []
    /// The first elements of their name that have a later sibling of that name: only these need an ordinal 1 in their path.
    private var withTwin: Set<Int> = []
    private var open: [OpenElement] = []

    private struct OpenElement {
        var node: Int
        var seen: [String: (count: Int, first: Int)] = [:]
    }

    /// The attributes that reading a page needs; the others are left in the parser.
    static let attributesKept: Set<String> = [
        "align", "aria-level", "border", "class", "colspan", "content", "hidden", "href", "lang", "name", "open", "property", "rel",
        "reversed",
        "role", "rowspan", "scope", "start", "style", "type", "value", "xml:lang",
    ]

    /// Opens an element inside the one that is open.
    mutating func open(_ name: String, attributes list: [(name: String, value: String)]) {
        let index = nodes.count
        var ordinal = 1
        if let parent = open.indices.last {
            let before = open[parent].seen[name]
            ordinal = (before?.count ?? 0) + 1
            open[parent].seen[name] = (ordinal, before?.first ?? index)
            if ordinal == 2, let before { withTwin.insert(before.first) }
        }
        let start = attributes.count
        attributes += list
        let content = Content.element(name: name, attributes: start..<attributes.count, ordinal: ordinal)
        nodes.append(Node(content: content, parent: open.last?.node, end: index + 1))
        open.append(OpenElement(node: index))
    }

    /// Closes the element opened last.
    mutating func close() {
        guard let closed = open.popLast() else { return }
        nodes[closed.node].end = nodes.count
    }

    /// Adds a run of text to the open element.
    mutating func add(text: UnsafeRawBufferPointer) {
        guard !text.isEmpty else { return }
        let start = bytes.count
        bytes.append(contentsOf: text)
        nodes.append(Node(content: .text(start..<bytes.count), parent: open.last?.node, end: nodes.count + 1))
    }
}

extension MarkupTree {
    /// The lower-case name of an element; nil for text.
    func name(of node: Int) -> String? {
        if case .element(let name, _, _) = nodes[node].content { name } else { nil }
    }

    /// The value of an attribute; nil where the element has none such.
    func attribute(_ name: String, of node: Int) -> String? {
        guard case .element(_, let range, _) = nodes[node].content else { return nil }
        return attributes[range].first { $0.name == name }?.value
    }

    /// The UTF-8 of a run of text; nil for elements.
    func utf8(of node: Int) -> ArraySlice<UInt8>? {
        if case .text(let range) = nodes[node].content { bytes[range] } else { nil }
    }

    /// The elements that hold a node, the innermost first, itself left out.
    func ancestors(of node: Int) -> some Sequence<Int> {
        sequence(state: node) { [nodes] current in
            guard let parent = nodes[current].parent else { return nil }
            current = parent
            return parent
        }
    }

    /// The elements among the children of a node, in order.
    func children(of node: Int) -> some Sequence<Int> {
        let end = nodes[node].end
        return sequence(state: node + 1) { [nodes] next in
            while next < end {
                defer { next = nodes[next].end }
                if case .element = nodes[next].content { return next }
            }
            return nil
        }
    }

    /// The first element of a name at or below a node.
    func first(_ name: String, in range: Range<Int>? = nil) -> Int? {
        (range ?? nodes.indices).first { self.name(of: $0) == name }
    }

    /// The XPath of an element: names from the root, with the place among siblings of one name where there are several.
    func path(of node: Int) -> String {
        var steps: [String] = []
        for element in [node] + Array(ancestors(of: node)) {
            guard case .element(let name, _, let ordinal) = nodes[element].content else { continue }
            steps.append(ordinal > 1 || withTwin.contains(element) ? "\(name)[\(ordinal)]" : name)
        }
        return "/" + steps.reversed().joined(separator: "/")
    }
}
