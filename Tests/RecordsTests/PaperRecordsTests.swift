import PaperModel
import Testing

@testable import Records

/// A paper of one page: a running head, a section with a figure over two lines, and a table of two columns with a total.
private func paper() -> Paper {
    var page = Page(number: 1, width: 200, height: 100)
    page.text = PageText("HEAD\nWe saved £8.1\nmillion.\nRoads\t£2\nParks\t£3\nTotal\t£5")
    page.furniture = [TextRange(0, 4)]
    let starts = [0, 5, 19, 28, 37, 46]
    let ends = [4, 18, 27, 36, 45, 54]
    page.lines = zip(starts, ends).enumerated().map { row, ends in
        Line(
            range: TextRange(ends.0, ends.1),
            box: Box(x: 10, y: Double(10 * row), width: Double(ends.1 - ends.0), height: 8))
    }
    page.places = .glyphs(
        (0..<page.text.count).map { offset in
            guard let line = starts.indices.last(where: { starts[$0] <= offset }), offset < ends[line] else { return .empty }
            let place = Double(offset - starts[line])
            return Extent(low: place, high: place + 1, origin: 0, length: Double(ends[line] - starts[line]))
        })
    var table = Table(method: .ruled, rows: 3, columns: 2)
    table.parts = [Table.Part(page: 1, box: Box(x: 10, y: 30, width: 8, height: 28), range: TextRange(28, 54))]
    table.headerColumns = 1
    table.cells = [(0, 28), (1, 37), (2, 46)].flatMap { row, start in
        [
            Table.Cell(row: row, column: 0, page: 1, range: TextRange(start, start + 5)),
            Table.Cell(row: row, column: 1, page: 1, range: TextRange(start + 6, start + 8), box: Box(x: 16, y: 30, width: 2, height: 8)),
        ]
    }
    var unit = ColumnUnit(unit: "GBP", scale: Amount(1), from: "£", source: .columnHeading, rule: "unit.pounds")
    unit.period = Period.financialYear(from: 2024, text: "2024/25")
    table.columnUnits = [nil, unit]
    table.unreadNumbers = 2
    var paper = Paper(mediaType: .pdf)
    paper.pages = [page]
    paper.pageCount = 1
    paper.tables = [table]
    paper.metadata.title = "Savings"
    paper.metadata.kind = .other
    return paper
}

private func segments() -> [Segment] {
    var section = Segment(kind: .section, spans: [Span(page: 1, range: TextRange(0, 54))])
    section.title = "Savings"
    return [section]
}

private func figures() -> [Figure] {
    var saved = Figure(
        kind: .money, spans: [Span(page: 1, range: TextRange(14, 26))], value: .single(Amount(8_100_000)), unit: "GBP", rule: "money.pounds"
    )
    saved.interval = ClosedInterval(min: Amount(8_050_000), max: Amount(8_150_000))
    saved.sense = .saving
    saved.basis = [.oneOff]
    saved.segment = 0
    let cells = [(0, 34, 2), (1, 43, 3), (2, 52, 5)].map { row, start, pounds in
        var cell = Figure(
            kind: .money, spans: [Span(page: 1, range: TextRange(start, start + 2))], value: .single(Amount(pounds)), unit: "GBP",
            rule: "money.cell")
        if row == 2 { (cell.unitFrom, cell.doubts) = (.context, [.unitFromContext]) }
        cell.cell = Figure.CellReference(table: 0, row: row, column: 1, rowLabels: ["Roads"])
        return cell
    }
    return [saved] + cells
}

private func records(of paper: Paper) -> [String] {
    let records = PaperRecords(
        paper: paper, segments: segments(), figures: figures(), source: Source(path: "a/b.pdf"), digest: "d1", bytes: 123,
        provenance: Provenance(rules: "sha256:r", version: "0"))
    var json = JSONWriter()
    records.forEach { $0.writeLine(to: &json) }
    return String(decoding: json.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
}

@Suite struct PaperRecordsTests {
    @Test func theDocumentComesFirst() {
        #expect(
            records(of: paper())[0]
                == #"{"type":"document","schema":"1.1","id":"sha256:d1","source":{"path":"a/b.pdf"},"mediaType":"application/pdf","#
                + #""bytes":123,"title":"Savings","kind":"other","unreadNumbers":2,"doubts":1,"pages":1,"tagged":false,"status":"complete","notices":[],"#
                + #""rules":"sha256:r","version":"0"}"#)
    }

    @Test func aPageHasItsTextAndFurniture() {
        #expect(
            records(of: paper())[1]
                == #"{"type":"page","schema":"1.1","id":"sha256:d1#p1","document":"sha256:d1","page":1,"width":200.0,"height":100.0,"#
                + #""rotation":0,"text":"HEAD\nWe saved £8.1\nmillion.\nRoads\t£2\nParks\t£3\nTotal\t£5","#
                + #""furniture":[{"page":1,"start":0,"end":4}],"images":[]}"#)
    }

    @Test func aSegmentsTextLeavesTheFurnitureOut() {
        #expect(
            records(of: paper())[2]
                == #"{"type":"segment","schema":"1.1","id":"sha256:d1#s1","document":"sha256:d1","kind":"section","title":"Savings","#
                + #""level":1,"spans":[{"page":1,"start":0,"end":54}],"page":1,"endPage":1,"#
                + #""text":"We saved £8.1\nmillion.\nRoads\t£2\nParks\t£3\nTotal\t£5"}"#)
    }

    @Test func aTableHasCellsUnitsAndChecks() {
        let table = records(of: paper())[3]
        #expect(table.hasPrefix(#"{"type":"table","schema":"1.1","id":"sha256:d1#t1","document":"sha256:d1","segment":"sha256:d1#s1","#))
        #expect(
            table.contains(
                #"{"row":0,"column":1,"rowSpan":1,"columnSpan":1,"text":"£2","header":false,"span":{"page":1,"start":34,"end":36},"#
                    + #""box":{"page":1,"x":16.0,"y":30.0,"width":2.0,"height":8.0}}"#))
        #expect(
            table.hasSuffix(
                #""columnUnits":[null,{"unit":"GBP","scale":1,"period":{"start":"2024-04-01","end":"2025-03-31","text":"2024/25"},"from":"£"}],"#
                    + #""checks":[{"kind":"sum","row":2,"column":1,"holds":true}],"unreadNumbers":2}"#))
    }

    @Test func aFigureLeadsBackToItsPlace() {
        #expect(
            records(of: paper())[4]
                == #"{"type":"figure","schema":"1.1","id":"sha256:d1#f1","document":"sha256:d1","segment":"sha256:d1#s1","kind":"money","#
                + #""text":"£8.1\nmillion","quote":{"exact":"£8.1\nmillion","prefix":"HEAD\nWe saved ","#
                + #""suffix":".\nRoads\t£2\nParks\t£3\nTotal\t£5"},"spans":[{"page":1,"start":14,"end":26}],"page":1,"#
                + #""boxes":[{"page":1,"x":19.0,"y":10.0,"width":4.0,"height":8.0},{"page":1,"x":10.0,"y":20.0,"width":7.0,"height":8.0}],"#
                + #""value":"8100000","unit":"GBP","interval":{"min":"8050000","max":"8150000"},"sense":"saving","basis":["oneOff"],"#
                + #""rule":"money.pounds"}"#)
    }

    @Test func aFigureSaysWhereItsUnitCameFromAndWhatIsDoubtful() {
        #expect(
            records(of: paper())[7].hasSuffix(
                #""value":"5","unit":"GBP","doubts":["unitFromContext"],"unitFrom":"context","rule":"money.cell"}"#))
    }

    @Test func aRefusedColumnSaysWhy() {
        var paper = paper()
        var refused = ColumnUnit(unit: "none", scale: Amount(1), from: "Invoice no", source: .columnHeading, rule: "unit.label")
        refused.refused = .identifier
        paper.tables[0].columnUnits = [refused, nil]
        #expect(
            records(of: paper)[3].contains(
                #""columnUnits":[{"unit":"none","scale":1,"from":"Invoice no","refused":"identifier"},null]"#))
    }

    @Test func aFigureOfATableNamesItsCell() {
        let cell = #""table":{"id":"sha256:d1#t1","row":0,"column":1,"rowLabels":["Roads"],"rowHeading":"Roads"},"kind":"money""#
        #expect(records(of: paper())[5].contains(cell))
    }

    @Test func aPaperWithAPageThatWasNotReadIsPartial() {
        var damaged = paper()
        damaged.notices = [Notice(.pageFailed, "page 2 is damaged", page: 2)]
        #expect(
            records(of: damaged)[0].contains(
                #""status":"partial","notices":[{"code":"pageFailed","message":"page 2 is damaged","page":2,"pages":[2]}]"#))
    }

    @Test func aFailureSaysWhatItWasAllowed() {
        let failure = FailureRecord(
            source: Source(path: "x.pdf", url: "https://example.org/x"), document: "sha256:d2", failure: PaperFailure(.timeout, "too slow"),
            attempts: 2, limits: RunLimits(seconds: 60, processorSeconds: 30, silentSeconds: 20, megabytes: 512))
        var json = JSONWriter()
        Record.failure(failure).writeLine(to: &json)
        #expect(
            String(decoding: json.bytes, as: UTF8.self)
                == #"{"type":"failure","schema":"1.1","source":{"path":"x.pdf","url":"https://example.org/x"},"document":"sha256:d2","#
                + #""stage":"load","code":"timeout","message":"too slow","attempts":2,"retryable":true,"#
                + #""limits":{"seconds":60,"megabytes":512,"processorSeconds":30,"silentSeconds":20}}"# + "\n")
    }

    @Test func csvHasThePaperOfEachFigure() {
        var paper = paper()
        (paper.metadata.title, paper.metadata.url) = ("Minutes", nil)
        var told = MeetingFacts()
        (told.organisation, told.committee, told.item) = ("Dunmere Council", "Cabinet", "7")
        let records = PaperRecords(
            paper: paper, segments: segments(), figures: figures(), source: Source(path: "a.pdf", url: "https://example.org/a"), told: told,
            digest: "d1", bytes: 1, provenance: Provenance(rules: "r", version: "0"))
        let headings = String(decoding: CSVWriter.headings, as: UTF8.self)
        #expect(headings.hasSuffix("payer,source,title,organisation,committee,meetingDate,url,item,retrieved\n"))
        var lines: [String] = []
        records.forEach { lines.append(String(decoding: CSVWriter.line($0, of: records.document), as: UTF8.self)) }
        let line = lines.first { !$0.isEmpty } ?? ""
        #expect(line.contains(",a.pdf,Minutes,") && line.contains(",https://example.org/a,"))
        #expect(line.hasSuffix(",7,\n"))
    }

    @Test func csvHoldsTheFigures() {
        let records = PaperRecords(
            paper: paper(), segments: segments(), figures: figures(), source: Source(path: "a"), digest: "d1", bytes: 1,
            provenance: Provenance(rules: "r", version: "0"))
        var lines: [String] = []
        records.forEach { lines.append(String(decoding: CSVWriter.line($0), as: UTF8.self)) }
        #expect(
            lines.joined().hasPrefix(
                "sha256:d1#f1,sha256:d1,1,money,\"£8.1\nmillion\",8100000,,,GBP,,,,,,saving,oneOff,,,,,,,\"HEAD\nWe saved \","))
    }
}
