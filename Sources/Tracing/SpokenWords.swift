/// The words with which a place speaks of its amount, to find the same thing with other amounts.
struct SpokenWords {
    private let labels: Set<String>
    private let sentence: Set<String>
    private let clause: Set<String>
    private let unit: String?

    /// The words of sentences that come again: copies of a paper, rows of a table with the same labels.
    struct Cache {
        fileprivate var stems: [String: Set<String>] = [:]

        fileprivate mutating func stems(_ text: String) -> Set<String> {
            if let known = stems[text] { return known }
            let found = SpokenWords.stems(text)
            stems[text] = found
            return found
        }
    }

    init(_ place: Place, _ cache: inout Cache) {
        labels = cache.stems(place.context.labels)
        sentence = cache.stems(place.sentence)
        clause = cache.stems(place.clause)
        unit = place.unit
    }

    /// How alike two places are, 0 to 1: the words that both have of those that one of them has, in the labels, or in the sentence and next
    /// to the amount: a long sentence of a budget states an amount of each of many things.
    func likeness(to other: SpokenWords) -> Double {
        guard unit == nil || other.unit == nil || unit == other.unit else { return 0 }
        let said = (SpokenWords.overlap(sentence, other.sentence) + SpokenWords.overlap(clause, other.clause)) / 2
        return max(said, SpokenWords.overlap(labels, other.labels))
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
