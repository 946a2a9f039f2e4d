/// The names of the records' closed lists as words for people: "agendaPack" is "agenda pack".
enum Words {
    /// A name in words.
    static func of(_ name: String) -> String {
        var words = ""
        for character in name {
            if character.isUppercase, !words.isEmpty, words.last?.isUppercase == false { words += " " }
            words += character.lowercased()
        }
        return words
    }

    /// So many of a thing: "1 figure", "2 figures".
    static func count(_ count: Int, _ thing: String) -> String {
        Grouped.digits(of: String(count)) + " " + thing + (count == 1 ? "" : "s")
    }

    /// A day as people write it: "2025-10-14" is "14 October 2025"; another text stays.
    static func day(_ date: String) -> String {
        let parts = date.split(separator: "-").compactMap { Int($0) }
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        ]
        guard parts.count == 3, months.indices.contains(parts[1] - 1) else { return date }
        return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
    }
}
