extension RecordIndex {
    /// Writes the index as one SQLite file for others, put in place of `path` as a whole, and what Datasette shows of it to `metadata.yaml`
    /// beside it.
    public func export(to path: String) throws(IndexProblem) {
        let new = FileStatus.own(path + ".new")
        FileStatus.remove(new)
        defer { FileStatus.remove(new) }
        // What keeps it from being written is said of this file, not of the index.
        try FileStatus.write("", to: new)
        try file.outsideTransactions("VACUUM INTO ?", [.text(new)])
        try FileStatus.replace(path, with: new)
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let name = path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...]
        let database = name.lastIndex(of: ".").map { name[..<$0] } ?? name
        try FileStatus.write(IndexExport.metadata(database: String(database)), to: folder + "metadata.yaml")
    }
}

/// What Datasette is told of the exported file.
enum IndexExport {
    static func metadata(database: String) -> String {
        """
        title: Figures of council papers
        description: Every amount of money and staff that the papers print, with the place where it stands.
        source: scrutineer
        databases:
          "\(database.split(separator: "\"").joined())":
            tables:
              figure_details:
                label_column: text
                sort_desc: date
                facets: [organisation, committee, paper_kind, sense, unit]
                size: 50
              decision_details:
                facets: [outcome, committee]
              papers:
                label_column: title
                facets: [organisation, committee, kind]
              passages:
                fts_table: passages_fts
                fts_pk: id

        """
    }
}
