/// What a verb or noun of payment says of those around it: by "pay" its doer gives money, and those get it who are its object or stand behind
/// "to"; a "grant" is given to somebody from somebody.
///
/// One line of a table each: `pay: doer gives, object gets, to gets`. Whom `by` names behind a passive verb did it.
struct MoneyWord: Sendable {
    /// Where somebody stands around the word.
    enum Spot: String, CaseIterable, Sendable {
        case doer, object, to, from, by, on, with, against, holder
        case purpose = "for"
    }

    /// What those who stand there do.
    enum Role: String, Sendable {
        /// They give money.
        case gives
        /// They give it, and nobody does so but people and bodies: "the incumbent pays".
        case pays
        /// They get it.
        case gets
        /// They get it unless they are a council's own people, who only ask for what others need.
        case asks
        /// They give it for goods, unless they are a council's own people, who only buy for it.
        case buys
        /// They get it for work, where the amount is its price.
        case works
        /// They give it where they are a government and the money is a grant.
        case grants

        /// Whether they give money, and don't only buy for it.
        var isGiving: Bool { self == .gives || self == .pays || self == .grants }
    }

    /// The roles by spot.
    private let roles: [Role?]
    /// Whether the words of an amount must say that it is money which is handed over, since the verb is one of much else: "make", "provide".
    let isWeak: Bool
    /// Whether notes leave out "was" before it: "Cllr Ray reimbursed for stamps".
    let isShortened: Bool
    /// A word that belongs to the verb: "up" of "pick up".
    var particle: String?
    /// Whether the form is one of what was done: "paid".
    var isPast = false
    /// Whether the form ends in "-ing".
    var isGerund = false

    /// Whether it only says who does work.
    var isWork: Bool { self[.doer] == .works || self[.object] == .works }

    /// Reads "doer gives, to gets"; nil for another text.
    init?(_ text: String) {
        var roles = [Role?](repeating: nil, count: Spot.allCases.count)
        var (isWeak, isShortened) = (false, false)
        for part in text.split(separator: ",") {
            let words = part.split(separator: " ")
            if words == ["weak"] {
                isWeak = true
                continue
            }
            if words == ["shortened"] {
                isShortened = true
                continue
            }
            guard words.count == 2, let spot = Spot(rawValue: String(words[0])), let role = Role(rawValue: String(words[1])) else {
                return nil
            }
            roles[MoneyWord.place(of: spot)] = role
        }
        (self.roles, self.isWeak, self.isShortened) = (roles, isWeak, isShortened)
    }

    /// Whether those who do it ask a price: "quote".
    var isPricing: Bool { self[.doer] == .gets && self[.from] == nil }

    private static func place(of spot: Spot) -> Int {
        switch spot {
        case .doer: 0
        case .object: 1
        case .to: 2
        case .from: 3
        case .by: 4
        case .on: 5
        case .with: 6
        case .against: 7
        case .holder: 8
        case .purpose: 9
        }
    }

    subscript(spot: Spot) -> Role? { roles[MoneyWord.place(of: spot)] }

    /// The forms of the verbs of a table, each with what it says; `as` leads to the line of another form: `paid: as pay`.
    static func forms(_ entries: [(word: String, value: String)]) -> [String: [MoneyWord]] {
        var result: [String: [MoneyWord]] = [:]
        let lines = Dictionary(entries) { first, _ in first }
        for (words, value) in entries {
            let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
            let isOther = value.hasPrefix("as ")
            guard let verb = parts.first, var word = MoneyWord(isOther ? lines[String(value.dropFirst(3))] ?? "" : value) else { continue }
            word.particle = parts.count > 1 ? parts[1] : nil
            if isOther {
                word.isPast = true
                result[verb, default: []].append(word)
                continue
            }
            for (form, isPast, isGerund) in inflected(verb) {
                (word.isPast, word.isGerund) = (isPast, isGerund)
                result[form, default: []].append(word)
            }
        }
        // A verb with its particle goes before the bare one.
        return result.mapValues { words in words.filter { $0.particle != nil } + words.filter { $0.particle == nil } }
    }

    /// The nouns of a table, each with what it says, of one and of several.
    static func nouns(_ entries: [(word: String, value: String)]) -> [String: MoneyWord] {
        var result: [String: MoneyWord] = [:]
        for (word, value) in entries {
            result[word] = MoneyWord(value)
            let plural = word.hasSuffix("y") ? String(word.dropLast()) + "ies" : word + "s"
            result[plural] = result[plural] ?? result[word]
        }
        return result
    }

    /// The regular forms of a verb; forms that no verb has hurt nobody.
    private static func inflected(_ verb: String) -> [(form: String, isPast: Bool, isGerund: Bool)] {
        let stem = String(verb.dropLast())
        let last = verb.last ?? " "
        if last == "e" {
            return [(verb, false, false), (verb + "s", false, false), (verb + "d", true, false), (stem + "ing", false, true)]
        }
        if last == "y", let before = stem.last, !"aeiou".contains(before) {
            return [(verb, false, false), (stem + "ies", false, false), (stem + "ied", true, false), (verb + "ing", false, true)]
        }
        let isSibilant = "sxz".contains(last) || verb.hasSuffix("ch") || verb.hasSuffix("sh")
        var forms = [
            (verb, false, false), (verb + (isSibilant ? "es" : "s"), false, false), (verb + "ed", true, false), (verb + "ing", false, true),
        ]
        // "allot", "allotted".
        if "tdgnlpr".contains(last) { forms += [(verb + "\(last)ed", true, false), (verb + "\(last)ing", false, true)] }
        return forms
    }
}
