/// The tables among words, from ruling lines and from white space, and for each word whether a table took it.
func tables(among words: [Word], content: PageContent, settings: LayoutSettings) -> (tables: [TableDraft], isUsed: [Bool]) {
    var isUsed = [Bool](repeating: false, count: words.count)
    let (horizontal, vertical) = edges(in: content, settings: settings.tables)
    var found = ruledTables(words, horizontal: horizontal, vertical: vertical, isUsed: &isUsed, content: content, settings: settings)

    let free = words.indices.filter { !isUsed[$0] && words[$0].turn == 0 }
    let text = TextRows(words, at: free, content: content, verticals: vertical, settings: settings)
    for region in alignedRegions(of: text, rules: horizontal, settings: settings.tables) {
        guard let (table, taken) = alignedTable(region, of: text, rules: horizontal, content: content, settings: settings) else { continue }
        for index in taken { isUsed[index] = true }
        found.append(table)
    }
    return (found, isUsed)
}
