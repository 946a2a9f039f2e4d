internal import PaperModel
internal import RuleEngine

/// Who is paid for work: outsiders, where the amount is its price: "appoint Wold Civils to mend the bridge at £9,000".
extension SentenceMeaning {
    /// Whether an amount is the price of what stands before it: "at £9", "for £9", "at a cost of £9".
    func isPricedBefore(_ place: Place) -> Bool {
        let link = place.governing.link
        return words.small(link.lowerBound) == "at" || words.kind(place.word - 1) == .purpose || words.small(place.word - 1) == "at"
            || place.governing.phrases.contains { run in
                ["at", "in", "for"].contains(words.small(run.lowerBound - 1))
                    && (isVoid(run) || run.allSatisfy { words.kind($0) == .quantity })
            }
    }

    /// Whether a name is none of a council's own people and bodies, nor a bare "the contractor".
    func isOutsider(_ run: Range<Int>) -> Bool {
        run.contains { words.words[$0].isCapital } && !isOfCouncil(run)
            && !(run.count == 1 && run.contains { words.vocabulary.isParty(words.small($0)) })
    }

    /// Whether a name is that of people and bodies of a council: "the Clerk", "Cllr Moss", "Head of Place", "Cabinet".
    func isOfCouncil(_ run: Range<Int>) -> Bool {
        let own = run.filter { words.kind($0) != .determiner }
        return own.contains { words.vocabulary.isOfCouncil(words.small($0)) }
            || own.count == 1 && own.contains { ["council", "committee", "cabinet", "executive", "board"].contains(words.small($0)) }
    }
}
