/// How much a word says, by how seldom it is met in the folder.
enum Rarity {
    /// Names and places tell one thing from another like it.
    private static let nameFactor = 1.4
    /// A plain word that is met less often isn't the rarer for it: people say "cheaper" where papers say something else.
    private static let fewestPlain = 15
    /// A word on a quarter of all passages ("council") tells none from another.
    private static let commonShare = 4
    /// Below so many passages a share says nothing.
    private static let fewestPassages = 200
    /// What is left of a word that is too common.
    private static let commonWeight = 0.02

    /// The weight falls with the cube root of the number of passages, so that a word on eight times as many counts half, whatever else
    /// the folder holds: papers that have nothing to do with a claim don't change the order of those that do.
    static func weight(passages: Int, total: Int) -> Double {
        if total >= fewestPassages, passages * commonShare > total { return commonWeight }
        return 1 / cubeRoot(Double(passages + 1))
    }

    /// The weight of a term of a claim. A word that is met nowhere counts: the papers may not speak of the thing. A pair that is met nowhere
    /// is no name.
    static func weight(of term: Subject.Term, passages: Int, total: Int) -> Double {
        if term.isPair, passages == 0 { return 0 }
        if term.isName { return nameFactor * weight(passages: passages, total: total) }
        let weight = weight(passages: max(passages, fewestPlain), total: total)
        return term.forms[0].allSatisfy(StopWords.isGeneral) ? generalFactor * weight : weight
    }

    /// What is left of a word that any claim may have: who decides, and that money goes.
    private static let generalFactor = 0.15

    /// By Newton's method, which the standard library lacks.
    private static func cubeRoot(_ value: Double) -> Double {
        var root = max(1, value.squareRoot())
        for _ in 0..<30 { root -= (root * root * root - value) / (3 * root * root) }
        return root
    }
}
