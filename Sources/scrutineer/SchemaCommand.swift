internal import ArgumentParser
internal import Pipeline
internal import Records

/// Prints the JSON Schema of the records.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Prints the JSON Schema (draft 2020-12) that every record conforms to.",
        discussion: "Example: scrutineer schema > records.schema.json")

    func run() throws {
        var output = ByteOutput.standard
        try output.write(RecordSchema.document.indented)
        try output.flush()
    }
}
