internal import CBuild
internal import PDFLoading
internal import Pipeline
internal import RuleEngine

/// What `--version` tells: all that decides what the program finds in the same bytes, and what holds its workers.
struct VersionReport {
    /// One fact a line, `name: value`, below the program's name and version.
    ///
    /// To learn what the sandbox holds this process enters it: it must have nothing left to do but print.
    static func textOfEnteringSandbox() -> String {
        let rules = RuleBook.builtInDirectory()
        let hash = rules.flatMap { try? RuleBook.hash(directories: [$0]) }
        let facts = [
            ("commit", String(cString: build_commit())),
            ("rules", rules.map { "\(hash ?? "can't be read") (\($0))" } ?? "none beside the program; name their folder with --rules"),
            ("poppler", popplerVersion),
            ("recognition", tesseractVersion.map { "Tesseract \($0)" } ?? "none: no Tesseract here, or a build without it"),
            ("sandbox", words(for: Sandbox.enter(startsThreads: false))),
        ]
        return (["scrutineer \(Program.version)"] + facts.map { "\($0): \($1)" }).joined(separator: "\n")
    }

    private static func words(for held: Sandbox.Held) -> String {
        let means = [
            held.systemCalls ? "seccomp" : nil, held.landlock > 0 ? "Landlock \(held.landlock)" : nil,
            held.noNewPrivileges ? "no new privileges" : nil,
        ].compactMap { $0 }
        return means.isEmpty ? "none: this kernel or container refuses it" : means.joined(separator: ", ")
    }
}
