internal import PaperModel
internal import RuleEngine

/// The words that build phrases, by what they do. A class, since it is handed on with every sentence and label, and a copy would count two
/// dozen references.
final class PhraseVocabulary: Sendable {
    private let kinds: [String: WordKind]
    /// Nouns that name nothing by themselves: "scheme", "amount", "payment".
    private let plain: Set<String>
    private let plainPhrases: Set<String>
    private let plainTitles: [String: String]
    private let plainRows: Set<String>
    private let payeeHeads: [String: String]
    private let paidThings: Set<String>
    private let numbers: Set<String>
    private let adjectiveLike: [String: String]
    private let ways: [String: Figure.Sense]
    private let amountWords: Set<String>
    private let askers: Set<String>
    private let purposeHeads: [String: String]
    private let moving: [String: String]
    private let limits: [(word: [UInt8], value: String)]
    private let nameHeads: [String: String]
    private let measures: Set<String>
    private let numbered: Set<String>
    private let takingTo: Set<String>
    private let enabling: Set<String>
    private let conceding: Set<String>
    private let acting: [String: String]
    let givers: Set<String>
    let purposeLinks: [String: [String: PurposeLink]]
    let taxNotes: [String: String]
    let reckoning: Set<String>
    let partyNouns: Set<String>
    let firmEnds: Set<String>
    let ownPeople: Set<String>
    let powers: Set<String>
    let suppliers: Set<String>
    let moneyVerbs: [String: [MoneyWord]]
    let moneyNouns: [String: MoneyWord]
    let payingWords: [String: PayingList]

    init(_ book: RuleBook) {
        var kinds: [String: WordKind] = [:]
        for kind in WordKind.listed {
            for (word, _) in book.lexicon(kind.lexicon)?.entries ?? [] { kinds[word] = kind }
        }
        for (month, _) in book.lexicon("month")?.entries ?? [] where month.utf8.count > 3 { kinds[month] = kinds[month] ?? .time }
        self.kinds = kinds
        func words(_ name: String) -> Set<String> { Set((book.lexicon(name)?.entries ?? []).map(\.word)) }
        plain = words("plainNoun")
        plainPhrases = words("plainPhrase")
        plainTitles = Dictionary(book.lexicon("plainTitle")?.entries ?? []) { first, _ in first }
        plainRows = words("plainRow")
        payeeHeads = Dictionary(book.lexicon("payeeHead")?.entries ?? []) { first, _ in first }
        paidThings = words("paidThing")
        numbers = words("numberWord")
        adjectiveLike = Dictionary(book.lexicon("adjectiveLike")?.entries ?? []) { first, _ in first }
        measures = words("measureWord")
        numbered = words("numberedThing")
        takingTo = words("nounWithTo")
        enabling = words("enablingVerb")
        conceding = words("concedingWord")
        acting = Dictionary(book.lexicon("actingVerb")?.entries ?? []) { first, _ in first }
        givers = words("givingBody")
        partyNouns = words("partyNoun")
        firmEnds = words("firmEnd")
        ownPeople = words("ownPerson")
        powers = words("powerNoun")
        moneyVerbs = MoneyWord.forms(book.lexicon("moneyVerb")?.entries ?? [])
        moneyNouns = MoneyWord.nouns(book.lexicon("moneyNoun")?.entries ?? [])
        suppliers = words("supplierName")
        payingWords = (book.lexicon("payingWord")?.entries ?? []).reduce(into: [:]) { $0[$1.word] = PayingList(rawValue: $1.value) }
        reckoning = words("reckoningVerb")
        taxNotes = Dictionary(book.lexicon("taxNote")?.entries ?? []) { first, _ in first }
        purposeLinks = PhraseVocabulary.links(book.lexicon("purposeLink")?.entries ?? [])
        nameHeads = Dictionary(book.lexicon("nameHead")?.entries ?? []) { first, _ in first }
        let listed = (book.lexicon("varianceWay")?.entries ?? []).compactMap { entry in
            Figure.Sense(rawValue: entry.value).map { (entry.word, $0) }
        }
        ways = Dictionary(listed) { first, _ in first }
        amountWords = words("amountWord")
        askers = words("askingWord")
        purposeHeads = Dictionary(book.lexicon("purposeHead")?.entries ?? []) { first, _ in first }
        moving = Dictionary(book.lexicon("movingWord")?.entries ?? []) { first, _ in first }
        limits = (book.lexicon("limitTable")?.entries ?? []).map { (Array($0.word.utf8), $0.value) }
    }

    /// What a word in small letters does.
    func kind(of word: String) -> WordKind {
        if let known = kinds[word] { return known }
        // "February-March".
        guard let dash = word.utf8.firstIndex(of: UInt8(ascii: "-")), kinds[String(word[..<dash])] == .time,
            kinds[String(word[word.index(after: dash)...])] == .time
        else { return .word }
        return .time
    }

    /// Whether the label of a row, in small letters, needs its group to say whose it is: "employees".
    func isPlainRow(_ label: String) -> Bool { plainRows.contains(label) }

    /// Whether a noun, in small letters, is a thing that is paid for and no name: "hire", "insurance".
    func isPaidThing(_ word: String) -> Bool {
        paidThings.contains(word) || word.utf8.last == UInt8(ascii: "s") && paidThings.contains(String(word.dropLast()))
    }

    /// Which way a word in small letters says that a variance goes: "under", "adverse".
    func way(of word: String) -> Figure.Sense? { ways[word] }

    /// Whether a word of sense, in small letters, names a thing all the same: "precept".
    func isNamingCue(_ word: String) -> Bool { adjectiveLike[word] == "name" }

    /// Whether a noun in small letters is a demand for money: "invoice", "quotation".
    func isBill(_ word: String) -> Bool { adjectiveLike[word] == "bill" }

    /// Whether a noun in small letters asks for money: "application".
    func isRequest(_ word: String) -> Bool { adjectiveLike[word] == "request" }

    /// Whether a lone word in small letters is told to name a thing or none in spite of its ending: "initiative", "social".
    func isListedNoun(_ word: String) -> Bool? { adjectiveLike[word].map { $0 != "adjective" && $0 != "empty" } }

    /// Whether a word in small letters makes no name of a plain noun behind it: "specific".
    func isEmpty(_ word: String) -> Bool { adjectiveLike[word] == "empty" }

    /// Whether a word in small letters that ends a name in capitals makes it the name of a thing: "plan". Words of money don't.
    func namesThing(_ word: String) -> Bool { nameHeads[word] == "thing" }

    /// Whether a plain word in small letters makes a name of the words in capitals before it: "plan", "reserve".
    func makesName(_ word: String) -> Bool { nameHeads[word] == "thing" || nameHeads[word] == "fund" }

    /// Whether a word in small letters that ends a name in capitals makes it the name of money: "grant".
    func isFund(_ word: String) -> Bool { nameHeads[word] == "fund" }

    /// Whether a word in small letters is no part of a name though it is written with a capital: "Current".
    func isNoName(_ word: String) -> Bool { nameHeads[word] == "no" }

    /// Whether a word of a label, in small letters, says how money stands and not what it is for: "awarded", "capital".
    func isMeasure(_ word: String) -> Bool { measures.contains(word) || isPlainLabel(word) }

    /// Whether a word of a label, in small letters, says no more than that an amount stands there: "cost", "awarded", "revised".
    func isAmountWord(_ word: String) -> Bool { measures.contains(word) || PhraseVocabulary.holds(amountWords, word) }

    /// Whether a word in small letters says that money is moved between years or heads: "reprofiling", "forward".
    func movesMoney(_ word: String) -> Bool { moving[word] != nil }

    /// Whether a word in small letters says by itself that money is only moved between years: "reprofiling".
    func rephases(_ word: String) -> Bool { moving[word] == "rephased" }

    /// Whether a title or heading speaks of powers to spend or of what contracts of a size ask for.
    func speaksOfLimits(_ text: NormalisedText) -> Bool { limits.contains { text.holds($0.word) } }

    /// Whether a title says that all amounts below it are limits: "scheme of delegation".
    func listsLimits(_ text: NormalisedText) -> Bool { limits.contains { $0.value == "all" && text.holds($0.word) } }

    /// Whether a label that begins with a word in small letters asks or tells what to do: "please", "does".
    func isAsking(_ word: String) -> Bool { askers.contains(word) }

    /// Whether a letter or number behind a plain word, in small letters, makes a name of it: "option".
    func isNumbered(_ word: String) -> Bool { numbered.contains(word) }

    /// Whether "to" hangs what it is done to on a noun in small letters: "repairs" to the roof.
    func takesTo(_ word: String) -> Bool { PhraseVocabulary.holds(takingTo, word) }

    /// Whether a verb in small letters lets somebody do something: "enable".
    func isEnabling(_ word: String) -> Bool { enabling.contains(word) }

    /// Whether a connective begins a clause that goes on no list: "although £2m remains".
    func isConceding(_ word: String) -> Bool { conceding.contains(word) }

    /// Whether a verb in small letters is what those do who ask for, get or give money: "submitted", "receive".
    func isActing(_ word: String) -> Bool { acting[word] == "verb" }

    /// Whether a word in small letters stands between "is" and such a verb: "able".
    func isAble(_ word: String) -> Bool { acting[word] == "able" }

    /// Whether a word in small letters is a number.
    func isNumber(_ word: String) -> Bool { numbers.contains(word) }

    /// Whether a heading, in small letters, stands over those who are paid.
    func isPayeeHead(_ heading: String) -> Bool { payeeKind(heading).map { $0 != "granted" } ?? false }

    /// What a heading says of those below it: "Supplier name", "Payee/Contractor" as their first word; nil for "Supplier ref".
    private func payeeKind(_ heading: String) -> String? {
        if let known = payeeHeads[heading] { return known }
        let words = heading.split { !$0.isLetter }
        guard words.count > 1, words.count <= 3, let kind = payeeHeads[String(words[0])], kind == "paid" else { return nil }
        return words.dropFirst().allSatisfy { payeeHeads[String($0)] != nil || ["name", "details", "of", "the"].contains($0) } ? kind : nil
    }

    /// Whether a heading, in small letters, stands over what money is for: "purpose".
    func isPurposeHead(_ heading: String) -> Bool {
        if let known = purposeHeads[heading] { return known == "purpose" }
        // "Purpose of grant", "Description of works".
        let words = heading.split { !$0.isLetter }
        return words.count > 1 && words.count <= 4 && words[1] == "of" && purposeHeads[String(words[0])] == "purpose"
    }

    /// Whether a heading, in small letters, stands over who decides on the money of a row: "approval".
    func isDecidingHead(_ heading: String) -> Bool { purposeHeads[heading] == "decides" }

    /// Whether a heading, in small letters, stands over those who get grants: "organisation".
    func isGranteeHead(_ heading: String) -> Bool { payeeHeads[heading] == "granted" }

    /// Whether a heading, in small letters, stands over those who are paid for what they supply: "supplier".
    func isSupplierHead(_ heading: String) -> Bool { payeeKind(heading) == "paid" }

    /// Whether a word of a heading, in small letters, names nothing by itself.
    func isPlainTitle(_ word: String) -> Bool { plainTitles[word] != nil || isPlain(word) }

    /// Whether a word that ends a heading, in small letters, says how what stands before is set out: "summary", "tables".
    func isTitleTail(_ word: String) -> Bool { plainTitles[word] == "tail" }

    /// Whether a word that ends a heading, in small letters, makes it one that every report has: "implications".
    func isGeneralTitle(_ word: String) -> Bool { plainTitles[word] == "general" }

    /// Whether a noun in small letters names nothing by itself in a sentence.
    func isPlain(_ word: String) -> Bool { isPlainLabel(word) || PhraseVocabulary.holds(plainPhrases, word) }

    /// Whether a noun in small letters names nothing by itself, not even as the label of a row.
    func isPlainLabel(_ word: String) -> Bool { PhraseVocabulary.holds(plain, word) }

    /// Whether a word stands in a list, with or without the s of several.
    static func holds(_ words: Set<String>, _ word: String) -> Bool {
        words.contains(word) || word.utf8.last == UInt8(ascii: "s") && words.contains(String(word.dropLast()))
    }
}

extension NormalisedText {
    /// Whether words in small letters stand in it, in whatever letters.
    fileprivate func holds(_ words: [UInt8]) -> Bool {
        guard let first = words.first, words.count <= count else { return false }
        return (0...count - words.count).contains { start in
            (UInt8.isCapital(self[start]) ? self[start] | 0x20 : self[start]) == first
                && words.indices.allSatisfy {
                    let byte = self[start + $0]
                    return (UInt8.isCapital(byte) ? byte | 0x20 : byte) == words[$0]
                }
        }
    }
}
