extension RuleFileReader {
    /// Reads one entry of `rules`; nil where it lacks what makes a rule.
    mutating func rule(_ value: YAMLValue) -> RuleDeclaration? {
        let fields = fields(value, known: RuleLanguage.ruleKeys)
        for key in ["id", "finds", "match"] where fields[key] == nil {
            report(.missingKey, value.mark, "a rule needs `\(key)`")
        }
        guard let id = fields["id"].flatMap({ text($0) }), let finds = fields["finds"].flatMap({ word($0, as: RuleKind.self) }),
            let match = fields["match"]
        else { return nil }
        let ways = ways(match)
        guard let first = ways.first else { return nil }
        let pattern = if case .list = match.content { RuleFileReader.joined(ways) } else { first }
        var rule = RuleDeclaration(
            id: id, finds: finds, match: MarkedText(text: pattern, mark: match.mark), ways: ways, mark: fields["id"]?.mark ?? value.mark)
        let terms = RuleLanguage.terms(of: finds, declared)

        if let value = fields["case"] { rule.ignoresCase = !isExactCase(value) }
        if let value = fields["priority"], let words = text(value) {
            guard let number = Int(words), (0...100).contains(number) else {
                report(.unknownValue, value.mark, "`priority` is a whole number from 0 to 100")
                return nil
            }
            rule.priority = number
        }
        if let value = fields["confidence"], finds.isAboutFigures {
            report(.unknownKey, value.mark, "a rule that finds \(finds.rawValue) takes no `confidence`; who wins is said by `priority`")
        }
        if let value = fields["confidence"] { rule.confidence = word(value, as: Rule.Confidence.self) ?? .certain }
        if let value = fields["status"] { rule.status = word(value, as: Rule.Status.self) ?? .stable }
        for key in ["attaches", "reach"] {
            if let value = fields[key], !terms.qualifies {
                report(.unknownKey, value.mark, "a rule that finds \(finds.rawValue) takes no `\(key)`")
            }
        }
        if let value = fields["attaches"] { rule.attaches = word(value, as: Rule.Attachment.self) ?? .after }
        if let value = fields["reach"] {
            var reach: Set<Rule.Reach> = []
            for item in list(value) { if let one = word(item, as: Rule.Reach.self) { reach.insert(one) } }
            rule.reach = reach
        }
        if let value = fields["set"] { rule.settings = settings(value, terms: terms, finds: finds) }
        if finds == .fte, rule.settings["unit"] == nil { rule.settings["unit"] = "FTE" }
        if let value = fields["where"] { rule.conditions = conditions(value, terms: terms, finds: finds) }
        if let value = fields["examples"] {
            for item in list(value) { if let example = example(item, terms: terms) { rule.examples.append(example) } }
        }
        if let value = fields["rejects"] { for item in list(value) { if let text = marked(item) { rule.rejects.append(text) } } }
        if let value = fields["gaps"] { for item in list(value) { if let gap = gap(item, terms: terms) { rule.gaps.append(gap) } } }
        if rule.status == .stable, rule.examples.isEmpty {
            report(
                .neverFires, rule.mark, "rule `\(id)` has no example; a stable rule needs one that it fires in, or `status: experimental`")
        }
        return rule
    }

    private mutating func settings(_ value: YAMLValue, terms: RuleLanguage.Terms, finds: RuleKind) -> [String: String] {
        var result: [String: String] = [:]
        for (key, mark, value) in map(value) {
            guard let values = terms.settings[key] else {
                report(
                    .unknownKey, mark,
                    "a rule that finds \(finds.rawValue) can't set `\(key)`\(suggestion(for: key, among: terms.settings.keys))")
                continue
            }
            guard let word = text(value) else { continue }
            check(word, at: value.mark, against: values)
            result[key] = word
        }
        return result
    }

    private mutating func conditions(_ value: YAMLValue, terms: RuleLanguage.Terms, finds: RuleKind) -> [String: [String]] {
        var result: [String: [String]] = [:]
        for (key, mark, value) in map(value) {
            guard let values = terms.conditions[key] else {
                let hint = suggestion(for: key, among: terms.conditions.keys)
                report(
                    .unknownKey, mark,
                    terms.conditions.isEmpty
                        ? "a rule that finds \(finds.rawValue) takes no `where`"
                        : "a rule that finds \(finds.rawValue) knows no condition `\(key)`\(hint)")
                continue
            }
            for item in list(value) { if let word = text(item) { check(word, at: item.mark, against: values) } }
            result[key] = texts(value)
        }
        return result
    }

    private mutating func example(_ value: YAMLValue, terms: RuleLanguage.Terms) -> RuleExample? {
        let fields = fields(value, known: RuleLanguage.exampleKeys)
        guard let words = fields["cell"] ?? fields["text"], let text = marked(words) else {
            report(.missingKey, value.mark, "an example needs `text`, or `cell` with its headings")
            return nil
        }
        var cell: RuleExample.Cell?
        if fields["cell"] != nil {
            cell = RuleExample.Cell(
                above: fields["above"].flatMap { self.text($0) }, caption: fields["caption"].flatMap { self.text($0) },
                headings: fields["headings"].map { texts($0) } ?? [], row: fields["row"].flatMap { self.text($0) },
                column: fields["column"].map { texts($0) } ?? [], beside: fields["beside"].flatMap { self.text($0) })
        }
        guard let find = fields["find"] else {
            report(.missingKey, value.mark, "an example needs `find`: the list of what stands in it, or `[]`")
            return nil
        }
        return RuleExample(text: text, cell: cell, find: expectations(find, in: text, terms: terms))
    }

    private mutating func gap(_ value: YAMLValue, terms: RuleLanguage.Terms) -> RuleGap? {
        let fields = fields(value, known: RuleLanguage.gapKeys)
        guard let text = fields["text"].flatMap({ marked($0) }), let why = fields["why"].flatMap({ self.text($0) }),
            let find = fields["find"]
        else {
            report(.missingKey, value.mark, "a gap needs `text`, `find` and `why`")
            return nil
        }
        return RuleGap(text: text, why: why, find: expectations(find, in: text, terms: terms))
    }

    private mutating func expectations(_ value: YAMLValue, in example: RuleText, terms: RuleLanguage.Terms) -> [RuleExample.Expectation] {
        var result: [RuleExample.Expectation] = []
        let known = RuleLanguage.figureFields.union(terms.groups).union(terms.settings.keys)
        let text = NormalisedText(example.text)
        for item in list(value) {
            let fields = fields(item, known: known)
            guard let found = fields["text"].flatMap({ marked($0) }) else {
                report(.missingKey, item.mark, "each thing to find needs its `text`")
                continue
            }
            if !text.holds(NormalisedText(found.text)) {
                report(.findNotInExample, found.mark, "`\(found.text)` does not stand in the example's text")
            }
            var words: [String: [String]] = [:]
            for (key, value) in fields where key != "text" {
                words[key] = texts(value)
                guard ["value", "low", "high"].contains(key) else { continue }
                for number in words[key] ?? [] { check(number, at: value.mark, against: .number) }
            }
            result.append(RuleExample.Expectation(text: found, fields: words))
        }
        return result
    }
}

extension NormalisedText {
    /// Whether the bytes of another text stand in it in a row.
    fileprivate func holds(_ other: NormalisedText) -> Bool {
        guard other.count > 0 else { return true }
        guard other.count <= count else { return false }
        return (0...(count - other.count)).contains { bytes[$0] == other.bytes[0] && bytes[$0...].starts(with: other.bytes) }
    }
}
