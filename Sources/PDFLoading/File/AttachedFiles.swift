import PaperModel

/// The files that are attached to a document.
struct AttachedFiles {
    let files: [Paper.Attachment]
    let isPortfolio: Bool

    /// Names that are told: more say nothing new.
    private static let mostNames = 20

    /// Endings of files for machines: formulas and data of the pages themselves, styles, signatures.
    private static let forMachines = ["xml", "mml", "css", "js", "json", "icc", "p7s", "p7m", "asc", "xsd"]

    /// Files that a person would read.
    private var documents: [Paper.Attachment] {
        files.filter { file in
            file.isPaper || !AttachedFiles.forMachines.contains { file.name.lowercased().hasSuffix("." + $0) }
        }
    }

    /// Says how many there are, what they are called, and which are papers; and which of them nobody reads, if any. None where no person would
    /// read any.
    var notices: [Notice] {
        guard !documents.isEmpty || isPortfolio else { return [] }
        let (papers, others) = (files.filter(\.isPaper), files.filter { !$0.isPaper })
        let words: String
        if papers.isEmpty {
            words = AttachedFiles.counted(files) + " not read: " + AttachedFiles.list(files)
        } else if others.isEmpty {
            words = AttachedFiles.counted(files) + " read apart: " + AttachedFiles.list(papers)
        } else {
            words =
                AttachedFiles.counted(papers) + " read apart: " + AttachedFiles.list(papers) + "; "
                + (others.count == 1 ? "1 other was" : "\(others.count) others were") + " not read: " + AttachedFiles.list(others)
        }
        let told = Notice(.attachedFiles, isPortfolio ? "the document is a portfolio, whose pages are a cover: \(words)" : words)
        let unread = documents.filter { !$0.isPaper }
        // A portfolio without any file that can be found has its content where nobody reads it.
        guard !unread.isEmpty || files.isEmpty else { return [told] }
        return [
            told,
            Notice(
                .unreadAttachments,
                files.isEmpty
                    ? "the files of the portfolio were not found"
                    : AttachedFiles.counted(unread) + " not read: " + AttachedFiles.list(unread)),
        ]
    }

    private static func counted(_ files: [Paper.Attachment]) -> String {
        files.count == 1 ? "1 attached file was" : "\(files.count) attached files were"
    }

    private static func list(_ files: [Paper.Attachment]) -> String {
        let names = files.prefix(mostNames).map { file in file.refusal.map { "\(file.name) (\($0))" } ?? file.name }
        return names.joined(separator: ", ") + (files.count > mostNames ? " and \(files.count - mostNames) more" : "")
    }

    /// Names by which the files can be told apart and that can be the last part of a path (the text of a `PathText`): no slash, no U+FFFD, no
    /// two the same, none empty.
    static func distinct(_ names: [String]) -> [String] {
        var taken: Set<String> = []
        return names.enumerated().map { index, name in
            // By scalars: a mark that combines with a slash leaves it one.
            var plain = ""
            plain.unicodeScalars.append(contentsOf: name.unicodeScalars.map { $0 == "/" || $0 == "\u{FFFD}" ? "_" : $0 })
            if plain.allSatisfy({ $0 == "." || $0.isWhitespace }) { plain = "attached file \(index + 1)" }
            var own = plain
            var number = 2
            while !taken.insert(own).inserted {
                own = numbered(plain, number)
                number += 1
            }
            return own
        }
    }

    /// "plan.pdf" with a number: "plan (2).pdf".
    private static func numbered(_ name: String, _ number: Int) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "\(name) (\(number))" }
        return "\(name[..<dot]) (\(number))\(name[dot...])"
    }
}
