import PaperModel
import Testing

@testable import Tracing

/// Verdicts over a few made-up places.
@Suite struct TracerTests {
    /// A place that prints an amount in a sentence.
    private func place(
        _ id: Int, _ printed: String, _ value: Int, half: Int = 0, _ sentence: String, document: String = "a", title: String = "",
        date: String? = nil, role: Role = .reported
    ) -> Place {
        var paper = TracedPaper(document: document, path: document + ".pdf")
        paper.date = date
        let interval = half > 0 ? ClosedInterval(min: Amount(value - half), max: Amount(value + half)) : nil
        var place = Place(
            id: "\(document)#f\(id)", paper: paper, page: 1, printed: printed,
            range: AmountRange(.single(Amount(value)), interval: interval),
            value: String(value), sentence: sentence, context: Place.Context(around: sentence, titles: title), role: role)
        place.kind = .money
        place.unit = "GBP"
        if let range = sentence.firstRange(of: printed) {
            let start = sentence.utf8.distance(from: sentence.startIndex, to: range.lowerBound)
            place.hit = start..<start + printed.utf8.count
        }
        return place
    }

    private func claim(_ text: String, _ printed: String, _ value: Int, half: Int) -> Claim {
        var figure = Figure(kind: .money, spans: [], value: .single(Amount(value)), unit: "GBP", rule: "test")
        figure.interval = ClosedInterval(min: Amount(value - half), max: Amount(value + half))
        let start = text.firstRange(of: printed).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } ?? 0
        return Claim(text, figures: [(figure, printed, start..<start + printed.utf8.count)])
    }

    private func trace(_ claim: Claim, _ places: [Place]) -> Trace {
        let tracer = Tracer(claim, subject: claim.subject, figures: 5_000)
        return tracer.trace(tracer.judge(places))
    }

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
        let tracer = Tracer(claim, subject: subject, figures: 800)
        #expect(tracer.trace(tracer.judge(places)).verdict == .notFound)
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
