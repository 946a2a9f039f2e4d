internal import ArgumentParser
internal import EvidencePage
internal import Foundation
internal import Pipeline

/// Writes the evidence of figures into one file.
struct EvidenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence",
        abstract: "Writes one file that shows figures on their pages, for an editor or a lawyer: it opens anywhere, without a network.",
        discussion: """
            Example: scrutineer evidence records 'sha256:523337b4…#f2' --out evidence.html
            Or: scrutineer evidence records --claim "the library refit cost £8.1m" --out evidence.html
            """)

    @Argument(help: ArgumentHelp("Folder of a run.", valueName: "dir"))
    var folder: String

    @Argument(help: ArgumentHelp("Ids of figures.", valueName: "id"))
    var ids: [String] = []

    @Option(help: ArgumentHelp("A claim: all places that state it, in the order of their meetings.", valueName: "sentence"))
    var claim: String?

    @Option(help: ArgumentHelp("File to write.", valueName: "file"))
    var out: String

    @Option(help: ArgumentHelp("Title of the document.", valueName: "words"))
    var title: String?

    @OptionGroup var rules: RuleOptions

    func validate() throws {
        guard !ids.isEmpty || claim != nil else { throw ValidationError("name figures by their ids, or give a claim with --claim") }
    }

    func run() throws {
        let evidence = StandaloneEvidence(try EvidenceOpening.folder(folder, rules: rules))
        let wanted = try ids + (claim.map { try evidence.figures(of: $0) } ?? [])
        guard !wanted.isEmpty else { throw HostError("no paper states the claim: there is nothing to write") }
        let html = try evidence.html(wanted, title: title ?? claim ?? "Evidence")
        do {
            try Data(html).write(to: URL(filePath: out), options: .atomic)
        } catch {
            throw HostError("can't write \(out): \(error.localizedDescription)")
        }
        Terminal.say("\(wanted.count) figure\(wanted.count == 1 ? "" : "s"): \(out)")
    }
}
