/// A step that mends the cells of a grid. Drawn grids seldom are what a reader sees: producers draw a box around a page of figures, leave
/// rows without lines, or draw lines twice.
struct Repair: Sendable {
    var name: String
    /// Which fault of grids it mends.
    var why: String
    /// Repairs that it must come after, each with the reason.
    var follows: [String: String] = [:]
    /// What stands on the smallest page that needs it; the tests draw it.
    var page: String
    var mend: @Sendable ([RuledArea], TablePage) -> [RuledArea]

    /// What is done to grids of drawn lines, in this order.
    static let ruled: [Repair] = [openCells, overflow, slack, columns, rows, centredHeadings, spacers, outsideRows]

    /// What is done to rows between rules across, whose columns white space has parted already.
    static let banded: [Repair] = [bandRows, openRows]

    static let openCells = Repair(
        name: "openCells", why: "borders that miss their corners close no cell, though rows and columns go on around it",
        page: "a grid with a cell whose borders miss its corners"
    ) { cells, page in withOpenCells(cells, on: page) }

    static let overflow = Repair(
        name: "overflow", why: "a spreadsheet lets a long label run over the empty cells beside it",
        page: "a label that runs over into an empty cell"
    ) { cells, page in withoutOverflow(cells, on: page) }

    static let slack = Repair(
        name: "slack", why: "borders drawn twice, or a coloured strip, leave columns that no text fits into",
        follows: ["overflow": "a narrow column with the end of a label in it would be kept"],
        page: "a grid with two upright lines close together"
    ) { cells, _ in withoutSlack(cells) }

    static let columns = Repair(
        name: "columns", why: "one drawn cell may hold several columns, parted by white space or by lines of other rows",
        follows: ["slack": "slack between borders would part columns too"],
        page: "a box with two columns in it"
    ) { cells, _ in splitColumns(of: cells) }

    static let rows = Repair(
        name: "rows", why: "one drawn cell may hold many rows: lines with figures side by side in several cells",
        follows: ["columns": "figures stand side by side in several cells only when columns are parted"],
        page: "a box with three rows in it"
    ) { cells, _ in splitRows(of: cells) }

    static let centredHeadings = Repair(
        name: "centredHeadings", why: "a heading centred over the columns of a drawn cell was cut at them",
        follows: ["columns": "it mends what that cuts", "rows": "the heading's line must be a row of its own"],
        page: "a heading centred over a cell of two columns"
    ) { cells, _ in withCentredHeadings(cells) }

    static let spacers = Repair(
        name: "spacers", why: "low rows without text space others apart",
        follows: ["rows": "a row that lacks its own text may hold another's"],
        page: "a grid with a low empty row"
    ) { cells, _ in withoutSpacers(cells) }

    static let outsideRows = Repair(
        name: "outsideRows", why: "headings above a box of figures and totals below it often stand outside its lines",
        follows: [
            "columns": "its columns must be known", "rows": "its first row must be known", "spacers": "a spacer would part them from it",
        ],
        page: "a grid with a total below its last line"
    ) { cells, page in withOutsideRows(cells, on: page) }

    static let bandRows = Repair(
        name: "bandRows", why: "the rule between two rows may be missing", page: "rows between rules, one of which is missing"
    ) { cells, _ in splitRows(of: cells) }

    static let openRows = Repair(
        name: "openRows", why: "no line closes rows between rules at the top: more headings may stand above those of their first row",
        follows: ["bandRows": "its first row must be known"],
        page: "rows between rules with headings above the first rule"
    ) { cells, page in withOutsideRows(cells, isOpen: true, on: page) }
}

/// Cells after some repairs, one after the other.
func mended(_ cells: [RuledArea], by repairs: [Repair], on page: TablePage) -> [RuledArea] {
    var cells = cells
    page.trace?.step("drawn", cells.map(\.area))
    for repair in repairs where !page.omitted.contains(repair.name) {
        cells = repair.mend(cells, page)
        page.trace?.step(repair.name, cells.map(\.area))
    }
    return cells
}
