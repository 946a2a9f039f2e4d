internal import PaperModel

/// The JSON Schema (draft 2020-12) of the records.
public enum RecordSchema {
    /// Version of the contract: what every record says under `schema`.
    public static let version = "1.1"

    /// Record types; each line of output is one of these.
    private static let records: [any Definition.Type] = [
        DocumentRecord.self, PageRecord.self, SegmentRecord.self, TableRecord.self, FigureRecord.self, FailureRecord.self,
        VerdictRecord.self, HitRecord.self, PagesRecord.self,
    ]

    /// What other targets write: the summary of a run, and the line that ends a paper's records.
    private static let others: [any Definition.Type] = [RunDefinition.self, DoneDefinition.self]

    /// The schema: one line of output of any type, or the summary of a run.
    public static let document = extended(by: [:])

    /// Lists of words to which rule files can add.
    public enum WordList: Sendable {
        /// What money is said to be.
        case senses
        /// How a resolution ended.
        case outcomes
        /// What kind of paper it is.
        case documentKinds

        fileprivate var name: String {
            switch self {
            case .senses: Figure.Sense.name
            case .outcomes: Segment.Outcome.name
            case .documentKinds: Paper.Kind.name
            }
        }
    }

    /// The same with words that rule files declare, each with what it means.
    public static func extended(by words: [WordList: [(word: String, meaning: String)]]) -> JSON {
        let added = Dictionary(words.map { ($0.key.name, $0.value) }) { $0 + $1 }
        return [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": .string("urn:scrutineer:records:" + version),
            "title": "Record",
            "description": "One line of what scrutineer writes, told by its type; or run.json, the summary of a run.",
            "oneOf": .list((records + others).map { $0.reference }),
            "$defs": .object(definitions.map { .init($0.name, $0.definition.listing(added[$0.name] ?? [])) }),
        ]
    }

    /// All that is defined: the records, then what these refer to, each once.
    static let definitions: [any Definition.Type] = {
        var found: [any Definition.Type] = records + others
        var names = Set(found.map { $0.name })
        var next = 0
        while next < found.count {
            for part in found[next].parts where names.insert(part.name).inserted { found.append(part) }
            next += 1
        }
        return found
    }()
}

extension JSON {
    /// The definition of a list of words with more of them.
    fileprivate func listing(_ words: [(word: String, meaning: String)]) -> JSON {
        guard !words.isEmpty, case .object(let members) = self else { return self }
        return .object(
            members.map { member -> JSON.Member in
                guard case .list(let known) = member.value else { return member }
                let more = words.map { JSON.string(member.key == "enum" ? $0.word : $0.meaning) }
                return member.key == "enum" || member.key == "x-enum-descriptions" ? .init(member.key, .list(known + more)) : member
            })
    }
}
