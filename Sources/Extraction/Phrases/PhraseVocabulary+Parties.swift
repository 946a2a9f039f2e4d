/// Words of those who give, get and owe, and of what their money goes to.
extension PhraseVocabulary {
    /// What a verb says of those who do it.
    enum Party: String, Sendable {
        /// They give money: "lend".
        case gives
        /// They get it or ask for it: "receive".
        case gets
        /// They ask it for work: "quoted".
        case quotes
        /// They say what they give, where they are a government: "confirmed".
        case confirms
        /// They have to give it: "owes".
        case owes
    }

    /// What a verb in small letters says of those who do it.
    func party(of verb: String) -> Party? { parties[verb] }

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

    /// What a verb says of who is paid for work.
    enum Hiring: String, Sendable {
        /// Somebody is asked to do it: "appoint".
        case hires
        /// Somebody does it: "undertake".
        case works
    }

    /// What a verb in small letters says of who is paid for work.
    func hiring(_ verb: String) -> Hiring? { hiringVerbs[verb] }

    /// What a noun of money says of whom its prepositions name.
    enum Flow: String, Sendable {
        /// It is given "to" somebody and comes "from" somebody: "grant".
        case handed
        /// Somebody asks it for work or goods: "quotation".
        case asked
        /// Somebody has to bear it: "penalty".
        case borne
    }

    /// What a noun in small letters says of whom its prepositions name.
    func flow(_ noun: String) -> Flow? { flows[noun] }

    /// What a noun in small letters says of whose it is: whose "honorarium" gets it, whose "share" gives it.
    func held(_ noun: String) -> Party? { holders[noun] }

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
    func isReckoning(_ verb: String) -> Bool { parting[verb] == "reckons" }

    /// Whether a participle in small letters tells by "by" who pays: "met".
    func isPaying(_ verb: String) -> Bool { parting[verb] == "pays" }

    /// Whether a word in small letters is part of the names of bodies that give money to councils and others: "ministry", "lottery".
    func isGovernment(_ word: String) -> Bool { givers.contains(word) }
}
