extension RecordIndex {
    /// Brings the index at `path` up to what `sources` say: new and changed papers are read, gone ones leave, a transaction each. Where there
    /// is none, or one of another version or a damaged one, or `rebuilding`, it is made as a whole and put in place at the end.
    public static func update(
        path: String, sources: [Source], rebuilding: Bool = false
    ) throws(IndexProblem) -> (index: RecordIndex, change: Change) {
        var reason: String? = rebuilding ? "" : nil
        if !rebuilding {
            do throws(IndexProblem) {
                let index = try RecordIndex(path: path, access: .update)
                return (index, try index.update(sources))
            } catch {
                switch error.kind {
                case .missing: reason = ""
                case .otherVersion, .damaged: reason = error.description
                case .other: throw error
                }
            }
        }
        var change = try build(path: path, sources: sources)
        change.rebuilt = reason
        return (try RecordIndex(path: path, access: .update), change)
    }

    /// What the index knows of a source.
    private struct Known {
        var path: String
        var stamp: String
        var paper: Int?
    }

    private func update(_ sources: [Source]) throws(IndexProblem) -> Change {
        var change = Change()
        let known = try file.read { session in
            try session.rows("SELECT path, stamp, paper FROM sources") { row in
                row.text(0).map { Known(path: $0, stamp: row.text(1) ?? "", paper: row.integer(2)) }
            }
        }
        let old = Dictionary(known.map { ($0.path, $0) }) { first, _ in first }
        let wanted = Set(sources.lazy.map(\.path))
        for gone in known where !wanted.contains(gone.path) {
            try file.write { session in
                try RecordIndex.forget(gone.path, session)
                try RecordIndex.removeOrphan(gone.paper, session)
            }
            change.removed += 1
        }
        for source in sources where old[source.path]?.stamp != source.stamp {
            guard let content = try RecordIndex.content(of: source) else { continue }
            try file.write { session in
                try RecordIndex.put(content, of: source, replacing: old[source.path]?.paper, session)
            }
            if old[source.path] != nil { change.removed += 1 }
            change.added += 1
        }
        (change.papers, change.figures) = try counts()
        return change
    }

    /// What a source brings: nil where it is not there at the moment, and without a paper where that could not be read.
    static func content(of source: Source) throws(IndexProblem) -> PaperContent?? {
        do {
            return try source.lines().map { PaperContent($0) }
        } catch {
            throw error as? IndexProblem ?? IndexProblem(.other, "\(error)")
        }
    }

    private static func forget(_ path: String, _ session: Session) throws {
        try session.run("DELETE FROM sources WHERE path = ?", [.text(path)])
    }

    /// Takes out a paper that no source has any more.
    private static func removeOrphan(_ paper: Int?, _ session: Session) throws {
        guard let paper, try session.integer("SELECT count(*) FROM sources WHERE paper = ?", [.integer(paper)]) == 0 else { return }
        try PaperWriter(session: session).remove(paper: paper)
    }

    /// Puts the records of a source in place of those that it had. Of sources with the same bytes the first has the pages and figures; the
    /// others bring a document alone and point to its paper.
    private static func put(_ content: PaperContent?, of source: Source, replacing old: Int?, _ session: Session) throws {
        var added: Int?
        if let old {
            added = try session.integer("SELECT added FROM papers WHERE id = ?", [.integer(old)])
            try forget(source.path, session)
            try removeOrphan(old, session)
        }
        var paper: Int?
        if let content {
            let document: [SQLValue] = [.text(content.facts.document)]
            let twin = try session.integer("SELECT id FROM papers WHERE document = ?", document)
            if let twin, content.pages.isEmpty {
                paper = twin
            } else {
                if let twin {
                    added = try session.integer("SELECT added FROM papers WHERE id = ?", [.integer(twin)])
                    try PaperWriter(session: session).remove(paper: twin)
                }
                let last = try session.integer("SELECT max(id) FROM papers") ?? 0
                let number = twin ?? last + 1
                let next = try (session.integer("SELECT max(added) FROM papers") ?? 0) + 1
                try PaperWriter(session: session).add(content, paper: number, added: added ?? next)
                paper = number
            }
        }
        try session.run(
            "INSERT OR REPLACE INTO sources VALUES (?,?,?)", [.text(source.path), .text(source.stamp), SQLValue(paper)])
    }

    /// Papers in one transaction while an index is built as a whole: the file is thrown away if that is cut off, and FTS5 merges what each
    /// transaction adds.
    private static let papersAtOnce = 200

    private static func build(path: String, sources: [Source]) throws(IndexProblem) -> Change {
        let new = FileStatus.own(path + ".new")
        FileStatus.remove(new)
        defer { FileStatus.remove(new) }
        let earlier = Self.earlier(path)
        var change = Change()
        do {
            let file = try IndexFile(path: new, access: .build)
            try file.write { session in
                try session.runAll(IndexSchema.tables)
                // Larger pieces before they are merged: less work in all, more memory.
                try session.run("INSERT INTO passages_fts (passages_fts, rank) VALUES ('automerge', 8)")
            }
            let feed = PaperFeed(sources)
            defer { feed.leave() }
            var left = sources.count
            while left > 0 {
                try file.write { session in
                    for _ in 0..<min(left, papersAtOnce) {
                        guard let (source, content) = feed.next() else { break }
                        guard let content = try content.get() else { continue }
                        try put(content, of: source, replacing: nil, session)
                        change.added += 1
                    }
                }
                left -= min(left, papersAtOnce)
            }
            try file.write { session in
                for (document, added) in earlier {
                    try session.run("UPDATE papers SET added = ? WHERE document = ?", [.integer(added), .text(document)])
                }
                try session.runAll(IndexSchema.indexes + IndexSchema.views)
                try session.run("INSERT INTO facts VALUES ('version', ?)", [.text(String(IndexSchema.version))])
            }
            let index = RecordIndex(file: file, path: new)
            (change.papers, change.figures) = try index.counts()
        }
        FileStatus.remove(path)
        try FileStatus.replace(path, with: new)
        return change
    }

    /// When an index that is to be made again met each paper first, where it can still tell: a watched claim goes on from its cursor.
    private static func earlier(_ path: String) -> [(document: String, added: Int)] {
        guard FileStatus.exists(path), let file = try? IndexFile(path: path, access: .read) else { return [] }
        let known = try? file.read { session in
            try session.rows("SELECT document, added FROM papers") { row -> (document: String, added: Int)? in
                guard let document = row.text(0), let added = row.integer(1) else { return nil }
                return (document, added)
            }
        }
        return known ?? []
    }
}
