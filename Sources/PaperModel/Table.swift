/// A table, whole, also where it runs over several pages.
public struct Table: Sendable, Equatable {
    /// The evidence that it was built from.
    public enum Method: String, Sendable, CaseIterable {
        /// The file's structure tree (Table, TR, TH, TD).
        case tagged
        /// Ruling lines and filled boxes.
        case ruled
        /// Text aligned by white space.
        case aligned
        /// HTML markup.
        case markup
    }

    /// The part of a table on one page.
    public struct Part: Sendable, Equatable {
        /// 1-based page.
        public var page: Int
        /// Where; nil for HTML.
        public var box: Box?
        /// Its text on the page.
        public var range: TextRange

        /// Makes a part.
        public init(page: Int, box: Box?, range: TextRange) {
            self.page = page
            self.box = box
            self.range = range
        }
    }

    /// The title printed for it.
    public var caption: Span?
    /// How it was found.
    public var method: Method
    /// One part a page.
    public var parts: [Part]
    /// Number of rows.
    public var rows: Int
    /// Number of columns.
    public var columns: Int
    /// How many of the first rows are headings.
    public var headerRows: Int
    /// How many of the first columns are headings.
    public var headerColumns: Int
    /// All cells, row by row, empty ones included, merged ones once.
    public var cells: [Cell]
    /// What each column's numbers mean, as long as `columns`; filled by the extraction stage.
    public var columnUnits: [ColumnUnit?]
    /// How many numbers of the shape of amounts gave no figure; filled by the extraction stage.
    public var unreadNumbers: Int

    /// Makes a table without cells.
    public init(method: Method, rows: Int = 0, columns: Int = 0) {
        self.method = method
        self.rows = rows
        self.columns = columns
        parts = []
        headerRows = 0
        headerColumns = 0
        cells = []
        columnUnits = []
        unreadNumbers = 0
    }

    /// One cell; row and column are 0-based.
    public struct Cell: Sendable, Equatable {
        /// First row.
        public var row: Int
        /// First column.
        public var column: Int
        /// Rows covered.
        public var rowSpan: Int
        /// Columns covered.
        public var columnSpan: Int
        /// Whether it is a heading.
        public var isHeader: Bool
        /// 1-based page that it stands on.
        public var page: Int
        /// Its text on that page; empty where the cell is.
        public var range: TextRange
        /// Where; nil for HTML.
        public var box: Box?

        /// Makes a cell of one row and one column.
        public init(row: Int, column: Int, page: Int, range: TextRange, box: Box? = nil) {
            self.row = row
            self.column = column
            self.page = page
            self.range = range
            self.box = box
            rowSpan = 1
            columnSpan = 1
            isHeader = false
        }

        /// Its place as a span.
        public var span: Span { Span(page: page, range: range) }
        /// One past its last row.
        public var endRow: Int { row + rowSpan }
        /// One past its last column.
        public var endColumn: Int { column + columnSpan }
    }
}

/// What the numbers of a table's column mean.
public struct ColumnUnit: Sendable, Equatable {
    /// Where the unit was printed.
    public enum Source: String, Sendable {
        /// The column's own heading.
        case columnHeading
        /// The table's caption or the line above it.
        case caption
        /// A heading of the row.
        case rowHeading
        /// A sentence that introduces the table.
        case sentence
        /// No printed unit: title, headings and numbers together speak of money.
        case context
    }

    /// Why the numbers of a column are taken for no amounts, though something stands over them.
    public enum Refusal: String, Sendable, CaseIterable {
        /// They name things: numbers of invoices, accounts, transactions.
        case identifier
        /// They are days or times.
        case date
        /// They are years.
        case year
        /// They count the rows.
        case lineNumber
        /// The heading scales ("000s") and nothing says of what.
        case scaleAlone
        /// Other columns are money, and neither the heading nor the numbers say that these are.
        case noEvidence
    }

    /// ISO 4217 code, "FTE", "posts", "people", "percent", "count", or "none" where `refused` says why.
    public var unit: String
    /// What a printed number is multiplied by: 1, 1000, 1000000.
    public var scale: Amount
    /// Base of a rate that the heading states ("year").
    public var per: String?
    /// The time that the column is for.
    public var period: Period?
    /// The printed words that say so ("£'000").
    public var from: String
    /// Where they stand.
    public var source: Source
    /// Id of the rule that read it.
    public var rule: String
    /// Why the numbers are no amounts; nil where they may be.
    public var refused: Refusal?

    /// Whether it is money: what no other unit is.
    public var isMoney: Bool { refused == nil && !["FTE", "posts", "people", "percent", "count", "none"].contains(unit) }

    /// Makes a unit.
    public init(unit: String, scale: Amount, from: String, source: Source, rule: String) {
        self.unit = unit
        self.scale = scale
        self.from = from
        self.source = source
        self.rule = rule
    }
}
