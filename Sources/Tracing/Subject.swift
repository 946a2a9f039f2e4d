/// What a claim is about: its words without those that say nothing.
public struct Subject: Sendable {
    /// A word of the claim with the other ways to say it.
    public struct Term: Sendable {
        /// The word as the claim has it, in small letters.
        public let word: String
        /// Stems; the first form is the word itself, others are phrases that mean the same. A form of several stems is met where they
        /// stand one behind the other.
        public let forms: [[String]]
        /// The same forms in whole words, for an index that stems by itself.
        public let phrases: [String]
        /// Whether it is a name: a capital letter inside the sentence, or a letter with digits.
        public let isName: Bool
        /// Whether it begins with a capital letter, as names and first words do.
        public var isCapital = false
        /// Whether it is two words that stand together.
        public var isPair = false
        /// How much it says: set by `weighted`.
        public var weight = 1.0
    }

    /// The terms in the order of the claim, none twice.
    public private(set) var terms: [Term]

    /// Reads the words of a text outside `excluded` (bytes of its UTF-8). `abbreviations` are those that the papers themselves explain.
    public init(_ text: String, excluding excluded: [Range<Int>] = [], abbreviations: [Abbreviation] = []) {
        let words = Array(Word.all(in: text).prefix(Subject.mostWords))
        let groups = Subject.everyday + abbreviations.map { [$0.short, $0.long].map { Phrase($0) } }
        var others: [Int: [Phrase]] = [:]
        for group in groups {
            for phrase in group {
                for start in words.indices where phrase.stands(at: start, of: words) {
                    for index in start..<start + phrase.stems.count {
                        others[index, default: []] += group.filter { $0.stems != phrase.stems }
                    }
                }
            }
        }
        var seen: Set<String> = []
        terms = []
        for (index, word) in words.enumerated() where terms.count < Subject.longest {
            let isOutside = !excluded.contains { $0.overlaps(word.range) }
            // A lone letter or digit says nothing.
            guard isOutside, word.letters.utf8.count > 1, !StopWords.contains(word.letters), seen.insert(word.stem).inserted else {
                continue
            }
            let phrases = others[index] ?? []
            terms.append(
                Term(
                    word: word.letters, forms: [[word.stem]] + phrases.map(\.stems), phrases: [word.letters] + phrases.map(\.text),
                    isName: Subject.isName(word, at: index), isCapital: word.isCapital))
            guard index > 0, let pair = Subject.pair(words[index - 1], word, outside: excluded), seen.insert(pair.word).inserted else {
                continue
            }
            terms.append(pair)
        }
    }

    /// The subject without what stands behind its first terms.
    public func shortened(to count: Int) -> Subject {
        var result = self
        result.terms = Array(terms.prefix(count))
        return result
    }

    /// Two words of the claim that stand together and may be the name of something: "service plan" tells more than both apart.
    private static func pair(_ first: Word, _ second: Word, outside excluded: [Range<Int>]) -> Term? {
        guard !StopWords.contains(first.letters), first.letters.utf8.count > 1, second.range.lowerBound - first.range.upperBound <= 3,
            !excluded.contains(where: { $0.overlaps(first.range) })
        else { return nil }
        let text = first.letters + " " + second.letters
        return Term(word: text, forms: [[first.stem, second.stem]], phrases: [text], isName: false, isPair: true)
    }

    /// Terms that are names of some of these bodies: "Penhurst" of "Penhurst Town Council".
    func names(of bodies: [String]) -> Set<Int> {
        let stems = Set(bodies.flatMap { Word.all(in: $0).map(\.stem) })
        return Set(
            terms.indices.filter { index in
                let term = terms[index]
                return term.isCapital
                    && term.forms[0].allSatisfy { stems.contains($0) && !StopWords.isGeneral($0) && !Subject.kindsOfBodies.contains($0) }
            })
    }

    /// Words of bodies' names that name none: what kind they are of, and which part of a county they have.
    private static let kindsOfBodies: Set<String> = Set(
        """
        association board care centre ccg combined commission community fire forum greater group health joint local mayoral metropolitan
        national nhs office partnership pension police public region regional rescue royal service services social transport trust unitary
        central east mid north south west
        """.split { $0 == " " || $0 == "\n" }.map { Stem.of($0) })

    /// Whether nothing is left to go by.
    public var isEmpty: Bool { terms.isEmpty }

    /// The subject with its terms weighed: `passages` says in how many passages of the folder a term stands, of `total`.
    public func weighted(total: Int, passages: (Term) -> Int) -> Subject {
        var result = self
        for index in terms.indices {
            result.terms[index].weight = Rarity.weight(of: terms[index], passages: passages(terms[index]), total: total)
        }
        return result
    }

    /// How much a word says that stands in so many of all passages.
    public static func weight(passages: Int, total: Int) -> Double { Rarity.weight(passages: passages, total: total) }

    /// Sum of the weights.
    public var weight: Double { terms.reduce(0) { $0 + $1.weight } }

    private static func isName(_ word: Word, at index: Int) -> Bool {
        let hasDigit = word.letters.utf8.contains { $0 >= 48 && $0 <= 57 }
        let hasLetter = word.letters.utf8.contains { $0 > 57 }
        return hasDigit && hasLetter || (word.isCapital && index > 0)
    }

    private static let everyday = EverydayWords.groups.map { $0.map { Phrase($0) } }

    /// Most words that are gone by: a claim is a sentence, and a text of a megabyte is none.
    static let longest = 60
    /// Most words of a text that are read.
    private static let mostWords = 400
}

/// Words that belong together.
struct Phrase: Sendable {
    let text: String
    let stems: [String]

    init(_ text: String) {
        self.text = text
        stems = Word.all(in: text).map(\.stem)
    }

    /// Whether its stems are those of the words from `start` on.
    func stands(at start: Int, of words: [Word]) -> Bool {
        !stems.isEmpty && start + stems.count <= words.count && stems.indices.allSatisfy { stems[$0] == words[start + $0].stem }
    }
}
