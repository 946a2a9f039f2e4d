internal import ArgumentParser
internal import PaperModel
internal import Pipeline
internal import RuleEngine
internal import Segmentation

extension InspectCommand {
    /// Prints the lines of a paper and the segments that begin and end at them.
    func showSegments(of contents: PaperContents, confinement: Confinement) throws {
        let book = try rules.load()
        let pipeline = try Pipeline(rules: book)
        try confinement.enter()
        let paper: Paper
        do throws(PaperFailure) {
            paper = try pipeline.findings(in: contents.bytes, path: file).paper
        } catch {
            throw ValidationError("\(file): \(error.message)")
        }
        let reading = try Segmenter(rules: book).explanation(of: paper)
        print("kind: \(paper.metadata.kind?.rawValue ?? "unknown")")
        for (place, line) in reading.lines.enumerated() where page.map({ $0 == line.page }) ?? true {
            print("page \(line.page), line \(place + 1): \(shortened(line.text))\n    [\(line.readings.joined(separator: "; "))]")
            for begin in line.begins {
                let segment = begin.segment
                let name = [segment.kind.rawValue, segment.number, segment.title.map(shortened)].compactMap { $0 }.joined(separator: " ")
                print("  > \(name)")
                print("    begins here: \(begin.why.isEmpty ? "its heading says so" : begin.why)")
                print("    ends with line \(begin.lastLine + 1): \(begin.ending.isEmpty ? "what holds it ends" : begin.ending)")
            }
        }
    }

    private func shortened(_ text: String) -> String { text.count > 100 ? text.prefix(100) + "…" : text }
}
