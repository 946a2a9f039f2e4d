extension Figure {
    /// What the money or staff is said to be. The order decides: where two words fit equally, the earlier sense wins.
    public struct Sense: DeclarableName, Comparable {
        /// As a record has it.
        public let rawValue: String

        /// A word that is known to be a name.
        public init(known name: String) { rawValue = name }

        // Money.
        /// A threshold in a rule or delegation, not money itself.
        public static let limit = Sense(known: "limit")
        /// More than the budget.
        public static let overspend = Sense(known: "overspend")
        /// Less than the budget.
        public static let underspend = Sense(known: "underspend")
        /// Shortfall, deficit.
        public static let gap = Sense(known: "gap")
        /// Exposure in a risk register.
        public static let risk = Sense(known: "risk")
        /// Saving, cut, cost avoided.
        public static let saving = Sense(known: "saving")
        /// Growth that a budget must meet.
        public static let pressure = Sense(known: "pressure")
        /// Grant, donation, subsidy, given or received.
        public static let grant = Sense(known: "grant")
        /// What a developer or partner puts in.
        public static let contribution = Sense(known: "contribution")
        /// Money held.
        public static let reserve = Sense(known: "reserve")
        /// Money borrowed.
        public static let borrowing = Sense(known: "borrowing")
        /// Money lent.
        public static let loan = Sense(known: "loan")
        /// Money owed.
        public static let debt = Sense(known: "debt")
        /// Money placed.
        public static let investment = Sense(known: "investment")
        /// Receipts, taxes raised.
        public static let income = Sense(known: "income")
        /// Salary, wage, allowance.
        public static let pay = Sense(known: "pay")
        /// Valuation, benefit, worth.
        public static let value = Sense(known: "value")
        /// Value of a contract let or offered.
        public static let contract = Sense(known: "contract")
        /// Asked or charged: fee, fare, rent, penalty.
        public static let price = Sense(known: "price")
        /// Money made available, won or bid for.
        public static let funding = Sense(known: "funding")
        /// Budget, allocation, provision.
        public static let budget = Sense(known: "budget")
        /// Spent, paid.
        public static let spend = Sense(known: "spend")
        /// Cost, or an estimate of one.
        public static let cost = Sense(known: "cost")

        // Staff.
        /// Posts that stand empty.
        public static let vacancy = Sense(known: "vacancy")
        /// People hired through agencies.
        public static let agency = Sense(known: "agency")
        /// People away.
        public static let absence = Sense(known: "absence")
        /// Posts that go.
        public static let reduction = Sense(known: "reduction")
        /// Posts or people that come.
        public static let increase = Sense(known: "increase")
        /// Posts provided for.
        public static let establishment = Sense(known: "establishment")
        /// People employed.
        public static let inPost = Sense(known: "inPost")

        /// Whether it is said of staff; the others are said of money.
        public var isOfStaff: Bool { self >= .vacancy }

        private static let order = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

        /// Earlier in the list is less; those that rule files declare, which are all said of money, stand before it.
        public static func < (left: Sense, right: Sense) -> Bool {
            let (one, other) = (order[left] ?? -1, order[right] ?? -1)
            return one != other ? one < other : one < 0 && left.rawValue < right.rawValue
        }

        /// Those that the program knows, in order.
        public static let allCases: [Sense] = [
            .limit, .overspend, .underspend, .gap, .risk, .saving, .pressure, .grant, .contribution, .reserve, .borrowing, .loan, .debt,
            .investment, .income, .pay, .value, .contract, .price, .funding, .budget, .spend, .cost, .vacancy, .agency, .absence,
            .reduction, .increase, .establishment, .inPost,
        ]
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
