public import Tracing

/// A place that a search found.
public struct SearchHit: Sendable {
    /// What it is.
    public var kind: SearchQuery.Kind
    /// Its id.
    public var id: String
    /// Its paper.
    public var paper: TracedPaper
    /// Page, 1-based.
    public var page: Int
    /// How well it fits, 0 to 1.
    public var score: Double
    /// The words around what was found, on one line.
    public var text: String
    /// Where the words that were looked for stand in `text`, bytes of its UTF-8.
    public var marks: [Range<Int>]
}

extension RecordIndex {
    /// Places that hold what is looked for, best first; ties by paper and page.
    public func search(_ query: SearchQuery) throws(IndexProblem) -> [SearchHit] {
        try file.read { session in
            var search = try Search(query, session)
            return try search.hits(query.kind, limit: query.limit, among: search.ranked())
        }
    }

    /// The same for hits of several kinds, so many of each at most: the papers are looked through once.
    public func search(_ query: SearchQuery, for kinds: [(kind: SearchQuery.Kind, limit: Int)]) throws(IndexProblem) -> [[SearchHit]] {
        try file.read { session in
            var search = try Search(query, session)
            let ranked = try search.ranked()
            return try kinds.map { try search.hits($0.kind, limit: $0.limit, among: ranked) }
        }
    }
}
