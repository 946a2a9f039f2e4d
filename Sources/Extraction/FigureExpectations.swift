internal import PaperModel
internal import RuleEngine

/// What an example states of the figures in it.
struct FigureExpectations {
    private let expected: [RuleExample.Expectation]

    init(_ expected: [RuleExample.Expectation]) { self.expected = expected }

    /// Fields that are compared also where the example says nothing of them: they must then be absent.
    private static let always = ["approximate", "bound", "per"]

    /// Words about the first way in which what was found is not what is stated; nil where it is.
    func difference(to found: [TextFigure]) -> String? {
        guard found.count == expected.count else {
            return
                "expected \(expected.count) figures\(listed(expected.map(\.text.text))), found \(found.count)\(listed(found.map(\.text)))"
        }
        for (figure, expectation) in zip(found, expected) {
            let wanted = NormalisedText(expectation.text.text).plain
            let words = NormalisedText(figure.text).plain
            guard words == wanted else { return "expected the words `\(wanted)`, found `\(words)`" }
            var fields = expectation.fields
            for name in FigureExpectations.always where fields[name] == nil { fields[name] = ["none"] }
            for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
                let actual = FigureExpectations.field(name, of: figure.figure)
                guard FigureExpectations.agree(actual, value, field: name) else {
                    return
                        "of `\(wanted)` expected \(name) \(value.joined(separator: ", ")), found \(actual.isEmpty ? "none" : actual.joined(separator: ", "))"
                }
            }
        }
        return nil
    }

    private func listed(_ words: [String]) -> String {
        words.isEmpty ? "" : " (" + words.map { "`\($0)`" }.joined(separator: ", ") + ")"
    }

    private static func agree(_ actual: [String], _ wanted: [String], field: String) -> Bool {
        if wanted == ["none"] || wanted == ["false"] { return actual.isEmpty }
        switch field {
        case "value", "low", "high", "interval":
            return actual.map { Amount(digits: $0)?.normalised } == wanted.map { Amount(written: $0)?.normalised }
        case "basis", "doubts": return wanted.allSatisfy(actual.contains)
        default: return actual == wanted
        }
    }

    /// A field of a figure as words; empty where it is absent.
    private static func field(_ name: String, of figure: Figure) -> [String] {
        func words(_ text: String?) -> [String] { text.map { [$0] } ?? [] }
        switch (name, figure.value) {
        case ("value", .single(let amount)), ("low", .range(let amount, _)), ("high", .range(_, let amount)): return [amount.description]
        case ("kind", _): return [figure.kind.rawValue]
        case ("unit", _): return [figure.unit]
        case ("approximate", _): return figure.isApproximate ? ["true"] : []
        case ("bound", _): return words(figure.bound?.rawValue)
        case ("per", _): return words(figure.per)
        case ("period", _): return figure.period.map { [$0.start.description, $0.end.description] } ?? []
        case ("sense", _): return words(figure.sense?.rawValue)
        case ("basis", _): return figure.basis.map(\.rawValue)
        case ("comparison", _): return words(figure.comparison?.rawValue)
        case ("subject", _): return words(figure.subject)
        case ("subjectFrom", _): return words(figure.subjectFrom?.rawValue)
        case ("payee", _): return words(figure.payee)
        case ("payer", _): return words(figure.payer)
        case ("interval", _): return figure.interval.map { [$0.min.description, $0.max.description] } ?? []
        case ("scaleFrom", _): return words(figure.scaleFrom?.rawValue)
        case ("signFrom", _): return words(figure.signFrom?.rawValue)
        case ("unitFrom", _): return words(figure.unitFrom?.rawValue)
        case ("doubts", _): return figure.doubts.map(\.rawValue)
        default: return []
        }
    }
}
