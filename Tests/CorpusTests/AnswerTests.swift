import PaperModel
import Pipeline
import TestSupport
import Testing

/// What was found against the answers that were written by hand from the printed page.
@Suite struct AnswerTests {
    /// A figure as the answers and the stages both state it.
    private struct Stated: Hashable, CustomStringConvertible {
        let page: Int
        let kind: String
        let value: String
        let unit: String

        var description: String { "page \(page): \(kind) \(value) \(unit)" }
    }

    @Test(arguments: CorpusPaper.all)
    func everyFigureOfMoneyAndStaffIsFound(paper: CorpusPaper) throws {
        let found = try ReadCorpus.findings(of: paper)
        // What stands on a page image is not read without recognition, and the paper says so.
        let images = Set(found.paper.notices.filter { $0.code == .noText }.map(\.page))
        var left = found.figures.compactMap(stated)
        var missed: [Stated] = []
        for answer in try paper.answers("figures") where answer["optional"] != .boolean(true) {
            guard let expected = stated(answer), !images.contains(expected.page) else { continue }
            if let index = left.firstIndex(of: expected) { left.remove(at: index) } else { missed.append(expected) }
        }
        #expect(missed.isEmpty)
    }

    @Test(arguments: CorpusPaper.all)
    func noFigureIsInvented(paper: CorpusPaper) throws {
        let answers = try paper.answers("figures").compactMap(stated)
        var left = answers
        var invented: [Stated] = []
        for figure in try ReadCorpus.findings(of: paper).figures where figure.hidden == nil {
            guard let found = stated(figure) else { continue }
            if let index = left.firstIndex(of: found) { left.remove(at: index) } else { invented.append(found) }
        }
        #expect(invented.isEmpty)
    }

    /// Money and FTE alone: head counts are words of many kinds, and the answers hold more of them than rules can know.
    private func stated(_ answer: Decoded) -> Stated? {
        guard let kind = answer["kind"].string, kind != "headcount", let page = answer["page"].integer else { return nil }
        let ends = [answer["value"], answer["low"], answer["high"]].compactMap(\.string)
        return Stated(page: page, kind: kind, value: ends.joined(separator: " to "), unit: answer["unit"].string ?? "")
    }

    private func stated(_ figure: Figure) -> Stated? {
        guard figure.kind != .headcount, let page = figure.spans.first?.page else { return nil }
        return Stated(page: page, kind: figure.kind.rawValue, value: figure.value.description, unit: figure.unit)
    }
}
