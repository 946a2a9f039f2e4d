/// Lengths of table reading that several steps share, in multiples of the font size.
enum Ems {
    /// A gap wider than this parts two cells: justified prose seldom opens its spaces to a whole em.
    static let chunkGap: Float = 0.95
    /// A gap wider than this parts a label from the number after it: a space is 0.25 to 0.35 em.
    static let labelGap: Float = 0.6
    /// A gap wider than this parts two numbers; numbers follow each other in tables, not in prose.
    static let numberGap: Float = 0.32
    /// Edges of cells in one column agree within this.
    static let alignment: Float = 0.5
    /// Single spacing, baseline to baseline, is 1.15 to 1.3.
    static let singlePitch: Float = 1.35
    /// Lines of one cell stand at most this far apart, baseline to baseline: double spacing is 2.4.
    static let wrapPitch: Float = 1.7
}

/// Lengths of table reading that several steps share, points.
enum Points {
    /// Rules that end within this of each other, points, meet: drawn borders miss their corners by up to half their thickness.
    static let ruleSnap: Float = 3
    /// Word shades the text of a cell up to its padding, 5.4 points from the border: a box this close inside two rules is no cell.
    static let cellPadding: Float = 9
    /// A row of a grid that has no upright lines is at most this high, points: two lines of text.
    static let groupRow: Float = 26
    /// An empty column narrower than this, points, is slack between borders or a coloured strip along the rows.
    static let slack: Float = 12
    /// Headings above a grid and totals below it are looked for this far from it, points: eight lines of headings.
    static let outsideReach: Float = 110
    /// Edges and baselines that are meant to be the same lie within this: producers round to a twentieth of a point, borders are a point wide.
    static let same: Float = 1
    /// Lines of one column begin within this of each other: side bearings of letters differ by up to a sixth of a font of 12 points.
    static let sameStart: Float = 2
}

/// Bounds on the work that one page may ask for.
enum Limit {
    /// Most cells of one page's ruled grids; a page of graph paper is no table.
    static let cellsPerPage = 20_000
    /// Most tagged tables of a page that are compared with each other.
    static let tablesCompared = 60
    /// Most lines of headings above the first row of numbers.
    static let headingLines = 8
    /// A line of words this long that runs across the columns is prose, not a heading of them.
    static let proseWords = 7
}

/// Parts and factors that several steps share.
enum Ratio {
    /// A line belongs to its neighbour rather than to the other if it is nearer by this factor.
    static let nearer: Float = 0.85
    /// A rule over at least this part of a table's width belongs to the whole table.
    static let wideRule: Float = 0.8
    /// Boxes of text that share more of the smaller one's height than this stand side by side, not one above the other: boxes of lines
    /// that are set solid overlap by up to a fifth.
    static let sharedHeight: Float = 0.3
}
