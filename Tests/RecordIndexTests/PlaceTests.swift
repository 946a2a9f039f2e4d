import Foundation
import PaperModel
import TestSupport
import Testing
import Tracing

@testable import RecordIndex

/// What the index tells of a place of a table.
@Suite struct PlaceTests {
    @Test func aPlaceKnowsItsColumnAndWhetherItIsAChange() throws {
        try Checkout.withTemporaryFolder { folder in
            let paper = MadePaper(
                name: "ferries",
                sentences: [("Ferries 5.2 6.1", "5.2", 5_200_000, 50_000), ("Ferries cost about 0.95 less", "0.95", 950_000, 5_000)])
            let table = #""table":{"id":"\#(paper.document)#t1","row":1,"column":1,"rowLabels":["Ferries"],"columnLabels":["2024-25"]}"#
            let lines = paper.lines.replacingOccurrences(
                of: #""kind":"money","text":"5.2""#, with: table + #","kind":"money","text":"5.2""#
            )
            .replacingOccurrences(of: #""text":"0.95""#, with: #""comparison":"decrease","approximate":true,"text":"0.95""#)
            let source = RecordIndex.Source(path: "ferries.pdf", stamp: "1") { Array(lines.utf8) }
            let index = try RecordIndex.update(path: folder + "/index.sqlite", sources: [source]).index
            let cell = try #require(try index.place(paper.document + "#f1"))
            #expect(cell.column == "2024-25")
            #expect(!cell.isChange && cell.role == .tabulated)
            let change = try #require(try index.place(paper.document + "#f2"))
            #expect(change.column == nil && change.isChange)
            #expect(change.range.contains(Amount(958_000)), "about a hundredth to either side")
            #expect(!change.range.contains(Amount(970_000)))
        }
    }
}
