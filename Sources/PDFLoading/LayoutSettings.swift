/// Thresholds of words, columns and blocks; those of table reading stand beside its steps. Lengths named `…Ems` are multiples of the font size.
struct LayoutSettings {
    /// Glyphs further apart than this are of two words: letters touch, the narrowest justified space is about 0.18 em.
    var wordGapEms: Float = 0.15
    /// Letters set further apart than this are cells of a form or columns.
    var letterSpacingEms: Float = 1.2
    /// The gap between letters that are set apart differs by no more than this from what is asked for: pairs are kerned by less.
    var spacingSlackEms: Float = 0.05
    /// A baseline that moves by more than this ends the word: footnote marks rise by a third of an em or more.
    var baselineShiftEms: Float = 0.2
    /// A glyph smaller than this part of its neighbour, and raised, is a superscript.
    var superscriptSize: Float = 0.85
    /// Words closer than this are parts of one word that were drawn apart: the narrowest space is twice as wide.
    var touchEms: Float = 0.08
    /// A gap wider than this may be a gutter and parts a line in two; inside a column the parts become one line again.
    var lineGapEms: Float = 1
    /// The white space between two columns of text, points: newspapers set 12, Word's default is 36.
    var gutter: Float = 8
    /// Each side of a gutter has at least this many lines, else it is a label or a stray word.
    var columnLines = 4
    /// Fewer lines are enough where both sides are running text.
    var proseColumnLines = 3
    /// Each column takes at least this part of the region's width, else it is a column of labels or numbers.
    var columnWidth: Float = 0.2
    /// A gap of this many line heights ends the longer one of two columns: headings inside a column keep about one line free.
    var columnEndGap: Float = 1.5
    /// A smaller gap, in line heights, before larger text ends it too.
    var columnHeadingGap: Float = 0.5
    /// A capital at least this much larger than the text beside it is a drop cap.
    var dropCapSize: Float = 1.8
    /// Lines further apart than this times the font size begin a new paragraph: single spacing is 1.15 to 1.3, one and a half is 1.8.
    var paragraphPitchEms: Float = 1.95
    /// A pitch that grows by this factor against the line before begins a new paragraph.
    var paragraphPitchGrowth: Float = 1.3
    /// A page is read by its tags where they hold at least this part of its words.
    var tagCoverage = 0.7
    /// Tagged blocks may go up the page this often before the tags are held to disagree with the page.
    var tagInversions = 0.2
    /// A line is furniture when it recurs on at least this part of the pages (digits ignored) …
    var furniturePages = 0.5
    /// … at nearly the same height, points.
    var furnitureShift = 6.0
    /// An image that covers at least this part of a page is the page (a scan).
    var scanCoverage: Float = 0.6
    /// Notes at the foot are set at most at this part of the size of the body: 10 under 11 points, 8 under 9.
    var footnoteSize = 0.92
    /// A heading has at most this many scalars.
    var headingLength = 160
    /// Text this much larger than the body is a heading.
    var headingSize = 1.12
    /// Most elements and marked contents of a structure tree; a 1,000-page budget book has about 400,000.
    var structureLimit = 4_000_000
}
