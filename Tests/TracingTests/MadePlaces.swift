import PaperModel

@testable import Tracing

/// Tests over made-up places and claims.
protocol MadePlaces {}

extension MadePlaces {
    /// A place that prints an amount in a sentence.
    func place(
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

    func claim(_ text: String, _ printed: String, _ value: Int, half: Int) -> Claim {
        var figure = Figure(kind: .money, spans: [], value: .single(Amount(value)), unit: "GBP", rule: "test")
        figure.interval = ClosedInterval(min: Amount(value - half), max: Amount(value + half))
        let start = text.firstRange(of: printed).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } ?? 0
        return Claim(text, figures: [(figure, printed, start..<start + printed.utf8.count)])
    }

    func trace(_ claim: Claim, _ places: [Place]) -> Trace {
        Tracer(claim, subject: claim.subject, figures: 5_000).trace(places)
    }
}
