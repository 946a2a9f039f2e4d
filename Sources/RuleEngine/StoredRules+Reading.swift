internal import PaperModel

extension StoredRules {
    /// Reads what `bytes(files:)` made, with the same files. Takes no byte on trust: what it gives may match other texts than the rules meant,
    /// where somebody wrote it on purpose, but does no worse.
    init(_ bytes: [UInt8], files: [String]) throws(StoredDamage) {
        var reader = StoredReader(bytes)
        let tables = try RuleTables(from: &reader)
        rules = try reader.list { reader throws(StoredDamage) in try StoredRules.rule(from: &reader, tables, files) }
        let lists = try reader.list { reader throws(StoredDamage) in try tables.lexicon(try reader.number()) }
        lexicons = Dictionary(lists.map { ($0.name, $0) }) { first, _ in first }
        layouts = try reader.list { reader throws(StoredDamage) in try StoredRules.layout(from: &reader) }
        for subject in DeclaredNames.Subject.allCases {
            let names = try reader.list { reader throws(StoredDamage) in
                DeclaredNames.Name(word: try reader.text(), meaning: try reader.text())
            }
            for name in names where Figure.Sense.isName(name.word) { declared.add(name, to: subject) }
        }
        guard reader.isAtEnd else { throw StoredDamage() }
    }

    private static func rule(from reader: inout StoredReader, _ tables: RuleTables, _ files: [String]) throws(StoredDamage) -> Rule {
        var rule = RuleDeclaration(
            id: try reader.text(), finds: try reader.word(RuleKind.self),
            match: MarkedText(text: try reader.text(), mark: SourceMark(file: "")), ways: [], mark: SourceMark(file: ""))
        rule.priority = try reader.number()
        rule.confidence = try reader.word(Rule.Confidence.self)
        rule.status = try reader.word(Rule.Status.self)
        rule.attaches = try reader.word(Rule.Attachment.self)
        rule.reach = Set(try reader.list { reader throws(StoredDamage) in try reader.word(Rule.Reach.self) })
        rule.settings = try reader.dictionary { reader throws(StoredDamage) in try reader.text() }
        rule.conditions = try reader.dictionary { reader throws(StoredDamage) in
            try reader.list { reader throws(StoredDamage) in try reader.text() }
        }
        let file = try reader.number()
        guard file < files.count else { throw StoredDamage() }
        rule.mark = SourceMark(file: files[file], line: try reader.number(), column: try reader.number())
        let lexicons = try reader.dictionary { reader throws(StoredDamage) in
            try reader.list { reader throws(StoredDamage) in try tables.lexicon(try reader.number()) }
        }
        let ways = try reader.list { reader throws(StoredDamage) in
            let (source, ignoresCase) = (try reader.text(), try reader.flag())
            return PatternWay(
                pattern: Pattern(known: source, ignoresCase: ignoresCase, endsAtEnd: false),
                ending: try reader.flag() ? Pattern(known: source, ignoresCase: ignoresCase, endsAtEnd: true) : nil,
                demand: Demand(last: try tables.set(try reader.number()), needs: try tables.set(try reader.number())))
        }
        let entrances = try reader.list { reader throws(StoredDamage) in try entrance(from: &reader, tables) }
        guard entrances.count <= ScanTables.partSize, entrances.allSatisfy({ $0.way < ways.count }) else { throw StoredDamage() }
        var starts = MatchStarts()
        let runs = try reader.list { reader throws(StoredDamage) in
            MatchStarts.Run(start: try reader.number(), count: try reader.number(), row: try reader.bits(UInt32.self))
        }
        for run in runs where !starts.add(run) { throw StoredDamage() }
        return Rule(
            rule,
            pattern: CompiledPattern(ways: ways, entrances: entrances, starts: starts, lexicons: lexicons))
    }

    private static func entrance(from reader: inout StoredReader, _ tables: RuleTables) throws(StoredDamage) -> Entrance {
        func sets(_ reader: inout StoredReader) throws(StoredDamage) -> [ByteSet] {
            let sets = try reader.list { reader throws(StoredDamage) in try tables.set(try reader.number()) }
            guard sets.count <= Opening.depth else { throw StoredDamage() }
            return sets
        }
        let way = try reader.number()
        let bytes = try sets(&reader)
        guard bytes.count == Opening.depth else { throw StoredDamage() }
        return Entrance(
            way: way, bytes: bytes, before: try tables.set(try reader.number()),
            lead: try reader.optional { reader throws(StoredDamage) in try tables.lead(try reader.number()) }, tail: try sets(&reader))
    }

    private static func layout(from reader: inout StoredReader) throws(StoredDamage) -> PageLayout {
        var layout = PageLayout(id: try reader.text())
        layout.recognise = try paths(from: &reader)
        layout.content = try paths(from: &reader)
        layout.leaveOut = try paths(from: &reader)
        layout.items = try paths(from: &reader)
        layout.roles = try reader.list { reader throws(StoredDamage) in
            PageLayout.RolePaths(role: try reader.word(Block.Role.self), paths: try paths(from: &reader))
        }
        layout.metadata = try reader.list { reader throws(StoredDamage) in
            PageLayout.MetadataPaths(field: try reader.word(PageLayout.MetadataPaths.Field.self), paths: try paths(from: &reader))
        }
        layout.kind = try reader.optional { reader throws(StoredDamage) in try reader.word(Paper.Kind.self) }
        return layout
    }

    private static func paths(from reader: inout StoredReader) throws(StoredDamage) -> PageLayout.Paths {
        try reader.list { reader throws(StoredDamage) in try reader.text() }
    }
}
