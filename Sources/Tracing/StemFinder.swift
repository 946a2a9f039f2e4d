/// Finds the words of a subject in texts, quickly: only words that begin as one of its stems does are stemmed.
public struct StemFinder: Sendable {
    /// A word of the text that is one of the subject's.
    public struct Hit: Sendable {
        /// Index into the stems.
        public let stem: Int
        /// Number of the word in the text.
        public let word: Int
        /// Its bytes of the text's UTF-8.
        public let range: Range<Int>
    }

    private let numbers: [String: Int]
    private let starts: WordStarts
    private let forms: [[[Int]]]

    /// Makes a finder for the forms of a subject's terms.
    public init(_ subject: Subject) { self.init(forms: subject.terms.map(\.forms)) }

    /// Makes a finder for terms, each with its forms, each of stems that stand behind one another.
    init(forms: [[[String]]]) {
        var numbers: [String: Int] = [:]
        self.forms = forms.map { term in
            term.map { form in
                form.map { stem in
                    let number = numbers[stem] ?? numbers.count
                    numbers[stem] = number
                    return number
                }
            }
        }
        self.numbers = numbers
        starts = WordStarts(numbers.keys)
    }

    /// The words of `text` that are among the stems, in order.
    public func hits(in text: String) -> [Hit] {
        var hits: [Hit] = []
        WordScan.each(in: text, starts: starts) { scan, range in
            guard starts.contains(scan.letters), let stem = numbers[String(decoding: Stem.of(bytes: scan.letters), as: UTF8.self)] else {
                return
            }
            hits.append(Hit(stem: stem, word: scan.number, range: range))
        }
        return hits
    }

    /// For each term where it stands, by the indices of its hits; none where it doesn't.
    public func terms(in hits: [Hit]) -> [[Int]] {
        forms.map { term in
            for form in term {
                if let found = occurrence(of: form, in: hits) { return found }
            }
            return []
        }
    }

    /// Whether each term stands there.
    func marks(in text: String) -> [Bool] { terms(in: hits(in: text)).map { !$0.isEmpty } }

    private func occurrence(of form: [Int], in hits: [Hit]) -> [Int]? {
        guard let first = form.first else { return nil }
        if form.count == 1 { return hits.firstIndex { $0.stem == first }.map { [$0] } }
        for start in hits.indices where hits[start].stem == first {
            var found = [start]
            for stem in form.dropFirst() {
                guard let last = found.last else { break }
                let next = hits[(last + 1)...].firstIndex { $0.stem == stem && $0.word - hits[last].word <= StemFinder.gap }
                guard let next else { break }
                found.append(next)
            }
            if found.count == form.count { return found }
        }
        return nil
    }

    /// Words from one of a phrase to the next: one small word may stand between them.
    private static let gap = 2
}
