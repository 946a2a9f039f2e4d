internal import PaperModel
internal import RuleEngine

/// Who gives and who gets, told by the verb of an amount and by those who do what it says.
extension SentenceMeaning {
    /// Senses of money that the doer of a verb of giving gives.
    private static let handedOver: Set<Figure.Sense> = [
        .grant, .funding, .contribution, .spend, .loan, .borrowing, .income, .price, .cost, .pay,
    ]
    /// Senses of money that the doer of a verb of getting gets.
    private static let got: Set<Figure.Sense> = [.grant, .funding, .contribution, .loan, .pay]
    /// Senses of money that is given to whom "to" names.
    private static let paidOver: Set<Figure.Sense> = [.grant, .funding, .spend, .loan, .pay]
    /// Senses of what somebody asks for work.
    private static let asked: Set<Figure.Sense> = [.price, .contract, .cost, .spend]
    /// Farthest that a seller stands before the amount, words.
    private static let sellerReach = 14

    /// Adds to the parties of a figure what its verb tells; what is known stays.
    func addDoers(_ place: Place, sense: Figure.Sense?, to result: inout Parties) {
        let governing = place.governing
        if let verb = governing.verb {
            let isPassive = isPassive(verb)
            // "The club would put in £9,000".
            if words.small(verb) == "put", ["in", "up"].contains(words.small(verb + 1)), !isPassive, result.payer == nil,
                let doer = doer(governing)
            {
                result.payer = party(doer)
            }
            switch words.vocabulary.party(of: words.small(verb)) {
            case .gives where !isPassive:
                if result.payer == nil, sense.map(SentenceMeaning.handedOver.contains) ?? true, let doer = doer(governing) {
                    // "Inflation contributed £2m to the overspend".
                    result.payer = words.small(verb).hasPrefix("contribut") ? namedBody(doer) : party(doer) ?? firstName(doer, verb)
                }
            case .gets where !isPassive:
                // "The Hub requested that £1m be moved to the fund".
                let isOfClause = governing.link.contains { words.small($0) == "that" }
                // "Cllr Moss has asked for £90 for the fête": for what is done with it.
                let isAsked = !["receive", "receives", "received", "receiving", "get", "gets", "got"].contains(words.small(verb))
                if result.payee == nil, !isOfClause,
                    sense.map({ SentenceMeaning.got.contains($0) || !isAsked && $0 == .spend }) ?? !isAsked,
                    let doer = doer(governing),
                    !isAsked || !isOfCouncil(doer)
                {
                    result.payee = party(doer)
                }
            case .quotes where !isPassive:
                if result.payee == nil, sense == .price || sense == .contract, let doer = doer(governing) {
                    result.payee = name(doer) ?? (doer == 0..<1 && isOneName(doer) && words.words[0].isCapital ? doer : nil)
                }
            case .confirms where !isPassive:
                if result.payer == nil, sense == .grant || sense == .funding, let doer = doer(governing), isGovernment(doer) {
                    result.payer = name(doer)
                }
            case .owes:
                if result.payer == nil, isPassive, words.kind(place.word + 1) == .by {
                    result.payer = party(words.phrase(from: place.word + 2))
                }
                if result.payee == nil, sense == .debt, governing.link.isEmpty, let object = governing.phrases.first {
                    result.payee = name(object)
                }
                // "Cllr Moss is owed £9".
                if result.payee == nil, isPassive, let doer = doer(governing) { result.payee = party(doer) }
                if result.payer == nil, sense == .debt, !isPassive, let doer = doer(governing) { result.payer = somebody(doer) }
            default:
                // "Our advisers, Crane Associates, are paid a retainer of £9,000", "Cllr Marsh was repaid £9".
                let isGiven = words.kind(verb) == .giving || words.vocabulary.party(of: words.small(verb)) == .gives
                if isPassive, isGiven, words.small(verb) != "made", result.payee == nil,
                    governing.link.isEmpty || governing.subject.isEmpty,
                    sense.map(SentenceMeaning.paidOver.contains) ?? true, let doer = doer(governing)
                {
                    result.payee = party(doer)
                }
            }
        }
        if result.payee == nil, let verb = governing.verb, words.vocabulary.party(of: words.small(verb)) == .gives,
            words.kind(place.word + 1) == .to,
            sense.map(SentenceMeaning.paidOver.contains) ?? false, !words.small(verb).hasPrefix("contribut")
        {
            // "presented £1,200 to the hospice".
            result.payee = somebody(place.word + 2..<max(place.word + 2, words.phrase(from: place.word + 2).upperBound))
        }
        if result.payer == nil, sense == .grant || sense == .funding { result.payer = giver(in: governing) }
        if result.payee == nil, sense.map(SentenceMeaning.asked.contains) ?? true { result.payee = seller(place) }
    }

    /// Who does what the verb before a figure says: "the insurers" of "the insurers have agreed to pay £3,000"; over an aside the name in it:
    /// "our advisers, Crane Associates, are".
    private func doer(_ governing: Governing) -> Range<Int>? {
        if let first = governing.subject.first, let last = governing.subject.last {
            // "agreed at the committee to pay": where, and not who.
            if words.kind(first.lowerBound - 1).isPreposition { return nil }
            let isOne = governing.subjectJoints.dropFirst().allSatisfy { joint in
                joint.map { words.kind($0) == .of || words.kind($0) == .purpose } ?? false
            }
            return isOne ? first.lowerBound..<last.upperBound : first
        }
        guard let verb = governing.verb else { return nil }
        var place = verb
        walk: while place > 0 {
            switch words.kind(place - 1) {
            case .auxiliary, .be, .link, .to, .verb: place -= 1
            // "was successful in getting".
            case .preposition where ["successful", "succeeded"].contains(words.small(place - 2)): place -= 2
            case .word, .asking, .giving:
                guard words.isAdverb(place - 1) || words.small(place - 1).hasSuffix("ed"), place < verb || words.isAdverb(place - 1) else {
                    break walk
                }
                place -= 1
            default: break walk
            }
        }
        if words.kind(place - 1) == .pronoun { return antecedent(of: place - 1) }
        guard words.kind(place - 1) == .comma else {
            let found = words.chain(endingAt: place, from: 0).phrases
            return found.count == 1 && !words.kind(found[0].lowerBound - 1).isPreposition ? found[0] : nil
        }
        let aside = words.phrase(endingAt: place - 1)
        return !aside.isEmpty && words.kind(aside.lowerBound - 1) == .comma && name(aside) != nil ? aside : nil
    }

    /// Whom "it" or "they" means in a clause that tells what was said: "The Borough Council confirmed that it would contribute £3,500".
    private func antecedent(of pronoun: Int) -> Range<Int>? {
        guard ["it", "they"].contains(words.small(pronoun)), words.small(pronoun - 1) == "that" else { return nil }
        let main = words.phrase(from: 0)
        // A verb of its own, and nobody else between.
        guard main.upperBound < pronoun - 1,
            (main.upperBound..<pronoun - 1).allSatisfy({
                !words.kind($0).isNominal || words.isAdverb($0) || words.small($0).hasSuffix("ed")
            })
        else { return nil }
        return name(main) == nil ? nil : main
    }

    /// "Joan paid £9 for the paint": the one word before a verb of what somebody did, at the head of a sentence.
    private func firstName(_ doer: Range<Int>, _ verb: Int) -> Range<Int>? {
        guard doer == 0..<1, verb == 1, ["paid", "gave", "donated", "lent", "pays"].contains(words.small(verb)), words.kind(0) == .word,
            words.words[0].isCapital, !isVoid(doer), !isCue(0), !words.vocabulary.isPaidThing(words.small(0))
        else { return nil }
        return doer
    }

    /// Somebody who can give or get: a name, else a noun of its own that says nothing of money: "the insurers", "pensioners".
    func somebody(_ run: Range<Int>) -> Range<Int>? {
        if let named = name(run) { return named }
        guard let edges = edges(of: run), let last = edges.last, edges.count <= 4,
            !edges.allSatisfy({ words.vocabulary.isPlain(words.small($0)) }),
            !edges.contains(where: { holdsSense($0, within: edges) || words.kind($0) == .figure || words.isTime($0) }),
            words.kind(run.lowerBound) == .determiner || words.small(last).hasSuffix("s") || words.kind(run.lowerBound) == .number
        else { return nil }
        return edges
    }

    /// Whether a word says what money is, and no more than a verb behind its phrase does: in "pensioners pay" the first word says nothing.
    private func holdsSense(_ index: Int, within run: Range<Int>) -> Bool {
        let (word, whole) = (words.words[index].bytes, words.bytes(of: run))
        return cues.senses.contains { $0.bytes.overlaps(word) && $0.bytes.upperBound <= whole.upperBound }
    }

    /// A phrase that names a body, or ends with a word for bodies: "two developers", "the county".
    private func namedBody(_ run: Range<Int>) -> Range<Int>? {
        if let named = name(run) { return named }
        return run.last.map { words.kind($0) == .body } ?? false ? edges(of: run) : nil
    }

    /// Whether a phrase names a body of government or a fund that gives money to others, and not the council itself.
    private func isGovernment(_ run: Range<Int>) -> Bool { run.contains { words.vocabulary.isGovernment(words.small($0)) } }

    /// "A Home Office grant of £4,000": the name before the word of money.
    private func giver(in governing: Governing) -> Range<Int>? {
        guard let outer = governing.phrases.first, let last = outer.last, isCue(last), !words.words[last].isCapital, outer.count > 1
        else { return nil }
        // "Welsh Government revenue funding of £9m": the words in capitals that stand first.
        let start = words.kind(outer.lowerBound) == .determiner ? outer.lowerBound + 1 : outer.lowerBound
        let before = start..<((start..<last).first { !words.words[$0].isCapital } ?? last)
        guard !before.isEmpty, (before.upperBound..<last).allSatisfy({ isCue($0) || words.vocabulary.isPlain(words.small($0)) }),
            before.contains(where: { words.vocabulary.isGovernment(words.small($0)) || words.kind($0) == .body })
        else { return nil }
        return name(before)
    }

    /// Who asks a price: "Hedges Ltd's price is £7", "the audit was done by Stone LLP for £6", "bought from Hill & Co at £4", "the lowest being
    /// Marsh & Co at £2".
    private func seller(_ place: Place) -> Range<Int>? {
        let governing = place.governing
        if let outer = governing.phrases.first, let last = outer.last,
            words.vocabulary.isBill(words.small(last)) || words.small(last) == "price" || words.small(last) == "tender",
            let holder = outer.first(where: { words.small($0).hasSuffix("'s") && words.words[$0].isCapital }), !isVariance(place)
        {
            return name(outer.lowerBound..<holder + 1)
        }
        let before = place.word - 1
        if words.kind(before) == .purpose {
            let agent = words.phrase(endingAt: before)
            if !agent.isEmpty, words.kind(agent.lowerBound - 1) == .by { return name(agent) }
        }
        if words.small(before) == "at" {
            let asker = words.phrase(endingAt: before)
            if !asker.isEmpty, words.kind(asker.lowerBound - 1) == .be, words.small(asker.lowerBound - 1) == "being" { return name(asker) }
        }
        var index = before
        while index > max(place.room.lowerBound, place.word - SentenceMeaning.sellerReach) {
            if words.kind(index) == .from, SentenceMeaning.buying.contains(words.small(index - 1)) {
                return name(words.phrase(from: index + 1))
            }
            index -= 1
        }
        return nil
    }

    /// What is done from those who are paid for it.
    static let buying: Set<String> = ["bought", "purchased", "hired", "ordered", "commissioned"]
}
