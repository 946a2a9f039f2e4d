extension String {
    /// "Minutes of the Parks and Rivers" with the rest of "Parks and Rivers Committee", which the page sets in the line below; as it stands
    /// where it does not end with the first words of the name.
    func endingWith(_ name: String?) -> String {
        guard let words = name?.split(separator: " "), words.count > 1 else { return self }
        let own = split(separator: " ")
        for count in (1..<words.count).reversed() where own.count > count && own.suffix(count).elementsEqual(words.prefix(count)) {
            return self + " " + words.dropFirst(count).joined(separator: " ")
        }
        return self
    }
}
