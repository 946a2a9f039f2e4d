internal import PaperModel
internal import RuleEngine

/// A verb of payment with the figure that it may say something of.
struct MoneyClaim {
    let verb: MoneyVerb
    /// What is said of those around it: by the verb, or by the request or bill that it tells of.
    let word: MoneyWord
    let place: SentenceMeaning.Place
    let sense: Figure.Sense?
    /// Whether the verb stands behind the figure and tells what was done with it.
    let isBehind: Bool
}

/// What those do who stand around a verb of payment.
extension SentenceMeaning {
    /// Senses of amounts that are none of what somebody receives.
    private static let unreceived: Set<Figure.Sense> = [.cost, .price, .budget, .debt, .contract]
    /// Senses of what work costs.
    private static let priced: Set<Figure.Sense> = [.cost, .price, .contract, .pay, .spend]

    /// Adds those whom a verb names by its doer, its object and its prepositions.
    func add(_ verb: MoneyVerb, _ place: Place, _ sense: Figure.Sense?, isBehind: Bool, to result: inout Parties) {
        if isDenied(verb.index) { return }
        let done = isBehind || verb.voice != .passive ? nil : actor(of: verb.index)?.run
        let word = askingNoun(done, isBehind, place) ?? verb.word
        // "amounts owed by companies": that they are owed doesn't say that they are paid.
        guard isOfPayment(word, sense) || isHandedTo(verb, place), sense != .debt || verb.voice != .participle else { return }
        let claim = MoneyClaim(verb: verb, word: word, place: place, sense: sense, isBehind: isBehind)
        addPronoun(claim, to: &result)
        switch verb.voice {
        case .active: addActive(claim, to: &result)
        case .passive:
            // "Powers were given to the Director to spend £9".
            if let last = done?.last, words.vocabulary.isPower(words.small(last)) { return }
            if let done { addDone(done, claim, to: &result) }
        case .participle: break
        }
        addComplements(claim, to: &result)
    }

    /// Whether a verb tells of what was not done: "did not give", "has refused to fund", "is not required to pay", "unable to contribute". That
    /// somebody has not paid yet is a debt.
    func isDenied(_ verb: Int) -> Bool {
        var index = verb - 1
        while index >= max(0, verb - SentenceMeaning.farthestDenial) {
            let word = words.small(index)
            if SentenceMeaning.denying.contains(word) || word.hasSuffix("n't") { return true }
            switch words.kind(index) {
            case .auxiliary, .be, .to, .verb, .asking, .giving, .link: index -= 1
            default:
                guard words.isAdverb(index) || words.vocabulary.isAble(word) || SentenceMeaning.willing.contains(word) else { return false }
                index -= 1
            }
        }
        return false
    }

    private static let denying: Set<String> = [
        "not", "never", "cannot", "refused", "refuses", "refuse", "refusing", "refusal", "declined", "declines", "decline", "declining",
        "unable",
        "unwilling", "reluctant",
    ]
    /// Words between a verb and what denies it: "not prepared to fund".
    private static let willing: Set<String> = ["prepared", "willing", "asked", "required", "obliged", "agreed", "going", "minded", "able"]
    private static let farthestDenial = 6

    /// "They have been paid £9": those of the sentence before.
    private func addPronoun(_ claim: MoneyClaim, to result: inout Parties) {
        guard !claim.isBehind, isOfPronoun(claim.verb.index) else { return }
        switch claim.verb.voice == .passive ? claim.word[.object] : claim.word[.doer] {
        case .gets?, .asks?: result.isPayeeBefore = true
        case .gives?, .pays?: result.isPayerBefore = true
        default: break
        }
    }

    private func addActive(_ claim: MoneyClaim, to result: inout Parties) {
        let verb = claim.verb
        // "Wold Civils could do it", and not "deliveries service".
        let isMeant = claim.word[.doer] != .works || [.auxiliary, .to].contains(words.kind(beforeAdverbs(verb.index)))
        // "authority sought for £9": a power, and no body.
        if isMeant, let role = claim.word[.doer], let doer = actor(of: verb.index),
            doer.run.count > 1 || !words.vocabulary.isPower(words.small(doer.run.lowerBound))
        {
            take(role, doer.run, claim, isWilled: doer.isWilled, to: &result)
        }
        if !claim.isBehind, let role = claim.word[.object] { take(role, bodyFirst(complement(verb.end)), claim, to: &result) }
    }

    /// "The club was paid £9", and not "The wall was paid for with £9"; "Copies are charged at £9", "The service is recharged to the club": a thing.
    private func addDone(_ done: Range<Int>, _ claim: MoneyClaim, to result: inout Parties) {
        let end = claim.verb.end
        let isPaidFor = words.kind(end) == .purpose && words.kind(end + 1).isPreposition
        let isThing = claim.word.isPricing && (words.kind(end) == .to || words.small(end) == "at")
        guard let role = claim.word[.object], !isPaidFor, !isThing else { return }
        take(role, done, claim, isDone: true, to: &result)
    }

    /// Adds whom the prepositions behind a verb name, up to the end of its clause.
    private func addComplements(_ claim: MoneyClaim, to result: inout Parties) {
        let (verb, word, figure) = (claim.verb, claim.word, claim.place.word)
        let doer = verb.word[.doer]
        let agent = doer?.isGiving ?? false ? doer : word[.by] ?? (verb.voice == .active ? nil : word[.doer])
        var index = verb.end
        var isPastPurpose = false
        let end = min(max(figure, verb.end) + SentenceMeaning.complementReach, claim.place.room.upperBound)
        while index < end {
            switch words.kind(index) {
            case .stop, .connective: return
            case .comma where index > figure: return
            case .purpose where index > figure: isPastPurpose = !words.isTime(index + 1) && words.kind(index + 1) != .number
            // "£9 for the network from the arch to the quay".
            case .from where isPastPurpose && !words.isTime(index + 1): return
            case .to where isVerbAhead(index + 1): return
            case .to, .from, .by, .on, .preposition:
                let found = complement(index + 1)
                // "allocated according to need".
                if let spot = spot(index), !words.isTime(index + 1), !SentenceMeaning.telling.contains(words.small(index - 1)),
                    let role = spot == .by ? agent : word[spot]
                {
                    take(role, found, claim, to: &result)
                }
                index = max(index + 1, found.upperBound)
                continue
            case .be where index > figure: return
            case .auxiliary where index > figure: return
            case .verb where index > figure: return
            default: break
            }
            index += 1
        }
    }

    /// How far behind a verb and its amount somebody stands, words.
    private static let complementReach = 14

    /// Takes those whom a phrase names for payer or payee; what is known stays.
    private func take(
        _ role: MoneyWord.Role, _ run: Range<Int>, _ claim: MoneyClaim, isWilled: Bool = false, isDone: Bool = false,
        to result: inout Parties
    ) {
        switch role {
        case .gives, .pays:
            if result.payer == nil { result.payer = role == .pays || isWilled ? somebodyPaying(run) : party(run) ?? soleName(run) }
        // "A penalty was given to the driver": who gets it pays.
        case .gets where isBorne(claim): if result.payer == nil { result.payer = party(run) }
        case .gets: if result.payee == nil { result.payee = receiver(run, claim, isDone: isDone) }
        case .asks: if result.payee == nil, !isOfCouncil(run) { result.payee = party(run) ?? soleName(run) }
        case .buys: if result.payer == nil, !isOfCouncil(run) { result.payer = party(run) }
        case .works: if result.payee == nil { result.payee = worker(run, claim) }
        case .grants: if result.payer == nil { result.payer = grantor(run, claim.sense) }
        }
    }

    /// Whether the amount is one that those have to bear who get it.
    private func isBorne(_ claim: MoneyClaim) -> Bool {
        guard !claim.word.isPricing, let noun = claim.place.governing.phrases.last?.last else { return false }
        return words.vocabulary.moneyNoun(words.small(noun))?[.to] == .pays
    }

    private func receiver(_ run: Range<Int>, _ claim: MoneyClaim, isDone: Bool) -> Range<Int>? {
        // "Officers have invoiced the firm for £9": for their council.
        if claim.word.isPricing, run.contains(where: { words.vocabulary.isOfCouncil(words.small($0)) }) { return nil }
        let isReceived = claim.word.isPricing || claim.word[.doer] != .gets
        guard isReceived || claim.sense.map({ !SentenceMeaning.unreceived.contains($0) }) ?? true else { return nil }
        // "The hall was awarded £9", and not "a lease be granted at a rent of £9".
        let isObject = isDone && claim.verb.end <= claim.place.word
        let isDirect =
            isObject && (claim.verb.end..<claim.place.word).allSatisfy { [.determiner, .quantity, .link].contains(words.kind($0)) }
        return party(run) ?? soleName(run) ?? (isDirect ? somebody(run) : nil)
    }

    /// Those who are paid for work: a name in capitals, and none of a council's own people.
    private func worker(_ run: Range<Int>, _ claim: MoneyClaim) -> Range<Int>? {
        guard claim.sense.map(SentenceMeaning.priced.contains) ?? true, isPricedBefore(claim.place),
            let named = name(run) ?? soleName(run), let last = named.last, isOutsider(named),
            !words.vocabulary.namesThing(words.small(last)),
            !words.vocabulary.isPaidThing(words.small(last))
        else { return nil }
        return named
    }

    /// A government, or a body outside the paper's own, that confirms a grant: "Environment Agency", and not "Finance Committee".
    private func grantor(_ run: Range<Int>, _ sense: Figure.Sense?) -> Range<Int>? {
        guard sense == .grant || sense == .funding, let named = name(run), let last = named.last else { return nil }
        if isGovernment(run) { return named }
        let isBody = named.count > 1 && words.kind(last) == .body && !SentenceMeaning.deciding.contains(words.small(last))
        return isBody && isOutsider(named) && named.allSatisfy { words.words[$0].isCapital } ? named : nil
    }

    /// Bodies of a council that decide on its money.
    private static let deciding: Set<String> = ["council", "committee", "cabinet", "executive", "board", "authority", "directorate"]

    /// What a request or bill that is the subject of a verb says in its place: "An application was made to the fund for £9", "An invoice for £9 was
    /// received from the firm".
    private func askingNoun(_ done: Range<Int>?, _ isBehind: Bool, _ place: Place) -> MoneyWord? {
        let isOfAmount = isBehind && words.kind(place.word - 1) == .purpose
        guard let noun = isOfAmount ? place.word - 2 : done?.last else { return nil }
        return isAsking(noun) ? words.vocabulary.moneyNoun(words.small(noun)) : nil
    }

    /// What the word at a joint says where the phrase behind it stands.
    func spot(_ joint: Int) -> MoneyWord.Spot? {
        switch words.kind(joint) {
        case .to: .to
        case .from: .from
        case .by: .by
        case .on: .on
        case .purpose where words.small(joint) == "for": .purpose
        case .preposition: MoneyWord.Spot(rawValue: words.small(joint))
        default: nil
        }
    }

    /// The phrase that begins at a word, with the "each" that belongs to it.
    func complement(_ start: Int) -> Range<Int> {
        let found = wholeFirm(words.phrase(from: start))
        guard words.small(start) == "each", !found.isEmpty, name(start..<found.upperBound) != nil else { return found }
        return start..<found.upperBound
    }

    /// "Holt & Co £9": with what stands behind "&".
    private func wholeFirm(_ run: Range<Int>) -> Range<Int> {
        guard words.small(run.upperBound) == "&", !run.isEmpty else { return run }
        var end = run.upperBound + 1
        while words.words.indices.contains(end), words.words[end].isCapital { end += 1 }
        return run.lowerBound..<end
    }

    /// "the authority ground rent of £9": the body that stands first in a phrase of somebody and what is given.
    private func bodyFirst(_ run: Range<Int>) -> Range<Int> {
        guard party(run) == nil,
            let end = run.first(where: { words.kind($0) == .body || words.vocabulary.isParty(words.small($0)) }), end + 1 < run.upperBound,
            holdsCue(end + 1..<run.upperBound)
        else { return run }
        return run.lowerBound..<end + 1
    }

    /// One name that begins a sentence: "Southwick received £9".
    private func soleName(_ run: Range<Int>) -> Range<Int>? {
        run == 0..<1 && words.words[0].isCapital && isOneName(run) && !words.small(0).hasSuffix("ly") && !words.small(0).hasSuffix("ing")
            ? run : nil
    }

    /// Somebody who pays: a party, a noun of people, or one name that begins the sentence: "Health have agreed to pay £9".
    /// "A great deal of money" is nobody.
    private func somebodyPaying(_ run: Range<Int>) -> Range<Int>? {
        if let known = party(run) { return known }
        return run.contains { words.kind($0) == .of } ? nil : somebody(run) ?? soleName(run)
    }
}
