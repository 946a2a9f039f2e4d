import PaperModel
import TestSupport
import Testing

@testable import PDFLoading

@Suite struct LoadPDFTests {
    private func failure(_ bytes: [UInt8], limits: LoadLimits = LoadLimits()) -> PaperFailure.Code? {
        do throws(PaperFailure) {
            _ = try loadPDF(bytes, limits: limits)
            return nil
        } catch {
            return error.code
        }
    }

    private func paper(_ name: String) throws -> Paper {
        let bytes = try #require(Checkout.bytes(of: "\(Checkout.root)/Corpus/\(name)/\(name).pdf"))
        return try loadPDF(bytes)
    }

    @Test func badInputHasATypedFailure() {
        #expect(failure([]) == .empty)
        #expect(failure(Array("%PDF-1.7 and nothing else".utf8)) == .corrupt)
        #expect(failure([UInt8](repeating: 0x25, count: 100), limits: LoadLimits(bytes: 99)) == .tooLarge)
    }

    @Test func aFileCutOffIsMendedOrFails() throws {
        let bytes = try #require(Checkout.bytes(of: "\(Checkout.root)/Corpus/minutes/minutes.pdf"))
        for part in 1..<10 {
            let cut = Array(bytes.prefix(bytes.count * part / 10))
            do throws(PaperFailure) {
                let paper = try loadPDF(cut)
                #expect(paper.notices.contains { $0.code == .repaired })
            } catch {
                #expect(error.code == .corrupt)
            }
        }
    }

    @Test func pagesPastTheLimitAreCutWithANotice() throws {
        let bytes = try #require(Checkout.bytes(of: "\(Checkout.root)/Corpus/minutes/minutes.pdf"))
        let paper = try loadPDF(bytes, limits: LoadLimits(pages: 1))
        #expect(paper.pages.count == 1)
        #expect(paper.pageCount == 3)
        #expect(paper.notices.contains { $0.code == .pageLimit })
    }

    @Test func aPageWithTooManyMarksIsCutWithANotice() throws {
        let bytes = try #require(Checkout.bytes(of: "\(Checkout.root)/Corpus/minutes/minutes.pdf"))
        let paper = try loadPDF(bytes, limits: LoadLimits(marksPerPage: 100))
        #expect(paper.pages[0].text.count < 200)
        #expect(paper.notices.contains { $0.code == .pageTooDense })
    }

    @Test func coveredAndInvisibleTextIsMarked() throws {
        let paper = try paper("covered")
        let page = try #require(paper.pages.first)
        let covered = page.hidden.filter { $0.reason == .covered }.map { page.text[$0.range] }.joined()
        let invisible = page.hidden.filter { $0.reason == .invisible }.map { page.text[$0.range] }.joined()
        #expect(covered.contains("£57,500"))
        #expect(invisible.contains("£65,000"))
        #expect(!covered.contains("£955,000") && !invisible.contains("£955,000"))
        #expect(Set(paper.notices.map(\.code)).isSuperset(of: [.coveredText, .invisibleText]))
    }

    @Test func aScanHasNoText() throws {
        let paper = try paper("scan")
        #expect(paper.notices.count { $0.code == .noText } == 2)
        #expect(paper.pages.allSatisfy { $0.text.count == 0 && $0.images.count == 1 })
    }

    @Test func columnsAndDropCapAreReadInOrder() throws {
        let text = try #require(try paper("leaflet").pages.first).text.string
        let order = [
            "Every year we ask", "spend £214.6 million on them", "£640k from moving out", "Help with your bill", "How to pay",
            "What you will pay",
        ]
        let places = try order.map { phrase in try #require(text.firstRange(of: phrase), "\(phrase) is missing").lowerBound }
        #expect(places == places.sorted())
    }

    @Test func brokenWordsLigaturesAndMarksAreRead() throws {
        let words = try #require(try paper("long-words").pages.first).text.string
        #expect(words.contains("FTE of staff, at an average"))
        #expect(words.contains("the officers."))
        let report = try paper("cabinet-report")
        #expect(report.pages[1].text.string.contains("£3.4m¹ against"))
    }

    @Test func furnitureIsMarkedInTaggedAndUntaggedPapers() throws {
        for name in ["cabinet-report", "minutes"] {
            let paper = try paper(name)
            #expect(paper.pages.allSatisfy { !$0.furniture.isEmpty }, "\(name)")
        }
    }

    @Test func aTableOverPagesIsOneWithoutRepeatedHeadings() throws {
        for name in ["budget-appendix", "budget-appendix-untagged"] {
            let paper = try paper(name)
            let table = try #require(paper.tables.first { $0.parts.count == 2 }, "\(name)")
            #expect(table.parts.map(\.page) == [table.parts[0].page, table.parts[0].page + 1])
            let firstRow = table.cells.filter { $0.row == 0 }.map { paper.text(of: $0) }
            let repeats = (1..<table.rows).filter { row in table.cells.filter { $0.row == row }.map { paper.text(of: $0) } == firstRow }
            #expect(repeats.isEmpty, "\(name)")
        }
    }

    /// Every word's boxes lie on the page and on lines that hold the word.
    @Test(arguments: CorpusPaper.all.filter { $0.path.hasSuffix(".pdf") }) func everyWordHasItsPlace(paper: CorpusPaper) throws {
        let bytes = try #require(Checkout.bytes(of: paper.path))
        for page in try loadPDF(bytes).pages {
            var start = 0
            while start < page.text.count {
                var end = start
                while end < page.text.count, !page.text.scalars[end].properties.isWhitespace { end += 1 }
                if end > start {
                    guard case .boxes(let boxes)? = page.evidence(for: TextRange(start, end)) else {
                        Issue.record("no place for “\(page.text[TextRange(start, end)])” on page \(page.number)")
                        return
                    }
                    let sheet = Box(x: -1, y: -1, width: (page.width ?? 0) + 2, height: (page.height ?? 0) + 2)
                    #expect(boxes.allSatisfy { sheet.contains(x: $0.midX, y: $0.midY) && $0.width > 0 && $0.height > 0 })
                }
                start = end + 1
            }
            #expect(zip(page.lines, page.lines.dropFirst()).allSatisfy { $0.range.end <= $1.range.start })
        }
    }
}
