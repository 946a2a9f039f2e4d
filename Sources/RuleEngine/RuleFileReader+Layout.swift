internal import PaperModel

/// A page template as written.
struct LayoutDeclaration: Sendable {
    var layout: PageLayout
    /// All its paths, with their places.
    var paths: [RuleText]
    var mark: SourceMark
}

extension RuleFileReader {
    /// Reads one entry of `layouts`; nil where it has no id.
    mutating func layout(_ value: YAMLValue) -> LayoutDeclaration? {
        let fields = fields(value, known: RuleLanguage.layoutKeys)
        guard let name = fields["id"], let id = text(name) else {
            report(.missingKey, value.mark, "a layout needs `id`")
            return nil
        }
        if fields["recognise"] == nil {
            report(.missingKey, value.mark, "a layout needs `recognise`; `recognise: []` takes any page that no other layout knows")
        }
        var layout = PageLayout(id: id)
        var all: [RuleText] = []
        layout.recognise = paths(fields["recognise"], &all)
        layout.content = paths(fields["content"], &all)
        layout.leaveOut = paths(fields["leaveOut"], &all)
        layout.items = paths(fields["items"], &all)
        if let value = fields["kind"], let word = text(value) {
            check(word, at: value.mark, against: .anyOf(declared.words(for: .documentKinds)))
            layout.kind = Paper.Kind(rawValue: word)
        }
        if let roles = fields["roles"] {
            for (key, mark, value) in map(roles) {
                let name = YAMLValue(content: .scalar(key), mark: mark)
                if let role = word(name, as: Block.Role.self) { layout.roles.append(.init(role: role, paths: paths(value, &all))) }
            }
        }
        if let metadata = fields["metadata"] {
            for (key, mark, value) in map(metadata) {
                let name = YAMLValue(content: .scalar(key), mark: mark)
                if let field = word(name, as: PageLayout.MetadataPaths.Field.self) {
                    layout.metadata.append(.init(field: field, paths: paths(value, &all)))
                }
            }
        }
        return LayoutDeclaration(layout: layout, paths: all, mark: name.mark)
    }

    private mutating func paths(_ value: YAMLValue?, _ all: inout [RuleText]) -> PageLayout.Paths {
        guard let value else { return [] }
        var found: [RuleText] = []
        for item in list(value) { if let path = marked(item) { found.append(path) } }
        all += found
        return found.map(\.text)
    }
}
