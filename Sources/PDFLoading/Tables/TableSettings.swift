/// Thresholds of table finding. Lengths named `…Ems` are multiples of the font size.
struct TableSettings {
    /// Rules that end within this of each other, points, meet: drawn borders miss their corners by up to half their thickness.
    var ruleSnap: Float = 3
    /// Word shades the text of a cell up to its padding, 5.4 points from the border: a box this close inside two rules is no cell.
    var cellPadding: Float = 9
    /// A filled box is compared with this many before it: a cell is filled before the lines of its text are.
    var boxesCompared = 100
    /// Most cells of one page's ruled grids; a page of graph paper is no table.
    var cellsPerPage = 20_000
    /// Rules of one extent are looked for among this many stacks and rules of a page; a full page of tables has some hundred rules.
    var stacks = 40
    var stackedRules = 2_000
    /// A row of a grid that has no upright lines is at most this high, points: two lines of text.
    var groupRow: Float = 26
    /// An empty column narrower than this, points, is slack between borders or a coloured strip along the rows.
    var slack: Float = 12
    /// An empty row lower than this, points, spaces rows apart and is none itself.
    var spacerRow: Float = 9
    /// Headings above a grid and totals below it are looked for this far from it, points: eight lines of headings.
    var outsideReach: Float = 110
    /// A tagged table may misplace this part of its cells before the geometry wins.
    var disagreement = 0.1

    /// A table read from the page replaces a doubtful tagged one if it takes at least this part of its words.
    var replacedPart: Float = 0.7
    /// Tagged tables whose texts are closer than this, points, are parts of one that the tags tore: a line between them needs more.
    var tornGap: Float = 14
    /// Tagged tables side by side are one if they share this part of the lower one's height.
    var sharedSide: Float = 0.6
    /// Most tagged tables of a page that are compared with each other.
    var tablesCompared = 60

    /// A gap wider than this parts two cells: justified prose seldom opens its spaces to a whole em.
    var chunkGapEms: Float = 0.95
    /// A gap wider than this parts a label from the number after it: a space is 0.25 to 0.35 em.
    var labelGapEms: Float = 0.6
    /// A gap wider than this parts two numbers; numbers follow each other in tables, not in prose.
    var numberGapEms: Float = 0.32
    /// Edges of cells in one column agree within this.
    var alignmentEms: Float = 0.5
    /// Rows of a table stand at most this far apart: a blank line, a group title and a blank line lie between at most.
    var rowDistanceEms: Float = 6
    /// Lines of headings without a rule over them stand at most this far apart: a blank line ends them.
    var headingDistanceEms: Float = 2.5
    /// Single spacing, baseline to baseline, is 1.15 to 1.3.
    var singlePitchEms: Float = 1.35
    /// A line belongs to its neighbour rather than to the other if it is nearer by this factor.
    var nearer: Float = 0.85
    /// The space between words of most fonts.
    var spaceEms: Float = 0.28
    /// Headings side by side stand this far apart, words of one heading seldom.
    var headingGapEms: Float = 0.5
    /// Lines of one cell stand at most this far apart, baseline to baseline: double spacing is 2.4.
    var wrapPitchEms: Float = 1.7
    /// White space this high between lines is a blank line: the boxes of single-spaced lines touch.
    var blankEms: Float = 0.6
    /// A line of words this long that runs across the columns is prose, not a heading of them.
    var proseWords = 7
    /// Fewer lines of words beside figures are a column of notes, not the next column of the page.
    var proseLines = 12
    /// Part of the rows that may let a long label run over into an empty column beside it.
    var overrunPart: Float = 0.1
    /// A line of a heading over figures has fewer words than this: columns of figures are narrow.
    var headingWords = 6
    /// Most lines of headings above the first row of numbers.
    var headingLines = 8
    /// A rule over at least this part of a table's width belongs to the whole table.
    var wideRule: Float = 0.8
}
