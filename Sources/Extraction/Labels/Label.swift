internal import PaperModel
internal import RuleEngine

/// A cell that names a row or a column.
struct Label: Sendable {
    let cell: Table.Cell
    let text: NormalisedText
}

/// What names an amount in a table.
struct CellLabels: Sendable {
    /// The titles of its group, then the cells that name its row; outermost first.
    var row: [Label] = []
    /// The headings over it, spanning ones first.
    var column: [Label] = []
    /// How many of the row's labels are titles of its group.
    var groups = 0
    /// Whether a sum with words of its own, which are none of the group's, stands between the title of the group and the row.
    var isAfterSum = false
    /// Which of the row's labels is the cell itself: then its words without the amount are the label.
    var own: Int?
}
