internal import Tracing

/// Finds the groups of a query in texts. It remembers the words and the headings that it has met: those of one page are met on the next.
final class GroupFinder {
    struct Hit {
        var group: Int
        /// Number of the word in the text.
        var word: Int
        var range: Range<Int>
        /// What it counts beside the word that was asked for.
        var share: Double
    }

    fileprivate struct Phrase {
        var group: Int
        /// Numbers of its stems.
        var stems: [Int]
        var prefix: String?
        var share: Double
    }

    /// A word of a text that can be part of a phrase.
    fileprivate struct Met {
        var number: Int
        var letters: String
        /// Number of its stem; nil for a word that only begins as one that is looked for.
        var stem: Int?
        var range: Range<Int>
    }

    private let phrases: [Phrase]
    private let prefixes: [String]
    private let numbers: [String: Int]
    private let starts: WordStarts
    private var stems: [String: Int?] = [:]
    private var repeated: [String: [Hit]] = [:]

    /// Texts that are remembered; a query meets a few hundred.
    private static let mostRepeated = 20_000

    init(_ groups: [SearchQuery.Group]) {
        var numbers: [String: Int] = [:]
        phrases = groups.enumerated().flatMap { group, own in
            own.phrases.map { phrase in
                let whole = phrase.isPrefix ? phrase.words.dropLast() : phrase.words[...]
                let stems = whole.map { word in
                    let stem = Stem.of(word)
                    let number = numbers[stem] ?? numbers.count
                    numbers[stem] = number
                    return number
                }
                return Phrase(
                    group: group, stems: stems, prefix: phrase.isPrefix ? phrase.words.last : nil,
                    share: phrase.share)
            }
        }
        prefixes = phrases.compactMap(\.prefix)
        self.numbers = numbers
        starts = WordStarts(Array(numbers.keys) + prefixes)
    }

    func hits(in text: String) -> [Hit] {
        var words: [Met] = []
        Word.each(in: text, starts: starts) { number, letters, range in
            let stem = stem(of: letters)
            guard stem != nil || prefixes.contains(where: letters.hasPrefix) else { return }
            words.append(Met(number: number, letters: letters, stem: stem, range: range))
        }
        var hits: [Hit] = []
        for index in words.indices {
            for phrase in phrases {
                guard let end = phrase.end(at: index, of: words) else { continue }
                hits.append(
                    Hit(
                        group: phrase.group, word: words[index].number,
                        range: words[index].range.lowerBound..<words[end].range.upperBound, share: phrase.share))
            }
        }
        return hits
    }

    /// The same for a text that many passages have.
    func hitsAgain(in text: String) -> [Hit] {
        if let known = repeated[text] { return known }
        let found = hits(in: text)
        if repeated.count < GroupFinder.mostRepeated { repeated[text] = found }
        return found
    }

    private func stem(of letters: String) -> Int? {
        if let known = stems[letters] { return known }
        let stem = numbers[Stem.of(letters)]
        stems[letters] = .some(stem)
        return stem
    }
}

extension GroupFinder.Phrase {
    /// The last word of the phrase where it begins at a word; nil where it doesn't.
    fileprivate func end(at start: Int, of words: [GroupFinder.Met]) -> Int? {
        var index = start
        for (offset, stem) in stems.enumerated() {
            guard index < words.count, words[index].stem == stem, words[index].number == words[start].number + offset else { return nil }
            index += 1
        }
        if let prefix {
            guard index < words.count, words[index].letters.hasPrefix(prefix), words[index].number == words[start].number + stems.count
            else { return nil }
            index += 1
        }
        return index > start ? index - 1 : nil
    }
}
