internal import PaperModel
public import RuleEngine

/// How often each rule is right on pages that a person has annotated.
///
/// A figure is right where its page states one of the same kind and number that no other figure was taken for. A figure of the page that was
/// not found counts against the rule that claimed its words and lost, or read another number there; where none did, no rule knows the form.
/// Where a figure is right, the fields that the answers state (approximate, bound, per, period) are compared, and count for the cue that
/// set them, or against none where no cue did.
public struct RuleScore: Sendable {
    /// How often a rule, or a cue, was right.
    public struct Row: Sendable, Equatable {
        /// Found and stated by the page.
        public var right = 0
        /// Found and not stated.
        public var wrong = 0
        /// Stated and not found.
        public var missed = 0

        /// Makes a row.
        public init(right: Int = 0, wrong: Int = 0, missed: Int = 0) {
            self.right = right
            self.wrong = wrong
            self.missed = missed
        }

        /// Share of what was found that is right; nil where nothing was.
        public var precision: Double? { right + wrong > 0 ? Double(right) / Double(right + wrong) : nil }
        /// Share of what is stated that was found; nil where nothing is.
        public var recall: Double? { right + missed > 0 ? Double(right) / Double(right + missed) : nil }
    }

    /// A figure that only the page, or only the program, has.
    public struct Difference: Sendable, Equatable {
        /// Path of the paper.
        public var doc: String
        /// 1-based page.
        public var page: Int
        /// Whether the page states it and it was not found.
        public var isMissed: Bool
        /// "money", "fte", "headcount".
        public var kind: String
        /// Its words.
        public var text: String
        /// Its number, as records have it.
        public var value: String
        /// The rule that it counts against; nil where none made a claim.
        public var rule: String?
    }

    /// Rows of the rules that find figures, by id, and of `unclaimed`.
    public private(set) var rules: [String: Row] = [:]
    /// Rows of the cues that set fields, by id, and of the fields that no cue set.
    public private(set) var cues: [String: Row] = [:]
    /// Rows by kind of figure.
    public private(set) var kinds: [String: Row] = [:]
    /// What differs, page by page.
    public private(set) var differences: [Difference] = []
    /// Name of the row for figures of a page that no rule made a claim on.
    public static let unclaimed = "(no rule)"
    private let finds: [String: RuleKind]

    /// Makes a score of nothing yet for the rules of a book.
    public init(_ book: RuleBook) {
        finds = Dictionary(book.rules.map { ($0.id, $0.finds) }, uniquingKeysWith: { first, _ in first })
    }

    /// Adds an annotated page: what was found on it, with its words, and what a person found.
    public mutating func add(page: Int, of doc: String, explained: [Explanation], stated: [AnnotatedFigure]) {
        var found = explained.flatMap(\.figures).filter { figure in
            figure.figure.spans.first?.page == page && figure.figure.hidden == nil
        }
        let candidates = explained.flatMap(\.candidates).filter { $0.spans.first?.page == page }
        // Optional figures take what is left, so that they cost nothing.
        for answer in stated.filter({ $0.kind != nil }).sorted(by: { $0.optional != true && $1.optional == true }) {
            let fitting = found.indices.filter { answer.isStated(by: found[$0].figure) }
            guard let index = fitting.first(where: { found[$0].text == answer.text }) ?? fitting.first else {
                if answer.optional != true { miss(answer, candidates: candidates) }
                continue
            }
            let figure = found.remove(at: index).figure
            if answer.optional == true { continue }
            rules[figure.rule, default: Row()].right += 1
            kinds[figure.kind.rawValue, default: Row()].right += 1
            compareFields(of: figure, with: answer)
        }
        for (text, figure) in found {
            rules[figure.rule, default: Row()].wrong += 1
            kinds[figure.kind.rawValue, default: Row()].wrong += 1
            differences.append(
                Difference(
                    doc: doc, page: page, isMissed: false, kind: figure.kind.rawValue, text: text, value: figure.value.description,
                    rule: figure.rule))
        }
    }

    private mutating func miss(_ answer: AnnotatedFigure, candidates: [Candidate]) {
        let words = NormalisedText(answer.text ?? "").plain
        let claims = candidates.filter { candidate in
            candidate.text.contains(words) || words.contains(candidate.text)
        }
        let claim = claims.first { $0.outcome != .won } ?? claims.first
        rules[claim?.rule ?? RuleScore.unclaimed, default: Row()].missed += 1
        kinds[answer.kind ?? "", default: Row()].missed += 1
        differences.append(
            Difference(
                doc: answer.doc, page: answer.page, isMissed: true, kind: answer.kind ?? "", text: answer.text ?? "",
                value: answer.number?.description ?? "", rule: claim?.rule))
    }

    private mutating func compareFields(of figure: Figure, with answer: AnnotatedFigure) {
        compare(
            "approximate", figure.isApproximate ? "true" : nil, answer.approx == true ? "true" : nil, of: figure, [.approximation, .bound])
        compare("bound", figure.bound?.rawValue, answer.bound, of: figure, [.bound, .approximation])
        compare("per", figure.per, answer.per, of: figure, [.rate, .unit])
        if answer.period != .unclear {
            var stated: String?
            if case .days(let start, let end)? = answer.period { stated = "\(start) \(end)" }
            compare("period", figure.period.map { "\($0.start) \($0.end)" }, stated, of: figure, [.period])
        }
    }

    private mutating func compare(_ field: String, _ found: String?, _ stated: String?, of figure: Figure, _ kinds: Set<RuleKind>) {
        let cue = figure.cues.first { finds[$0].map(kinds.contains) ?? false }
        if found != nil, let cue {
            if found == stated { cues[cue, default: Row()].right += 1 } else { cues[cue, default: Row()].wrong += 1 }
        } else if found != stated {
            cues["(no cue for \(field))", default: Row()].missed += 1
        }
    }
}
