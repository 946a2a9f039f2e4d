extension Figure {
    /// What the money or staff is said to be. The order decides: where two words fit equally, the earlier sense wins.
    public enum Sense: String, Sendable, CaseIterable, Comparable {
        // Money.
        /// A threshold in a rule or delegation, not money itself.
        case limit
        /// More than the budget.
        case overspend
        /// Less than the budget.
        case underspend
        /// Shortfall, deficit.
        case gap
        /// Exposure in a risk register.
        case risk
        /// Saving, cut, cost avoided.
        case saving
        /// Growth that a budget must meet.
        case pressure
        /// Grant, donation, subsidy, given or received.
        case grant
        /// What a developer or partner puts in.
        case contribution
        /// Money held.
        case reserve
        /// Money borrowed.
        case borrowing
        /// Money lent.
        case loan
        /// Money owed.
        case debt
        /// Money placed.
        case investment
        /// Receipts, taxes raised.
        case income
        /// Salary, wage, allowance.
        case pay
        /// Valuation, benefit, worth.
        case value
        /// Value of a contract let or offered.
        case contract
        /// Asked or charged: fee, fare, rent, penalty.
        case price
        /// Money made available, won or bid for.
        case funding
        /// Budget, allocation, provision.
        case budget
        /// Spent, paid.
        case spend
        /// Cost, or an estimate of one.
        case cost

        // Staff.
        /// Posts that stand empty.
        case vacancy
        /// People hired through agencies.
        case agency
        /// People away.
        case absence
        /// Posts that go.
        case reduction
        /// Posts or people that come.
        case increase
        /// Posts provided for.
        case establishment
        /// People employed.
        case inPost

        /// Whether it is said of staff; the others are said of money.
        public var isOfStaff: Bool { self >= .vacancy }

        private static let order = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

        /// Earlier in the list is less.
        public static func < (left: Sense, right: Sense) -> Bool { order[left, default: 0] < order[right, default: 0] }
    }

    /// Where money comes from and how long it flows.
    public enum Basis: String, Sendable, CaseIterable {
        /// Day-to-day money.
        case revenue
        /// Money for building and buying.
        case capital
        /// Once.
        case oneOff
        /// Year after year.
        case ongoing
    }

    /// How an amount that is a change, and no level, changes something.
    public enum Comparison: String, Sendable, CaseIterable {
        /// It is added.
        case increase
        /// It is taken away.
        case decrease
        /// It parts two levels; the sign says which way.
        case difference
    }

    /// Where the words stand that say what a figure is for.
    public enum SubjectSource: String, Sendable, CaseIterable {
        /// In the figure's own clause.
        case clause
        /// In another clause of its sentence.
        case sentence
        /// In the sentence before.
        case previousSentence
        /// In the lead-in of its list or table.
        case lead
        /// In the row's own labels.
        case row
        /// In the title of the row's group.
        case rowGroup
        /// In the heading of the column.
        case column
        /// In the table's title.
        case caption
        /// In the heading of the section.
        case heading
        /// In the title of the agenda item.
        case item
    }
}
