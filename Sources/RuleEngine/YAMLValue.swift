internal import Yams

/// A value of a YAML document with the place that it was written at. The only file that knows Yams.
struct YAMLValue: Sendable {
    enum Content: Sendable {
        case scalar(String)
        case list([YAMLValue])
        case map([(key: String, mark: SourceMark, value: YAMLValue)])
    }

    let content: Content
    let mark: SourceMark

    /// Deepest nesting that is read; rule files need about eight.
    static let maximumDepth = 24
    /// Most values in one file: far past any file that a person keeps.
    static let maximumCount = 500_000

    /// Reads the one document of `text`; nil for an empty one.
    static func document(_ text: String, file: String) throws(RuleProblem) -> YAMLValue? {
        let node: Yams.Node?
        do {
            // Rules read every value as the words it is written in, so that no number or date needs to be told from them.
            node = try Yams.compose(yaml: text, .basic)
        } catch {
            throw problem(error, file: file)
        }
        guard let node else { return nil }
        var left = maximumCount
        return try value(of: node, file: file, depth: 0, left: &left)
    }

    private static func value(of node: Yams.Node, file: String, depth: Int, left: inout Int) throws(RuleProblem) -> YAMLValue {
        let mark = SourceMark(node.mark, file: file)
        left -= 1
        guard depth < maximumDepth, left > 0 else {
            throw RuleProblem(.syntax, at: mark, "too deep or too large; split the file")
        }
        switch node {
        case .scalar(let scalar):
            return YAMLValue(content: .scalar(scalar.string), mark: mark)
        case .sequence(let sequence):
            var items: [YAMLValue] = []
            for item in sequence { items.append(try value(of: item, file: file, depth: depth + 1, left: &left)) }
            return YAMLValue(content: .list(items), mark: mark)
        case .mapping(let mapping):
            var pairs: [(key: String, mark: SourceMark, value: YAMLValue)] = []
            for (key, item) in mapping {
                let keyMark = SourceMark(key.mark, file: file)
                guard case .scalar(let name) = key else {
                    throw RuleProblem(.wrongType, at: keyMark, "a key must be a word")
                }
                pairs.append((name.string, keyMark, try value(of: item, file: file, depth: depth + 1, left: &left)))
            }
            return YAMLValue(content: .map(pairs), mark: mark)
        default:
            throw RuleProblem(.syntax, at: mark, "YAML aliases are not read; write the value out")
        }
    }

    private static func problem(_ error: any Error, file: String) -> RuleProblem {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            RuleProblem(.syntax, at: SourceMark(mark, file: file), problem + cure(problem))
        case .duplicatedKeysInMapping(let duplicates, let context):
            RuleProblem(
                .duplicate, at: SourceMark(context.mark, file: file), "written twice: \(duplicates.sorted().joined(separator: ", "))")
        case .reader(let problem, _, _, _):
            RuleProblem(.syntax, at: SourceMark(file: file), "\(problem); the file must be UTF-8")
        default:
            RuleProblem(.syntax, at: SourceMark(file: file), "not YAML: \(error)")
        }
    }

    /// How to mend what libyaml complains of in its own words: what people do wrong most often.
    private static func cure(_ problem: String) -> String {
        switch problem {
        case "found character that cannot start any token":
            "; YAML takes no tab before a key: write spaces; and put a text that begins with a sign between quotes"
        case "found a tab character that violates indentation", "found a tab character where an indentation space is expected":
            "; write spaces instead of the tab"
        case "found unknown escape character":
            "; between double quotes `\\` is YAML's own: put patterns between single quotes"
        case "mapping values are not allowed in this context":
            "; a `: ` outside quotes begins a value: put the text between quotes, or look at the indentation"
        case "did not find expected ',' or '}'", "did not find expected ',' or ']'":
            "; a bracket or comma is missing, or a text with `{`, `[`, `,` or `: ` stands outside quotes"
        case "did not find expected key", "could not find expected ':'":
            "; look at the indentation, and for a single quote inside single quotes, which is written as two"
        case "found unexpected end of stream", "found unexpected document indicator":
            "; a quote is not closed"
        default: ""
        }
    }
}

extension SourceMark {
    fileprivate init(_ mark: Yams.Mark?, file: String) {
        self.init(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
    }
}
