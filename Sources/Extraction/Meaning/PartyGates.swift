internal import PaperModel
internal import RuleEngine

/// Names that look like somebody who pays or is paid, and are nobody.
extension SentenceMeaning {
    /// Whether money only moves between budgets, of which none is paid: "Virement of £600 from Printing to Fees".
    func isMovedWithin(_ place: Place, _ sense: Figure.Sense?) -> Bool {
        sense == .budget && (place.room.lowerBound..<place.room.upperBound).contains { words.small($0).hasPrefix("vire") }
    }

    /// Whether a name stands before a colon as that of who speaks: "Portfolio Holder: Typically £480".
    func isSpeaker(_ run: Range<Int>) -> Bool {
        guard words.isMark(run.upperBound, UInt8(ascii: ":")), let last = run.last else { return false }
        return SentenceMeaning.offices.contains(words.small(last)) || words.small(run.lowerBound).hasPrefix("cllr")
            || words.small(run.lowerBound).hasPrefix("councillor")
    }

    private static let offices: Set<String> = [
        "holder", "leader", "chair", "chairman", "chairperson", "mayor", "director", "minister", "cabinet",
    ]

    /// Whether a name is only the short name of a kind of money: "CIL received to date: £8,112".
    func isWordOfMoney(_ run: Range<Int>) -> Bool {
        run.count == 1 && isCue(run.lowerBound) && words.words[run.lowerBound].isAcronym
    }

    /// Whether a name ends as those of undertakings and funds do, that are paid nothing: "Rough Sleeping Initiative: £90", "Better Care Fund (£90)".
    func isNamedThing(_ run: Range<Int>) -> Bool {
        guard run.count > 1, let last = run.last else { return false }
        return words.vocabulary.isFund(words.small(last)) || SentenceMeaning.undertakings.contains(words.small(last))
    }

    private static let undertakings: Set<String> = ["initiative", "obligation", "scheme", "programme", "project", "plan", "settlement"]

    /// Whether a fund is one that every council has: "cost the General Fund £2.7m".
    func isOwnFund(_ run: Range<Int>) -> Bool {
        guard let last = run.last else { return false }
        if run.count == 1 { return words.small(last) == "hra" }
        return words.small(last) == "block" || words.small(last) == "fund" && ["general", "collection"].contains(words.small(last - 1))
            || words.small(last) == "account" && words.small(last - 1) == "revenue"
    }
}
