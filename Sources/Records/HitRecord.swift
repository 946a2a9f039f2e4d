/// A place that a search found, as one record. Only on output: never in the files of a run.
public struct HitRecord: Sendable {
    /// What it is: `page`, `segment`, `figure`, `table`.
    public var kind: String
    /// Id of the page, segment, figure or table.
    public var id: String
    /// Id of the paper.
    public var document: String
    /// Page, 1-based.
    public var page: Int
    /// How well it fits, 0 to 1.
    public var score: Double
    /// The words around what was found.
    public var text: String
    /// Where the words that were looked for stand in `text`: first scalar and the one behind the last.
    public var marks: [[Int]]
    /// Title of the paper.
    public var title: String
    /// The body whose meeting it is of.
    public var organisation: String?
    /// The committee.
    public var committee: String?
    /// Day of the meeting, ISO 8601.
    public var date: String?
    /// Where to open it.
    public var link: String

    /// Names a place.
    public init(
        kind: String, id: String, document: String, page: Int, score: Double, text: String, marks: [[Int]], title: String, link: String
    ) {
        self.kind = kind
        self.id = id
        self.document = document
        self.page = page
        self.score = score
        self.text = text
        self.marks = marks
        self.title = title
        self.link = link
    }

    /// Writes the record as one line of JSON.
    public func writeLine(to json: inout JSONWriter) {
        write(to: &json)
        json.endLine()
    }
}

extension HitRecord: RecordObject {
    static let name = "hit"
    static let fields: [Field<HitRecord>] = [
        .constant("type", name),
        .constant("schema", RecordSchema.version),
        .required("kind") { $0.kind },
        .required("id") { $0.id },
        .required("document") { $0.document },
        .required("page") { $0.page },
        .required("score") { Share(value: $0.score) },
        .required("text") { $0.text },
        .required("marks") { $0.marks },
        .required("title") { $0.title },
        .optional("organisation") { $0.organisation },
        .optional("committee") { $0.committee },
        .optional("date") { $0.date },
        .required("link") { $0.link },
    ]
}

/// The pages that answer a query, as one record: what `trace --claims` gives for a line with a query.
public struct PagesRecord: Sendable {
    /// A page of a paper.
    public struct Place: Sendable {
        let document: String
        let page: Int

        /// Names a page.
        public init(document: String, page: Int) {
            self.document = document
            self.page = page
        }
    }

    /// The name that the query was given with.
    public var id: String?
    /// The query.
    public var query: String
    /// The pages, best first.
    public var pages: [Place]

    /// Makes a record.
    public init(id: String?, query: String, pages: [Place]) {
        self.id = id
        self.query = query
        self.pages = pages
    }

    /// Writes the record as one line of JSON.
    public func writeLine(to json: inout JSONWriter) {
        write(to: &json)
        json.endLine()
    }
}

extension PagesRecord: RecordObject {
    static let name = "pages"
    static let fields: [Field<PagesRecord>] = [
        .constant("type", name),
        .constant("schema", RecordSchema.version),
        .optional("id") { $0.id },
        .required("query") { $0.query },
        .required("pages") { $0.pages },
    ]
}

extension PagesRecord.Place: RecordObject {
    static let name = "pagePlace"
    static let fields: [Field<PagesRecord.Place>] = [
        .required("document") { $0.document },
        .required("page") { $0.page },
    ]
}
