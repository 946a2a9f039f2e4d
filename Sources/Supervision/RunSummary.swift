internal import Pipeline
public import Records

/// What a run came to.
public struct RunSummary: Sendable {
    /// Records in the files, by type.
    public var records: [Record.Kind: Int]
    /// Papers whose bytes are those of an earlier one: their document record alone was written.
    public var repeated: Int
    /// Files in folders that are no papers, by the ending of their names.
    public var passedOver: [String: Int]
    /// Links to folders that were not followed, as paths to show.
    public var linkedFolders: [String]
    /// The state at the end.
    public var progress: RunProgress

    /// Name of the file that holds the summary.
    static let fileName = "run.json"

    init(_ publication: Publication, progress: RunProgress, inputs: Inputs) {
        records = publication.counts
        repeated = publication.repeated
        passedOver = inputs.passedOver
        linkedFolders = inputs.linkedFolders.map(\.shown)
        self.progress = progress
    }

    /// Number of papers that were asked for.
    public var inputs: Int { progress.total }

    /// Number of records of a type.
    public func count(_ kind: Record.Kind) -> Int { records[kind] ?? 0 }

    private static func counts(_ counts: [String: Int]) -> JSON {
        .object(counts.sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) })
    }

    /// The summary for `run.json`; `sandbox` is what the ledger knows of it. What differs from one run to the next over the same papers,
    /// time and memory and how much was read anew, is left out: the files of a run are the same each time.
    func json(settings: RunSettings, sandbox: String?) -> JSON {
        let counts = Record.Kind.allCases.map { JSON.Member($0.rawValue + "s", .integer(count($0))) }
        let passedOver = passedOver.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .integer($0.value)) }
        return .object(
            [
                .init("type", "run"),
                .init("schema", .string(RecordSchema.version)),
                .init("version", .string(settings.provenance.version)),
                .init("rules", .string(settings.provenance.rules)),
                .init("inputs", .integer(inputs)),
                .init("attached", .integer(progress.attached)),
            ] + counts + [
                .init("partialDocuments", .integer(progress.partial)),
                .init("partialReasons", RunSummary.counts(progress.partialReasons)),
                .init("failureCodes", RunSummary.counts(progress.failureCodes)),
                .init("quarantined", .integer(progress.quarantined)),
                .init("repeatedDocuments", .integer(repeated)),
                .init("unreadNumbers", .integer(progress.unreadNumbers)),
                .init("doubts", .integer(progress.doubts)),
                .init("passedOver", .object(passedOver)),
                .init("linkedFolders", .integer(linkedFolders.count)),
                .init(
                    "limits",
                    [
                        "seconds": .integer(settings.seconds), "secondsPerPage": .integer(settings.secondsPerPage),
                        "processorSeconds": .integer(settings.processorSeconds), "silentSeconds": .integer(settings.silentSeconds),
                        "megabytes": .integer(settings.megabytes),
                    ]),
            ] + (sandbox.flatMap(Sandbox.Held.init(text:)).map { [.init("sandbox", $0.json)] } ?? []))
    }
}

extension Sandbox.Held {
    /// What held, for `run.json`.
    var json: JSON {
        [
            "noNewPrivileges": .boolean(noNewPrivileges), "systemCalls": .boolean(systemCalls), "landlock": .integer(landlock),
        ]
    }

    /// What held, for the ledger.
    var text: String { "\(noNewPrivileges ? 1 : 0) \(systemCalls ? 1 : 0) \(landlock)" }

    /// Reads what `text` gives; nil where it is something else.
    init?(text: String) {
        let numbers = text.split(separator: " ").compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        self.init(noNewPrivileges: numbers[0] == 1, systemCalls: numbers[1] == 1, landlock: numbers[2])
    }
}
