/// A part of a paper with a meaning of its own.
public struct Segment: Sendable, Equatable {
    /// What it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// A numbered or headed item of business.
        case agendaItem
        /// A question put by a councillor or member of the public.
        case question
        /// The answer to a question.
        case reply
        /// A supplementary question.
        case supplementary
        /// The answer to a supplementary question.
        case supplementaryReply
        /// What was resolved, agreed or decided.
        case resolution
        /// The recommendations of a report.
        case recommendation
        /// A headed part of a report.
        case section
    }

    /// How a resolution ended.
    public struct Outcome: DeclarableName {
        /// As a record has it.
        public let rawValue: String

        /// A word that is known to be a name.
        public init(known name: String) { rawValue = name }

        /// Resolved.
        public static let resolved = Outcome(known: "resolved")
        /// Agreed or approved.
        public static let agreed = Outcome(known: "agreed")
        /// Carried on a vote.
        public static let carried = Outcome(known: "carried")
        /// Lost, fell or was rejected.
        public static let lost = Outcome(known: "lost")
        /// Noted.
        public static let noted = Outcome(known: "noted")
        /// Put off.
        public static let deferred = Outcome(known: "deferred")
        /// Withdrawn.
        public static let withdrawn = Outcome(known: "withdrawn")

        /// Those that the program knows, in order.
        public static let allCases: [Outcome] = [
            .resolved, .agreed, .carried, .lost, .noted, .deferred, .withdrawn,
        ]
    }

    /// Votes as printed.
    public struct Votes: Sendable, Equatable {
        /// In favour.
        public var `for`: Int?
        /// Against.
        public var against: Int?
        /// Abstentions.
        public var abstain: Int?

        /// Makes a count.
        public init(for: Int? = nil, against: Int? = nil, abstain: Int? = nil) {
            self.for = `for`
            self.against = against
            self.abstain = abstain
        }
    }

    /// A lettered or labelled line of a form: "(a) Subject", and what stands there.
    public struct Field: Sendable, Equatable {
        /// What is asked for, in small letters: "subject", "options considered".
        public var name: String
        /// What stands there; empty where nothing does.
        public var text: String

        /// Makes a field.
        public init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    /// A document that a segment links to.
    public struct Reference: Sendable, Equatable {
        /// The words of the link.
        public var title: String
        /// Where it leads.
        public var url: String

        /// Makes a reference.
        public init(title: String, url: String) {
            self.title = title
            self.url = url
        }
    }

    /// What it is.
    public var kind: Kind
    /// Printed number or letter, without its dot or brackets.
    public var number: String?
    /// Heading text; for questions, replies and resolutions the first words.
    public var title: String?
    /// 1 at the top.
    public var level: Int
    /// Index of the segment that contains it.
    public var parent: Int?
    /// Who asks.
    public var asker: String?
    /// Who is asked.
    public var addressee: String?
    /// Who answers.
    public var respondent: String?
    /// For a reply: index of its question.
    public var answers: Int?
    /// For a resolution.
    public var outcome: Outcome?
    /// For a resolution.
    public var votes: Votes?
    /// For a resolution: who moved it, as printed.
    public var moved: String?
    /// For a resolution: who seconded it, as printed.
    public var seconded: String?
    /// For a resolution: index of the first segment that prints the same decision.
    public var sameAs: Int?
    /// For a form: its lines, in the order of the page; no name twice.
    public var fields: [Field]
    /// For a paper in a pack: index into the parts of the paper's metadata.
    public var part: Int?
    /// Linked documents.
    public var references: [Reference]
    /// Its extent, page by page.
    public var spans: [Span]
    /// Id of the rule that found it.
    public var rule: String?

    /// Makes a segment.
    public init(kind: Kind, level: Int = 1, spans: [Span] = []) {
        self.kind = kind
        self.level = level
        self.spans = spans
        references = []
        fields = []
    }
}
