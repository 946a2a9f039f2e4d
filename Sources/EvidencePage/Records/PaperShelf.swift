internal import Foundation
internal import Pipeline
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
    ///
    /// - Throws: where the folder or its records can't be read.
    func paper(_ document: String) throws -> ReadPaper? {
        guard let source = try watched.paper(document) else { return nil }
        let stamp = source.report.path + "\n" + String(source.report.seconds)
        if let entry = recent.withLock({ entries in entries.first { $0.paper.document.id == document && $0.records == stamp } }) {
            return entry.paper
        }
        let lines = try watched.lines(of: source)
        let paper = try PaperShelf.paper(in: lines, of: source.report.path)
        recent.withLock { entries in
            entries.removeAll { $0.paper.document.id == document }
            entries.append(Entry(paper: paper, bytes: lines.count, records: stamp))
            while entries.count > 1, entries.reduce(0, { $0 + $1.bytes }) > PaperShelf.keptBytes { entries.removeFirst() }
        }
        return paper
    }

    /// Reads records; a type that is not known is passed over.
    ///
    /// - Throws: where a line of a known type can't be read, or no document is the first of them.
    static func paper(in lines: [UInt8], of path: String) throws -> ReadPaper {
        let decoder = JSONDecoder()
        var paper: ReadPaper?
        for (number, line) in lines.split(separator: UInt8(ascii: "\n")).enumerated() {
            let data = Data(line)
            func isOf(_ type: String) -> Bool { line.starts(with: "{\"type\":\"\(type)\",".utf8) }
            do {
                if isOf("document") {
                    paper = ReadPaper(document: try decoder.decode(DocumentFacts.self, from: data))
                } else if isOf("page") {
                    paper?.pages.append(try decoder.decode(PageFacts.self, from: data))
                } else if isOf("segment") {
                    paper?.segments.append(try decoder.decode(SegmentFacts.self, from: data))
                } else if isOf("table") {
                    paper?.tables.append(try decoder.decode(TableFacts.self, from: data))
                } else if isOf("figure") {
                    paper?.figures.append(try decoder.decode(FigureFacts.self, from: data))
                }
            } catch {
                throw HostError("record \(number + 1) of \(path) can't be read; make the run again with other rules or version")
            }
        }
        guard let paper else { throw HostError("the records of \(path) are not there: the paper is being read again, or its file was cut") }
        return paper
    }
}
