internal import PaperModel
internal import RuleEngine

/// What leads to a list: its cues and what it is about.
struct Lead {
    let cues: Cues
    let subject: String?
    /// What it says of those whom the list names.
    let list: PayingList?

    init(_ text: NormalisedText, _ reader: ProseReader) {
        let words = SentenceWords(text, in: 0..<text.count, figures: [], vocabulary: reader.vocabulary)
        var cues = Cues(text, in: 0..<text.count, of: reader.phases.senses, reader.runner)
        list = reader.vocabulary.list(words.words.indices.map(words.small))
        // "Three tenders were received:": no money was.
        if let list, list != .received { cues.senses.removeAll { $0.sense == .income } }
        self.cues = cues
        let meaning = SentenceMeaning(words, cues: cues, countsStaff: [])
        let main = meaning.mainPhrase(before: words.words.count)
        // "That Cabinet agree to:", "The Senior Business Partner went through the changes:" tell who acts.
        let isActor =
            main.map { run in
                let acts: Bool =
                    switch words.kind(run.upperBound) {
                    case .verb, .auxiliary, .word, .asking, .giving: true
                    default: false
                    }
                return run.lowerBound < 2 && acts && (run.last.map { reader.vocabulary.isParty(words.small($0)) } ?? false)
            } ?? false
        subject = main.flatMap { meaning.isBareBody($0) || isActor || !meaning.isPlausible($0) ? nil : words.printed($0) }
    }
}
