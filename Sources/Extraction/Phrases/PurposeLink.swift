internal import RuleEngine

/// What a verb and the preposition behind it lead to.
enum PurposeLink: String, Sendable {
    /// What the money is for: "invested in".
    case purpose = "for"
    /// Where it is put: "added to".
    case moved
    /// What it belongs to: "relates to".
    case bound
    /// What it is of: "came from".
    case source = "of"
    /// What it was for and comes back from: "released from".
    case back
    /// Why it arose, which is no purpose: "arises from".
    case cause
}

extension PhraseVocabulary {
    /// The links of a lexicon whose words are a verb and a preposition: by verb, then by preposition.
    static func links(_ entries: [(word: String, value: String)]) -> [String: [String: PurposeLink]] {
        var links: [String: [String: PurposeLink]] = [:]
        for (words, value) in entries {
            guard let space = words.firstIndex(of: " "), let link = PurposeLink(rawValue: value) else { continue }
            links[String(words[..<space]), default: [:]][String(words[words.index(after: space)...])] = link
        }
        return links
    }
}
