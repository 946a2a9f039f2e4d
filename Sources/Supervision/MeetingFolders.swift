internal import PaperModel
internal import Records

/// What the papers of each folder say together of the one meeting that they are of, where the user says that a folder is a meeting.
struct MeetingFolders {
    private var folders: [PathText: MeetingFacts] = [:]

    /// What one paper says.
    struct Paper {
        var path: String
        var kind: PaperModel.Paper.Kind?
        /// What it prints, else what is told of it.
        var facts: MeetingFacts
    }

    /// Gathers what papers say.
    init(_ papers: [Paper]) {
        for (folder, papers) in Dictionary(grouping: papers, by: { MeetingFolders.folder(of: $0.path) }) {
            // The agenda names the meeting; minutes that lie beside it are mostly those of the meeting before.
            let agendas = papers.filter { $0.kind == .agenda || $0.kind == .agendaPack }
            var facts = MeetingFacts()
            facts.organisation = MeetingFolders.common(\.organisation, in: [agendas, papers]) { $0.lowercased() }
            facts.committee = MeetingFolders.common(\.committee, in: [agendas, papers]) { $0.lowercased() }
            facts.date = MeetingFolders.common(\.date, in: [agendas, papers]) { $0.description }
            folders[folder] = facts
        }
    }

    /// What the folder of a paper says of its meeting. A paper that is known to be of another day or committee takes the organisation alone.
    func facts(for paper: Paper) -> MeetingFacts {
        guard var facts = folders[MeetingFolders.folder(of: paper.path)] else { return MeetingFacts() }
        let isOfOtherDay = paper.facts.date.map { day in facts.date.map { $0 != day } ?? false } ?? false
        let isOfOtherBody =
            paper.facts.committee.map { name in facts.committee.map { $0.lowercased() != name.lowercased() } ?? false } ?? false
        if isOfOtherDay { facts.committee = nil }
        if isOfOtherBody { facts.date = nil }
        return facts
    }

    private static func folder(of path: String) -> PathText {
        PathText(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "")
    }

    /// What more than half of those say that say anything, of the first group in which it is so.
    private static func common<Value>(
        _ key: KeyPath<MeetingFacts, Value?>, in groups: [[Paper]], by fold: (Value) -> String
    ) -> Value? {
        for group in groups {
            let values = group.sorted { $0.path < $1.path }.compactMap { $0.facts[keyPath: key] }
            let counts = Dictionary(values.map { (fold($0), 1) }, uniquingKeysWith: +)
            if let most = counts.first(where: { 2 * $0.value > values.count }) { return values.first { fold($0) == most.key } }
        }
        return nil
    }
}
