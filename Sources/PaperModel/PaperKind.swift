extension Paper {
    /// What kind of paper it is: the names that RECORDS lists under `kind`.
    public enum Kind: String, Sendable, CaseIterable {
        /// The list of what a meeting is to discuss.
        case agenda
        /// An agenda with the papers of its items behind it.
        case agendaPack
        /// What a meeting discussed and decided.
        case minutes
        /// A decision taken, as the law wants it published.
        case decisionNotice
        /// A report to a meeting.
        case report
        /// Questions put to a council and its replies.
        case questions
        /// A page of a web site that is none of the others.
        case webPage
        /// Anything else.
        case other

        /// Whether it is of one meeting: its agenda, with or without papers, or its minutes.
        public var isOfMeeting: Bool { isAgenda || self == .minutes }
        /// Whether an agenda begins it.
        public var isAgenda: Bool { self == .agenda || self == .agendaPack }
    }
}
