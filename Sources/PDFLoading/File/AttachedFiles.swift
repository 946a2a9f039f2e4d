import PaperModel

/// The files that are attached to a document.
struct AttachedFiles {
    let names: [String]
    let isPortfolio: Bool

    /// Names that are told: more say nothing new.
    private static let mostNames = 20

    /// Says how many there are, and what they are called; nil where there are none.
    var notice: Notice? {
        guard !names.isEmpty || isPortfolio else { return nil }
        let more = names.count - AttachedFiles.mostNames
        let list = names.prefix(AttachedFiles.mostNames).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
        let count = names.count == 1 ? "1 attached file was" : "\(names.count) attached files were"
        return Notice(
            .attachedFiles,
            isPortfolio
                ? "the document is a portfolio, whose pages are a cover: \(count) not read: \(list)" : "\(count) not read: \(list)")
    }
}
