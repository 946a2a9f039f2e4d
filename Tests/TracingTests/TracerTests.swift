import PaperModel
import Testing

@testable import Tracing

/// Verdicts over a few made-up places.
@Suite struct TracerTests: MadePlaces {
    private var papers: [Place] {
        [
            place(1, "£8.1m", 8_100_000, half: 50_000, "A pressure of £8.1m on transport for children at Norbury", date: "2025-01-10"),
            place(2, "£8,096,000", 8_096_000, "Transport for children at Norbury will cost £8,096,000", document: "b", date: "2024-12-01"),
            place(3, "£8.1m", 8_100_000, half: 50_000, "Street lights were replaced for £8.1m", document: "c"),
            place(4, "£9.4m", 9_400_000, half: 50_000, "A pressure of £9.4m on transport for children at Norbury", document: "d"),
        ]
    }

    @Test func theAmountOfTheThingSupports() {
        let trace = trace(claim("Transport for children at Norbury is £8.1m over", "£8.1m", 8_100_000, half: 50_000), papers)
        #expect(trace.verdict == .supported)
        #expect(trace.mentions.map(\.place.id) == ["a#f1", "b#f2"])
        #expect(trace.mentions.map(\.relation) == [.states, .roundsTo])
        #expect(trace.alone.map(\.place.id) == ["c#f3"])
        #expect(trace.series.map(\.place.id) == ["d#f4"])
        #expect(trace.timeline.map(\.place.id) == ["b#f2", "a#f1"])
    }

    @Test func anotherAmountOfTheThingDiffers() {
        let trace = trace(claim("Transport for children at Norbury costs £5.2m", "£5.2m", 5_200_000, half: 50_000), papers)
        #expect(trace.verdict == .differs)
        #expect(trace.mentions.isEmpty)
        #expect(trace.series.count == 3)
    }

    @Test func aClaimWithoutAnAmountIsAnsweredWithItsSubject() {
        let trace = trace(Claim("Transport for children at Norbury", figures: []), papers)
        #expect(trace.verdict == .notFound)
        #expect(trace.why.hasPrefix("the claim has no amount to check; the papers state £"))
        #expect(Set(trace.series.map(\.place.id)) == ["a#f1", "b#f2", "d#f4"])
        #expect(
            self.trace(Claim("Lidos of Penhurst", figures: []), papers).why
                == "the claim has no amount, and the papers state none by its words")
    }

    @Test func theNameOfTheBodyIsNoSubject() {
        var other = place(1, "£9.4m", 9_400_000, half: 50_000, "East Norbury holds £9.4m in bonds")
        other.paper.organisation = "East Norbury Council"
        let claim = claim("East Norbury got £5.2m", "£5.2m", 5_200_000, half: 50_000)
        #expect(trace(claim, [other]).verdict == .notFound)
        other.paper.organisation = "Penhurst Council"
        #expect(trace(claim, [other]).verdict == .differs)
    }

    @Test func theNameOfTheBodyHelpsNoneOfItsPapers() {
        var own = place(1, "£5.2m", 5_200_000, half: 50_000, "Bonds of East Norbury are worth £5.2m")
        own.paper.organisation = "East Norbury Council"
        let claim = claim("East Norbury spends £5.2m on a lido at the harbour", "£5.2m", 5_200_000, half: 50_000)
        #expect(trace(claim, [own]).verdict == .notFound)
        own.paper.organisation = "Penhurst Council"
        #expect(trace(claim, [own]).verdict == .supported, "to another body it is a name like others")
    }

    @Test func whatAnotherBodySaysIsNotSaidOfTheOneThatTheClaimNames() {
        var other = place(1, "£5.2m", 5_200_000, half: 50_000, "The pier and the lido were painted for £5.2m")
        other.paper.organisation = "Penhurst Council"
        let claim = claim("Norbury painted the pier and the lido for £5.2m", "£5.2m", 5_200_000, half: 50_000)
        func verdict(_ bodies: [String]) -> Trace.Verdict {
            Tracer(claim, subject: claim.subject, figures: 5_000, bodies: bodies).trace([other]).verdict
        }
        #expect(verdict(["Penhurst Council", "Norbury Parish Council"]) == .notFound)
        #expect(verdict(["Penhurst Council"]) == .supported, "Norbury may be a place of Penhurst")
        other.context.around = "Norbury"
        #expect(verdict(["Penhurst Council", "Norbury Parish Council"]) == .supported)
    }

    @Test func aWideClaimIsStatedByItsWords() {
        let text = "Painting the pier and the lido costs between £20,000 and £25,000"
        var figure = Figure(
            kind: .money, spans: [], value: .range(low: Amount(20_000), high: Amount(25_000)), unit: "GBP", rule: "test")
        figure.interval = nil
        let printed = "between £20,000 and £25,000"
        let start = text.utf8.count - printed.utf8.count
        let claim = Claim(text, figures: [(figure, printed, start..<text.utf8.count)])
        #expect(trace(claim, [place(1, "£22,540", 22_540, "Painting of trams: £22,540")]).verdict == .notFound)
        var wide = place(
            1, "between £20,000 and £25,000", 22_500, half: 2_500, "Painting the pier and the lido costs between £20,000 and £25,000")
        wide.ends = ("20000", "25000")
        #expect(trace(claim, [wide]).verdict == .supported)
        let single = self.claim("Painting the pier and the lido costs £23,000", "£23,000", 23_000, half: 0)
        #expect(trace(single, [wide]).mentions.isEmpty, "the papers leave more open than the claim")
        #expect(trace(claim, [place(1, "£22,540", 22_540, "Painting the pier and the lido costs £22,540")]).verdict == .supported)
    }

    @Test func anAmountOfManyDigitsNeedsFewWordsWhereTheClaimIsStated() {
        let places = [
            place(1, "£8,123,400", 8_123_400, "Transport for children at Norbury will cost £8,123,400"),
            place(2, "£8,123,400", 8_123_400, "Total for Norbury: £8,123,400", document: "b"),
            place(3, "£8,123,400", 8_123_400, "Street lights were replaced for £8,123,400", document: "c"),
        ]
        // Many places speak of Norbury, so that two words of it alone would be chance.
        let others = (10..<700).map { place($0, "£\($0)", $0, "Norbury got £\($0)", document: "z") }
        let trace = trace(claim("Transport for children at Norbury is £8,123,400", "£8,123,400", 8_123_400, half: 0), places + others)
        #expect(trace.mentions.map(\.place.id) == ["a#f1", "b#f2"])
    }

    @Test func aRounderAmountSupportsNothingThatAFinerRefutes() {
        let places = [
            place(1, "£8m", 8_000_000, half: 500_000, "Some £8m for Norbury"),
            place(2, "£8.1m", 8_100_000, half: 50_000, "A pressure of £8.1m on transport for children at Norbury", document: "b"),
        ]
        let claim = claim("Transport for children at Norbury is £8.3m over", "£8.3m", 8_300_000, half: 50_000)
        let trace = trace(claim, places)
        #expect(trace.verdict == .differs)
        #expect(trace.mentions.isEmpty)
        #expect(self.trace(claim, [places[0]]).verdict == .supported)
    }

    @Test func wordsAndZerosSayHowExactAClaimIs() {
        func range(_ printed: String, _ value: Int, half: Int, isApproximate: Bool = false) -> AmountRange? {
            var figure = Figure(kind: .money, spans: [], value: .single(Amount(value)), unit: "GBP", rule: "test")
            figure.interval = ClosedInterval(min: Amount(value - half), max: Amount(value + half))
            figure.isApproximate = isApproximate
            return Claim(printed, figures: [(figure, printed, 0..<printed.utf8.count)]).amounts.first?.range
        }
        // "Around £752m" is said of £757m, and not of £770m.
        let around = range("around £752m", 752_000_000, half: 500_000, isApproximate: true)
        #expect(around?.contains(Amount(757_000_000)) == true)
        #expect(around?.contains(Amount(770_000_000)) == false)
        #expect(range("around £750m", 750_000_000, half: 500_000, isApproximate: true)?.contains(Amount(757_000_000)) == true)
        #expect(range("around £1m", 1_000_000, half: 500_000, isApproximate: true)?.contains(Amount(640_000)) == false)
        // A wider claim has no digits that could be cut.
        #expect(around.map { Closeness.of(AmountRange(.single(Amount(763_000_000))), to: $0) } == .some(nil))
        // A zero behind the point counts.
        #expect(range("£174.0m", 174_000_000, half: 50_000)?.contains(Amount(174_275_000)) == false)
        #expect(range("£174m", 174_000_000, half: 500_000)?.contains(Amount(174_275_000)) == true)
    }

    @Test func aNumberWithoutAUnitHasTheDigitsOfTheClaim() {
        func cell(_ id: Int, _ printed: String, _ value: Int) -> Place {
            var cell = place(id, printed, value, "Transport for children at Norbury\t" + printed, role: .tabulated)
            (cell.unit, cell.kind) = (nil, nil)
            return cell
        }
        func stating(_ text: String, _ printed: String, _ value: Int, half: Int) -> [String] {
            trace(claim(text, printed, value, half: half), [cell(1, "8,123", 8_123_000), cell(2, "8,490", 8_490_000)]).mentions.map(
                \.place.id)
        }
        #expect(stating("Transport for children at Norbury is £8.1m", "£8.1m", 8_100_000, half: 50_000) == ["a#f1"])
        #expect(stating("Transport for children at Norbury is £8m", "£8m", 8_000_000, half: 500_000).isEmpty, "one digit is any number")
    }

    @Test func theAmountAloneIsNothing() {
        let trace = trace(claim("The lido at Penhurst was sold for £8.1m", "£8.1m", 8_100_000, half: 50_000), papers)
        #expect(trace.verdict == .notFound)
        #expect(trace.mentions.isEmpty)
        #expect(trace.byNumberAlone == 3)
    }

    @Test func wordsThatAnyClaimHasTellNothing() {
        let places = [place(1, "£6.84m", 6_840_000, half: 5_000, "Councillors were told that we spent £6.84m on patching")]
        let claim = claim("Councillors spent £7m on a monorail", "£7m", 7_000_000, half: 500_000)
        let subject = claim.subject.weighted(total: 50) { ["councillors": 9, "spent": 12][$0.word] ?? 0 }
        #expect(Tracer(claim, subject: subject, figures: 800).trace(places).verdict == .notFound)
    }

    @Test func copiesAreFolded() {
        let sentence = "A pressure of £8.1m on transport for children at Norbury"
        let copies =
            papers + [
                place(9, "£8.1m", 8_100_000, half: 50_000, sentence.split(separator: " ").joined(separator: "\n"), document: "e")
            ]
        let trace = trace(claim("Transport for children at Norbury is £8.1m over", "£8.1m", 8_100_000, half: 50_000), copies)
        #expect(trace.mentions.map(\.twinOf) == [nil, "a#f1", nil])
    }

    @Test func placesThatHaveNothingToDoWithItChangeNoOrder() {
        let claim = claim("Transport for children at Norbury is £8.1m over", "£8.1m", 8_100_000, half: 50_000)
        let alone = trace(claim, papers).mentions.map(\.place.id)
        let others = (10..<60).map { place($0, "£\($0)", $0, "Grants of £\($0) to village halls", document: "z") }
        #expect(trace(claim, papers + others).mentions.map(\.place.id) == alone)
        #expect(trace(claim, others + papers.reversed()).mentions.map(\.place.id) == alone)
    }

    @Test func rolesFollowBusiness() {
        #expect(Role(segment: .question, outcome: nil, isCell: false) == .asked)
        #expect(Role(segment: .supplementaryReply, outcome: nil, isCell: true) == .answered)
        #expect(Role(segment: .resolution, outcome: .noted, isCell: false) == .noted)
        #expect(Role(segment: .resolution, outcome: .carried, isCell: false) == .resolved)
        #expect(Role(segment: .section, outcome: nil, isCell: true) == .tabulated)
        #expect(Role.allCases.sorted() == Role.allCases)
    }

    @Test func numbersWithoutASignAreRead() {
        let figures: [(figure: Figure, text: String, bytes: Range<Int>)] = []
        #expect(Claim("School transport is 8.6m under budget", figures: figures).amounts.map(\.range.stated) == [Amount(8_600_000)])
        #expect(
            Claim("They employ 2,370 staff", figures: figures).amounts.first?.range.contains(Amount(coefficient: 23_703, scale: 1)) == true)
        for text in ["The 18-25 service on the A28 in 2025/26", "item 7", "by 2030", "24/00093", "5%"] {
            #expect(Claim(text, figures: figures).amounts.isEmpty, "\(text)")
        }
    }
}
