/// How a place that states the claim speaks of the thing, to find it again with other amounts.
struct SeriesModel {
    private let labels: Set<String>
    private let sentence: Set<String>
    private let unit: String?

    init(_ mention: Mention) {
        labels = SeriesModel.stems(mention.place.context.labels)
        sentence = SeriesModel.stems(mention.place.sentence)
        unit = mention.place.unit
    }

    /// How alike another place is, 0 to 1: the words that both have of those that one of them has, in the sentence or in the labels.
    func likeness(to place: Place) -> Double {
        guard unit == nil || place.unit == unit else { return 0 }
        return max(
            SeriesModel.overlap(sentence, SeriesModel.stems(place.sentence)), SeriesModel.overlap(labels, SeriesModel.stems(place.context.labels)))
    }

    /// Fewer words are alike by chance.
    private static let fewestWords = 3

    private static func overlap(_ a: Set<String>, _ b: Set<String>) -> Double {
        guard a.count >= fewestWords, b.count >= fewestWords else { return 0 }
        let both = a.intersection(b).count
        return Double(both) / Double(a.count + b.count - both)
    }

    /// The words that say something: no numbers, no function words.
    private static func stems(_ text: String) -> Set<String> {
        Set(
            Word.all(in: text).lazy.filter { word in
                !StopWords.contains(word.letters) && !word.letters.utf8.contains { $0 >= 48 && $0 <= 57 }
            }.map(\.stem))
    }
}
