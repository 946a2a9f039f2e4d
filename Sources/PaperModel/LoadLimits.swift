/// What one paper may cost: past these a loader stops with a typed failure or cuts with a notice.
public struct LoadLimits: Sendable, Equatable {
    /// Most bytes of a file. Packs of a thousand pages with photographs reach 100 MB.
    public var bytes: Int
    /// Most pages that are read; the rest is left out with the notice `pageLimit`.
    public var pages: Int
    /// Most glyphs or drawn lines of one page; a dense map drawing has about 200,000.
    public var marksPerPage: Int
    /// Deepest nesting of HTML elements that is followed.
    public var depth: Int

    /// Makes limits; the defaults suit papers of councils.
    public init(bytes: Int = 512 << 20, pages: Int = 5_000, marksPerPage: Int = 1_000_000, depth: Int = 200) {
        self.bytes = bytes
        self.pages = pages
        self.marksPerPage = marksPerPage
        self.depth = depth
    }
}
