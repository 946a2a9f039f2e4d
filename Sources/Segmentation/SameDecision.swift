internal import PaperModel

/// Finds decisions that a paper prints more than once: under "Decision" and again in the minutes of the item, or in a summary.
enum SameDecision {
    /// Words that two decisions must share from their start: shorter ones ("that the report be noted") are made of many papers.
    private static let fewestWords = 6
    /// Words that are compared: what differs behind them is how the text was cut.
    private static let mostWords = 40
    /// Words that lead to what was decided, and are often left out: "It was unanimously RESOLVED that".
    private static let mostLeadWords = 8

    /// Links each decision to the first that says the same.
    static func link(_ segments: inout [Segment], in paper: Paper) {
        var first: [[String]: Int] = [:]
        for index in segments.indices where segments[index].kind == .resolution {
            let words = words(of: segments[index], in: paper)
            guard words.count >= fewestWords else { continue }
            let key = words + [String(item(of: index, in: segments) ?? -1)]
            if let other = first[key] { segments[index].sameAs = other } else { first[key] = index }
        }
    }

    /// The item at the top that holds a segment.
    private static func item(of index: Int, in segments: [Segment]) -> Int? {
        var place: Int? = index
        var item: Int?
        // Parents stand before their children.
        while let here = place {
            if segments[here].kind == .agendaItem { item = here }
            place = segments[here].parent.flatMap { $0 < here ? $0 : nil }
        }
        return item
    }

    private static func words(of segment: Segment, in paper: Paper) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func close() {
            if !word.isEmpty { words.append(String(word).lowercased()) }
            word = String.UnicodeScalarView()
        }
        for scalar in paper.text(of: segment.spans).unicodeScalars.prefix(1_000) {
            if scalar.isLetter || scalar.isDigit { word.append(scalar) } else { close() }
        }
        close()
        // "It was unanimously RESOLVED that", or "That" alone where a label said the rest.
        let verb = words.prefix(mostLeadWords).lastIndex { $0 == "resolved" || $0 == "agreed" || $0 == "approved" || $0 == "decision" }
        let said = words.dropFirst(verb.map { $0 + 1 } ?? 0)
        return Array((said.first == "that" || said.first == "to" ? said.dropFirst() : said).prefix(mostWords))
    }
}
