internal import PaperModel
internal import Tracing

/// How well a text fits a query: the words it has, those that stand together counting more.
struct PassageScorer {
    private let finder: GroupFinder
    private let weights: [Double]
    private let total: Double

    /// Groups that are no pairs of others: the first.
    private let plain: Int
    /// Groups that name what money or staff is said to be.
    private let senses: [String: [Int]]

    /// Takes what is looked for, the first `plain` of it words and the others pairs of them, with their weights.
    init(_ groups: [SearchQuery.Group], plain: Int, weights: [Double]) {
        self.plain = plain
        var senses: [String: [Int]] = [:]
        for (index, group) in groups.prefix(plain).enumerated() {
            for phrase in group.phrases where phrase.words.count == 1 {
                for sense in Figure.Sense.allCases where Stem.of(sense.rawValue) == Stem.of(phrase.words[0]) {
                    senses[sense.rawValue, default: []].append(index)
                }
            }
        }
        self.senses = senses
        finder = GroupFinder(groups)
        self.weights = weights
        total = max(weights.reduce(0, +), .leastNormalMagnitude)
    }

    /// How a text fits.
    struct Match {
        var score: Double
        /// What was found in the text, by bytes.
        var hits: [Range<Int>]
        /// The stretch where most of it stands together.
        var window: Range<Int>?

        /// A line of the text around the best of it.
        func line(of text: String) -> (text: String, marks: [Range<Int>]) {
            Line.cut(text, around: window ?? 0..<0, marking: hits)
        }
    }

    /// Words within which what stands together belongs together: two or three sentences.
    private static let windowWords = 50
    /// How much counts what stands in the window, elsewhere in the text, in the headings, in the title of the paper.
    private static let nearness = (window: 1.0, text: 0.55, headings: 0.5, title: 0.35)
    /// How much a page gains that speaks of it again and again, at most.
    private static let often = 0.3

    func match(text: String, headings: String, title: String) -> Match {
        guard !weights.isEmpty else { return Match(score: 0, hits: [], window: nil) }
        let hits = finder.hits(in: text)
        let best = window(hits)
        let inHeadings = Set(finder.hits(in: headings).map(\.group))
        let inTitle = Set(finder.hits(in: title).map(\.group))
        var counts = [Int](repeating: 0, count: weights.count)
        for hit in hits { counts[hit.group] += 1 }
        let inWindow = Set(hits[best].map(\.group))
        var score = 0.0
        for (group, weight) in weights.enumerated() {
            var place = 0.0
            if inTitle.contains(group) { place = PassageScorer.nearness.title }
            if inHeadings.contains(group) { place = max(place, PassageScorer.nearness.headings) }
            if counts[group] > 0 { place = max(place, PassageScorer.nearness.text) }
            if inWindow.contains(group) { place = PassageScorer.nearness.window }
            let repeated = 1 - 1 / Double(1 + max(0, counts[group] - 1))
            score += weight / total * (place + (counts[group] > 0 ? PassageScorer.often * repeated : 0))
        }
        let range = hits[best].first.flatMap { first in hits[best].last.map { first.range.lowerBound..<$0.range.upperBound } }
        return Match(score: score / (1 + PassageScorer.often), hits: hits.map(\.range), window: range)
    }

    /// The hits of the stretch that has most of the weight; of equals the first.
    /// Bytes around an amount within which a word speaks of it: three or four lines.
    private static let reach = 300

    /// How much of the query, without its pairs, stands around the amount that does best: its place in the text, and what the money is said
    /// to be. People who search these papers look for amounts.
    func amounts(_ figures: [(start: Int, sense: String?)], text: String, headings: String) -> Double {
        guard !figures.isEmpty, plain > 0 else { return 0 }
        let hits = finder.hits(in: text).filter { $0.group < plain }
        let inHeadings = Set(finder.hits(in: headings).map(\.group))
        let whole = max(weights.prefix(plain).reduce(0, +), .leastNormalMagnitude)
        var best = 0.0
        for figure in figures {
            var found: Set<Int> = []
            for hit in hits where abs(hit.range.lowerBound - figure.start) <= PassageScorer.reach { found.insert(hit.group) }
            for group in senses[figure.sense ?? ""] ?? [] { found.insert(group) }
            let share = (0..<plain).reduce(0.0) { sum, group in
                sum
                    + (found.contains(group)
                        ? weights[group] : inHeadings.contains(group) ? PassageScorer.nearness.headings * weights[group] : 0)
            }
            best = max(best, share / whole)
        }
        return best
    }

    private func window(_ hits: [GroupFinder.Hit]) -> Range<Int> {
        var best = 0..<0
        var most = 0.0
        var counts = [Int](repeating: 0, count: weights.count)
        var sum = 0.0
        var start = 0
        for end in hits.indices {
            if counts[hits[end].group] == 0 { sum += weights[hits[end].group] }
            counts[hits[end].group] += 1
            while hits[end].word - hits[start].word > PassageScorer.windowWords {
                counts[hits[start].group] -= 1
                if counts[hits[start].group] == 0 { sum -= weights[hits[start].group] }
                start += 1
            }
            // Rounding of sums must not decide.
            if sum > most + 1e-9 {
                most = sum
                best = start..<end + 1
            }
        }
        return best
    }
}

/// Finds the groups of a query in texts.
struct GroupFinder {
    struct Hit {
        var group: Int
        /// Number of the word in the text.
        var word: Int
        var range: Range<Int>
    }

    fileprivate struct Phrase {
        var group: Int
        var stems: [String]
        var prefix: String?
    }

    private let phrases: [Phrase]
    private let starts: WordStarts

    init(_ groups: [SearchQuery.Group]) {
        phrases = groups.enumerated().flatMap { group, own in
            own.phrases.map { phrase in
                let whole = phrase.isPrefix ? phrase.words.dropLast() : phrase.words[...]
                return Phrase(group: group, stems: whole.map { Stem.of($0) }, prefix: phrase.isPrefix ? phrase.words.last : nil)
            }
        }
        starts = WordStarts(phrases.flatMap { $0.stems + [$0.prefix].compactMap { $0 } })
    }

    func hits(in text: String) -> [Hit] {
        var hits: [Hit] = []
        // Words that can be part of a phrase, with their numbers.
        var words: [(number: Int, letters: String, stem: String, range: Range<Int>)] = []
        Word.each(in: text, starts: starts) { number, word, range in words.append((number, word, Stem.of(word), range)) }
        for (index, word) in words.enumerated() {
            for phrase in phrases {
                if let end = phrase.end(at: index, of: words) {
                    hits.append(Hit(group: phrase.group, word: word.number, range: word.range.lowerBound..<words[end].range.upperBound))
                }
            }
        }
        return hits
    }
}

extension GroupFinder.Phrase {
    /// The last word of the phrase where it begins at a word; nil where it doesn't.
    fileprivate func end(at start: Int, of words: [(number: Int, letters: String, stem: String, range: Range<Int>)]) -> Int? {
        var index = start
        for (offset, stem) in stems.enumerated() {
            guard index < words.count, words[index].stem == stem, words[index].number == words[start].number + offset else { return nil }
            index += 1
        }
        if let prefix {
            guard index < words.count, words[index].letters.hasPrefix(prefix), words[index].number == words[start].number + stems.count
            else {
                return nil
            }
            index += 1
        }
        return index > start ? index - 1 : nil
    }
}
