internal import PaperModel
internal import RuleEngine

/// Who is paid by the entries of lists of payments: "Acme Ltd - gate repair - £75", "Acme Ltd (gate repair) £75", "Acme Ltd: gate repair: £75".
extension SentenceMeaning {
    /// Who is paid by an entry; nil for a thing that is paid for, a class of people, or a line of a budget.
    func entryPayee(_ place: Place, _ sense: Figure.Sense?) -> Range<Int>? {
        let parts = entryParts(place)
        // "Mowing - Acme Ltd - £210": a firm wherever it stands.
        if let firm = parts.lazy.compactMap({ nameOfEntry($0) }).first(where: isFirm) ?? parts.last.flatMap(firmBehindComma), !isVoid(firm),
            parts.count > 1 || words.kind(firm.lowerBound - 1) == .comma
        {
            return run(firm.lowerBound, firm.upperBound)
        }
        guard let index = parts.firstIndex(where: { nameOfEntry($0) != nil }), index <= 1, let name = nameOfEntry(parts[index]) else {
            return nil
        }
        // "Cheque 1204 - Wessex Water - allotments": only numbers and plain words stand before the name.
        if index == 1, parts[0].contains(where: { words.kind($0) == .word && !words.vocabulary.isPlain(words.small($0)) }) { return nil }
        let isApart = index + 1 < parts.count
        if isApart, let end = parts.last, end.count > SentenceMeaning.longestThing { return nil }
        if let last = name.last, isThing(name, isApart: isApart) {
            if isApart { return nil }
            // "Upton Parish Council training course": the body before the thing.
            guard let body = name.lastIndex(where: { words.kind($0) == .body }), body < last, body > name.lowerBound else { return nil }
            return name.lowerBound..<body + 1
        }
        guard !isVoid(name) else { return nil }
        if isFirm(name) { return run(name.lowerBound, name.upperBound) }
        // A name of several words where payments are listed, or where the thing that is paid for stands apart: "Harbour Watch - night walks".
        guard name.count > 1 || isQuoted && isOneName(name), isApart || !isClass(name) else { return nil }
        let isListed =
            switch sense {
            case .spend, .grant, .pay: true
            case .price, .contract, .cost: isApart || isQuoted
            // Before the title of its list is known: marked off as clerks do, and a sum in pounds, where budgets are told in thousands.
            case nil: isMarkedOff(place, isApart: isApart)
            default: isApart
            }
        return isListed ? run(name.lowerBound, name.upperBound) : nil
    }

    /// Whether the sentence speaks of quotations or tenders.
    var isQuoted: Bool {
        words.words.contains { word in
            word.small.map { words.vocabulary.isBill($0) || words.vocabulary.isPricing($0) } ?? false
        }
    }

    /// Whether a dash or colon stands before an amount in whole pounds, and what it is for stands apart or behind "for".
    private func isMarkedOff(_ place: Place, isApart: Bool) -> Bool {
        let bytes = words.words[place.word].bytes
        guard !bytes.contains(where: { words.text[$0] | 0x20 >= 0x61 && words.text[$0] | 0x20 <= 0x7a }) else { return false }
        let isColon = words.isMark(place.word - 1, UInt8(ascii: ":"))
        return words.kind(place.word - 1) == .dash || isColon && words.kind(place.word + 1) == .purpose || isApart
    }

    /// Longest thing that is paid for before its amount, words; more is a sentence.
    private static let longestThing = 7

    /// The words of an entry before its amount, parted by dashes, colons and brackets; what leads to the list is none of them.
    func entryParts(_ place: Place) -> [Range<Int>] {
        let limit = max(place.room.lowerBound, place.word - SentenceMeaning.longestEntry)
        var start = place.word
        while start > limit, !(words.kind(start - 1) == .stop && !words.isMark(start - 1, UInt8(ascii: ":"))),
            words.kind(start - 1) != .figure
        {
            start -= 1
        }
        // "£40 for hire, Acme Fencing, £75": behind the comma of the entry before.
        if start > 0, words.kind(start - 1) == .figure, let comma = (start..<place.word).first(where: { words.kind($0) == .comma }) {
            start = comma + 1
        } else if let comma = (start..<place.word).last(where: { words.kind($0) == .comma && words.kind($0 - 1) == .close }) {
            // "£40 (Ch. No. 118), Acme Fencing - £75".
            start = comma + 1
        }
        var parts: [Range<Int>] = []
        var first = start
        for index in start...place.word {
            let isEnd = index == place.word
            let isMark = [.dash, .open, .close].contains(words.kind(index)) || words.isMark(index, UInt8(ascii: ":"))
            guard isEnd || isMark else { continue }
            if index > first {
                // "It was resolved to pay:", "Accounts for payment:".
                let isLead =
                    !isEnd && words.isMark(index, UInt8(ascii: ":"))
                    && (first..<index).contains { word in
                        switch words.kind(word) {
                        case .verb, .be, .auxiliary, .pronoun, .giving, .asking, .purpose, .to: true
                        default: false
                        }
                    }
                let isTitle = words.isMark(index, UInt8(ascii: ":")) && index < place.word - 1 && isVoid(first..<index)
                if isLead || isTitle { parts = [] } else { parts.append(first..<index) }
            }
            first = index + 1
        }
        return parts
    }

    /// Longest entry before its amount, words.
    private static let longestEntry = 24

    /// The name that a part of an entry is, without the number of a cheque: all its words have capitals.
    func nameOfEntry(_ part: Range<Int>) -> Range<Int>? {
        var first = part.lowerBound
        // "Brightwell £90 and Wold Electrical £80".
        while first < part.upperBound, words.kind(first) == .conjunction || words.kind(first) == .comma { first += 1 }
        while first + 1 < part.upperBound, words.kind(first + 1) == .number, words.vocabulary.isPlain(words.small(first)) { first += 1 }
        if words.kind(first) == .number, words.words[first].bytes.count >= SentenceMeaning.chequeDigits { first += 1 }
        var end = part.upperBound
        while end > first, words.kind(end - 1) == .comma { end -= 1 }
        let name = first..<max(first, end)
        guard !name.isEmpty, name.count <= SentenceMeaning.longestPayee, words.words[first].isCapital || words.kind(first) == .number,
            name.contains(where: { words.words[$0].isCapital && !words.vocabulary.isPlain(words.small($0)) }),
            name.allSatisfy({ index in
                words.words[index].isCapital || [.conjunction, .of, .number, .determiner, .purpose].contains(words.kind(index))
                    || words.isPossessive(index)
            })
        else { return nil }
        return name
    }

    /// Longest name of a payee, words.
    private static let longestPayee = 8

    /// Whether a name is that of a thing that is paid for. Where the thing stands apart only the last word tells, and a plural that says nothing
    /// of money may end a firm's name: "Wold Trees - crown lifting".
    private func isThing(_ name: Range<Int>, isApart: Bool) -> Bool {
        let isPaid = { (index: Int) in self.words.vocabulary.isPaidThing(self.words.small(index)) }
        guard isApart, let first = name.first, let last = name.last else { return name.contains(where: isPaid) }
        let isPlural = words.small(last).hasSuffix("s") && !isCue(last) && !words.vocabulary.isPlain(words.small(last))
        return isPaid(last) && (name.count == 1 || isPaid(first) || !isPlural)
    }

    /// Whether a name is surely somebody's: a person, a company, a body.
    func isFirm(_ name: Range<Int>) -> Bool {
        guard let last = name.last else { return false }
        if isPerson(name) || words.kind(last) == .body && !words.small(last).hasSuffix("s") { return true }
        if name.count > 1, words.vocabulary.endsFirm(words.small(last)) { return true }
        return name.count > 1
            && name.contains { index in
                let word = words.words[index]
                return word.bytes.count == 1 && (word.isCapital || words.small(index) == "&")
            }
    }

    /// Whether a name is that of a class of people, or of several things: "Local Groups", "Press and Commercial".
    func isClass(_ name: Range<Int>) -> Bool {
        guard let last = name.last else { return true }
        return words.kind(last) == .body && words.small(last).hasSuffix("s") || words.small(name.lowerBound) == "other"
            || name.contains { words.kind($0) == .conjunction && words.small($0) == "and" }
            || name.contains { words.text[words.words[$0].bytes.lowerBound] == UInt8(ascii: "/") }
    }

    /// "Acme Ltd (gate repair) £75", "Gate repair - Acme Ltd - £75": the part of an entry that is not the payee.
    func partedThing(_ place: Place, _ payee: Range<Int>?) -> Range<Int>? {
        guard let payee, isEntry(place), payee.upperBound < place.word else { return nil }
        let parts = entryParts(place)
        guard let own = parts.firstIndex(where: { $0.overlaps(payee) }) else { return nil }
        // "Design code, Wold Architects - £90".
        let before = parts[own].lowerBound..<max(parts[own].lowerBound, payee.lowerBound - 1)
        if words.kind(payee.lowerBound - 1) == .comma, let thing = edges(of: before), thing.count <= SentenceMeaning.longestThing,
            isThing(thing), !isVoid(thing)
        {
            return thing
        }
        guard parts.count > 1 else { return nil }
        let isBracketed = words.kind(payee.upperBound) == .open
        // "J Smith - salary - £200": a plain word, which no other way takes for a thing.
        if own + 1 < parts.count, !isBracketed, let thing = edges(of: parts[own + 1]), thing.count <= SentenceMeaning.longestThing,
            let last = thing.last, words.vocabulary.isPaidThing(words.small(last)), isVoid(thing)
        {
            return thing
        }
        let part = own + 1 == parts.count ? parts[..<own].last : isBracketed ? parts[own + 1] : nil
        guard let other = part, let thing = edges(of: other), thing.count <= SentenceMeaning.longestThing,
            !words.words[thing.lowerBound].isAcronym,
            isThing(thing), thing.contains(where: { words.kind($0) == .word && !words.vocabulary.isPlain(words.small($0)) })
        else { return nil }
        return thing
    }
}
