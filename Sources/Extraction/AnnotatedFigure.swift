internal import FoundationEssentials
internal import PaperModel

/// A figure that a person found on a page, or the statement that a page was read and holds none: one line of a file of answers.
public struct AnnotatedFigure: Sendable, Decodable {
    /// Path of its paper below the folder of papers.
    public let doc: String
    /// 1-based page.
    public let page: Int
    let text: String?
    let kind: String?
    let value: String?
    let low: String?
    let high: String?
    let approx: Bool?
    let bound: String?
    let per: String?
    let period: AnnotatedPeriod?
    let optional: Bool?

    /// A line that can't be read.
    public struct Fault: Error, Sendable, CustomStringConvertible {
        /// 1-based line.
        public let line: Int
        /// What is wrong and what is wanted.
        public let description: String
    }

    /// Reads a file of answers: one JSON object a line, empty lines left out.
    public static func all(in bytes: [UInt8]) throws(Fault) -> [AnnotatedFigure] {
        var result: [AnnotatedFigure] = []
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        where !line.allSatisfy({ $0 <= 0x20 }) {
            do {
                result.append(try JSONDecoder().decode(AnnotatedFigure.self, from: Data(line)))
            } catch {
                throw Fault(
                    line: index + 1,
                    description: "line \(index + 1) is not an object with `doc`, `page` and the fields of a figure (\(error))")
            }
        }
        return result
    }

    /// The number that the page states; nil for a page without figures, or for digits that are none.
    var number: Figure.Value? {
        if let value = value.flatMap({ Amount(digits: $0) }) { return .single(value) }
        guard let low = low.flatMap({ Amount(digits: $0) }), let high = high.flatMap({ Amount(digits: $0) }) else { return nil }
        return .range(low: low, high: high)
    }

    /// Whether a figure is this one: same kind, same number.
    func isStated(by figure: Figure) -> Bool {
        guard kind == figure.kind.rawValue, let number else { return false }
        switch (number, figure.value) {
        case (.single(let mine), .single(let its)): return mine.normalised == its.normalised
        case (.range(let low, let high), .range(let itsLow, let itsHigh)):
            return low.normalised == itsLow.normalised && high.normalised == itsHigh.normalised
        default: return false
        }
    }
}

/// The period of an annotated figure: two days, or the word "unclear" where a careful reader could argue either way.
enum AnnotatedPeriod: Sendable, Equatable, Decodable {
    case days(String, String)
    case unclear

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if (try? container.decode(String.self)) == "unclear" {
            self = .unclear
            return
        }
        let days = try container.decode([String].self)
        guard days.count == 2 else { throw DecodingError.dataCorruptedError(in: container, debugDescription: "a period is two days") }
        self = .days(days[0], days[1])
    }
}
