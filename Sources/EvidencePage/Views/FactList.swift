/// Names with what is known of them, as a description list.
struct FactList {
    private var facts: [(name: String, value: Markup)] = []

    /// Adds a fact; nothing where it is not known.
    mutating func add(_ name: String, _ value: String?) {
        if let value, !value.isEmpty { facts.append((name, .text(value))) }
    }

    /// Adds a fact with markup of its own.
    mutating func add(_ name: String, _ value: Markup) {
        if !value.isEmpty { facts.append((name, value)) }
    }

    /// The list.
    var markup: Markup {
        guard !facts.isEmpty else { return .none }
        return .element(
            .dl, [.cls("facts")],
            facts.flatMap { fact -> [Markup] in [.element(.dt, [], [.text(fact.name)]), .element(.dd, [], [fact.value])] })
    }
}
