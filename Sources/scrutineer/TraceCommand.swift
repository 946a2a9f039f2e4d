internal import ArgumentParser
internal import Pipeline
internal import RecordIndex
internal import Records
internal import Tracing

/// Traces claims in the papers of a folder.
struct TraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "Says where the papers state a claim, whether it is rounded, how it moved, who said it and who decided.",
        discussion: """
            Example: scrutineer trace records "The library refit cost £8.1m"
            Or: scrutineer trace records --claims claims.jsonl --format json

            A claim is a sentence, a headline, or the id of a figure. Its amount is read by the rules that read papers, and its other words \
            say what it is about. The verdict is supported (the papers state its amount of its subject), differs (they state other amounts of \
            it) or notFound. Read the places: a verdict is no judgement of who is right.
            """)

    /// How the answer is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: ArgumentHelp("Folder of a run.", valueName: "dir"))
    var folder: String

    @Argument(help: ArgumentHelp("A sentence, or the id of a figure.", valueName: "claim"))
    var claim: String?

    @Option(
        help: ArgumentHelp(
            "A file of claims, a line of JSON each: {\"id\", \"claim\"}, or {\"id\", \"query\"} for a search; other keys are passed over.",
            valueName: "file"))
    var claims: String?

    @Option(help: "How the answer is written; json has one record a line.")
    var format = Format.text

    @Option(
        help: ArgumentHelp(
            "Tells only of places in papers that the index met after this cursor, which every answer ends with.", valueName: "cursor"))
    var since = 0

    @OptionGroup var rules: RuleOptions

    func validate() throws {
        guard (claim == nil) != (claims == nil) else { throw ValidationError("give a claim, or a file of them with --claims") }
    }

    func run() throws {
        let wanted = try claims.map { try ClaimLines(path: $0).lines } ?? [ClaimLines.Line(id: nil, claim: claim, query: nil)]
        let index = try FolderIndex.open(folder)
        let reading = ClaimReading(rules: try rules.load())
        let cursor = try index.cursor()
        var output = ByteOutput.standard
        for line in wanted {
            if let query = line.query {
                try output.write(try pages(query, id: line.id, index, reading))
            } else if let text = line.claim {
                try output.write(try answer(text, id: line.id, index, reading, cursor: cursor))
            }
        }
        try output.flush()
    }

    private func answer(
        _ text: String, id: String?, _ index: RecordIndex, _ reading: ClaimReading, cursor: Int
    ) throws -> [UInt8] {
        let claim = try figure(text, index) ?? reading.claim(text, in: index)
        guard !(claim.amounts.isEmpty && claim.subject.isEmpty) else {
            throw HostError("there is nothing to go by in the claim: no amount, and no word that tells what it is about")
        }
        let trace = try index.trace(claim)
        switch format {
        case .json:
            var json = JSONWriter()
            VerdictRecord(trace, id: id, cursor: cursor, since: since).writeLine(to: &json)
            return json.bytes
        case .text:
            return Array(TraceText(trace, index: index, reading: reading, cursor: cursor, since: since).text.utf8)
        }
    }

    /// The claim that an id of a figure is; nil for words.
    private func figure(_ text: String, _ index: RecordIndex) throws -> Claim? {
        guard text.hasPrefix("sha256:"), !text.utf8.contains(UInt8(ascii: " ")) else { return nil }
        guard let place = try index.place(text) else { throw HostError("no figure of \(folder) has the id \(text)") }
        return Claim(place)
    }

    private func pages(_ text: String, id: String?, _ index: RecordIndex, _ reading: ClaimReading) throws -> [UInt8] {
        let hits = try index.search(reading.query(text, in: index))
        switch format {
        case .json:
            var json = JSONWriter()
            PagesRecord(id: id, query: text, pages: hits.map { PagesRecord.Place(document: $0.paper.document, page: $0.page) })
                .writeLine(to: &json)
            return json.bytes
        case .text: return Array((SearchText.lines(hits, query: text) + "\n").utf8)
        }
    }
}
