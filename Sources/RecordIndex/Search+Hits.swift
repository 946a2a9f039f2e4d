internal import Tracing

/// The hits of a search within the passages that fit.
extension Search {
    mutating func hits(_ kind: SearchQuery.Kind, limit: Int, among passages: [Ranked]) throws -> [SearchHit] {
        switch kind {
        case .page: try pages(passages, limit)
        case .figure: try figures(passages, limit)
        case .segment: try segments(passages, limit)
        case .table: try tables(passages, limit)
        }
    }

    private mutating func pages(_ ranked: [Ranked], _ limit: Int) throws -> [SearchHit] {
        var hits: [SearchHit] = []
        var seen: Set<[Int]> = []
        for row in ranked where hits.count < limit {
            guard let passage = try reader.passage(row.id), let paper = try reader.paper(passage.paper),
                seen.insert([passage.paper, passage.page]).inserted
            else { continue }
            let line = row.match.line(of: passage.text(0, .max))
            hits.append(
                SearchHit(
                    kind: .page, id: "\(paper.document)#p\(passage.page)", paper: paper, page: passage.page, score: min(1, row.match.score),
                    text: line.text, marks: line.marks))
        }
        return hits
    }

    /// Pages whose figures, segments and tables are looked at.
    private static let pagesWithin = 120

    private mutating func figures(_ ranked: [Ranked], _ limit: Int) throws -> [SearchHit] {
        let conditions = query.filter.conditions
        var ids: [Int] = []
        if query.groups.isEmpty {
            ids = try figureRows(conditions, "")
        } else {
            // Of the last of them those that fit less are cut off: twice as many as are wanted.
            for row in ranked.prefix(Search.pagesWithin) where ids.count < 2 * limit {
                ids += try figureRows(
                    ((["figures.passage = ?"] + conditions.sql), [.integer(row.id)] + conditions.values), " LIMIT 400")
            }
        }
        let stated = query.amounts
        var found: [(hit: SearchHit, near: Double)] = []
        for place in try reader.places(ids) {
            if !stated.isEmpty, !stated.contains(where: { Closeness.of(place.range, to: $0.range)?.isMatch == true }) { continue }
            let context = place.context
            let match = scorer.match(text: place.sentence + "\n" + context.labels, headings: context.headings, title: context.titles)
            let around = scorer.match(text: context.around, headings: "", title: "")
            let score = max(match.score, 0.8 * around.score)
            guard score > 0 || query.groups.isEmpty else { continue }
            var hit = SearchHit(
                kind: .figure, id: place.id, paper: place.paper, page: place.page, score: min(1, score), text: "", marks: [])
            (hit.text, hit.marks) = Line.around(place.sentence, place.hit ?? 0..<0)
            found.append((hit, match.score))
        }
        return found.sorted { left, right in
            if left.hit.score != right.hit.score { return left.hit.score > right.hit.score }
            return (left.hit.paper.document, left.hit.page, left.hit.id) < (right.hit.paper.document, right.hit.page, right.hit.id)
        }.prefix(limit).map(\.hit)
    }

    private func figureRows(_ conditions: (sql: [String], values: [SQLValue]), _ limit: String) throws -> [Int] {
        let condition = conditions.sql.isEmpty ? "" : " WHERE " + conditions.sql.joined(separator: " AND ")
        // A table that nothing is asked of would be looked into for each figure.
        func join(_ table: String, _ clause: String) -> String { condition.contains(table + ".") ? clause : "" }
        let joins =
            join("papers", " JOIN papers ON papers.id = figures.paper")
            + join("segments", " LEFT JOIN segments ON segments.id = figures.segment")
        // "+": not along the wide rows of the figures, when an index that holds all that is asked for is a tenth as long.
        return try session.rows(
            "SELECT figures.id FROM figures\(joins)\(condition) ORDER BY +figures.id\(limit.isEmpty ? " LIMIT 2000" : limit)",
            conditions.values
        ) { $0.integer(0) }
    }

    private mutating func segments(_ ranked: [Ranked], _ limit: Int) throws -> [SearchHit] {
        var hits: [SearchHit] = []
        var seen: Set<Int> = []
        for row in ranked.prefix(Search.pagesWithin) {
            guard let passage = try reader.passage(row.id), let paper = try reader.paper(passage.paper) else { continue }
            let segments = try session.rows(
                """
                SELECT id, spans, titles, kind, page FROM segments
                WHERE id >= ? AND id < ? AND page <= ? AND end_page >= ? ORDER BY id
                """,
                [
                    .integer(passage.paper << IndexSchema.bits), .integer((passage.paper + 1) << IndexSchema.bits), .integer(passage.page),
                    .integer(passage.page),
                ]
            ) { row in row.integer(0).map { ($0, row.text(1) ?? "", row.text(2) ?? "", row.text(3) ?? "", row.integer(4) ?? 1) } }
            for (id, spans, titles, kind, page) in segments where seen.insert(id).inserted {
                if let wanted = query.filter.segmentKind, wanted != kind { continue }
                let text = try SegmentText.read(spans, paper: passage.paper, session)
                let match = scorer.match(text: text, headings: titles, title: PlaceReader.titles(paper))
                guard match.score > 0 else { continue }
                let line = match.line(of: text)
                // Of segments within one another the shorter says it more closely.
                let score = match.score * (1 - min(0.2, Double(text.utf8.count) / 100_000))
                hits.append(
                    SearchHit(
                        kind: .segment, id: "\(paper.document)#s\(id & (1 << IndexSchema.bits - 1))", paper: paper, page: page,
                        score: min(1, score), text: line.text, marks: line.marks))
            }
        }
        return best(hits, limit)
    }

    private mutating func tables(_ ranked: [Ranked], _ limit: Int) throws -> [SearchHit] {
        var hits: [SearchHit] = []
        var seen: Set<Int> = []
        for row in ranked.prefix(Search.pagesWithin) {
            guard let passage = try reader.passage(row.id), let paper = try reader.paper(passage.paper) else { continue }
            let tables = try session.rows(
                """
                SELECT tables.id, caption, tables.page, segments.titles FROM tables LEFT JOIN segments ON segments.id = tables.segment
                WHERE tables.id >= ? AND tables.id < ?
                AND (tables.page = ? OR EXISTS (SELECT 1 FROM cells WHERE "table" = tables.id AND cells.page = ?)) ORDER BY tables.id
                """,
                [
                    .integer(passage.paper << IndexSchema.bits), .integer((passage.paper + 1) << IndexSchema.bits), .integer(passage.page),
                    .integer(passage.page),
                ]
            ) { row in row.integer(0).map { ($0, row.text(1), row.integer(2) ?? 1, row.text(3) ?? "") } }
            for (id, caption, page, titles) in tables where seen.insert(id).inserted {
                let cells = try session.rows(
                    #"SELECT text FROM cells WHERE "table" = ? ORDER BY row, "column" LIMIT 3000"#, [.integer(id)]
                ) { $0.text(0) }
                let text = ([caption].compactMap { $0 } + cells).joined(separator: "\t")
                let match = scorer.match(text: text, headings: titles, title: PlaceReader.titles(paper))
                guard match.score > 0 else { continue }
                let line = match.line(of: text)
                hits.append(
                    SearchHit(
                        kind: .table, id: "\(paper.document)#t\(id & (1 << IndexSchema.bits - 1))", paper: paper, page: page,
                        score: min(1, match.score), text: line.text, marks: line.marks))
            }
        }
        return best(hits, limit)
    }

    private func best(_ hits: [SearchHit], _ limit: Int) -> [SearchHit] {
        Array(
            hits.sorted { left, right in
                if left.score != right.score { return left.score > right.score }
                return (left.paper.document, left.page, left.id) < (right.paper.document, right.page, right.id)
            }.prefix(limit))
    }
}
