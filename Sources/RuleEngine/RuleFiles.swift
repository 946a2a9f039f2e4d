internal import FoundationEssentials
internal import PaperModel

/// The files of a rule directory, in an order that doesn't depend on the file system.
struct RuleFiles: Sendable {
    /// Path below the directory, path as opened, and bytes; sorted by the first.
    var files: [(name: String, path: String, bytes: [UInt8])] = []
    var problems: [RuleProblem] = []

    /// Most bytes of one file; the largest that people write is some tens of thousands.
    private static let maximumBytes = 4 << 20
    /// Most files of a directory.
    private static let maximumFiles = 2_000

    /// Reads every `.yaml` below a directory.
    init(directory: String) {
        let root = URL(filePath: directory, directoryHint: .isDirectory)
        let here = SourceMark(file: directory)
        guard let found = try? FileManager.default.subpathsOfDirectory(atPath: root.path(percentEncoded: false)) else {
            problems.append(RuleProblem(.unreadable, at: here, "there is no such folder, or it may not be read"))
            return
        }
        let names = found.filter { $0.hasSuffix(".yaml") }.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        guard names.count <= RuleFiles.maximumFiles else {
            problems.append(RuleProblem(.unreadable, at: here, "\(names.count) rule files; at most \(RuleFiles.maximumFiles) are read"))
            return
        }
        for name in found.sorted() where name.hasSuffix(".yml") {
            let path = root.appending(path: name).path(percentEncoded: false)
            problems.append(RuleProblem(.unreadable, at: SourceMark(file: path), "is not read: give it a name that ends in .yaml"))
        }
        if names.isEmpty { problems.append(RuleProblem(.unreadable, at: here, "the folder holds no rule file (*.yaml)")) }
        for name in names {
            let path = root.appending(path: name).path(percentEncoded: false)
            do {
                let data = try Data(contentsOf: URL(filePath: path), options: .uncached)
                guard data.count <= RuleFiles.maximumBytes else {
                    problems.append(RuleProblem(.unreadable, at: SourceMark(file: path), "larger than \(RuleFiles.maximumBytes) bytes"))
                    continue
                }
                files.append((name, path, Array(data)))
            } catch {
                problems.append(RuleProblem(.unreadable, at: SourceMark(file: path), "can't be read: \(error)"))
            }
        }
    }

    /// Feeds names and bytes to a digest, each with its length, so that no two sets of files feed the same bytes.
    func digest(into digest: inout SHA256) {
        for file in files {
            for part in [Array(file.name.utf8), file.bytes] {
                digest.update(Array("\(part.count):".utf8))
                digest.update(part)
            }
        }
    }
}
