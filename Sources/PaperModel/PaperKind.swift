extension Paper {
    /// What kind of paper it is: the names that RECORDS lists under `kind`.
    public struct Kind: DeclarableName {
        /// As a record has it.
        public let rawValue: String

        /// A word that is known to be a name.
        public init(known name: String) { rawValue = name }

        /// The list of what a meeting is to discuss.
        public static let agenda = Kind(known: "agenda")
        /// An agenda with the papers of its items behind it.
        public static let agendaPack = Kind(known: "agendaPack")
        /// What a meeting discussed and decided.
        public static let minutes = Kind(known: "minutes")
        /// A decision taken, as the law wants it published.
        public static let decisionNotice = Kind(known: "decisionNotice")
        /// A report to a meeting.
        public static let report = Kind(known: "report")
        /// Questions put to a council and its replies.
        public static let questions = Kind(known: "questions")
        /// A page of a web site that is none of the others.
        public static let webPage = Kind(known: "webPage")
        /// Anything else.
        public static let other = Kind(known: "other")

        /// Whether it is of one meeting: its agenda, with or without papers, or its minutes.
        public var isOfMeeting: Bool { isAgenda || self == .minutes }
        /// Whether an agenda begins it.
        public var isAgenda: Bool { self == .agenda || self == .agendaPack }

        /// Those that the program knows, in order.
        public static let allCases: [Kind] = [
            .agenda, .agendaPack, .minutes, .decisionNotice, .report, .questions, .webPage, .other,
        ]
    }
}
