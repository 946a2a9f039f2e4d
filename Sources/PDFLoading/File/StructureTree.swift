/// The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8), flattened: parents before children, in reading order.
struct StructureTree {
    /// An element of the tree.
    struct Element {
        enum Kind: Equatable {
            case group, paragraph, heading(level: Int), list, listItem, label, listBody, table, row, headerCell, dataCell, caption
            case figure, note, inline, contents, artifact, form
        }
        /// Index of the parent, always smaller; -1 at the top.
        var parent: Int
        var kind: Kind
        var rowSpan: Int
        var columnSpan: Int
        var isRowHeading: Bool
        var isColumnHeading: Bool

        var isCell: Bool { kind == .headerCell || kind == .dataCell }
    }

    /// Where the content of an element belongs; indices are -1 where there is none such.
    struct Home {
        /// The element whose content makes one block: a paragraph, heading, label, caption, note …
        var block: Int32
        /// The innermost cell that holds it.
        var cell: Int32
        /// The innermost table that holds it.
        var table: Int32
        /// The innermost list item that holds it.
        var item: Int32
        /// How many lists it is in.
        var listDepth: Int32
        /// Whether it is inside an artifact element.
        var isArtifact: Bool
        /// Whether it is inside a note, which stands at the foot and not where the text names it.
        var isNote: Bool

        init(block: Int32 = -1, table: Int32 = -1, isArtifact: Bool = false, isNote: Bool = false) {
            self.block = block
            cell = -1
            self.table = table
            item = -1
            listDepth = 0
            self.isArtifact = isArtifact
            self.isNote = isNote
        }
    }

    let elements: [Element]
    let homes: [Home]

    var isEmpty: Bool { elements.isEmpty }

    /// Whether an element is a descendant of another.
    func holds(_ ancestor: Int32, _ element: Int32) -> Bool {
        var index = Int(element)
        // Parents come before their children.
        while index > Int(ancestor) { index = elements[index].parent }
        return index == Int(ancestor) && element != ancestor
    }

    init(_ elements: [Element]) {
        self.elements = elements
        var homes: [Home] = []
        homes.reserveCapacity(elements.count)
        for (index, element) in elements.enumerated() {
            var home = element.parent >= 0 ? homes[element.parent] : Home()
            let own = Int32(index)
            switch element.kind {
            case .inline:
                if home.block < 0 { home.block = own }
            case .group:
                // A structure type without meaning inside a paragraph is a run of it; elsewhere its content is a block of its own.
                if home.block < 0 || !StructureTree.holdsRuns(elements[Int(home.block)].kind) { home.block = own }
            case .table:
                home = Home(block: own, table: own, isArtifact: home.isArtifact, isNote: home.isNote)
            case .note:
                home = Home(block: own, isArtifact: home.isArtifact, isNote: true)
            case .headerCell, .dataCell:
                home.cell = own
                home.block = own
            case .list:
                home.listDepth += 1
                home.block = own
            case .listItem:
                home.item = own
                home.block = own
            case .artifact:
                home.isArtifact = true
                home.block = own
            case .row, .listBody, .paragraph, .heading, .label, .caption, .figure, .contents, .form:
                home.block = own
            }
            homes.append(home)
        }
        self.homes = homes
    }

    private static func holdsRuns(_ kind: Element.Kind) -> Bool {
        switch kind {
        case .paragraph, .heading, .label, .caption, .note, .inline: true
        default: false
        }
    }
}
