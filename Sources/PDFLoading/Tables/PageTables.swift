/// The tables of some words and, for each word, which of them took it.
struct FoundTables {
    var tables: [TableDraft] = []
    /// For each word the index of its table, -1 outside tables.
    var owners: [Int]

    /// Adds a table and marks the words that it takes.
    mutating func add(_ table: TableDraft, taking words: some Sequence<Int>) {
        for index in words { owners[index] = tables.count }
        tables.append(table)
    }
}

/// The tables among words, from ruling lines and from white space.
func tables(among words: [Word], content: PageContent) -> FoundTables {
    // Text that can't be seen is set without regard to what can, unless it is what recognition read on an image.
    let seen = words.indices.filter { words[$0].flags.isDisjoint(with: [.covered, .invisible]) }
    guard seen.count < words.count, seen.count * 2 > words.count else {
        return tables(amongSeen: words, content: content)
    }
    let found = tables(amongSeen: seen.map { words[$0] }, content: content)
    var owners = [Int](repeating: -1, count: words.count)
    for (position, index) in seen.enumerated() { owners[index] = found.owners[position] }
    return FoundTables(tables: found.tables, owners: owners)
}

private func tables(amongSeen words: [Word], content: PageContent) -> FoundTables {
    let (horizontal, vertical) = edges(in: content)
    var found = FoundTables(owners: [Int](repeating: -1, count: words.count))
    addRuledTables(of: words, horizontal: horizontal, vertical: vertical, to: &found)
    addBandedTables(of: words, horizontal: horizontal, vertical: vertical, to: &found)
    addAlignedTables(of: words, horizontal: horizontal, vertical: vertical, to: &found)
    return found
}
