internal import PaperModel

/// A figure in the making, with its bytes in the normalised text of its passage.
struct Mention: Sendable {
    /// What is known of it so far; without spans.
    var figure: Figure
    /// The words that the amount was read from.
    let core: Range<Int>
    /// Its words with approximator, bound and rate.
    var words: Range<Int>

    init(_ figure: Figure, core: Range<Int>) {
        self.figure = figure
        self.core = core
        words = core
    }

    /// Whether it counts staff, as FTE or heads.
    var countsStaff: Bool { figure.kind != .money }
}
