internal import PaperModel

/// What is kept of a compiled rule set: all that is needed to run its rules, and nothing of their examples, rejects and gaps.
///
/// Patterns are kept as text, with what the scan knows of them, and compiled again when they are tried for the first time: most papers need
/// few of them, and PCRE2's own form of a compiled pattern is code that a library must not take from a file (pcre2serialize).
struct StoredRules {
    var rules: [Rule]
    var layouts: [PageLayout]
    var lexicons: [String: Lexicon]
    var declared = DeclaredNames()

    /// As bytes; `files` are the paths that the rules' marks may name.
    func bytes(files: [String]) -> [UInt8] {
        var tables = RuleTables()
        // Tables stand before what names their places, so all is written twice: the first time fills them.
        var draft = StoredWriter()
        write(to: &draft, &tables, files)
        var writer = StoredWriter()
        tables.write(to: &writer)
        write(to: &writer, &tables, files)
        return writer.bytes
    }

    private func write(to writer: inout StoredWriter, _ tables: inout RuleTables, _ files: [String]) {
        writer.write(rules.count)
        for rule in rules { StoredRules.write(rule, to: &writer, &tables, files) }
        writer.write(lexicons.sorted { $0.key < $1.key }.map { tables.place(of: $0.value) }) { $0.write($1) }
        writer.write(layouts) { StoredRules.write($1, to: &$0) }
        for subject in DeclaredNames.Subject.allCases {
            writer.write(declared[subject]) { writer, name in
                writer.write(name.word)
                writer.write(name.meaning)
            }
        }
    }

    private static func write(_ rule: Rule, to writer: inout StoredWriter, _ tables: inout RuleTables, _ files: [String]) {
        writer.write(rule.id)
        writer.write(rule.finds.rawValue)
        writer.write(rule.match)
        writer.write(rule.priority)
        writer.write(rule.confidence.rawValue)
        writer.write(rule.status.rawValue)
        writer.write(rule.attaches.rawValue)
        writer.write(rule.reach.map(\.rawValue).sorted()) { $0.write($1) }
        writer.write(dictionary: rule.settings) { $0.write($1) }
        writer.write(dictionary: rule.conditions) { writer, words in writer.write(words) { $0.write($1) } }
        writer.write(files.firstIndex(of: rule.mark.file) ?? files.count)
        writer.write(rule.mark.line)
        writer.write(rule.mark.column)
        var lexicons: [String: [Int]] = [:]
        for (group, lists) in rule.lexicons.sorted(by: { $0.key < $1.key }) { lexicons[group] = lists.map { tables.place(of: $0) } }
        writer.write(dictionary: lexicons) { writer, places in writer.write(places) { $0.write($1) } }
        writer.write(rule.ways) { writer, way in
            writer.write(way.pattern.source)
            writer.write(way.pattern.ignoresCase)
            writer.write(way.ending != nil)
            writer.write(tables.place(of: way.demand.last))
            writer.write(tables.place(of: way.demand.needs))
        }
        writer.write(rule.entrances.count)
        for entrance in rule.entrances {
            writer.write(entrance.way)
            writer.write(entrance.bytes.map { tables.place(of: $0) }) { $0.write($1) }
            writer.write(tables.place(of: entrance.before))
            // A part that doesn't compile by itself can't be shared, and is kept as none.
            writer.write(entrance.lead.flatMap { $0.pattern == nil ? nil : tables.place(of: $0) }) { $0.write($1) }
            writer.write(entrance.tail.map { tables.place(of: $0) }) { $0.write($1) }
        }
        writer.write(rule.starts.runs) { writer, run in
            writer.write(run.start)
            writer.write(run.count)
            writer.write(bits: run.row)
        }
    }

    private static func write(_ layout: PageLayout, to writer: inout StoredWriter) {
        writer.write(layout.id)
        for paths in [layout.recognise, layout.content, layout.leaveOut, layout.items] { writer.write(paths) { $0.write($1) } }
        writer.write(layout.roles) { writer, entry in
            writer.write(entry.role.rawValue)
            writer.write(entry.paths) { $0.write($1) }
        }
        writer.write(layout.metadata) { writer, entry in
            writer.write(entry.field.rawValue)
            writer.write(entry.paths) { $0.write($1) }
        }
        writer.write(layout.kind) { $0.write($1.rawValue) }
    }
}
