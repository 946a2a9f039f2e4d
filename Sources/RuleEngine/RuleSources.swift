internal import PaperModel

/// The files of the folders that a book is made of.
struct RuleSources: Sendable {
    let folders: [RuleFiles]
    /// `sha256:` and the digest of names and bytes of all files.
    let hash: String

    init(_ folders: [RuleFiles]) {
        self.folders = folders
        var digest = SHA256()
        for folder in folders { folder.digest(into: &digest) }
        hash = "sha256:" + digest.hexDigest
    }

    /// Reads every `.yaml` below directories.
    init(directories: [String]) { self.init(directories.map(RuleFiles.init(directory:))) }

    /// What couldn't be read.
    var problems: [RuleProblem] { folders.flatMap(\.problems) }

    /// The files as they were opened.
    var paths: [String] { folders.flatMap { $0.files.map(\.path) } }

    /// What a book is made from: the hash, and where in the row of files a folder begins.
    var identity: String { "\(hash) \(folders.map { String($0.files.count) }.joined(separator: " "))" }
}
