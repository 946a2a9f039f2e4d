internal import PaperModel
internal import RuleEngine

extension ProseReader {
    /// Says of each figure what the money or staff is, what it is for, and who pays whom; `introduction` leads to its list.
    func attachMeaning(
        to mentions: inout [Mention], in passage: NormalisedText, sentences: Sentences, introduction: NormalisedText?,
        struck: [Range<Int>], lines: (() -> [Int])?
    ) {
        // The mentions that are read as sentences, and the byte from which.
        var stretches = [(mentions: mentions.indices, start: 0)]
        if mentions.count > 1, let starts = lines?(),
            let rows = PaymentRows(passage, starts: starts, amounts: mentions.map(\.words), isLed: introduction != nil)
        {
            let lead = rows.lead.map { Lead(NormalisedText(passage.words($0)), self) } ?? introduction.map { Lead($0, self) }
            let first = mentions.partitioningIndex { $0.core.lowerBound >= rows.bytes.lowerBound }
            let end = mentions.partitioningIndex { $0.core.lowerBound >= rows.bytes.upperBound }
            for index in first..<end {
                guard let line = rows.line(at: mentions[index].core.lowerBound) else { continue }
                read(&mentions, [index], in: passage, sentence: line, before: nil, lead: lead, isRow: rows.isFramed)
            }
            stretches = [(0..<first, 0), (end..<mentions.count, rows.bytes.upperBound)]
        }
        for (range, from) in stretches where !range.isEmpty {
            readSentences(&mentions, range, from: from, in: passage, sentences, introduction: introduction, struck: struck)
        }
    }

    /// Reads mentions sentence by sentence; `first`: the byte at which the first sentence begins at the earliest.
    private func readSentences(
        _ mentions: inout [Mention], _ range: Range<Int>, from first: Int, in passage: NormalisedText, _ sentences: Sentences,
        introduction: NormalisedText?, struck: [Range<Int>]
    ) {
        var start = range.lowerBound
        var lead: Lead?
        while start < range.upperBound {
            let index = sentences.index(of: mentions[start].core.lowerBound)
            var end = start + 1
            while end < range.upperBound, sentences.index(of: mentions[end].core.lowerBound) == index { end += 1 }
            let whole = sentences.ranges[index]
            let sentence = max(first, whole.lowerBound)..<whole.upperBound
            let before = index > 0 && sentence == whole ? sentences.ranges[index - 1] : nil
            if lead == nil, let introduction { lead = Lead(introduction, self) }
            if struck.contains(where: { $0.overlaps(sentence) }) {
                // What is struck out is read as it stood, and says nothing of what isn't.
                let standing = (start..<end).filter { !mentions[$0].isStruck }
                let known = mentions
                read(&mentions, Array(start..<end), in: passage, sentence: sentence, before: before, lead: lead)
                for index in standing { mentions[index] = known[index] }
                read(&mentions, standing, in: passage, sentence: sentence, before: before, lead: lead, without: struck)
            } else {
                read(&mentions, Array(start..<end), in: passage, sentence: sentence, before: before, lead: lead)
            }
            start = end
        }
    }

    private func read(
        _ mentions: inout [Mention], _ indices: [Int], in passage: NormalisedText, sentence: Range<Int>, before: Range<Int>?, lead: Lead?,
        isRow: Bool = false, without struck: [Range<Int>] = []
    ) {
        let words = SentenceWords(
            passage, in: sentence, figures: indices.map { mentions[$0].words }, without: struck, vocabulary: vocabulary)
        guard !indices.isEmpty, words.figures.count == indices.count else { return }
        var cues = Cues(passage, in: sentence, of: phases.senses, runner)
        if !struck.isEmpty { cues.drop { cue in struck.contains { $0.overlaps(cue) } } }
        cues.dropNamed(in: words)
        let meaning = SentenceMeaning(words, cues: cues, countsStaff: indices.map { mentions[$0].countsStaff }, isRow: isRow)
        var goesOnAt = [Bool](repeating: false, count: indices.count)
        // What the sentence before is about, read once for all figures that point to it.
        var known: String??
        func previousPhrase() -> String? {
            if let known { return known }
            let found = before.flatMap { mainPhrase(of: words.text, in: $0) }
            known = .some(found)
            return found
        }
        func previousParty() -> String? { before.flatMap { mainParty(of: words.text, in: $0) } }
        defer { completeBackwards(&mentions, indices, goesOn: goesOnAt) }
        // Whether the sentence before has the figure before.
        let followsOn = indices.first.map { $0 > 0 && before != nil && mentions[$0 - 1].sentence == before } ?? false
        let isAsked = before?.last { !isSpace(passage[$0]) }.map { passage[$0] == UInt8(ascii: "?") } ?? false
        func previousIsEntry(_ offset: Int, _ goesOn: Bool) -> Bool { offset == 0 || !goesOn || mentions[indices[offset - 1]].isEntry }
        for (offset, index) in indices.enumerated() {
            let place = meaning.place(offset)
            mentions[index].sentence = sentence
            let previous = offset > 0 ? mentions[indices[offset - 1]] : nil
            let last = offset > 0 ? previous : struck.isEmpty ? leading(before: index, of: mentions) : nil
            let goesOn = meaning.continuesList(place)
            // "Variances arise in parks (£1m), roads (£2m)": the list belongs to its sentence.
            mentions[index].isEntry = meaning.isEntry(place) && (previousIsEntry(offset, goesOn) || meaning.isLabelRun)
            // "£3.8m on 70 agency staff, but that had increased to £7.9m": what is said goes on from the amount of its kind.
            let kind = mentions[index].figure.kind
            let alike = indices.prefix(offset).last { mentions[$0].figure.kind == kind }.map { mentions[$0] }
            goesOnAt[offset] = goesOn
            var told: Mention?
            if goesOn || meaning.leansOnPrevious(place)
                || meaning.isBareDifference(place) && (alike?.figure.sense == .overspend || alike?.figure.sense == .underspend)
            {
                told = alike
            } else if let last, last.figure.kind == kind, last.figure.sense != .establishment,
                meaning.isPartOfLast(place)
                    || followsOn
                        && meaning.tellsOfSentenceBefore(
                            place, isDirected: last.figure.sense.map(ProseReader.directed.contains) ?? false)
            {
                told = last
            }
            let sentenceBefore = followsOn ? nil : before
            // "Grants made - Scouts: £600. Lunch club: £450.": entries that are sentences of their own.
            if offset == 0, followsOn, mentions[index].isEntry, let last, last.isEntry, meaning.isEntryAlone(place) {
                mentions[index].listSense = last.listSense
            }
            attachSense(to: &mentions[index], place, meaning, previous: told, lead: lead, goesOn: goesOn, isAsked: isAsked) {
                sentenceBefore.flatMap { soleSense(of: passage, in: $0) }
            }
            if mentions[index].figure.kind == .money {
                for cue in meaning.bases(place) {
                    guard let basis = cue.basis else { continue }
                    mentions[index].figure.basis.append(basis)
                    mentions[index].figure.cues.append(cue.rule)
                }
            }
            attachComparison(to: &mentions[index], place, meaning, previous: previous, goesOn: goesOn)
            let parties = meaning.parties(place, sense: mentions[index].figure.sense)
            // What stands in a bracket that closed says nothing of what follows it.
            let level = words.words[place.word].depth
            let earlier = (0..<offset).last { words.words[words.figures[$0]].depth <= level }.map { mentions[indices[$0]] }
            // Whom a whole entry may name is known only with its titles.
            let known = parties.need == .listOfPeople || parties.need == .listOfPrices ? Parties() : parties
            attachSubject(
                to: &mentions[index], place, meaning, known, previous: earlier, last: last, goesOn: goesOn, before: previousPhrase,
                lead: lead)
            if mentions[index].figure.kind == .money {
                mentions[index].figure.payee = parties.payee.map { ProseReader.name(words.printed($0)) }
                mentions[index].figure.payer = parties.payer.map { ProseReader.name(words.printed($0)) }
                if parties.isPayeeBefore, parties.payee == nil { mentions[index].figure.payee = previousParty() }
                if parties.isPayerBefore, parties.payer == nil { mentions[index].figure.payer = previousParty() }
                mentions[index].payeeNeed = parties.need
                mentions[index].list = lead?.list ?? meaning.ownList
                if let previous, goesOn, parties.payee == nil, parties.payer == nil, let name = meaning.nextNamed(place) {
                    let printed = ProseReader.name(words.printed(name))
                    // As the one right before the amount before: "gave the band £9 and the choir £8", "The band gave £9 and the choir £8".
                    let beside = ProseReader.name(words.printed(words.phrase(endingAt: words.figures[offset - 1])))
                    if previous.figure.payee == beside || previous.figure.payer == nil, previous.figure.payee != nil {
                        mentions[index].figure.payee = printed
                    } else if previous.figure.payer != nil {
                        mentions[index].figure.payer = printed
                    }
                }
                // "Receipts: Wold Council £9": an entry of what comes in names who pays.
                if mentions[index].isEntry, mentions[index].list == .received, let payee = mentions[index].figure.payee {
                    mentions[index].figure.payer = mentions[index].figure.payer ?? payee
                    mentions[index].figure.payee = nil
                }
                if goesOn, let previous, previous.figure.sense == mentions[index].figure.sense, !mentions[index].isEntry || place.index > 0,
                    words.kind(place.word + 1) != .from
                {
                    inheritParties(
                        from: previous, to: &mentions[index],
                        isEntry: meaning.entryRun(place).map { words.kind($0.lowerBound) != .purpose && words.kind($0.lowerBound) != .of }
                            ?? false)
                }
            }
        }
    }

    /// The first figure of the sentence before with a subject: what the sentence is about stands at its head. "The club had £9m of debt, including
    /// £2m for Northwick. This was a rise of £1m."
    private func leading(before index: Int, of mentions: [Mention]) -> Mention? {
        guard index > 0, let sentence = mentions[index - 1].sentence else { return nil }
        var first = index - 1
        while first > 0, index - first < ProseReader.mostLooked, mentions[first - 1].sentence == sentence { first -= 1 }
        return mentions[first..<index].first { $0.figure.subject != nil } ?? mentions[index - 1]
    }

    /// Most figures of a sentence that are looked through for what it is about.
    private static let mostLooked = 8

    /// "£5 for a club, £3 for trees and £2 for signs were secured": what is said behind the last amount of a list is said of all.
    private func completeBackwards(_ mentions: inout [Mention], _ indices: [Int], goesOn: [Bool]) {
        for offset in indices.indices.dropLast().reversed() where goesOn[offset + 1] {
            let (index, next) = (indices[offset], indices[offset + 1])
            guard mentions[index].figure.sense == nil, mentions[index].figure.comparison == nil, mentions[index].figure.kind == .money,
                mentions[next].figure.kind == .money, mentions[next].isSaidBehind
            else { continue }
            mentions[index].figure.sense = mentions[next].figure.sense
            mentions[index].isOwn = true
            mentions[index].isSaidBehind = true
        }
    }

    /// A name without the end that makes it a holder or takes in a verb: "Northwick's been given £2m".
    static func name(_ printed: String) -> String {
        ["'s", "\u{2019}s"].first(where: printed.hasSuffix).map { String(printed.dropLast($0.count)) } ?? printed
    }

    /// In a list of amounts for several things who gives is said once: "the government has offered £2m for rail, £1m for trams".
    private func inheritParties(from previous: Mention, to mention: inout Mention, isEntry: Bool) {
        if mention.figure.payer == nil, mention.figure.payee == nil, !isEntry { mention.figure.payer = previous.figure.payer }
    }

    private func attachSense(
        to mention: inout Mention, _ place: SentenceMeaning.Place, _ meaning: SentenceMeaning, previous: Mention?, lead: Lead?,
        goesOn: Bool, isAsked: Bool, before: () -> Cue?
    ) {
        let ofEntriesBefore = mention.listSense
        mention.listSense = meaning.remoteSense(place)?.sense ?? (mention.isEntry ? previous?.listSense ?? ofEntriesBefore : nil)
        let own = meaning.sense(place)
        let isOfKind = { (cue: Cue) in cue.sense.map { $0.isOfStaff == place.isStaff } ?? false }
        let ofLead = meaning.isOfLead(place, isEntry: mention.isEntry) ? lead?.cues.senses.last(where: isOfKind) : nil
        let isOfList = mention.isEntry && own.map { SentenceMeaning.names($0, whatIs: mention.listSense ?? ofLead?.sense) } ?? false
        let cue =
            (isOfList ? meaning.remoteSense(place) ?? ofLead : own)
            ?? (previous == nil ? ofLead : nil)
            ?? (previous == nil && !place.isStaff && meaning.tellsOfSentenceBefore(place, isDirected: false) ? before() : nil)
            ?? (previous == nil && isAsked && !place.isStaff && meaning.isAnswer(place) ? before() : nil)
        // "a grant of £5 for a club and £3 for a choir was awarded": what is done with all of a list says less than what it is.
        let isSaidOfAll = cue.map { $0.isFirmness && meaning.isBehind($0, place) && meaning.isVerb($0) } ?? false
        let isLike = (meaning.isCompared(place) || meaning.isAdded(place)) && place.governing.phrases.isEmpty || meaning.isAverage(place)
        let isStronger =
            isLike && previous?.figure.sense != nil
            || goesOn && meaning.isBreakdown(place) && previous?.isStrong ?? false
            || meaning.isBareDifference(place) && previous?.figure.sense.map(SentenceMeaning.ways.contains) ?? false
                && cue?.isFirmness ?? false
            || isSaidOfAll && previous.map { $0.isStrong && $0.figure.kind == mention.figure.kind } ?? false
        if let cue, !isStronger {
            mention.isStrong = !cue.isFirmness
            mention.figure.sense = cue.sense
            mention.figure.cues.append(cue.rule)
            mention.isOwn = cue.sense != mention.listSense
            mention.isSaidBehind = own.map { $0.bytes.lowerBound >= mention.words.upperBound && meaning.isVerb($0) } ?? false
        } else if let previous, previous.figure.kind == mention.figure.kind, !meaning.isPriceTag(place) || isStronger,
            !meaning.hasOwnNoun(place), !meaning.isOtherSource(place, previous.figure.sense),
            !meaning.isVariance(place) || SentenceMeaning.staysOfVariance(previous.figure.sense)
        {
            // Of the entries of a list each says what it is by itself, else the words before the list do.
            mention.figure.sense =
                mention.isEntry && previous.isEntry && previous.isOwn && !meaning.isBareEntry(place)
                ? mention.listSense : meaning.turned(previous.figure.sense, place)
            mention.isOwn = false
            mention.isStrong = previous.isStrong
        } else if previous == nil, cue == nil, !place.isStaff {
            mention.figure.sense = ofEntriesBefore
        }
    }

    /// The only kind of money that a sentence without amounts speaks of: "They came to the audit fee. It had been set at £9,000".
    private func soleSense(of passage: NormalisedText, in sentence: Range<Int>) -> Cue? {
        let senses = Cues(passage, in: sentence, of: phases.senses, runner).senses.filter {
            !$0.isFirmness && $0.sense.map { !$0.isOfStaff } ?? false
        }
        return Set(senses.map(\.sense)).count == 1 ? senses.last : nil
    }

    private func attachComparison(
        to mention: inout Mention, _ place: SentenceMeaning.Place, _ meaning: SentenceMeaning, previous: Mention?, goesOn: Bool
    ) {
        // Where the sense says the direction already, or the amount is a threshold, nothing is compared.
        let isDirected = mention.figure.sense.map(ProseReader.directed.contains) ?? false
        if isDirected, place.isStaff || !meaning.isVariance(place) { return }
        guard !place.isStaff || mention.figure.sense != nil else { return }
        guard let cue = meaning.comparison(place) else {
            // "by £1,350, not £1,800".
            if meaning.isContrasted(place) { mention.figure.comparison = previous?.figure.comparison }
            // "a rise of £5 in Northwick and £16 in Southwick".
            if goesOn, meaning.isSecondOfPair(place), !isDirected, mention.figure.sense == previous?.figure.sense {
                mention.figure.comparison = previous?.figure.comparison
            }
            // "Variances arise in parks (£1m), roads (£2m)".
            if goesOn, mention.figure.sense == nil, previous?.figure.comparison == .difference { mention.figure.comparison = .difference }
            return
        }
        // "additional posts" are an increase by their sense.
        if place.isStaff, !meaning.hasChangeWord(place, cue) { return }
        mention.figure.comparison = cue.comparison
        if mention.figure.sense == nil, cue.comparison != .difference, let previous { mention.figure.sense = previous.figure.sense }
        mention.figure.cues.append(cue.rule)
    }

    /// Senses that say which way an amount goes.
    static let directed: Set<Figure.Sense> = [.limit, .saving, .overspend, .underspend]
}
