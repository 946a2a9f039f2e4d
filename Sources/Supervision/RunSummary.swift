public import Records

/// What a run came to.
public struct RunSummary: Sendable {
    /// Number of papers that were asked for.
    public var inputs: Int
    /// Records written, by type.
    public var records: [Record.Kind: Int]
    /// Papers whose bytes were those of an earlier one: their document record alone was written.
    public var repeated: Int
    /// Files in folders that are no papers, by the ending of their names.
    public var passedOver: [String: Int]
    /// Seconds from first to last.
    public var seconds: Double
    /// Most memory that a worker held, megabytes.
    public var peakMegabytes: Int

    /// Name of the file that holds the summary.
    static let fileName = "run.json"

    /// Number of records of a type.
    public func count(_ kind: Record.Kind) -> Int { records[kind] ?? 0 }

    /// The summary for `run.json`. What differs from one run to the next over the same papers, time and memory, is left out: the
    /// files of a run are the same each time.
    func json(settings: RunSettings) -> JSON {
        let counts = Record.Kind.allCases.map { JSON.Member($0.rawValue + "s", .integer(count($0))) }
        let passedOver = passedOver.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .integer($0.value)) }
        return .object(
            [
                .init("type", "run"),
                .init("schema", .string(RecordSchema.version)),
                .init("version", .string(settings.provenance.version)),
                .init("rules", .string(settings.provenance.rules)),
                .init("inputs", .integer(inputs)),
            ] + counts + [
                .init("repeatedDocuments", .integer(repeated)),
                .init("passedOver", .object(passedOver)),
                .init(
                    "limits",
                    [
                        "seconds": .integer(settings.seconds), "secondsPerMegabyte": .integer(settings.secondsPerMegabyte),
                        "megabytes": .integer(settings.megabytes),
                    ]),
            ])
    }
}
