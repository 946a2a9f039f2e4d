/// Words of those who give, get and owe, and of what their money goes to.
extension PhraseVocabulary {
    /// Whether a noun in small letters is somebody who pays and is paid: "tenants".
    func isParty(_ word: String) -> Bool { kind(of: word) == .body || PhraseVocabulary.holds(partyNouns, word) }

    /// Whether a word in small letters behind an amount may belong to a note on its tax; `names` where it speaks of tax itself.
    func taxNote(_ word: String) -> (isPart: Bool, names: Bool) { (taxNotes[word] != nil, taxNotes[word] == "tax") }

    /// Whether a word in small letters ends the name of a firm: "ltd".
    func endsFirm(_ word: String) -> Bool { firmEnds.contains(word) }

    /// Whether a noun in small letters is one person whose opinion a column may hold: "applicant", "valuer".
    func isAssessor(_ word: String) -> Bool {
        partyNouns.contains(word) && (word.hasSuffix("er") || word.hasSuffix("or") || word.hasSuffix("ant"))
    }

    /// What the form of a verb in small letters says of those who give and get money, by the particles that may follow it.
    func moneyVerb(_ form: String) -> [MoneyWord]? { moneyVerbs[form] }

    /// Whether the form of a verb in small letters says that its doer asks a price: "quoted".
    func isPricing(_ form: String) -> Bool {
        moneyVerbs[form]?.contains(where: \.isPricing) ?? false
    }

    /// Whether a verb of payment in small letters is no noun as well: "pays", and not "awards", "recharge".
    func isOnlyVerb(_ word: String) -> Bool { moneyNouns[word] == nil && list([word]) == nil && !isPlain(word) }

    /// What a noun of money in small letters says of those who give and get it: "grant".
    func moneyNoun(_ word: String) -> MoneyWord? { moneyNouns[word] }

    /// Whether a word in small letters stands in the names of a council's own people and bodies: "clerk", "cabinet".
    func isOfCouncil(_ word: String) -> Bool { PhraseVocabulary.holds(ownPeople, word) }

    /// Whether a word in small letters is the name of a firm that supplies the whole country: "npower".
    func isSupplier(_ word: String) -> Bool { suppliers.contains(word) }

    /// Whether a noun in small letters is given to somebody and is no money: "authority".
    func isPower(_ word: String) -> Bool { powers.contains(word) }

    /// What a preposition leads to behind a verb, both in small letters: "invested" "in".
    func link(_ verb: String, _ preposition: String) -> PurposeLink? { purposeLinks[verb]?[preposition] }

    /// Whether "to" behind a verb in small letters leads to what money belongs to: "relates".
    func bindsByTo(_ verb: String) -> Bool { purposeLinks[verb]?["to"] == .bound }

    /// Whether a verb in small letters says what something costs or is worth, of those who do no work for it: "estimated".
    func isReckoning(_ verb: String) -> Bool { reckoning.contains(verb) }

    /// Whether a participle in small letters tells by "by" who pays: "met".
    func isPaying(_ verb: String) -> Bool {
        moneyVerbs[verb]?.contains { word in
            let role = word[.by] ?? word[.doer]
            return word.isPast && (role == .gives || role == .pays)
        } ?? false
    }

    /// Whether a word in small letters is part of the names of bodies that give money to councils and others: "ministry", "lottery".
    func isGovernment(_ word: String) -> Bool { givers.contains(word) }
}
