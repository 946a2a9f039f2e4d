import PaperModel
import Testing

@testable import EvidencePage
@testable import Tracing

/// Sentences of a trace.
@Suite struct SaidOnceTests {
    @Test func aSentenceIsReadOnce() {
        func mention(_ id: String, _ printed: String, at start: Int) -> Mention {
            let sentence = "Quays cost\n£2m,  the lido £3m."
            var place = Place(
                id: id, paper: TracedPaper(document: "sha256:a", path: "a.pdf"), page: 1, printed: printed,
                range: AmountRange(low: .zero, high: .zero, stated: .zero), value: nil, sentence: sentence, context: Place.Context(),
                role: .reported)
            place.hit = start..<start + printed.utf8.count
            return Mention(place: place, relation: .differs, closeness: nil, words: 1, deciding: [], score: 1)
        }
        var other = mention("sha256:a#f3", "£2m", at: 11)
        other.place.page = 2
        let said = SaidOnce.all([mention("sha256:a#f2", "£3m", at: 27), other, mention("sha256:a#f1", "£2m", at: 11)])
        #expect(said.map { $0.mentions.map(\.place.id) } == [["sha256:a#f1", "sha256:a#f2"], ["sha256:a#f3"]])
        let (text, marks) = said[0].line
        #expect(MarkedText.markup(text, marks).html == "Quays cost <mark>£2m</mark>, the lido <mark>£3m</mark>.")
    }
}
