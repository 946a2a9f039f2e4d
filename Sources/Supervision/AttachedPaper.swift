internal import Foundation
internal import Pipeline

/// A paper that is attached to another, as the record of that one says.
struct AttachedPaper: Codable, Equatable {
    /// Name that it has there.
    var name: String
    /// "sha256:" and the digest of its bytes.
    var document: String
    /// Number of them.
    var bytes: Int

    /// Most that one paper can have: what its worker says is cut to that.
    private static let most = 50

    /// Names that are looked at.
    private static let mostTold = 1_000

    /// What of a record's list can be gone by. A paper may have taken over its worker: a name is the last part of a path and no more.
    static func usable(_ papers: [AttachedPaper]) -> [AttachedPaper] {
        var names: Set<String> = []
        let usable = papers.prefix(mostTold).filter { paper in
            AttachedPath("x/" + paper.name) == AttachedPath(host: "x", name: paper.name) && !paper.name.utf8.contains(0)
                && names.insert(paper.name).inserted
        }
        return Array(usable.prefix(most))
    }

    /// A list as text, for the ledger.
    static func text(_ papers: [AttachedPaper]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return papers.isEmpty ? "" : (try? encoder.encode(papers)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// Reads what `text` gives; none where it is something else.
    static func list(_ text: String) -> [AttachedPaper] {
        (try? JSONDecoder().decode([AttachedPaper].self, from: Data(text.utf8))) ?? []
    }
}
