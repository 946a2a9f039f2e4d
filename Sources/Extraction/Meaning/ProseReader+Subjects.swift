internal import PaperModel
internal import RuleEngine

/// What the figures of sentences are for, looked for from the clause outwards.
extension ProseReader {
    func attachSubject(
        to mention: inout Mention, _ place: SentenceMeaning.Place, _ meaning: SentenceMeaning, _ parties: Parties, previous: Mention?,
        last: Mention?, goesOn: Bool,
        before: () -> String?, lead: Lead?
    ) {
        let words = meaning.words
        if meaning.isTerm(place) {
            mention.pointsBack = false
            return
        }
        let isNamedBefore = meaning.namesWhatWasNamed(place)
        if !isNamedBefore, let found = meaning.subject(place, sense: mention.figure.sense, parties: parties) {
            mention.figure.subject = found.run == place.word..<place.word + 1 ? counted(words.printed(found.run)) : words.printed(found.run)
            mention.figure.subjectFrom = found.source
            mention.isSubjectBehind = found.run.lowerBound > place.word
            return
        }
        if parties.payee != nil || meaning.isBareDoer(place), let frame = meaning.framing(place) {
            mention.figure.subject = words.printed(frame)
            mention.figure.subjectFrom = .sentence
            return
        }
        if parties.payee != nil || parties.payer != nil, let said = meaning.saidElsewhere(place) {
            mention.figure.subject = words.printed(said)
            mention.figure.subjectFrom = .sentence
            return
        }
        if let payee = parties.payee, mention.isEntry || isToldByPayee(mention.figure.sense) && words.words[payee.lowerBound].isCapital {
            // Who gets it is the subject where the clause says nothing else.
            mention.figure.subject = ProseReader.name(words.printed(payee))
            mention.figure.subjectFrom = .clause
            return
        }
        // "Employee costs: the variance shows an increase of £0.5m".
        if let run = meaning.runIn(before: place.word) {
            mention.figure.subject = words.printed(run)
            mention.figure.subjectFrom = .sentence
            return
        }
        // "making a total of £4,782": the sum of several things is for none of them.
        if meaning.isSum(place) { return }
        // "£600k of fees and £1.5m of other savings": what stands behind the one is not said of the other.
        let isOther = goesOn && (previous?.isSubjectBehind ?? false) && !place.following.isEmpty
        if !isOther, !isNamedBefore, !meaning.hasOwnDoer(place), let previous, let subject = previous.figure.subject,
            subject != previous.figure.payee,
            !meaning.turns(place, isBehind: previous.isSubjectBehind)
        {
            mention.figure.subject = subject
            mention.figure.subjectFrom = previous.figure.subjectFrom == .clause ? .sentence : previous.figure.subjectFrom
            return
        }
        // What is limited stands beside the limit: what the sentence is about may be the rule itself.
        if !isNamedBefore, mention.figure.sense != .limit, !meaning.turnsToOther(place), !place.isStaff || mention.figure.sense != nil,
            let found = meaning.sentenceSubject(place, parties: parties, isTurned: previous?.isSubjectBehind ?? false)
        {
            mention.figure.subject = words.printed(found.run)
            mention.figure.subjectFrom = found.source
            return
        }
        if meaning.pointsByWord(place) || !place.isStaff && meaning.isBareNoun(place) {
            if let last, last.sentence?.upperBound == words.bytes.lowerBound, let subject = last.figure.subject {
                mention.figure.subject = subject
                mention.figure.subjectFrom = .previousSentence
                return
            }
            if meaning.pointsByWord(place) || meaning.isDefinite(place), let subject = before() {
                mention.figure.subject = subject
                mention.figure.subjectFrom = .previousSentence
                return
            }
        }
        let isTeam = mention.figure.sense == .establishment || mention.figure.sense == .inPost
        mention.pointsBack = (!place.isStaff || isTeam) && meaning.pointsBack(place, mention.figure.sense)
        // What leads to a list is what its entries are for; a sentence with somebody who does something tells of itself.
        if let subject = lead?.subject,
            mention.isEntry || !meaning.hasOwnDoer(place) && !words.words.contains(where: { $0.kind == .pronoun })
        {
            mention.figure.subject = subject
            mention.figure.subjectFrom = .lead
        }
    }

    /// Senses of money that is told by whom it is given to: "the grant to Harbour Museum"; a debt is told by what it is for.
    func isToldByPayee(_ sense: Figure.Sense?) -> Bool { sense == .grant || sense == .contribution || sense == .funding || sense == .loan }

    /// What the last sentence of a text is about.
    func lastPhrase(of text: NormalisedText) -> String? {
        Sentences(text, abbreviations: abbreviations).ranges.last { $0.count > 2 }.flatMap { mainPhrase(of: text, in: $0) }
    }

    /// What a sentence without regard to its figures is about.
    func mainPhrase(of text: NormalisedText, in bytes: Range<Int>) -> String? {
        let words = SentenceWords(text, in: bytes, figures: [], vocabulary: vocabulary)
        let meaning = SentenceMeaning(words, cues: Cues(text, in: bytes, of: phases.senses, runner), countsStaff: [])
        // Behind the number of the paragraph.
        let first = words.phrase(from: words.kind(0) == .number ? 1 : 0)
        let isDone = first.contains { words.kind($0) == .body } && meaning.isVoid(first)
        let run =
            meaning.mainPhrase(before: words.words.count, orObject: false) ?? (isDone ? meaning.object(behind: first) : nil)
            ?? meaning.lastPurpose(before: words.words.count)
        guard let run, meaning.isThing(run), meaning.isPlausible(run) else { return nil }
        // "The trust runs two pools": what a body does tells more than its name.
        let isActor = meaning.isBareBody(run) || run.count == 1 && run.first.map { words.words[$0].isAcronym } ?? false
        return (isActor ? meaning.object(behind: run) : run).map(words.printed)
    }

    /// Who does what a sentence tells: "The choir" of "The choir has grown". What follows is told of them by a pronoun.
    func mainParty(of text: NormalisedText, in bytes: Range<Int>) -> String? {
        let words = SentenceWords(text, in: bytes, figures: [], vocabulary: vocabulary)
        let meaning = SentenceMeaning(words, cues: Cues(), countsStaff: [])
        let first = words.phrase(from: words.kind(0) == .number ? 1 : 0)
        switch words.kind(first.upperBound) {
        case .verb, .auxiliary, .be, .giving, .asking: return (meaning.party(first) ?? meaning.somebody(first)).map(words.printed)
        default: return nil
        }
    }

    /// What a figure of staff counts: its words without the number.
    func counted(_ text: String) -> String {
        let parts = text.split(separator: " ")
        let noun = parts.drop { part in
            let word = part.lowercased()
            let kind = vocabulary.kind(of: word)
            return word.utf8.contains(where: UInt8.isDigit) || vocabulary.isNumber(word) || kind == .link || kind == .quantity
                || kind == .determiner
                || kind == .preposition || kind == .conjunction || kind == .to || word == "some" || word == "x"
        }
        return noun.isEmpty ? text : noun.joined(separator: " ")
    }
}
