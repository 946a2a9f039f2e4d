internal import PaperModel

/// A figure in the making, with its bytes in the normalised text of its passage.
struct Mention: Sendable {
    /// What is known of it so far; without spans.
    var figure: Figure
    /// The words that the amount was read from.
    let core: Range<Int>
    /// Its words with approximator, bound and rate.
    var words: Range<Int>
    /// Its sentence; nil where it fills a cell.
    var sentence: Range<Int>?
    /// Whether it stands in an entry of a list and in no sentence.
    var isEntry = false
    /// What the words before its list say that all entries are.
    var listSense: Figure.Sense?
    /// Whether a line runs through it.
    var isStruck = false
    /// Whether its sentence speaks of something that was named before: "it", "the scheme".
    var pointsBack = false
    /// Whether a verb behind it says what it is.
    var isSaidBehind = false
    /// Whether what it is was told by more than a word that only says how firm it is.
    var isStrong = false
    /// Whether what it is for stands behind it.
    var isSubjectBehind = false
    /// What leads to its list, where that is a list of those who pay or are paid.
    var list: PayingList?
    /// In which lists whom its entry names is paid; nil where the entry itself says so.
    var payeeNeed: ListNeed?
    /// Whether its own words say what it is.
    var isOwn = false

    init(_ figure: Figure, core: Range<Int>) {
        self.figure = figure
        self.core = core
        words = core
    }

    /// Whether it counts staff, as FTE or heads.
    var countsStaff: Bool { figure.kind != .money }
}
