/// The tables of some words and, for each word, which of them took it.
struct FoundTables {
    var tables: [TableDraft] = []
    /// For each word the index of its table, -1 outside tables.
    var owners: [Int]
}

/// The tables among words, from ruling lines and from white space.
func tables(among words: [Word], content: PageContent, settings: LayoutSettings) -> FoundTables {
    let (horizontal, vertical) = edges(in: content, settings: settings.tables)
    var found = FoundTables(owners: [Int](repeating: -1, count: words.count))
    addRuledTables(of: words, horizontal: horizontal, vertical: vertical, content: content, settings: settings, to: &found)

    addBandedTables(of: words, horizontal: horizontal, vertical: vertical, content: content, settings: settings, to: &found)
    let free = words.indices.filter { found.owners[$0] < 0 && words[$0].turn == 0 }
    let text = TextRows(words, at: free, content: content, verticals: vertical, settings: settings)
    for region in alignedRegions(of: text, rules: horizontal, settings: settings.tables) {
        guard let (table, taken) = alignedTable(region, of: text, rules: horizontal, content: content, settings: settings) else { continue }
        for index in taken { found.owners[index] = found.tables.count }
        found.tables.append(table)
    }
    return found
}
