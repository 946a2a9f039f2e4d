public import Tracing

/// What is looked for.
public struct SearchQuery: Sendable {
    /// What a hit is.
    public enum Kind: String, Sendable, CaseIterable {
        case page, segment, figure, table
    }

    /// Ways to say one thing of the query, of which one is enough.
    public struct Group: Sendable {
        /// Words that stand one behind the other.
        public struct Phrase: Sendable {
            /// The words in small letters.
            public var words: [String]
            /// Whether the last word is only the beginning of one.
            public var isPrefix: Bool
            /// What it counts beside what was asked for.
            public var share = 1.0
        }

        /// The ways.
        public var phrases: [Phrase]
    }

    /// What is wanted, each of it the better.
    public var groups: [Group]
    /// Amounts of the query, which every printed form of them meets.
    public var amounts: [Claim.Stated] = []
    /// What a hit is.
    public var kind = Kind.page
    /// Which papers and figures are looked at.
    public var filter = FigureFilter()
    /// Most hits.
    public var limit = 20

    /// Most groups: a query is a line.
    private static let longest = 24

    /// Reads words, "phrases in quotes", beginnings of words (`transp*`), and `or` between two of them. Nothing else is syntax.
    /// `excluded`: bytes that were read as amounts.
    public init(_ text: String, excluding excluded: [Range<Int>] = []) {
        var groups: [Group] = []
        var joins = false
        for token in SearchQuery.tokens(text, excluded) where groups.count < SearchQuery.longest {
            if token.text.lowercased() == "or", !token.isQuoted {
                joins = !groups.isEmpty
                continue
            }
            var words = Word.all(in: token.text).map(\.letters)
            if !token.isQuoted { words.removeAll { $0.utf8.count < 2 || (StopWords.contains($0) && !token.isPrefix) } }
            guard !words.isEmpty else { continue }
            let phrase = Group.Phrase(words: words, isPrefix: token.isPrefix)
            if joins {
                groups[groups.count - 1].phrases.append(phrase)
            } else {
                groups.append(Group(phrases: [phrase]))
            }
            joins = false
        }
        self.groups = groups
    }

    /// Adds other ways to say its words: what the papers abbreviate, and what people say for it.
    public mutating func addOtherWords(_ abbreviations: [Abbreviation]) {
        let words = groups.map { $0.phrases.count == 1 && $0.phrases[0].words.count == 1 ? $0.phrases[0].words[0] : "" }
        let subject = Subject(words.joined(separator: " "), abbreviations: abbreviations)
        for term in subject.terms where !term.isPair {
            guard let index = words.firstIndex(of: term.word), !groups[index].phrases[0].isPrefix else { continue }
            groups[index].phrases += term.phrases.dropFirst().map { phrase in
                let isAbbreviation = abbreviations.contains { $0.short == phrase || $0.long == phrase }
                return Group.Phrase(
                    words: Word.all(in: phrase).map(\.letters), isPrefix: false,
                    share: isAbbreviation ? SearchQuery.abbreviationShare : SearchQuery.everydayShare)
            }
        }
    }

    /// What another way to say a word counts: who asks for an overspend means one before any deficit, and a short form may be of something
    /// else.
    private static let abbreviationShare = 0.5
    private static let everydayShare = 1.0 / 3

    /// Two words that stand together in the query and may be the name of something.
    var pairs: [Group] {
        zip(groups, groups.dropFirst()).compactMap { first, second in
            guard let one = first.phrases.first, let two = second.phrases.first, one.words.count == 1, two.words.count == 1, !one.isPrefix
            else { return nil }
            return Group(phrases: [Group.Phrase(words: one.words + two.words, isPrefix: two.isPrefix)])
        }
    }

    private struct Token {
        var text: String
        var isQuoted: Bool
        var isPrefix: Bool
    }

    /// Longest query that is read, bytes.
    static let longestText = 4_000

    private static func tokens(_ text: String, _ excluded: [Range<Int>]) -> [Token] {
        var tokens: [Token] = []
        var current: [UInt8] = []
        var isQuoted = false
        func end() {
            if !current.isEmpty {
                let isPrefix = current.last == UInt8(ascii: "*")
                tokens.append(Token(text: String(decoding: current, as: UTF8.self), isQuoted: isQuoted, isPrefix: isPrefix))
            }
            current = []
        }
        for (index, byte) in text.utf8.prefix(longestText).enumerated() {
            if excluded.contains(where: { $0.contains(index) }) {
                end()
            } else if byte == UInt8(ascii: "\"") {
                end()
                isQuoted.toggle()
            } else if byte <= 0x20, !isQuoted {
                end()
            } else {
                current.append(byte)
            }
        }
        end()
        return tokens
    }
}

extension SearchQuery.Group.Phrase {
    /// For FTS5: in quotes, so that nothing in it is syntax.
    var match: String { "\"" + words.joined(separator: " ") + "\"" + (isPrefix ? "*" : "") }
}

/// Which papers and figures are looked at; nil: all.
public struct FigureFilter: Sendable {
    /// Words of the body's name.
    public var organisation: String?
    /// Words of the committee's name.
    public var committee: String?
    /// First day of meetings, ISO 8601.
    public var from: String?
    /// Last day of meetings, ISO 8601.
    public var to: String?
    /// What the money or staff is said to be.
    public var sense: String?
    /// ISO 4217 code, "FTE", "posts", "people".
    public var unit: String?
    /// Least amount, sign apart.
    public var min: Double?
    /// Most, sign apart.
    public var max: Double?
    /// Kind of the paper.
    public var paperKind: String?
    /// Kind of the segment that holds it.
    public var segmentKind: String?
    /// First day of the time that it is for, ISO 8601.
    public var periodStart: String?
    /// Whether it carries a doubt.
    public var isDoubtful: Bool?
    /// Id of its paper.
    public var document: String?

    /// Passes all.
    public init() {}

    /// Conditions on `papers`, with their values.
    var paperConditions: (sql: [String], values: [SQLValue]) {
        var sql: [String] = []
        var values: [SQLValue] = []
        func add(_ condition: String, _ value: SQLValue) {
            sql.append(condition)
            values.append(value)
        }
        if let organisation { add("instr(lower(papers.organisation), ?) > 0", .text(organisation.lowercased())) }
        if let committee { add("instr(lower(papers.committee), ?) > 0", .text(committee.lowercased())) }
        if let from { add("papers.date >= ?", .text(from)) }
        if let to { add("papers.date <= ?", .text(to)) }
        if let paperKind { add("papers.kind = ?", .text(paperKind)) }
        if let document { add("papers.document = ?", .text(document)) }
        return (sql, values)
    }

    /// Conditions on `figures` joined with `papers` and, where a segment's kind is asked for, `segments`.
    var conditions: (sql: [String], values: [SQLValue]) {
        var (sql, values) = paperConditions
        func add(_ condition: String, _ value: SQLValue) {
            sql.append(condition)
            values.append(value)
        }
        if let sense { add("figures.sense = ?", .text(sense)) }
        if let unit { add("figures.unit = ?", .text(unit)) }
        if let min { add("figures.high_end >= ?", .real(min)) }
        if let max { add("figures.low_end <= ?", .real(max)) }
        if let segmentKind { add("segments.kind = ?", .text(segmentKind)) }
        if let periodStart { add("figures.period_start = ?", .text(periodStart)) }
        if let isDoubtful { sql.append(isDoubtful ? "figures.doubts IS NOT NULL" : "figures.doubts IS NULL") }
        return (sql, values)
    }
}
