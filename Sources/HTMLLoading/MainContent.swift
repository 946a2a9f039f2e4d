/// How many words stand at or below each node outside links: navigation has few, content has most of a page's (Kohlschütter, Fankhauser and
/// Nejdl, "Boilerplate detection using shallow text features", 2010, use the same evidence block by block).
struct WordWeights {
    /// Letters and digits outside links, in bytes.
    private var unlinked: [Int]
    /// Letters and digits, in bytes.
    private var all: [Int]

    /// A content path that holds less of the page's unlinked words than this did not hit the content.
    private static let leastShare = 0.25
    /// A part with this share of the words outside links is the content: the rest is navigation, notices and feet.
    private static let dominantShare = 0.9

    /// Weighs all nodes; what is left out weighs nothing.
    init(of tree: MarkupTree, leftOut: [Bool]) {
        unlinked = Array(repeating: 0, count: tree.nodes.count)
        all = unlinked
        var isLinked = Array(repeating: false, count: tree.nodes.count)
        var isOut = leftOut
        for (index, node) in tree.nodes.enumerated() {
            if let parent = node.parent {
                isLinked[index] = isLinked[parent]
                isOut[index] = isOut[index] || isOut[parent]
            }
            if tree.name(of: index) == "a" { isLinked[index] = true }
            guard !isOut[index], let utf8 = tree.utf8(of: index) else { continue }
            all[index] = utf8.count { $0 > UInt8(ascii: " ") }
            if !isLinked[index] { unlinked[index] = all[index] }
        }
        for (index, node) in tree.nodes.enumerated().reversed() {
            guard let parent = node.parent else { continue }
            all[parent] += all[index]
            unlinked[parent] += unlinked[index]
        }
    }

    /// The elements that hold the page's content: those of the first path that hits it, else the part of the page that most words outside links
    /// stand in, with the page's first heading and those that stand directly beside it. Nil where the page has no words at all.
    ///
    /// The paths of a layout that knows the page are believed; others must show their share of the words.
    func content(of tree: MarkupTree, candidates: [[Int]], isKnown: Bool) -> [Int]? {
        guard let total = unlinked.first, let words = all.first, words > 0 else { return nil }
        for candidate in candidates {
            let roots = outermost(candidate, in: tree)
            let share = roots.reduce(0) { $0 + unlinked[$1] }
            let hasWords = roots.contains { all[$0] > 0 }
            if hasWords, isKnown || Double(share) >= WordWeights.leastShare * Double(total) { return roots }
        }
        guard let body = tree.first("body") else { return nil }
        var content = body
        var headings = Set([tree.nodes.indices.first { tree.name(of: $0) == "h1" && all[$0] > 0 }].compactMap(\.self))
        while let part = tree.children(of: content).first(where: { dominates($0, of: content, in: tree) }) {
            // The title of an article may stand beside the element that holds its text.
            headings.formUnion(
                tree.children(of: content).filter {
                    $0 < part && all[$0] > 0 && tree.name(of: $0).map(WordWeights.titles.contains) ?? false
                })
            content = part
        }
        return outermost((headings.filter { $0 != content } + [content]).sorted(), in: tree)
    }

    /// What titles of articles are set with.
    private static let titles: Set = ["h1", "h2", "h3"]

    private func dominates(_ part: Int, of whole: Int, in tree: MarkupTree) -> Bool {
        guard let name = tree.name(of: part), ElementTraits.containers.contains(name), unlinked[whole] > 0 else { return false }
        return Double(unlinked[part]) >= WordWeights.dominantShare * Double(unlinked[whole])
    }

    /// Those of sorted nodes that no other of them holds.
    private func outermost(_ nodes: [Int], in tree: MarkupTree) -> [Int] {
        var kept: [Int] = []
        for node in nodes where kept.last.map({ tree.nodes[$0].end <= node }) ?? true { kept.append(node) }
        return kept
    }
}
