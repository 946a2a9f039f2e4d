/// The rows of tables in which a claim is stated: the same row tells the same thing of other years and in other versions.
struct TableRows {
    private struct Key: Hashable {
        let document: String
        let page: Int
        let row: String
    }

    /// The amounts of a row that state the claim: whether they are changes.
    private var rows: [Key: Bool] = [:]

    /// Takes the rows of the places that state a claim.
    init(_ stating: [Mention]) {
        for place in stating.lazy.map(\.place) where place.column.map(VersionColumn.names) == true {
            rows[TableRows.key(place)] = place.isChange
        }
    }

    /// Whether a place stands in one of the rows, in a column of another time or version.
    func hold(_ place: Place) -> Bool {
        guard let column = place.column, rows[TableRows.key(place)] == place.isChange else { return false }
        return VersionColumn.names(column)
    }

    private static func key(_ place: Place) -> Key { Key(document: place.paper.document, page: place.page, row: place.sentence) }
}
