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

    /// Bytes of a passage of usual length.
    private let usualBytes: Double

    /// Takes what is looked for, the first `plain` of it words and the others pairs of them, with their weights; `usualBytes` is the mean
    /// length of the passages.
    init(_ groups: [SearchQuery.Group], plain: Int, weights: [Double], usualBytes: Double) {
        self.plain = plain
        self.usualBytes = max(1, usualBytes)
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
        let words = weights.prefix(plain).reduce(0, +)
        let pairs = weights.dropFirst(plain).reduce(0, +)
        total = max(
            words * (PassageScorer.saturation + 1 + PassageScorer.share.window + PassageScorer.share.amount)
                + pairs * PassageScorer.share.pair * (PassageScorer.saturation + 1), .leastNormalMagnitude)
    }

    /// How a text fits.
    struct Match {
        var score: Double
        /// What was found in the text.
        var hits: [GroupFinder.Hit]
        /// The stretch where most of it stands together.
        var window: Range<Int>?

        /// A line of the text around the best of it.
        func line(of text: String) -> (text: String, marks: [Range<Int>]) {
            Line.cut(text, around: window ?? 0..<0, marking: hits.map(\.range))
        }
    }

    /// Words within which what stands together belongs together: a sentence or two.
    private static let windowWords = 30
    /// How soon a word that stands there again and again tells no more, and how much a long text is set back: BM25 (Robertson and Zaragoza,
    /// "The Probabilistic Relevance Framework", 2009), in the range that they give.
    private static let saturation = 1.5
    private static let lengthShare = 0.5
    /// What a word of the headings and of the titles counts beside one of the text: every page of a paper has its titles.
    private static let column = (headings: 0.7, titles: 0.4)
    /// What counts beside the words: pairs of them that stand together, since both words count already; the sentence that has most of them;
    /// and the amount that has most of them around it, since who searches these papers looks for amounts.
    private static let share = (pair: 0.2, window: 0.5, amount: 0.6)

    /// How a text fits, 0 to 1; `amounts` says of the amounts of it.
    func match(text: String, headings: String, title: String) -> Match {
        guard !weights.isEmpty else { return Match(score: 0, hits: [], window: nil) }
        let hits = finder.hits(in: text)
        let best = window(hits)
        var counts = [Double](repeating: 0, count: weights.count)
        for hit in hits { counts[hit.group] += hit.share }
        for hit in finder.hitsAgain(in: headings) { counts[hit.group] += PassageScorer.column.headings * hit.share }
        for hit in finder.hitsAgain(in: title) { counts[hit.group] += PassageScorer.column.titles * hit.share }
        let length = Double(text.utf8.count) / usualBytes
        let norm = PassageScorer.saturation * (1 - PassageScorer.lengthShare + PassageScorer.lengthShare * length)
        var score = 0.0
        for (group, weight) in weights.enumerated() where counts[group] > 0 {
            let share = group < plain ? 1 : PassageScorer.share.pair
            score += share * weight * counts[group] * (PassageScorer.saturation + 1) / (counts[group] + norm)
        }
        for group in Set(hits[best].map(\.group)) where group < plain {
            score += PassageScorer.share.window * weights[group]
        }
        let range = hits[best].first.flatMap { first in hits[best].last.map { first.range.lowerBound..<$0.range.upperBound } }
        return Match(score: score / total, hits: hits, window: range)
    }

    /// An amount of a text: its byte, the words of its row and column, and what it is said to be.
    struct Amount {
        var start: Int
        var labels: String
        var sense: String?
    }

    /// Bytes around an amount within which a word speaks of it: three or four lines.
    private static let reach = 300
    /// What a word of the headings counts for an amount under them.
    private static let underHeading = 0.5

    /// What the amounts of a text add to its score: how much of the query stands around the one that does best, in its row and column, and
    /// in what it is said to be.
    func amounts(_ figures: [Amount], around match: Match, headings: String) -> Double {
        guard !figures.isEmpty, plain > 0 else { return 0 }
        let hits = match.hits.filter { $0.group < plain }
        let inHeadings = Set(finder.hitsAgain(in: headings).map(\.group))
        var best = 0.0
        for figure in figures {
            var found: Set<Int> = []
            for hit in hits where abs(hit.range.lowerBound - figure.start) <= PassageScorer.reach { found.insert(hit.group) }
            if !figure.labels.isEmpty { for hit in finder.hitsAgain(in: figure.labels) where hit.group < plain { found.insert(hit.group) } }
            for group in senses[figure.sense ?? ""] ?? [] { found.insert(group) }
            let sum = (0..<plain).reduce(0.0) { sum, group in
                sum + (found.contains(group) ? 1 : inHeadings.contains(group) ? PassageScorer.underHeading : 0) * weights[group]
            }
            best = max(best, sum)
        }
        return PassageScorer.share.amount * best / total
    }

    /// The hits of the stretch that has most of the weight of words; of equals the first.
    private func window(_ hits: [GroupFinder.Hit]) -> Range<Int> {
        var best = 0..<0
        var most = 0.0
        var counts = [Int](repeating: 0, count: weights.count)
        var sum = 0.0
        var start = 0
        for end in hits.indices {
            if counts[hits[end].group] == 0, hits[end].group < plain { sum += weights[hits[end].group] }
            counts[hits[end].group] += 1
            while hits[end].word - hits[start].word > PassageScorer.windowWords {
                counts[hits[start].group] -= 1
                if counts[hits[start].group] == 0, hits[start].group < plain { sum -= weights[hits[start].group] }
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
