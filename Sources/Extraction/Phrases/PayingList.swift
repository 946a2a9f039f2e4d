internal import PaperModel

/// What a title or the words that lead to a list say of those whom its entries name.
enum PayingList: String, Sendable {
    /// They get money without a return: "Grants awarded".
    case given
    /// They are paid: "Cheques signed".
    case paid
    /// They ask a price: "Tenders".
    case asked
    /// They want money: "Applications".
    case wanted
    /// They pay: "Receipts".
    case received

    /// Whether whom an entry names may go by any name in capitals; a list of payments names things too.
    var namesPeople: Bool { self == .given || self == .asked || self == .wanted }
}

/// Which lists are told by the name in an entry that somebody is paid.
enum ListNeed: Sendable {
    /// Any list of those who pay or are paid.
    case anyList
    /// A list of nothing but people and bodies.
    case listOfPeople
    /// A list of payments or of people and bodies.
    case listOfPayments
    /// A list of prices asked: a lone word in capitals may be anything elsewhere.
    case listOfPrices

    /// Whether a list, as its title or lead tells of it, and what its amounts are make a payee of whom the entry names.
    func isMet(by list: PayingList?, _ sense: Figure.Sense?) -> Bool {
        switch self {
        case .anyList: list != nil || sense == .spend || sense == .grant
        case .listOfPeople: list.map { $0 != .received } ?? (sense == .grant)
        case .listOfPayments: list.map { $0 != .received } ?? false
        case .listOfPrices: list == .asked
        }
    }
}

extension PhraseVocabulary {
    /// What kind of list a title or lead in small letters speaks of; nil for none, and for a list of money that comes in and goes out.
    func list(_ words: [String]) -> PayingList? {
        let found = Set(words.compactMap { payingWords[$0] })
        if found.contains(.asked) { return .asked }
        // "Grant applications received".
        if found.contains(.wanted) { return found.contains(.given) || found.count == 1 ? .wanted : nil }
        if found.contains(.received) {
            // "Payments received" come in, "Receipts and payments" go both ways, and "Invoices received" are to be paid.
            guard let paid = words.lastIndex(where: { payingWords[$0] == .paid }) else { return .received }
            if words[paid].hasPrefix("invoice") || words[paid].hasPrefix("account") { return .paid }
            return words[paid...].dropFirst().prefix(3).contains("received") ? .received : nil
        }
        return found.contains(.given) ? .given : found.first
    }
}
