internal import PaperModel

/// Words of the records that rule files add to the program's own, each with what it means.
public struct DeclaredNames: Sendable, Equatable {
    /// What they are words for: the keys of a rule file that declare them.
    public enum Subject: String, Sendable, CaseIterable {
        /// What money is said to be (`Figure.Sense`).
        case senses
        /// How a resolution ended (`Segment.Outcome`).
        case outcomes
        /// What kind of paper it is (`Paper.Kind`).
        case documentKinds

        /// The words that the program knows.
        var known: Set<String> {
            switch self {
            case .senses: Set(Figure.Sense.allCases.map(\.rawValue))
            case .outcomes: Set(Segment.Outcome.allCases.map(\.rawValue))
            case .documentKinds: Set(Paper.Kind.allCases.map(\.rawValue))
            }
        }
    }

    /// A word and what it means.
    public struct Name: Sendable, Equatable {
        /// The word.
        public var word: String
        /// A sentence.
        public var meaning: String
    }

    private var names: [Subject: [Name]] = [:]

    /// The declared words for a subject, in the order of the files.
    public subscript(subject: Subject) -> [Name] { names[subject] ?? [] }

    /// Whether any was declared.
    public var isEmpty: Bool { names.isEmpty }

    /// All words for a subject: the program's own and the declared ones.
    public func words(for subject: Subject) -> Set<String> { subject.known.union(self[subject].map(\.word)) }

    /// Adds a word; one that was declared before takes the new meaning.
    mutating func add(_ name: Name, to subject: Subject) {
        if let place = self[subject].firstIndex(where: { $0.word == name.word }) {
            names[subject]?[place] = name
        } else {
            names[subject, default: []].append(name)
        }
    }
}
