public import PaperModel
internal import RuleEngine

/// How a paper was read into segments: its lines with what was read of each, and why each segment begins and ends where it does.
public struct ReadingExplanation: Sendable {
    /// A line: a heading, a paragraph or a part of one, a list item, a row.
    public struct Line: Sendable {
        /// 1-based page.
        public var page: Int
        /// The kind that the paper it stands in is read as, which `where: { paper: … }` asks for.
        public var kind: Paper.Kind
        /// Its words.
        public var text: String
        /// What was read of it: "heading 2", "number 7 (plain)", "bold", "label closing by label.closing".
        public var readings: [String]
        /// Segments that begin at it.
        public var begins: [Beginning]
    }

    /// Where a segment begins.
    public struct Beginning: Sendable {
        /// The segment.
        public var segment: Segment
        /// Why it begins there.
        public var why: String
        /// Why it ends where it does.
        public var ending: String
        /// The line that it ends with, by its place in `lines`.
        public var lastLine: Int
    }

    /// The lines in reading order, those of every paper in a pack.
    public var lines: [Line]
}

extension Segmenter {
    /// How a paper is read, for people.
    public func explanation(of paper: Paper) -> ReadingExplanation {
        var lines: [ReadingExplanation.Line] = []
        for part in parts(of: paper) {
            let first = lines.count
            for (index, passage) in part.reading.passages.enumerated() {
                lines.append(
                    ReadingExplanation.Line(
                        page: passage.page, kind: part.reading.kind, text: part.reading.words(passage.range, at: index),
                        readings: passage.readings + part.reading.cues[index].map(\.reading), begins: []))
            }
            for found in part.segments where lines.indices.contains(first + found.passages.lowerBound) {
                lines[first + found.passages.lowerBound].begins.append(
                    ReadingExplanation.Beginning(
                        segment: found.segment, why: found.why, ending: found.ending,
                        lastLine: first + max(found.passages.lowerBound, found.passages.upperBound - 1)))
            }
        }
        return ReadingExplanation(lines: lines)
    }
}

extension Passage {
    /// What was read of it, in words.
    fileprivate var readings: [String] {
        var words: [String] = []
        switch form {
        case .heading(let level): words.append("heading \(level)")
        default: words.append(form.ruleName)
        }
        if let role { words.append("template: \(role.rawValue)") }
        if let number { words.append("number \(number.text) (\(number.form)\(number.isDelimited ? ", with a stop" : ""))") }
        if isBold { words.append("bold") } else if lead != nil { words.append("begins bold") }
        if isBulleted { words.append("bullet") }
        if isContinued { words.append("goes on the line before") }
        if size > 0 { words.append("\(Int((size * 10).rounded()) / 10) points") }
        return words
    }
}

extension Cue {
    /// "label closing by label.closing".
    fileprivate var reading: String { [kind.rawValue, role?.rawValue, "by", rule].compactMap { $0 }.joined(separator: " ") }
}
