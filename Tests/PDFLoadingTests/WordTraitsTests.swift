import Testing

@testable import PDFLoading

@Suite struct WordTraitsTests {
    private func traits(_ text: String) throws -> WordTraits {
        var drawing = Drawing()
        drawing.text(text, x: 50, baseline: 100)
        return try #require(words(in: drawing.content, tree: StructureTree([]), settings: LayoutSettings()).first).traits
    }

    @Test func firstLastAndLengthAreItsCharacters() throws {
        let traits = try traits("Parks,")
        #expect(traits.first == 0x50 && traits.last == 0x2C && traits.length == 6)
        #expect(traits.beginsInCapital && !traits.beginsLow)
    }

    @Test(arguments: [("1,204", 1204), ("12–18", 12), ("7", 7), ("3a", -1), ("£5", -1), ("1234567890", -1), ("–4", -1)])
    func wholeNumbersBeginWithDigits(_ text: String, _ number: Int32) throws { #expect(try traits(text).wholeNumber == number) }

    @Test(arguments: ["of", "and", "the", "from", "Parks,", "Roads/", "("])
    func somethingMustFollowWordsThatAreOpen(_ text: String) throws { #expect(try traits(text).isOpen) }

    @Test(arguments: ["off", "Band", "fort", "Of", "Parks"])
    func otherWordsAreNotOpen(_ text: String) throws { #expect(try !traits(text).isOpen) }

    @Test(arguments: ["6.5", "£350", "$7"]) func amountsLackTheirUnit(_ text: String) throws { #expect(try traits(text).isAmount) }

    @Test(arguments: ["350", "6.5m", "£5m", ".5"]) func otherNumbersAreNoAmounts(_ text: String) throws {
        #expect(try !traits(text).isAmount)
    }

    @Test(arguments: ["•", "1.", "(a)", "2.1", "iv)"])
    func labelsOfListItemsAreTold(_ text: String) throws { #expect(try traits(text).isListLabel) }

    @Test(arguments: ["12", "2025.", "the", "a"]) func otherWordsAreNoLabels(_ text: String) throws {
        #expect(try !traits(text).isListLabel)
    }

    @Test func leadersAndFiguresAreToldAtTheEnd() throws {
        #expect(try traits("Parks.....").endsInLeader && !traits("Parks...").endsInLeader)
        #expect(try traits("12%").endsInFigure && traits("(3)").endsInFigure && !traits("3rd").endsInFigure)
    }
}
