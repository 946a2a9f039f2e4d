import Extraction
import PaperModel
import TestSupport
import Testing

/// Who gets and who gives the money of lists, where the title or the words before the list say so.
@Suite struct PartyListTests {
    private func figures(_ lead: String, _ entries: [String], _ kind: Block.Kind = .listItem) throws -> [Figure] {
        var sketch = PaperSketch()
        sketch.page()
        sketch.block(lead)
        for entry in entries { sketch.block(entry, kind) }
        return try sketch.read().figures
    }

    @Test(arguments: [Block.Kind.listItem, .paragraph])
    func clubsAreGivenGrantsByName(kind: Block.Kind) throws {
        let found = try figures(
            "Resolved to make these awards:",
            ["Wold Handbell Club - £85 for gloves", "Wold Scouts (£200)", "Mill Friends £90"], kind)
        #expect(found.map(\.payee) == ["Wold Handbell Club", "Wold Scouts", "Mill Friends"])
    }

    @Test func thoseWhoTenderAreNamedByOneWordToo() throws {
        let found = try figures("Three tenders were received:-", ["Brightlight £2,300", "Wold Electrical £2,780"])
        #expect(found.map(\.payee) == ["Brightlight", "Wold Electrical"])
    }

    @Test func entriesOfReceiptsNameWhoPays() throws {
        let found = try figures("The following receipts were noted:", ["HMRC, tax rebate, £88.10", "Mr Tate, mooring rent £31"])
        #expect(found.map(\.payer) == ["HMRC", "Mr Tate"])
        #expect(found.allSatisfy { $0.payee == nil })
    }

    @Test func invoicesReceivedAreToBePaid() throws {
        let found = try figures(
            "These invoices were received:", ["J Holt - mowing - £120.00", "Hill & Dale LLP - advice - £900"])
        #expect(found.map(\.payee) == ["J Holt", "Hill & Dale LLP"])
        #expect(found.allSatisfy { $0.payer == nil })
    }

    @Test func linesOfOneParagraphAreEntries() throws {
        let found = try figures(
            "Accounts for payment:", ["J Holt, mowing £120.00\nWold Water, allotments £28.11\nMrs D Hale expenses £22.50"], .paragraph)
        #expect(found.map(\.payee) == ["J Holt", "Wold Water", "Mrs D Hale"])
    }

    @Test func linesOfABudgetNameNobody() throws {
        let found = try figures("Budget 2025/26:", ["Community Safety £40,000", "Youth Service £120,000", "Street Lighting £900"])
        #expect(found.allSatisfy { $0.payee == nil && $0.payer == nil })
    }
}
