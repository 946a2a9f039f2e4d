import Foundation
import PaperModel
import TestSupport
import Testing
import Tracing

@testable import RecordIndex

/// An index over made-up records: kept up, searched, traced, damaged.
@Suite struct RecordIndexTests {
    private func index(in folder: String, _ papers: [MadePaper] = MadePapers.all) throws -> RecordIndex {
        try RecordIndex.update(path: folder + "/index.sqlite", sources: papers.map { $0.source() }).index
    }

    private func claim(_ text: String, _ printed: String, _ value: Int, half: Int) -> Claim {
        var figure = Figure(kind: .money, spans: [], value: .single(Amount(value)), unit: "GBP", rule: "test")
        figure.interval = ClosedInterval(min: Amount(value - half), max: Amount(value + half))
        let start = text.firstRange(of: printed).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } ?? 0
        return Claim(text, figures: [(figure, printed, start..<start + printed.utf8.count)])
    }

    @Test func papersComeChangeAndGo() throws {
        try Checkout.withTemporaryFolder { folder in
            let path = folder + "/index.sqlite"
            let first = try RecordIndex.update(path: path, sources: MadePapers.all.map { $0.source() }).change
            #expect((first.papers, first.figures, first.added) == (3, 5, 3))
            let same = try RecordIndex.update(path: path, sources: MadePapers.all.map { $0.source() }).change
            #expect((same.papers, same.added, same.removed) == (3, 0, 0))
            let changed = try RecordIndex.update(
                path: path, sources: [MadePapers.all[0].source(stamp: "2"), MadePapers.all[1].source()])
            #expect((changed.change.papers, changed.change.figures, changed.change.added, changed.change.removed) == (2, 4, 1, 2))
            #expect(try changed.index.search(SearchQuery("members noted")).isEmpty)
            #expect(try changed.index.search(SearchQuery("street lights")).count == 1)
            #expect(try changed.index.check() == nil)
        }
    }

    @Test func anUpdatedIndexAnswersAsOneThatIsMadeAnew() throws {
        try Checkout.withTemporaryFolder { folder in
            let kept = folder + "/kept.sqlite"
            for count in [1, 3, 2, 3] {
                _ = try RecordIndex.update(path: kept, sources: MadePapers.all.prefix(count).map { $0.source(stamp: "\(count)") })
            }
            let updated = try RecordIndex(path: kept)
            let made = try index(in: folder)
            let claim = claim("Transport for children at Norbury is £8.1m over", "£8.1m", 8_100_000, half: 50_000)
            #expect(try updated.trace(claim).mentions.map(\.place.id) == made.trace(claim).mentions.map(\.place.id))
            #expect(try updated.counts() == made.counts())
            for words in ["transport children", "norbury or lido", "\"street lights\"", "penh*"] {
                #expect(try updated.search(SearchQuery(words)).map(\.id) == made.search(SearchQuery(words)).map(\.id), "\(words)")
            }
        }
    }

    @Test func theSameBytesAtTwoPlacesAreOnePaper() throws {
        try Checkout.withTemporaryFolder { folder in
            let paper = MadePapers.all[0]
            let document = paper.lines.split(separator: "\n")[0] + "\n"
            let copy = RecordIndex.Source(path: "copy.pdf", stamp: "1") { Array(document.utf8) }
            let (index, change) = try RecordIndex.update(path: folder + "/i", sources: [paper.source(), copy])
            #expect((change.papers, change.figures) == (1, 2))
            #expect(try index.paper(paper.document)?.paths == ["copy.pdf", "monitoring.pdf"])
            // The first goes: the copy then has its pages.
            let moved = RecordIndex.Source(path: "copy.pdf", stamp: "2") { Array(paper.lines.utf8) }
            #expect(try RecordIndex.update(path: folder + "/i", sources: [moved]).change.figures == 2)
        }
    }

    @Test func everyFigureFindsItselfFirst() throws {
        try Checkout.withTemporaryFolder { folder in
            let index = try index(in: folder)
            for paper in MadePapers.all {
                for number in paper.sentences.indices {
                    let place = try #require(try index.place("\(paper.document)#f\(number + 1)"))
                    let trace = try index.trace(Claim(place))
                    #expect(trace.verdict == .supported)
                    #expect(trace.mentions.first?.place.id == place.id)
                    #expect(place.hit.map { String(decoding: Array(place.sentence.utf8)[$0], as: UTF8.self) } == place.printed)
                }
            }
        }
    }

    @Test func aSentenceFindsItsFigure() throws {
        try Checkout.withTemporaryFolder { folder in
            let index = try index(in: folder)
            for paper in MadePapers.all {
                for (number, own) in paper.sentences.enumerated() {
                    let trace = try index.trace(claim(own.text, own.printed, own.value, half: own.half))
                    #expect(trace.mentions.prefix(3).contains { $0.place.id == "\(paper.document)#f\(number + 1)" })
                }
            }
        }
    }

    @Test func theSameAskedTwiceIsTheSame() throws {
        try Checkout.withTemporaryFolder { folder in
            let claim = claim("Transport for children at Norbury is £8.1m over", "£8.1m", 8_100_000, half: 50_000)
            let first = try index(in: folder).trace(claim)
            let again = try RecordIndex.update(
                path: folder + "/other.sqlite", sources: MadePapers.all.reversed().map { $0.source() }
            ).index.trace(claim)
            #expect(first.mentions.map(\.place.id) == again.mentions.map(\.place.id))
            #expect(first.series.map(\.place.id) == again.series.map(\.place.id))
            #expect(first.mentions.map(\.score) == again.mentions.map(\.score))
            #expect(first.why == again.why)
        }
    }

    @Test func unrelatedPapersChangeNoOrder() throws {
        try Checkout.withTemporaryFolder { folder in
            let claim = claim("Transport for children at Norbury is £8.1m over", "£8.1m", 8_100_000, half: 50_000)
            let alone = try index(in: folder).trace(claim)
            let others = (0..<40).map { number in
                MadePaper(
                    name: "other\(number)", title: "Allotments",
                    sentences: [("Rents of plots bring £\(number + 10) a month.", "£\(number + 10)", number + 10, 0)])
            }
            let together = try RecordIndex.update(
                path: folder + "/more.sqlite", sources: (others + MadePapers.all).map { $0.source() }
            ).index.trace(claim)
            #expect(alone.mentions.map(\.place.id) == together.mentions.map(\.place.id))
            #expect(alone.series.map(\.place.id) == together.series.map(\.place.id))
        }
    }

    @Test func aDamagedIndexIsMadeAgainWithAWord() throws {
        try Checkout.withTemporaryFolder { folder in
            let path = folder + "/index.sqlite"
            _ = try index(in: folder)
            for damage in ["not a database at all, and long enough to be read as one", ""] {
                try Data(damage.utf8).write(to: URL(filePath: path))
                #expect(throws: IndexProblem.self) { try RecordIndex(path: path) }
                let (index, change) = try RecordIndex.update(path: path, sources: MadePapers.all.map { $0.source() })
                #expect(change.rebuilt?.isEmpty == false)
                #expect(try index.counts().figures == 5)
            }
        }
    }

    @Test func anotherVersionIsMadeAgainAndKeepsTheCursor() throws {
        try Checkout.withTemporaryFolder { folder in
            let path = folder + "/index.sqlite"
            _ = try RecordIndex.update(path: path, sources: [MadePapers.all[2].source()])
            _ = try RecordIndex.update(path: path, sources: MadePapers.all.map { $0.source() })
            let file = try IndexFile(path: path, access: .update)
            try file.write { try $0.run("UPDATE facts SET value = '0' WHERE name = 'version'") }
            #expect(throws: IndexProblem.self) { try RecordIndex(path: path) }
            let (index, change) = try RecordIndex.update(path: path, sources: MadePapers.all.map { $0.source() })
            #expect(change.rebuilt?.contains("another version") == true)
            #expect(try index.paper("minutes.pdf")?.paper.added == 1)
            #expect(try index.cursor() == 3)
        }
    }

    @Test(arguments: [
        "\"", "\"\"\"", "*", "NEAR(a b, 3)", "text:secret", "a AND (b", "-norbury", "^norbury", "{x}: y", "or or or", "OR", "norbury OR",
        "' ; DROP",
        "\u{0}", "a\u{0}b", "( ) :", "💷", "\u{202E}abc", "norbury*norbury", "“norbury”",
    ])
    func nothingInAQueryIsSyntax(_ words: String) throws {
        try Checkout.withTemporaryFolder { folder in
            let index = try index(in: folder)
            for kind in SearchQuery.Kind.allCases {
                var query = SearchQuery(words)
                query.kind = kind
                #expect(try index.search(query).count <= 20)
            }
            #expect(try index.trace(Claim(words, figures: [])).mentions.isEmpty)
            _ = try index.abbreviations(in: words)
        }
    }

    @Test func aMegabyteIsReadInPart() throws {
        try Checkout.withTemporaryFolder { folder in
            let index = try index(in: folder)
            let text = String(repeating: "transport for children at norbury ", count: 30_000)
            #expect(try index.search(SearchQuery(text)).isEmpty == false)
            #expect(try index.trace(Claim(text, figures: [])).verdict == .notFound)
        }
    }

    @Test func wordsAreMetInAllTheirForms() throws {
        try Checkout.withTemporaryFolder { folder in
            let index = try index(in: folder)
            func papers(_ words: String) throws -> Set<String> { Set(try index.search(SearchQuery(words)).map(\.paper.path)) }
            #expect(try papers("light replacing") == ["monitoring.pdf"])
            #expect(try papers("\"street lights\"") == ["monitoring.pdf"])
            #expect(try papers("\"lights street\"").isEmpty)
            #expect(try papers("lid*") == ["outturn.pdf"])
            #expect(try papers("lido or penhurst") == ["monitoring.pdf", "outturn.pdf"])
        }
    }

    @Test func whatStandsTogetherAroundAnAmountGoesFirst() throws {
        try Checkout.withTemporaryFolder { folder in
            let others = Array(repeating: "Nobody spoke of anything else that evening.", count: 12).joined(separator: " ")
            let papers = [
                MadePaper(
                    name: "apart",
                    sentences: [("The lido was painted. \(others) A refit of the depot cost £3.1m.", "£3.1m", 3_100_000, 50_000)]),
                MadePaper(name: "together", sentences: [("\(others) The lido refit cost £3.1m.", "£3.1m", 3_100_000, 50_000)]),
                MadePaper(name: "other", sentences: [("\(others) Trees were felled for £200.", "£200", 200, 0)]),
            ]
            let index = try index(in: folder, papers)
            #expect(try index.search(SearchQuery("lido refit cost")).map(\.paper.path) == ["together.pdf", "apart.pdf"])
            let scores = try index.search(SearchQuery("lido refit cost")).map(\.score)
            #expect(scores.allSatisfy { $0 > 0 && $0 <= 1 })
        }
    }

    @Test func anAmountIsMetInEveryForm() throws {
        try Checkout.withTemporaryFolder { folder in
            let index = try index(in: folder)
            var query = SearchQuery("")
            query.amounts = claim("£8.1m", "£8.1m", 8_100_000, half: 50_000).amounts
            #expect(try index.search(query).map(\.paper.path) == ["monitoring.pdf", "outturn.pdf"])
            query.kind = .figure
            #expect(Set(try index.search(query).map(\.id)) == ["\(MadePapers.all[0].document)#f1", "\(MadePapers.all[1].document)#f1"])
        }
    }

    @Test func filtersNarrow() throws {
        try Checkout.withTemporaryFolder { folder in
            let index = try index(in: folder)
            var query = SearchQuery("transport children")
            query.filter.from = "2025-02-01"
            query.filter.to = "2025-03-01"
            #expect(try index.search(query).map(\.paper.path) == ["minutes.pdf"])
            query.filter = FigureFilter()
            query.filter.min = 9_000_000
            query.kind = .figure
            #expect(try index.search(query).map(\.id) == ["\(MadePapers.all[2].document)#f1"])
            query.filter.organisation = "elsewhere"
            #expect(try index.search(query).isEmpty)
        }
    }

    @Test func aFigureIsShownInFull() throws {
        try Checkout.withTemporaryFolder { folder in
            let index = try index(in: folder)
            let id = "\(MadePapers.all[0].document)#f1"
            let figure = try #require(try index.figure(id))
            #expect(figure.place.value == "8100000")
            #expect(figure.boxes.map(\.page) == [1])
            #expect(figure.boxes.first?.box == [72, 140.2, 55.1, 11])
            #expect(figure.facts.contains { $0.name == "rule" && $0.value == "test" })
            let segment = try #require(try figure.segment.flatMap { try index.segment($0) })
            #expect(segment.text.hasPrefix("A pressure of £8.1m"))
            for id in ["", "#", "#f1", "sha256:0#f1", id + "9", id + "x", "\(MadePapers.all[0].document)#f99999999999999999999"] {
                #expect(try index.figure(id) == nil, "\(id)")
            }
        }
    }

    @Test func halfARecordIsNoTrap() throws {
        let whole = Array(MadePapers.all[0].lines.utf8)
        for count in stride(from: 0, to: whole.count, by: 7) {
            _ = PaperContent(Array(whole.prefix(count)))
        }
        for garbage in [
            #"{"type":"figure""#, #"{"type":"page","text":"\ud83d\ud83d\u00"}"#, #"{"type":{"type":[]}}"#, "[[[[",
            "{\"type\":\"figure\",\"spans\":[{]}",
        ] {
            #expect(PaperContent(Array(garbage.utf8)) == nil)
        }
    }

    @Test func bandsHoldEveryWidth() {
        for width in [0.01, 1, 1.5, 2, 999, 1_000_000, 123_456_789] {
            let band = IntervalBand.of(low: 5, high: 5 + width)
            #expect(IntervalBand.width(band) >= width * 0.999_999 && IntervalBand.width(band) < 2.000_1 * width)
        }
        #expect(IntervalBand.of(low: 5, high: 5) == IntervalBand.exact)
    }

    @Test func numbersOfCellsAreWholeCells() {
        #expect(CellNumber("1,234.5")?.amount == Amount(coefficient: 12_345, scale: 1))
        #expect(CellNumber("(90)")?.amount == Amount(-90))
        for text in ["5%", "12/05/2024", "2024-25", "7", "1,23", "A28", "", "--", "0", "£5", "1,2,3"] {
            #expect(CellNumber(text) == nil, "\(text)")
        }
    }
}
