internal import PaperModel

/// A page template as written.
struct LayoutDeclaration: Sendable {
    var layout: PageLayout
    var mark: SourceMark
}

extension RuleFileReader {
    /// Reads one entry of `layouts`; nil where it has no id.
    mutating func layout(_ value: YAMLValue) -> LayoutDeclaration? {
        let fields = fields(value, known: ["id", "recognise", "content", "leaveOut", "items", "roles", "metadata", "kind", "note"])
        guard let name = fields["id"], let id = text(name) else {
            report(.missingKey, value.mark, "a layout needs `id`")
            return nil
        }
        var layout = PageLayout(id: id)
        layout.recognise = paths(fields["recognise"])
        layout.content = paths(fields["content"])
        layout.leaveOut = paths(fields["leaveOut"])
        layout.items = paths(fields["items"])
        layout.kind = fields["kind"].flatMap { word($0, as: Paper.Kind.self) }
        if let roles = fields["roles"] {
            for (key, mark, value) in map(roles) {
                let name = YAMLValue(content: .scalar(key), mark: mark)
                if let role = word(name, as: Block.Role.self) { layout.roles.append(.init(role: role, paths: paths(value))) }
            }
        }
        if let metadata = fields["metadata"] {
            for (key, mark, value) in map(metadata) {
                let name = YAMLValue(content: .scalar(key), mark: mark)
                if let field = word(name, as: PageLayout.MetadataPaths.Field.self) {
                    layout.metadata.append(.init(field: field, paths: paths(value)))
                }
            }
        }
        return LayoutDeclaration(layout: layout, mark: name.mark)
    }

    private mutating func paths(_ value: YAMLValue?) -> PageLayout.Paths {
        value.map { texts($0) } ?? []
    }
}
