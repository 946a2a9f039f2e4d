/// What a word does in a sentence.
enum WordKind: String, Sendable {
    /// "the", "each", "our".
    case determiner
    /// "it", "they": stands for something named before.
    case pronoun
    /// "is", "were", "been".
    case be
    /// "will", "has", "could".
    case auxiliary
    /// "for", "towards": what follows is what money is for.
    case purpose
    /// "of".
    case of
    /// "to".
    case to
    /// "on".
    case on
    /// "from".
    case from
    /// "by".
    case by
    /// Other prepositions.
    case preposition
    /// "and", "or".
    case conjunction
    /// "which", "while", "because": begins another clause.
    case connective
    /// A verb in a form that is no noun: "includes", "showed".
    case verb
    /// What stands between a thing and its amount and says nothing of either: "estimated", "approximately", "currently".
    case link
    /// "total", "net", "additional": measures and names nothing.
    case quantity
    /// A time: "year", "April".
    case time
    /// A body that can pay and be paid: "council", "trust".
    case body
    /// Gives money away, of a body: "awarded", "contributed".
    case giving
    /// Asks for money: "bid", "applied".
    case asking
    /// Helps money to its purpose and names none: "fund", "support" after "to".
    case helping

    // Told by their form.
    /// Any other word.
    case word
    /// A number that is no figure: a year, a count.
    case number
    /// A figure.
    case figure
    case open, close, comma, stop, dash, quote

    /// The kinds that lexicons list, "phraseDeterminer" and so on.
    static let listed: [WordKind] = [
        .determiner, .pronoun, .be, .auxiliary, .purpose, .of, .to, .on, .from, .by, .preposition, .conjunction, .connective, .verb, .link,
        .quantity, .time, .body, .giving, .asking, .helping,
    ]

    /// The lexicon of its words.
    var lexicon: String { "phrase" + rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

    /// Whether it may be part of a noun phrase, at its end too.
    var isNominal: Bool {
        switch self {
        case .word, .quantity, .time, .body, .number: true
        default: false
        }
    }

    /// Whether it joins a noun phrase to another.
    var isPreposition: Bool {
        switch self {
        case .purpose, .of, .to, .on, .from, .by, .preposition: true
        default: false
        }
    }
}
