import PaperModel
import RuleEngine
import TestSupport
import Testing

@testable import Extraction

@Suite struct PhraseTests {
    private func words(_ text: String, figure: String? = nil) throws -> SentenceWords {
        let normalised = NormalisedText(text)
        // The figure ends the text.
        let figures = figure.map { [normalised.count - $0.utf8.count..<normalised.count] }
        return SentenceWords(
            normalised, in: 0..<normalised.count, figures: figures ?? [], vocabulary: PhraseVocabulary(try Checkout.ruleBook.get()))
    }

    @Test(arguments: [
        ("the refurbishment of the village hall was late", "refurbishment of the village hall"),
        ("Dedicated Schools Grant (DSG) funding", "Dedicated Schools Grant (DSG) funding"),
        ("nutrient mitigation in East Marsh for 2025", "nutrient mitigation in East Marsh"),
        ("supply, services or design contract; or", "supply, services or design contract"),
        ("benches and 5 new bins", "benches"),
        ("Department for Education said", "Department for Education"),
    ])
    func aPhraseEndsWhereItsNounsEnd(text: String, expected: String) throws {
        let words = try words(text)
        #expect(words.printed(words.phrase(from: 0)) == expected)
    }

    @Test(arguments: [
        ("an overspend on school budgets of £3m", "an overspend+school budgets", ""),
        ("The service spent £3m", "", "spent"),
        ("The cost of the works, including fees, is £3m", "The cost+the works", ""),
        ("The contract, worth £3m", "The contract", ""),
    ])
    func whatGovernsAFigure(text: String, phrases: String, verb: String) throws {
        let words = try words(text, figure: "£3m")
        let governing = words.governing(try #require(words.figures.first))
        #expect(governing.phrases.map(words.printed).joined(separator: "+") == phrases)
        #expect(governing.verb.map { words.small($0) } ?? "" == verb || verb.isEmpty)
    }

    @Test(arguments: [
        ("2024/25", true), ("the next financial year", true), ("30 November 2024", true), ("three years", true), ("2023 outturn", false),
        ("parks", false),
    ])
    func timesAreTold(text: String, expected: Bool) throws {
        #expect(try words(text).isTime(0) == expected)
    }
}
