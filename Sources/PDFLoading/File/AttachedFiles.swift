import PaperModel

/// The files that are attached to a document.
struct AttachedFiles {
    let names: [String]
    let isPortfolio: Bool

    /// Names that are told: more say nothing new.
    private static let mostNames = 20

    /// Endings of files for machines: formulas and data of the pages themselves, styles, signatures.
    private static let forMachines = ["xml", "mml", "css", "js", "json", "icc", "p7s", "p7m", "asc", "xsd"]

    private var holdsDocument: Bool {
        names.contains { name in !AttachedFiles.forMachines.contains { name.lowercased().hasSuffix("." + $0) } }
    }

    /// Says how many there are, and what they are called; nil where no person would read any.
    var notice: Notice? {
        guard holdsDocument || isPortfolio else { return nil }
        let more = names.count - AttachedFiles.mostNames
        let list = names.prefix(AttachedFiles.mostNames).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
        let count = names.count == 1 ? "1 attached file was" : "\(names.count) attached files were"
        return Notice(
            .attachedFiles,
            isPortfolio
                ? "the document is a portfolio, whose pages are a cover: \(count) not read: \(list)" : "\(count) not read: \(list)")
    }
}
