internal import PaperModel
internal import RuleEngine

/// What figures of staff are for: the noun behind the number, the team in which they work.
extension SentenceMeaning {
    /// The noun of a figure that counts staff: "social work posts".
    func staffNoun(_ place: Place) -> Range<Int>? {
        let bytes = words.words[place.word].bytes
        if hasOwnNoun(bytes) { return place.word..<place.word + 1 }
        // "7 FTE posts with responsibility for" names no post.
        guard let first = split(place.following).first, !isVoid(first) else { return nil }
        return place.following
    }

    /// "6 FTE posts in the planning service", "9 vacancies across the legal team": where those work that a plain noun counts.
    func staffPlace(_ place: Place) -> Range<Int>? {
        let run = place.following
        if let joint = run.first(where: { words.kind($0) == .preposition && SentenceMeaning.inside.contains(words.small($0)) }),
            joint > run.lowerBound, joint + 1 < run.upperBound, (joint + 1..<run.upperBound).contains(where: isTeam)
        {
            return joint + 1..<run.upperBound
        }
        var index = run.isEmpty ? place.word + 1 : run.upperBound
        // "18 FTE posts are vacant in the Parks team", "stood empty in Parks".
        if words.kind(index) == .be || words.kind(index) == .verb, words.kind(index + 1) == .word || words.kind(index + 1) == .verb {
            index += 2
        }
        guard index < place.room.upperBound, words.kind(index) == .preposition, SentenceMeaning.inside.contains(words.small(index)),
            !words.isTime(index + 1), !isIdiom(index + 1)
        else { return nil }
        let found = words.phrase(from: index + 1)
        return found.contains(where: isTeam) ? found : nil
    }

    /// Whether a word names a part of an organisation, or is written as a name.
    func isTeam(_ index: Int) -> Bool {
        let word = words.small(index)
        return words.words.indices.contains(index) && words.words[index].isCapital
            || ["department", "directorate", "team", "service", "services", "section", "unit", "division", "office", "centre"].contains(
                word)
    }
}
