/// What a rule finds.
public enum RuleKind: String, Sendable, CaseIterable, Hashable {
    // Figures.
    /// An amount of money.
    case money
    /// Full-time equivalents.
    case fte
    /// A count of posts or people.
    case headcount
    /// Characters that look like a figure and are none.
    case notFigure

    // What the words around a figure say about it.
    /// "about".
    case approximation
    /// "up to".
    case bound
    /// "per month".
    case rate
    /// "in 2025/26".
    case period
    /// "saving of".
    case sense
    /// "capital", "one-off".
    case basis
    /// "rose by".
    case comparison
    /// Words that set the kind of the counts after them: "expressed as full-time equivalents".
    case scope
    /// What the numbers of a column, row or table mean: "£'000".
    case unit

    // Segments and data of a paper.
    /// An item of business.
    case agendaItem
    /// A question.
    case question
    /// An answer.
    case reply
    /// A supplementary question.
    case supplementary
    /// An answer to a supplementary question.
    case supplementaryReply
    /// A resolution or decision.
    case resolution
    /// A block of recommendations.
    case recommendation
    /// A headed section.
    case section
    /// How a resolution ended.
    case outcome
    /// Votes.
    case votes
    /// What kind of paper it is.
    case documentKind
    /// The council.
    case organisation
    /// The committee.
    case committee
    /// Day of the meeting.
    case meetingDate
    /// A person or office.
    case person
    /// Words that belong to no segment ("Minutes:", "Additional documents:").
    case label
}

/// One entry of a rule file. A class because every match points at its rule; it never changes.
public final class Rule: Sendable {
    /// Whether a rule is in use.
    public enum Status: String, Sendable, CaseIterable {
        /// In use.
        case stable
        /// Off unless asked for.
        case experimental
        /// Kept for its id alone.
        case retired
    }

    /// How sure a match makes what it says of a paper.
    public enum Confidence: String, Sendable, CaseIterable, Comparable {
        /// It settles it.
        case certain
        /// It says so where nothing certain says something else.
        case hint
        /// It says so together with another, or in the right place alone.
        case weak

        /// Less sure is less.
        public static func < (a: Confidence, b: Confidence) -> Bool { a.strength < b.strength }

        private var strength: Int {
            switch self {
            case .certain: 2
            case .hint: 1
            case .weak: 0
            }
        }
    }

    /// On which side of a figure the words stand that say something about it.
    public enum Attachment: String, Sendable, CaseIterable {
        /// Before the figure.
        case before
        /// After the figure.
        case after
        /// Either side.
        case either
    }

    /// How far from a figure the words may stand.
    public enum Reach: String, Sendable, CaseIterable {
        /// Touching it, or each other.
        case adjacent
        /// In its clause.
        case clause
        /// In its sentence.
        case sentence
        /// In the rest of its paragraph.
        case paragraph
        /// In the sentence that introduces its list or table.
        case introduction
        /// In the headings of its cell, or the table's caption.
        case headings
    }

    /// Unique name.
    public let id: String
    /// What it finds.
    public let finds: RuleKind
    /// Higher goes first where two rules claim the same words.
    public let priority: Int
    /// How sure a match makes what it says.
    public let confidence: Confidence
    /// Whether it is in use.
    public let status: Status
    /// The pattern as written.
    public let match: String
    /// Where the words stand that it finds.
    public let attaches: Attachment
    /// How far they reach.
    public let reach: Set<Reach>
    /// What a match means, by name.
    public let settings: [String: String]
    /// Where it may be used: words by key, for the stage that uses the rule.
    public let conditions: [String: [String]]
    /// Texts with what is to be found in them.
    public let examples: [RuleExample]
    /// Texts in which it must find nothing.
    public let rejects: [RuleText]
    /// Texts that it is known to miss.
    public let gaps: [RuleGap]
    /// Where it is written.
    public let mark: SourceMark
    /// Its lexicons by the name of the group that holds nothing but one of their words.
    public let lexicons: [String: [Lexicon]]

    let ways: [PatternWay]
    let entrances: [Entrance]
    let starts: MatchStarts

    init(_ declaration: RuleDeclaration, pattern: CompiledPattern) {
        id = declaration.id
        finds = declaration.finds
        priority = declaration.priority
        confidence = declaration.confidence
        status = declaration.status
        match = declaration.match.text
        attaches = declaration.attaches
        reach = declaration.reach
        settings = declaration.settings
        conditions = declaration.conditions
        examples = declaration.examples
        rejects = declaration.rejects
        gaps = declaration.gaps
        mark = declaration.mark
        lexicons = pattern.lexicons
        ways = pattern.ways
        entrances = pattern.entrances
        starts = pattern.starts
    }
}

/// A text of a rule file with its place.
public struct RuleText: Sendable, Hashable {
    /// The text.
    public var text: String
    /// Where it is written.
    public var mark: SourceMark
    /// The line that it is written on.
    public var sourceLine: String
}

/// An example: a text or a cell of a small table, and what is to be found in it.
public struct RuleExample: Sendable, Hashable {
    /// The text; for a cell the cell's own text.
    public var text: RuleText
    /// The headings around a cell; nil for running text.
    public var cell: Cell?
    /// What is to be found, in order; empty for nothing.
    public var find: [Expectation]

    /// What stands around an example's cell.
    public struct Cell: Sendable, Hashable {
        /// The paragraph before the table.
        public var above: String?
        /// Title of the table.
        public var caption: String?
        /// Headings above the cell, from the top.
        public var headings: [String]
        /// Heading of its row.
        public var row: String?
        /// Cells of its column between the headings and it, from the top.
        public var column: [String]
        /// The cell to the right of it.
        public var beside: String?
    }

    /// One thing that is to be found.
    public struct Expectation: Sendable, Hashable {
        /// Its words.
        public var text: RuleText
        /// What is to be known of it; a single word is a list of one.
        public var fields: [String: [String]]
    }
}

/// A text with a figure that is known to be missed, and why.
public struct RuleGap: Sendable, Hashable {
    /// The text.
    public var text: RuleText
    /// Why.
    public var why: String
    /// What should be found.
    public var find: [RuleExample.Expectation]
}
