import PaperModel

/// What stands on a page, in reading order, before it is written out as canonical text.
struct PageFlow {
    /// One piece of the flow.
    enum Item {
        case block(BlockDraft)
        case table(TableDraft)

        var area: Area {
            switch self {
            case .block(let block): block.run.area
            case .table(let table): table.area
            }
        }
    }

    var items: [Item] = []
    /// Whether the order came from the structure tree.
    var isTagged = false
    /// Words that are none of the text: headings of tables that the file prints again on a table's next page.
    var repeated: [Word] = []
    /// Whether there is a structure tree for the page that disagrees with what is seen.
    var tagsDisagree = false
}

/// A block before it has a place in the text.
struct BlockDraft {
    var run: LineRun
    var kind: Block.Kind
    /// How many of its first words are the label of a list item.
    var labelWords = 0
    var depth = 0
    /// Its element of the structure tree, -1 where there is none.
    var element: Int32 = -1
    /// Goes on the block before it.
    var continuesPrevious = false
}

/// A table, or its part on one page, before it has a place in the text.
struct TableDraft {
    var method: Table.Method
    var cells: [CellDraft]
    var rows: Int
    var columns: Int
    var headerRows = 0
    var headerColumns = 0
    /// Its element of the structure tree, -1 where there is none.
    var element: Int32 = -1
    /// Whether its element has rows before those on this page.
    var isContinued = false
    /// Vertical edges of the grid where it has one, points in the reading frame.
    var edges: [Float] = []
    /// Where the grid stands; the cells' words where it has none.
    var area: Area
}

/// A cell before it has a place in the text; row and column are 0-based.
struct CellDraft {
    var row: Int
    var column: Int
    var rowSpan = 1
    var columnSpan = 1
    var isHeader = false
    var run: LineRun
    /// Where the cell stands, if its borders are known; else its words.
    var area: Area?
}
