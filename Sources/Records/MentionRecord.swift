/// A place of the papers as a trace judges it.
public struct MentionRecord: Sendable {
    /// Id of the figure, or of the cell whose number has no unit.
    public var id: String
    /// Id of the paper.
    public var document: String
    /// Page, 1-based.
    public var page: Int
    /// How it stands to the claim: `states`, `roundsTo`, `differs`.
    public var relation: String
    /// The amount as printed.
    public var text: String
    /// Its value; nil for a range.
    public var value: String?
    /// Both ends of a range.
    public var low: String?
    /// Both ends of a range.
    public var high: String?
    /// Its unit; nil where it is not printed.
    public var unit: String?
    /// How its digits stand to the claim's.
    public var closeness: String?
    /// Who says it: `asked`, `answered`, `reported`, …
    public var role: String
    /// How a resolution ended.
    public var decision: String?
    /// Share of the claim's words that stand near it, 0 to 1.
    public var words: Double
    /// Words and digits together, 0 to 1.
    public var score: Double
    /// Id of the place that it repeats word for word.
    public var twinOf: String?
    /// The words that say what it is for.
    public var subject: String?
    /// Its sentence or row.
    public var sentence: String
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
        id: String, document: String, page: Int, relation: String, text: String, role: String, words: Double, score: Double,
        sentence: String, title: String, link: String
    ) {
        self.id = id
        self.document = document
        self.page = page
        self.relation = relation
        self.text = text
        self.role = role
        self.words = words
        self.score = score
        self.sentence = sentence
        self.title = title
        self.link = link
    }
}

extension MentionRecord: RecordObject {
    static let name = "mention"
    static let fields: [Field<MentionRecord>] = [
        .required("id") { $0.id },
        .required("document") { $0.document },
        .required("page") { $0.page },
        .required("relation") { $0.relation },
        .required("text") { $0.text },
        .optional("value") { $0.value },
        .optional("low") { $0.low },
        .optional("high") { $0.high },
        .optional("unit") { $0.unit },
        .optional("closeness") { $0.closeness },
        .required("role") { $0.role },
        .optional("decision") { $0.decision },
        .required("words") { Share(value: $0.words) },
        .required("score") { Share(value: $0.score) },
        .optional("twinOf") { $0.twinOf },
        .optional("subject") { $0.subject },
        .required("sentence") { $0.sentence },
        .required("title") { $0.title },
        .optional("organisation") { $0.organisation },
        .optional("committee") { $0.committee },
        .optional("date") { $0.date },
        .required("link") { $0.link },
    ]
}
