/// The name of a council as pages print it in a title, beside a logo or at the foot: "Agenda for Cabinet | Northwick Borough Council".
enum CouncilName {
    /// What a council's name ends with.
    private static let ends: Set<Substring> = ["Council", "Authority", "Corporation"]
    /// Small words within a name.
    private static let links: Set<Substring> = ["of", "and", "&", "upon", "on", "in", "under", "le"]
    /// What kind of council it is; these alone are no name.
    private static let kinds: Set<Substring> = [
        "County", "City", "Borough", "District", "Metropolitan", "Town", "Parish", "Community", "Combined", "Unitary", "Local", "Royal",
        "London", "Full", "Extraordinary", "Annual", "Budget", "Joint", "Mayoral",
    ]
    /// Words before a name that are no part of it, "Modern Council" being the name of the system itself.
    private static let strangers: Set<Substring> = [
        "The", "Modern", "Your", "Our", "Welcome", "Copyright", "Home", "Agenda", "Agendas", "Meeting", "Meetings", "Committee", "Cabinet",
        "Minutes", "Decision", "Decisions", "Visit", "Contact", "About", "Link", "Logo", "To", "For", "From",
    ]
    /// "London Borough of", "Royal Borough of".
    private static let boroughs: Set<Substring> = ["London", "Royal"]

    /// The first name in a text; nil where none is printed.
    static func first(in text: String) -> String? {
        for part in text.split(whereSeparator: { "|.\u{2013}\u{2014}:;,()\u{A9}\u{BB}\n\t/".contains($0) }) {
            // A dash with spaces parts a title from the name of the site; one without is the name's own.
            for piece in pieces(of: part.split(separator: " ")) {
                if let name = name(in: piece) { return name }
            }
        }
        return nil
    }

    private static func pieces(of words: [Substring]) -> [ArraySlice<Substring>] { words.split(separator: "-") }

    private static func name(in words: ArraySlice<Substring>) -> String? { whole(in: words) ?? borough(in: words) }

    /// "Northwick Borough Council": what stands before the last word of a name.
    private static func whole(in words: ArraySlice<Substring>) -> String? {
        for index in words.indices where ends.contains(words[index]) {
            var start = index
            while start > words.startIndex, isPart(words[start - 1]) { start -= 1 }
            while start < index, links.contains(words[start]) { start += 1 }
            let name = words[start...index]
            if name.dropLast().contains(where: { !kinds.contains($0) && !links.contains($0) }) { return name.joined(separator: " ") }
        }
        return nil
    }

    /// "London Borough of Harrowmere".
    private static func borough(in words: ArraySlice<Substring>) -> String? {
        for index in words.indices.dropFirst() where words[index] == "Borough" && boroughs.contains(words[index - 1]) {
            guard index + 1 < words.endIndex, words[index + 1] == "of" else { continue }
            let rest = words[(index + 2)...].prefix { isPart($0) }
            if !rest.isEmpty { return ([words[index - 1], "Borough", "of"] + rest).joined(separator: " ") }
        }
        return nil
    }

    private static func isPart(_ word: Substring) -> Bool {
        links.contains(word) || word.first?.isUppercase == true && !strangers.contains(word) && !ends.contains(word)
    }
}
