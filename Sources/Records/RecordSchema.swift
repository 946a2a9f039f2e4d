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
    public static let document: JSON = [
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": .string("urn:scrutineer:records:" + version),
        "title": "Record",
        "description": "One line of what scrutineer writes, told by its type; or run.json, the summary of a run.",
        "oneOf": .list((records + others).map { $0.reference }),
        "$defs": .object(definitions.map { .init($0.name, $0.definition) }),
    ]

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
