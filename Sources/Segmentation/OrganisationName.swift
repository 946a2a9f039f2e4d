/// Whether words that end as a body's name does are one: "Us Quick Links Council" and "LACW Local Authority" are none.
enum OrganisationName {
    /// What may stand before "of" within a name; of anything else, as "Powers of Northwick City Council", the name is what follows.
    private static let places: Set<String> = [
        "city", "borough", "county", "council", "isle", "isles", "island", "islands", "vale", "forest", "riding", "west", "east", "north",
        "south", "port", "heart", "town", "parish", "district", "corporation", "hamlet", "burgh", "bridge", "brig", "chapel", "milton",
        "boat",
        "kyle", "mains", "kirkton", "mull",
    ]
    /// Words of web pages and papers that no body has in its name: what stands before them belongs to something else.
    private static let strangers: Set<String> = [
        "us", "quick", "link", "links", "news", "menu", "search", "skip", "content", "contact", "welcome", "modern", "login", "website",
        "page", "pages",
        "home", "about", "your", "our", "my", "you", "visit", "online", "service", "services", "email", "telephone", "tel", "copyright",
        "cookies", "privacy", "accessibility", "minutes", "agenda", "agendas", "meeting", "meetings", "committee", "committees", "report",
        "reports", "councillor", "councillors", "member", "members", "statement", "policy", "budget", "constitution", "powers", "duties",
        "functions", "decision", "decisions", "calendar", "more", "next", "previous", "back", "view", "find", "pay", "apply", "draft",
        "notice",
        "public", "documents", "document", "publications", "logo", "facebook", "twitter", "the", "this", "that", "with", "from", "between",
        "into", "is", "was", "are", "were", "has", "will", "by", "for", "to", "at",
    ]
    /// What kind of body it is; these alone are no name.
    private static let kinds: Set<String> = [
        "county", "city", "borough", "district", "metropolitan", "town", "parish", "community", "unitary", "combined", "mayoral",
        "regional",
        "council", "councils", "authority", "corporation", "royal", "full", "extraordinary", "annual", "ordinary", "special", "joint",
        "strategic", "fire", "and", "rescue", "transport", "waste", "police", "national", "park", "local", "of", "upon", "on", "in",
        "under", "&",
        "shire", "cyngor", "sir", "tref", "cymuned", "dinas", "bwrdeistref",
    ]
    /// What an authority is to the law, not by name: "the Waste Planning Authority".
    private static let roles: Set<String> = [
        "local", "planning", "education", "highway", "highways", "licensing", "billing", "precepting", "accountable", "contracting",
        "charging", "admission", "admissions", "housing", "public", "competent", "supervisory", "relevant", "responsible", "body",
        "enforcement", "lead", "registration", "collection", "disposal", "minerals", "delegated", "managing", "statutory", "acquiring",
    ]

    /// The name within `words`, with what is none cut off before it; nil where nothing is left that a body can be called.
    static func within(_ words: String) -> String? {
        var parts = words.split(whereSeparator: \.isWhitespace)
        let lower = parts.map { $0.lowercased().trimming { !$0.isLetter && $0 != "&" } }
        var start = 0
        for (index, word) in lower.enumerated() where index + 1 < lower.count {
            if strangers.contains(word), !isInner(word, at: index, after: start) { start = index + 1 }
            if word == "of", index > start, !places.contains(lower[index - 1]), !isMeasure(lower[index - 1]) { start = index + 1 }
        }
        while start < parts.count, ["of", "the", "and", "&", "upon", "on", "in", "under"].contains(lower[start]) { start += 1 }
        let kept = lower[start...]
        guard let last = kept.last, kept.contains(where: { !kinds.contains($0) }), !isDefinition(parts[start...]) else { return nil }
        if last == "authority", let before = kept.dropLast().last, roles.contains(before) { return nil }
        parts = Array(parts[start...])
        return parts.joined(separator: " ")
    }

    /// Whether a name ends as that of a council does and is none: "Your Council", but not "County Council", which committees' lines say.
    static func isNoCouncil(_ words: String) -> Bool {
        let lower = words.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        guard let last = lower.last, last == "council" || last == "authority", !lower.allSatisfy(kinds.contains) else { return false }
        return within(words)?.count != words.count
    }

    /// A line of a list of abbreviations: "DMA Dunmere Marsh Authority".
    private static func isDefinition(_ parts: ArraySlice<Substring>) -> Bool {
        guard let first = parts.first, first.count > 1, first.allSatisfy(\.isUppercase) else { return false }
        let initials = parts.dropFirst().compactMap { $0.first }.filter(\.isUppercase)
        return initials.count == first.count && initials.elementsEqual(first)
    }

    /// "Barton in the Beans", "Newton by the Sea": small words between the parts of a place's name.
    private static func isInner(_ word: String, at index: Int, after start: Int) -> Bool {
        index > start && ["the", "by", "at", "for", "to", "with"].contains(word)
    }

    /// "London Borough of" and "Royal Borough of" stand in `places`; a compass point written together is one too: "Northwest of".
    private static func isMeasure(_ word: String) -> Bool {
        ["north", "south"].contains { word.hasPrefix($0) } && (word.hasSuffix("west") || word.hasSuffix("east"))
    }
}

extension String {
    fileprivate func trimming(where isLeftOut: (Character) -> Bool) -> String {
        let tail = drop(while: isLeftOut)
        return String(tail.reversed().drop(while: isLeftOut).reversed())
    }
}
