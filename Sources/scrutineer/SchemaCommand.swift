internal import ArgumentParser
internal import Pipeline
internal import Records
internal import RuleEngine

/// Prints the JSON Schema of the records.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Prints the JSON Schema (draft 2020-12) that every record conforms to.",
        discussion: """
            Example: scrutineer schema > records.schema.json

            With --rules it has the senses, outcomes and kinds of papers that those rule files declare, too.
            """)

    @OptionGroup var rules: RuleOptions

    func run() throws {
        var words: [RecordSchema.WordList: [(word: String, meaning: String)]] = [:]
        if !rules.directories.isEmpty {
            let declared = try rules.load().declared
            let lists: [(DeclaredNames.Subject, RecordSchema.WordList)] = [
                (.senses, .senses), (.outcomes, .outcomes), (.documentKinds, .documentKinds),
            ]
            for (subject, list) in lists { words[list] = declared[subject].map { ($0.word, $0.meaning) } }
        }
        var output = ByteOutput.standard
        try output.write(RecordSchema.extended(by: words).indented)
        try output.flush()
    }
}
