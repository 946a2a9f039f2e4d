/// A part of a count, as a threshold that whole numbers are held against.
struct Share: Sendable {
    let part: Int
    let whole: Int

    init(_ part: Int, of whole: Int) {
        self.part = part
        self.whole = whole
    }

    /// Half.
    static let half = Share(1, of: 2)
    /// Most of a table's rows, columns or bands: what is left are empty cells, titles and headings.
    static let most = Share(2, of: 3)

    /// Whether so many of all are this share or more.
    func isReached(by count: Int, of all: Int) -> Bool { count * whole >= part * all }

    /// Whether so many of all are more than this share.
    func isPassed(by count: Int, of all: Int) -> Bool { count * whole > part * all }
}
