/// An amount of money or staff that a paper states, with what the words say about it.
public struct Figure: Sendable, Equatable {
    /// What is counted.
    public enum Kind: String, Sendable, CaseIterable {
        /// An amount of currency.
        case money
        /// Full-time equivalents.
        case fte
        /// A count of posts or people.
        case headcount
    }

    /// The number that is stated.
    public enum Value: Sendable, Equatable {
        /// One amount, whole units.
        case single(Amount)
        /// Both ends of a range, whole units.
        case range(low: Amount, high: Amount)
    }

    /// How the words limit the amount.
    public enum Bound: String, Sendable, CaseIterable {
        /// "up to".
        case atMost
        /// "under".
        case lessThan
        /// "at least".
        case atLeast
        /// "over".
        case moreThan
    }

    /// What printed the scale or sign of a figure.
    public enum Source: String, Sendable, CaseIterable {
        /// Letters after the number.
        case suffix
        /// The column's heading.
        case columnHeading
        /// The table's caption or the line above it.
        case caption
        /// The words of the sentence.
        case sentence
        /// Accounting brackets.
        case brackets
        /// A minus sign.
        case minus
        /// Nothing printed: title, headings and numbers together speak of it.
        case context
    }

    /// What a careful reader would hesitate at.
    public enum Doubt: String, Sendable, CaseIterable {
        /// No unit is printed; what stands around the number speaks of money.
        case unitFromContext
        /// What stands beside the number may be a part of it, or the number a part of that.
        case adjoins
        /// There are spaces between its digits.
        case spacedDigits
        /// The word taken, or not taken, for its scale may mean something else, or a scale printed once was taken for two.
        case ambiguousScale
        /// A digit or sign of it comes from a font of symbols, or a character stands at it of which the file doesn't say what it shows.
        case symbolFont
    }

    /// A cell of a table.
    public struct CellReference: Sendable, Equatable {
        /// Index into the paper's tables.
        public var table: Int
        /// 0-based row.
        public var row: Int
        /// 0-based column.
        public var column: Int
        /// What names its row, as printed: titles of its group, then the row's own cells; outermost first.
        public var rowLabels: [String]
        /// The headings of its column as printed, from the top.
        public var columnLabels: [String]

        /// Makes a reference.
        public init(table: Int, row: Int, column: Int, rowLabels: [String] = [], columnLabels: [String] = []) {
            self.table = table
            self.row = row
            self.column = column
            self.rowLabels = rowLabels
            self.columnLabels = columnLabels
        }

        /// The row labels joined by spaces; nil where there are none.
        public var rowHeading: String? { rowLabels.isEmpty ? nil : rowLabels.joined(separator: " ") }
        /// The column labels joined by " | "; nil where there are none.
        public var columnHeading: String? { columnLabels.isEmpty ? nil : columnLabels.joined(separator: " | ") }
    }

    /// What is counted.
    public var kind: Kind
    /// Its words, with approximator, bound and rate.
    public var spans: [Span]
    /// The number.
    public var value: Value
    /// ISO 4217 code, "FTE", "posts" or "people".
    public var unit: String
    /// What the printed digits can mean after rounding; nil where exact.
    public var interval: ClosedInterval?
    /// Whether the words say that it is approximate.
    public var isApproximate: Bool
    /// How the words limit it.
    public var bound: Bound?
    /// Base of a rate.
    public var per: String?
    /// The time that it is for.
    public var period: Period?
    /// What the money or staff is said to be. The value is as printed; the sense names the direction: "-£3m underspend" and "an underspend
    /// of £3m" keep their signs.
    public var sense: Sense?
    /// Where the money comes from and how long it flows; empty where nothing says so.
    public var basis: [Basis]
    /// Whether the amount is a change and not a level.
    public var comparison: Comparison?
    /// The words that say what it is for or of, as printed.
    public var subject: String?
    /// Where those words stand.
    public var subjectFrom: SubjectSource?
    /// Who gets the money, as printed.
    public var payee: String?
    /// Who gives it, as printed.
    public var payer: String?
    /// The whole sentence, or for a cell the whole row.
    public var sentence: [Span]
    /// The cell that it stands in.
    public var cell: CellReference?
    /// Index of the innermost segment that holds it.
    public var segment: Int?
    /// What printed the scale.
    public var scaleFrom: Source?
    /// What printed the sign.
    public var signFrom: Source?
    /// What printed the unit; nil where the figure's own words do.
    public var unitFrom: Source?
    /// What a careful reader would hesitate at.
    public var doubts: [Doubt]
    /// Id of the rule that found it.
    public var rule: String
    /// Ids of the cue entries that set the other fields.
    public var cues: [String]
    /// Whether a line runs through it.
    public var isStruck: Bool
    /// Why a reader of the page can't see it.
    public var hidden: HiddenText.Reason?

    /// Makes a figure with nothing said about it.
    public init(kind: Kind, spans: [Span], value: Value, unit: String, rule: String) {
        self.kind = kind
        self.spans = spans
        self.value = value
        self.unit = unit
        self.rule = rule
        isApproximate = false
        isStruck = false
        basis = []
        sentence = []
        doubts = []
        cues = []
    }
}

/// Both ends of what a rounded number can mean.
public struct ClosedInterval: Sendable, Hashable {
    /// Least.
    public var min: Amount
    /// Most.
    public var max: Amount

    /// Makes an interval.
    public init(min: Amount, max: Amount) {
        self.min = min
        self.max = max
    }
}

extension Figure.Value: CustomStringConvertible {
    /// Plain decimal digits: "970000", "70 to 90".
    public var description: String {
        switch self {
        case .single(let amount): amount.description
        case .range(let low, let high): "\(low) to \(high)"
        }
    }
}
