internal import Foundation
internal import Supervision
internal import Synchronization

/// Papers taken from the folder and read from their records, the last few kept at hand.
final class PaperShelf: Sendable {
    private let watched: WatchedPapers
    private let recent = Mutex<[Entry]>([])

    private struct Entry {
        var paper: ReadPaper
        var bytes: Int
        var records: String
    }

    /// Bytes of records of the papers that are kept: a few packs of 500 pages.
    private static let keptBytes = 12_000_000

    init(_ watched: WatchedPapers) { self.watched = watched }

    /// The paper with this id; nil where the folder has none.
    func paper(_ document: String) -> ReadPaper? {
        guard let source = try? watched.paper(document) else { return nil }
        let stamp = source.report.path + "\n" + String(source.report.seconds)
        if let entry = recent.withLock({ entries in entries.first { $0.paper.document.id == document && $0.records == stamp } }) {
            return entry.paper
        }
        guard let lines = try? watched.lines(of: source), let paper = PaperShelf.paper(in: lines) else { return nil }
        recent.withLock { entries in
            entries.removeAll { $0.paper.document.id == document }
            entries.append(Entry(paper: paper, bytes: lines.count, records: stamp))
            while entries.count > 1, entries.reduce(0, { $0 + $1.bytes }) > PaperShelf.keptBytes { entries.removeFirst() }
        }
        return paper
    }

    /// Reads records; nil where no document is among them. A line that is something else is left out.
    static func paper(in lines: [UInt8]) -> ReadPaper? {
        let decoder = JSONDecoder()
        var paper: ReadPaper?
        for line in lines.split(separator: UInt8(ascii: "\n")) {
            let data = Data(line)
            func isOf(_ type: String) -> Bool { line.starts(with: "{\"type\":\"\(type)\",".utf8) }
            if isOf("document") {
                paper = (try? decoder.decode(DocumentFacts.self, from: data)).map { ReadPaper(document: $0) }
            } else if isOf("page") {
                (try? decoder.decode(PageFacts.self, from: data)).map { paper?.pages.append($0) }
            } else if isOf("segment") {
                (try? decoder.decode(SegmentFacts.self, from: data)).map { paper?.segments.append($0) }
            } else if isOf("table") {
                (try? decoder.decode(TableFacts.self, from: data)).map { paper?.tables.append($0) }
            } else if isOf("figure") {
                (try? decoder.decode(FigureFacts.self, from: data)).map { paper?.figures.append($0) }
            }
        }
        return paper
    }

    /// Reads the record of a figure; nil where it is none.
    static func figure(_ line: [UInt8]) -> FigureFacts? { try? JSONDecoder().decode(FigureFacts.self, from: Data(line)) }
}
