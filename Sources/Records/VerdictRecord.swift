/// What the papers of a folder say of a claim, as one record. Only on output: never in the files of a run.
public struct VerdictRecord: Sendable {
    /// The name that the claim was given with.
    public var id: String?
    /// The claim.
    public var claim: String
    /// `supported`, `differs` or `notFound`.
    public var verdict: String
    /// Why, in a sentence.
    public var why: String
    /// Places that state it, best first, then the same thing with other amounts, best first.
    public var mentions: [MentionRecord]
    /// Amounts within half a per cent by the same words.
    public var near: [MentionRecord]
    /// Amounts ten or a thousand times as large or small by the same words: a warning.
    public var slips: [MentionRecord]
    /// Places whose amount matches and that speak of something else.
    public var byNumberAlone: Int
    /// What `--since` takes the next time.
    public var cursor: Int

    /// Makes a verdict without places.
    public init(id: String?, claim: String, verdict: String, why: String, cursor: Int) {
        self.id = id
        self.claim = claim
        self.verdict = verdict
        self.why = why
        self.cursor = cursor
        mentions = []
        near = []
        slips = []
        byNumberAlone = 0
    }

    /// Writes the record as one line of JSON.
    public func writeLine(to json: inout JSONWriter) {
        write(to: &json)
        json.endLine()
    }
}

extension VerdictRecord: RecordObject {
    static let name = "verdict"
    static let fields: [Field<VerdictRecord>] = [
        .constant("type", name),
        .constant("schema", RecordSchema.version),
        .optional("id") { $0.id },
        .required("claim") { $0.claim },
        .required("verdict") { $0.verdict },
        .required("why") { $0.why },
        .required("mentions") { $0.mentions },
        .list("near") { $0.near },
        .list("slips") { $0.slips },
        .required("byNumberAlone") { $0.byNumberAlone },
        .required("cursor") { $0.cursor },
    ]
}
