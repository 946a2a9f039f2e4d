/// Cuts the text of a page into passages: whole for a page of a PDF, at ends of lines for a web page, which is one long page.
enum PassageCut {
    struct Passage {
        /// First scalar of the page's text.
        var start: Int
        /// Scalars.
        var count: Int
        var text: String
    }

    /// Longest passage, scalars: the densest page of a PDF has about 6,000.
    private static let longest = 6_000

    static func passages(of text: String) -> [Passage] {
        if text.utf8.count <= longest {
            return text.isEmpty ? [] : [Passage(start: 0, count: text.unicodeScalars.count, text: text)]
        }
        let scalars = Array(text.unicodeScalars)
        var passages: [Passage] = []
        var start = 0
        while start < scalars.count {
            var end = min(scalars.count, start + longest)
            if end < scalars.count {
                // In the second half, so that every passage has a size.
                let line = scalars[(start + longest / 2)..<end].lastIndex(of: "\n")
                end = line.map { $0 + 1 } ?? end
            }
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[start..<end])
            passages.append(Passage(start: start, count: end - start, text: String(text)))
            start = end
        }
        return passages
    }
}
