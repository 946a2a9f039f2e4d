/// What is known of the meeting that a paper is of.
public struct MeetingFacts: Sendable, Hashable {
    /// The body whose meeting it is, spelled as a name.
    public var organisation: String?
    /// Its committee, spelled as a name.
    public var committee: String?
    /// The day.
    public var date: Day?
    /// The item of its agenda that the paper belongs to: "7", "4b".
    public var item: String?
    /// Address of the paper, or of the page that lists it.
    public var url: String?

    /// Says nothing.
    public init() {}

    /// Whether nothing is said.
    public var isEmpty: Bool { self == MeetingFacts() }
}

/// The meeting that a paper is of, each fact from the best that says it.
public struct Meeting: Sendable, Equatable {
    /// Who says a fact, the best first.
    public enum Origin: String, Sendable, CaseIterable {
        /// The paper itself.
        case printed
        /// The list that was given with the papers.
        case manifest
        /// Other papers of the same folder.
        case folder
    }

    /// A fact, by the name that it has in records.
    public enum Fact: String, Sendable, CaseIterable {
        case organisation, committee, date, item, url
    }

    /// The facts.
    public private(set) var facts = MeetingFacts()
    /// Who says each of them.
    public private(set) var from: [Fact: Origin] = [:]

    /// Puts together what several say: of each fact what the first that says it.
    public init(printed: MeetingFacts, manifest: MeetingFacts = MeetingFacts(), folder: MeetingFacts = MeetingFacts()) {
        let sources: [(Origin, MeetingFacts)] = [(.printed, printed), (.manifest, manifest), (.folder, folder)]
        take(\.organisation, as: .organisation, from: sources)
        take(\.committee, as: .committee, from: sources)
        take(\.date, as: .date, from: sources)
        take(\.item, as: .item, from: sources)
        take(\.url, as: .url, from: sources)
    }

    private mutating func take<Value>(
        _ key: WritableKeyPath<MeetingFacts, Value?>, as fact: Fact, from sources: [(origin: Origin, facts: MeetingFacts)]
    ) {
        guard let source = sources.first(where: { $0.facts[keyPath: key] != nil }) else { return }
        facts[keyPath: key] = source.facts[keyPath: key]
        from[fact] = source.origin
    }
}
