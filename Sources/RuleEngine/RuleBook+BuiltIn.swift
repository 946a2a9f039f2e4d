internal import FoundationEssentials

extension RuleBook {
    /// The folder of the rules that come with the program: what `SCRUTINEER_RULES` names, else `share/scrutineer/Rules` beside the folder
    /// of the executable, else a `Rules` folder in or above the executable's own (a build tree). Nil where none is found.
    public static func builtInDirectory() -> String? {
        builtInDirectory(environment: ProcessInfo.processInfo.environment, executable: ownExecutable)
    }

    /// The same for a given environment and path of an executable.
    public static func builtInDirectory(environment: [String: String], executable: String) -> String? {
        if let named = environment["SCRUTINEER_RULES"], !named.isEmpty { return named }
        var folder = URL(filePath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
        let installed = folder.deletingLastPathComponent().appending(path: "share/scrutineer/Rules")
        if holdsRules(installed) { return installed.path(percentEncoded: false) }
        // A build tree is about four folders deep; the walk ends at the root in any case.
        for _ in 0..<12 {
            let rules = folder.appending(path: "Rules")
            if holdsRules(rules) { return rules.path(percentEncoded: false) }
            folder = folder.deletingLastPathComponent()
        }
        return nil
    }

    /// Path of the running program, as the kernel knows it.
    private static var ownExecutable: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments.first ?? ""
    }

    private static func holdsRules(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "vocabulary.yaml").path(percentEncoded: false))
    }
}
