import PaperModel
import Pipeline
import Records
import RuleEngine
import TestSupport
import Testing

/// What holds for every paper, whatever it says.
@Suite struct PropertyTests {
    @Test(arguments: CorpusPaper.all)
    func rangesLieInTheirText(paper: CorpusPaper) throws {
        let found = try ReadCorpus.findings(of: paper)
        for page in found.paper.pages {
            let text = TextRange(0, page.text.count)
            let ranges =
                page.lines.map(\.range) + page.blocks.map(\.range) + page.furniture + page.bold + page.hidden.map(\.range)
                + page.links.map(\.range)
            #expect(ranges.allSatisfy(text.contains))
            #expect(page.blocks.allSatisfy { block in block.label.map(block.range.contains) ?? true })
            if case .glyphs(let extents) = page.places { #expect(extents.count == page.text.count) }
        }
        let spans =
            found.segments.flatMap(\.spans) + found.figures.flatMap(\.spans) + found.paper.tables.flatMap { $0.cells.map(\.span) }
        for span in spans {
            let page = try #require(found.paper.page(span.page))
            #expect(TextRange(0, page.text.count).contains(span.range))
        }
    }

    @Test(arguments: CorpusPaper.all)
    func linesAndBlocksStandInOrder(paper: CorpusPaper) throws {
        for page in try ReadCorpus.findings(of: paper).paper.pages {
            #expect(page.lines.map(\.range) == page.lines.map(\.range).sorted())
            #expect(page.blocks.map(\.range) == page.blocks.map(\.range).sorted())
        }
    }

    @Test(arguments: CorpusPaper.all)
    func segmentsNest(paper: CorpusPaper) throws {
        let segments = try ReadCorpus.findings(of: paper).segments
        for (index, segment) in segments.enumerated() {
            #expect(!segment.spans.isEmpty)
            guard let parent = segment.parent else { continue }
            #expect(parent < index, "a segment stands after the one that holds it")
            let outer = segments[parent].spans
            #expect(segment.spans.allSatisfy { span in outer.contains { $0.page == span.page && $0.range.contains(span.range) } })
        }
        #expect(segments.allSatisfy { $0.answers.map(segments.indices.contains) ?? true })
    }

    @Test(arguments: CorpusPaper.all)
    func cellsFillTheirTableOnce(paper: CorpusPaper) throws {
        for table in try ReadCorpus.findings(of: paper).paper.tables {
            var covered: Set<[Int]> = []
            for cell in table.cells {
                for row in cell.row..<cell.endRow {
                    for column in cell.column..<cell.endColumn { #expect(covered.insert([row, column]).inserted) }
                }
            }
            #expect(covered.count == table.rows * table.columns)
            #expect(table.columnUnits.count == table.columns)
        }
    }

    @Test(arguments: CorpusPaper.all)
    func figuresLeadBackToTheirPlace(paper: CorpusPaper) throws {
        let found = try ReadCorpus.findings(of: paper)
        for figure in found.figures {
            #expect(!figure.spans.isEmpty)
            for span in figure.spans {
                #expect(!found.paper.text(of: span).isEmpty)
                #expect(found.paper.evidence(for: span) != nil, "\(found.paper.text(of: span)) stands nowhere")
            }
            #expect(figure.segment.map(found.segments.indices.contains) ?? true)
            if let cell = figure.cell {
                let table = try #require(found.paper.tables.indices.contains(cell.table) ? found.paper.tables[cell.table] : nil)
                #expect(table.cells.contains { $0.row == cell.row && $0.column == cell.column })
            }
        }
    }

    @Test func theSameBytesGiveTheSameRecords() throws {
        let pipeline = try Pipeline(rules: try Checkout.ruleBook.get())
        func records(_ papers: [CorpusPaper]) throws -> [String: [UInt8]] {
            var all: [String: [UInt8]] = [:]
            for paper in papers {
                var json = JSONWriter()
                let bytes = try #require(Checkout.bytes(of: paper.path))
                pipeline.process(bytes, source: Source(path: paper.name + ".pdf")).forEachRecord { $0.writeLine(to: &json) }
                all[paper.name] = json.bytes
            }
            return all
        }
        let forwards = try records(CorpusPaper.all)
        let backwards = try records(CorpusPaper.all.reversed())
        #expect(forwards == backwards)
        #expect(forwards.values.allSatisfy { !$0.isEmpty })
    }
}
