/// How the name of a council or committee is spelled in a record, whatever letters it is printed in.
enum BodyName {
    /// Words that stay small within a name, English and Welsh.
    private static let small: Set<String> = [
        "a", "and", "at", "by", "for", "in", "le", "next", "of", "on", "or", "the", "to", "under", "upon", "with", "y", "yr", "a'r", "o",
        "i",
        "ar", "cum", "super", "juxta", "sub", "en",
    ]
    /// Words of names that are spelled in capitals.
    private static let capitals: Set<String> = [
        "nhs", "ccg", "icb", "ics", "uk", "gla", "tfl", "lep", "send", "sacre", "pcc", "mca", "ii", "iii", "iv",
    ]
    /// What parts the halves of a word that each have a capital.
    private static let joints: Set<Character> = ["-", "/", "\u{2010}", "\u{2011}"]

    /// "LONDON BOROUGH OF SOUTHMERE" as "London Borough of Southmere". A name that is printed with small letters is left as it is, but for
    /// single spaces; one of small letters alone is spelled too.
    static func spelled(_ printed: String) -> String {
        let words = printed.split(whereSeparator: \.isWhitespace)
        let letters = printed.unicodeScalars.filter(\.properties.isAlphabetic)
        let isMixed = letters.contains { $0.properties.isUppercase } && letters.contains { $0.properties.isLowercase }
        // "Wroxmere & Balmoor PARISH COUNCIL" is mixed as a whole and not word by word.
        let hasLoudWords = words.count { isLoud($0) } > 1
        guard !isMixed || hasLoudWords else { return words.joined(separator: " ") }
        return words.enumerated().map { index, word in
            isMixed && !isLoud(word) ? String(word) : spelled(word, isFirst: index == 0)
        }.joined(separator: " ")
    }

    /// Whether a word is all capitals and too long for initials.
    private static func isLoud(_ word: Substring) -> Bool {
        word.count > mostInitials && word.unicodeScalars.contains { $0.properties.isUppercase }
            && !word.unicodeScalars.contains { $0.properties.isLowercase }
    }

    /// Letters of the longest word that is taken for initials in a name with small letters: "NHS", "SEND".
    private static let mostInitials = 4

    private static func spelled(_ word: Substring, isFirst: Bool) -> String {
        let lower = word.lowercased()
        if capitals.contains(lower.filter { $0.isLetter }) { return word.uppercased() }
        if !isFirst, small.contains(lower) { return lower }
        var result = ""
        let parts = pieces(of: lower)
        for (index, part) in parts.enumerated() {
            // "Burton-upon-Wendle", "Stoke-on-Fell".
            let isInner = index > 0 && index + 1 < parts.count
            result += isInner && small.contains(part) ? part : capitalised(part)
        }
        return result
    }

    /// A word cut at its joints, which are pieces of their own.
    private static func pieces(of word: String) -> [String] {
        var pieces = [""]
        for character in word {
            if joints.contains(character) {
                pieces += [String(character), ""]
            } else {
                pieces[pieces.count - 1].append(character)
            }
        }
        return pieces
    }

    /// "O'Brien", "King's", "McDonald" is left to the reader: only the letter that begins the word, or stands behind "O'" or "D'", is a capital.
    private static func capitalised(_ piece: String) -> String {
        var result = ""
        var isAtStart = true
        for character in piece {
            result += isAtStart && character.isLetter ? character.uppercased() : String(character)
            if character.isLetter { isAtStart = false }
            if character == "'" || character == "\u{2019}", result.count == 2, "OD".contains(result.prefix(1)) { isAtStart = true }
        }
        return result
    }
}
