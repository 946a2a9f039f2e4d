internal import ArgumentParser
internal import Foundation
internal import PaperModel
internal import Pipeline
internal import RecordIndex
internal import Records
internal import RuleEngine
internal import Tracing

/// Searches the records of a folder.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Finds words and amounts in the papers of a folder, best first.",
        discussion: """
            Example: scrutineer search records home to school transport '"capital programme"' cut or saving £8.1m

            Words are met in all their forms; "in quotes" they stand together, transp* is any word that begins so, and of words with `or` \
            between them one is enough. An amount is met however it is printed: £752m finds "£752 million".
            """)

    @Argument(help: ArgumentHelp("Folder of a run.", valueName: "dir"))
    var folder: String

    @Argument(help: ArgumentHelp("What is looked for.", valueName: "words"))
    var words: [String] = []

    @Option(help: ArgumentHelp("What a hit is: \(SearchQuery.Kind.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "kind"))
    var kind = SearchQuery.Kind.page.rawValue

    @OptionGroup(title: "Filters") var filters: FilterOptions

    @Option(help: ArgumentHelp("Most hits, up to 10000.", valueName: "number"))
    var limit = 20

    @Option(help: "How the hits are written; json has one record a line.")
    var format = TraceCommand.Format.text

    @OptionGroup var rules: RuleOptions

    func run() throws {
        guard let kind = SearchQuery.Kind(rawValue: kind) else {
            let kinds = SearchQuery.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("no kind of hit is called \(kind); there are \(kinds)")
        }
        let text = words.joined(separator: " ")
        let index = try FolderIndex.open(folder)
        let book = try rules.load()
        var query = try ClaimReading(rules: book).query(text, in: index)
        query.kind = filters.isOfFigures && kind == .page ? .figure : kind
        query.filter = try filters.filter(senses: book.declared.words(for: .senses))
        query.limit = min(max(1, limit), 10_000)
        guard !query.groups.isEmpty || !query.amounts.isEmpty || filters.isGiven else {
            throw HostError("there is nothing to look for: give a word that says more than “the”, an amount, or a filter")
        }
        let hits = try index.search(query)
        var output = ByteOutput.standard
        switch format {
        case .text: try output.write(Array((SearchText.lines(hits, query: text) + "\n").utf8))
        case .json:
            var json = JSONWriter()
            for hit in hits { HitRecord(hit).writeLine(to: &json) }
            try output.write(json.bytes)
        }
        try output.flush()
    }
}

/// Which papers and figures are looked at.
struct FilterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Words of the name of the council or other body.", valueName: "name"))
    var organisation: String?
    @Option(help: ArgumentHelp("Words of the name of the committee.", valueName: "name"))
    var committee: String?
    @Option(help: ArgumentHelp("First day of the meeting: 2025-01-30.", valueName: "day"))
    var from: String?
    @Option(help: ArgumentHelp("Last day of the meeting.", valueName: "day"))
    var to: String?
    @Option(
        help: ArgumentHelp(
            "What the money or staff of a figure is said to be: \(Figure.Sense.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "sense"))
    var sense: String?
    @Option(help: ArgumentHelp("Least amount of a figure, its sign apart: 250000.", valueName: "amount"))
    var min: String?
    @Option(help: ArgumentHelp("Greatest amount of a figure.", valueName: "amount"))
    var max: String?
    @Option(help: ArgumentHelp("Unit of a figure: GBP, FTE, posts, people.", valueName: "unit"))
    var unit: String?

    /// Whether it asks for figures of a kind.
    var isOfFigures: Bool { sense != nil || min != nil || max != nil || unit != nil }
    /// Whether it asks for anything.
    var isGiven: Bool { isOfFigures || organisation != nil || committee != nil || from != nil || to != nil }

    /// The filter; throws where a value can't be read, or a sense is none of `senses`.
    func filter(senses: Set<String>) throws -> FigureFilter {
        var filter = FigureFilter()
        filter.organisation = organisation
        filter.committee = committee
        for (name, day) in [("--from", from), ("--to", to)] {
            if let day, Day(iso: day) == nil { throw ValidationError("\(name) takes a day as 2025-01-30, not \(day)") }
        }
        filter.from = from
        filter.to = to
        if let sense, !senses.contains(sense) {
            throw ValidationError("no sense is called \(sense); `scrutineer search --help` names them")
        }
        filter.sense = sense
        filter.unit = unit
        filter.min = try FilterOptions.amount(min, "--min")
        filter.max = try FilterOptions.amount(max, "--max")
        return filter
    }

    private static func amount(_ text: String?, _ name: String) throws -> Double? {
        guard let text else { return nil }
        guard let amount = Amount(digits: text), let number = Double(amount.description) else {
            throw ValidationError("\(name) takes digits, not \(text)")
        }
        return abs(number)
    }
}

/// Hits as a person reads them.
enum SearchText {
    static func lines(_ hits: [SearchHit], query: String) -> String {
        guard !hits.isEmpty else { return "Nothing in the papers has this: \(TerminalText.plain(String(query.prefix(200))))" }
        return hits.enumerated().map { number, hit in
            let meeting = [hit.paper.organisation, hit.paper.committee, hit.paper.date].compactMap { $0 }.joined(separator: ", ")
            return [
                "\(number + 1). \(TerminalText.plain(hit.paper.name)), page \(hit.page)\(meeting.isEmpty ? "" : " (\(TerminalText.plain(meeting)))")",
                "   \(TerminalText.marked(hit.text, hit.marks))", "   \(TerminalText.plain(hit.paper.address(page: hit.page)))",
                "   \(hit.id)",
            ].joined(separator: "\n")
        }.joined(separator: "\n\n")
    }
}
