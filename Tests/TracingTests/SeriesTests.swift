import PaperModel
import Testing

@testable import Tracing

/// The same thing with other amounts, over a few made-up places.
@Suite struct SeriesTests: MadePlaces {
    @Test func aSeriesBeginsWithAmountsOfItsSize() {
        func sentence(_ amount: String) -> String { "A pressure of \(amount) on transport for children at Norbury" }
        let places = [
            place(1, "£12,000", 12_000, sentence("£12,000")), place(2, "£9.4m", 9_400_000, half: 50_000, sentence("£9.4m"), document: "b"),
            place(3, "£5.2m", 5_200_000, half: 50_000, sentence("£5.2m"), document: "c"),
        ]
        let trace = trace(claim("Transport for children at Norbury costs £5.2m", "£5.2m", 5_200_000, half: 50_000), places)
        #expect(trace.mentions.map(\.place.id) == ["c#f3"])
        #expect(trace.series.map(\.place.printed) == ["£9.4m", "£12,000"], "the smaller is a part of it, or a change")
    }

    @Test func anAmountOfTheSeriesIsFoundInOtherWords() {
        let places = [
            place(1, "£8.14m", 8_140_000, half: 5_000, "A pressure of £8.14m on transport for children at Norbury"),
            place(2, "£8.14m", 8_140_000, half: 5_000, "For Norbury £8.14m is set aside", document: "b"),
            place(3, "£7.33m", 7_330_000, half: 5_000, "For Norbury £7.33m is set aside", document: "c"),
            place(4, "£8.14m", 8_140_000, half: 5_000, "Street lights were replaced for £8.14m", document: "d"),
        ]
        let trace = trace(claim("Transport for children at Norbury is £5.2m", "£5.2m", 5_200_000, half: 50_000), places)
        #expect(trace.verdict == .differs)
        #expect(trace.series.map(\.place.id) == ["a#f1", "b#f2"])
    }

    /// Cells of a row of a table: number, amount as printed, its pounds, heading of its column.
    private func row(_ name: String, _ cells: [(id: Int, printed: String, value: Int, column: String)], document: String = "t") -> [Place] {
        let sentence = ([name] + cells.map(\.printed)).joined(separator: "\t")
        return cells.map { cell in
            var place = place(cell.id, cell.printed, cell.value, half: 50_000, sentence, document: document, role: .tabulated)
            place.context.labels = [name, cell.column].joined(separator: "\n")
            place.column = cell.column
            return place
        }
    }

    @Test func theRowOfAClaimTellsItOfOtherYears() {
        var cells = row(
            "Ferries to Norbury",
            [
                (1, "5.2", 5_200_000, "2024-25"), (2, "6.1", 6_100_000, "2025-26"), (3, "4.4", 4_400_000, "Crews"),
                (4, "0.9", 900_000, "2026-27"),
            ]
        )
        cells[3].isChange = true
        // One word of the claim stands there, which is too few for a series by words.
        let claim = claim("Islanders get ferries for £5.2m", "£5.2m", 5_200_000, half: 50_000)
        let trace = trace(claim, cells)
        #expect(trace.mentions.map(\.place.printed) == ["5.2"])
        #expect(trace.series.first?.place.printed == "6.1", "columns of years, and no change")
        #expect((trace.series.first?.score ?? 0) > 0.7)
        #expect(trace.series.dropFirst().allSatisfy { $0.score < 0.7 })
    }

    @Test func columnsOfTimesAndVersionsAreTold() {
        for heading in ["2025-26", "Initial draft (Nov 2024)", "Revised budget", "Forecast outturn", "Year 2"] {
            #expect(VersionColumn.names(heading), "\(heading)")
        }
        for heading in ["", "Crews", "Total", "North Penhurst"] { #expect(!VersionColumn.names(heading), "\(heading)") }
    }

    @Test func roundingsOfAnAmountOfTheSeriesBelongToIt() {
        let places = [
            place(1, "£8.14m", 8_140_000, half: 5_000, "A pressure of £8.14m on transport for children at Norbury"),
            place(2, "£8,138,712", 8_138_712, "For Norbury £8,138,712 is set aside", document: "b"),
            place(3, "£8,151,712", 8_151_712, "For Norbury £8,151,712 is set aside", document: "c"),
        ]
        let trace = trace(claim("Transport for children at Norbury is £5.2m", "£5.2m", 5_200_000, half: 50_000), places)
        #expect(trace.series.map(\.place.id) == ["a#f1", "b#f2"], "8.15 is another amount")
    }

    @Test func aLongSentenceStatesManyThings() {
        func sentence(_ first: String, _ second: String) -> String {
            """
            Of what the county gives in the coming year to the places along the river and the coast, \(first) goes to the harbour wall of \
            Penhurst for stones and for the wages of masons, and, since the winter was long and the boats of the lifeguards had to be mended \
            again and again, \(second) goes to lifeguards on the beaches of Norbury who watch from May to September.
            """
        }
        let places = [
            place(1, "£5.2m", 5_200_000, half: 50_000, sentence("£4.9m", "£5.2m")),
            place(2, "£5.4m", 5_400_000, half: 50_000, sentence("£4.8m", "£5.4m"), document: "b"),
            place(3, "£4.8m", 4_800_000, half: 50_000, sentence("£4.8m", "£5.4m"), document: "b"),
        ]
        let trace = trace(claim("Lifeguards on the beaches of Norbury get £5.2m", "£5.2m", 5_200_000, half: 50_000), places)
        #expect(trace.mentions.map(\.place.id) == ["a#f1"])
        #expect(trace.series.map(\.place.id).first == "b#f2", "the amount that has the same words beside it")
    }

    @Test func aNumberThatCountsIsNoMoney() {
        let fines = [place(1, "£60", 60, "A fine at Norbury is £60 for each of the notices issued")]
        let claim = Claim("Norbury issued 72,472 notices of a fine", figures: [])
        #expect(claim.amounts.count == 1)
        #expect(trace(claim, fines).verdict == .notFound)
    }
}
