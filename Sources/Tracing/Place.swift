public import PaperModel

/// A place of the papers that states an amount.
public struct Place: Sendable {
    /// Id of the figure, or of the cell where no figure was found in it.
    public var id: String
    /// The paper.
    public var paper: TracedPaper
    /// Page, 1-based.
    public var page: Int
    /// The amount as printed.
    public var printed: String
    /// What its digits can mean.
    public var range: AmountRange
    /// The value as the record has it; nil for a range.
    public var value: String?
    /// Both ends of a range, as the record has them.
    public var ends: (low: String, high: String)?
    /// What is counted; nil for a number of a table whose unit is not printed.
    public var kind: Figure.Kind?
    /// Its unit; nil where it is not printed.
    public var unit: String?
    /// What the money or staff is said to be.
    public var sense: Figure.Sense?
    /// The time that it is for.
    public var period: Period?
    /// Base of a rate.
    public var per: String?
    /// Where the money comes from and how long it flows.
    public var basis: [Figure.Basis]
    /// The words that say what it is for.
    public var subject: String?
    /// What heads its column; nil outside tables.
    public var column: String?
    /// Whether it says by how much something changed or differs.
    public var isChange: Bool
    /// Its sentence; the row for a cell.
    public var sentence: String
    /// The amount in the sentence, bytes of its UTF-8.
    public var hit: Range<Int>?
    /// The words around it.
    public var context: Context
    /// Who says it.
    public var role: Role
    /// How a resolution ended, its votes, and who moved it, as one reads them; nil elsewhere.
    public var decision: String?
    /// Whether the text of the page was recognised from a scan, or no reader of the page can see it.
    public var isHidden: Bool

    /// The sentence, of a long one what stands near the amount: a row may hold a page of notes.
    var nearby: String { stretch(Place.reach) }
    /// What stands near the amount, without its digits.
    public var company: String {
        guard let hit else { return nearby }
        let bytes = Array(sentence.utf8)
        let (from, to) = (min(hit.lowerBound, bytes.count), min(hit.upperBound, bytes.count))
        let parts = [bytes[max(0, from - Place.reach)..<from], bytes[to..<min(bytes.count, to + Place.reach)]]
        return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    }

    /// Bytes of a long sentence that speak of an amount: three or four lines.
    private static let reach = 250
    /// What stands next to the amount in its sentence.
    var clause: String { stretch(90) }

    private func stretch(_ reach: Int) -> String {
        guard let hit, sentence.utf8.count > 2 * reach else { return sentence }
        let bytes = Array(sentence.utf8)
        let from = max(0, min(hit.lowerBound, bytes.count) - reach)
        let to = min(bytes.count, max(hit.upperBound, from) + reach)
        return String(decoding: bytes[from..<to], as: UTF8.self)
    }

    /// The words around an amount, from the nearest to the farthest.
    public struct Context: Sendable {
        /// What names its row and column, its subject, who gets and who gives.
        public var labels: String
        /// The text before and behind.
        public var around: String
        /// Caption and titles of the sections that hold it.
        public var headings: String
        /// Title of the paper, its committee and council.
        public var titles: String

        /// Takes the words.
        public init(labels: String = "", around: String = "", headings: String = "", titles: String = "") {
            self.labels = labels
            self.around = around
            self.headings = headings
            self.titles = titles
        }
    }

    /// Makes a place.
    public init(
        id: String, paper: TracedPaper, page: Int, printed: String, range: AmountRange, value: String?, sentence: String, context: Context,
        role: Role
    ) {
        self.id = id
        self.paper = paper
        self.page = page
        self.printed = printed
        self.range = range
        self.value = value
        self.sentence = sentence
        self.context = context
        self.role = role
        basis = []
        isChange = false
        isHidden = false
    }
}

/// What a trace tells of a paper.
public struct TracedPaper: Sendable, Hashable {
    /// Its id: "sha256:" and the digest of its bytes.
    public var document: String
    /// Where it lies.
    public var path: String
    /// Address that it was fetched from.
    public var url: String?
    /// Its title.
    public var title: String?
    /// What kind of paper it is.
    public var kind: Paper.Kind?
    /// The body whose meeting it is of.
    public var organisation: String?
    /// The committee.
    public var committee: String?
    /// Day of the meeting, ISO 8601.
    public var date: String?
    /// The item that it belongs to.
    public var item: String?
    /// When the index met it first: counts up.
    public var added: Int

    /// Names a paper.
    public init(document: String, path: String, added: Int = 0) {
        self.document = document
        self.path = path
        self.added = added
    }

    /// The title, or else the name of the file.
    public var name: String { title ?? fileName }
    /// The name of the file.
    public var fileName: String { path.split(separator: "/").last.map { String($0) } ?? path }

    /// Its place with a page, for a browser: `url#page=3`; the path where there is no address.
    public func address(page: Int) -> String { (url ?? path) + "#page=\(page)" }
}
