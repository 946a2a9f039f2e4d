internal import Glibc
public import Pipeline

/// The papers of a run, sorted by path, each path once.
///
/// A file that is named is always an input. Of the files in a folder those are, that begin or are named like a format that can be read;
/// the others are counted by the ending of their names, so that the summary can say what was passed over. Names that begin with a dot
/// are left alone.
public struct Inputs: Sendable, Equatable {
    /// Paths in the order of their bytes.
    public private(set) var paths: [String] = []
    /// Number of files in the folders that are no papers, by the ending of their names.
    public private(set) var passedOver: [String: Int] = [:]

    /// Gathers files, and the papers in folders and the folders below them.
    ///
    /// - Throws: where a folder can't be listed.
    public init(_ arguments: [String]) throws(HostError) {
        var found: Set<String> = []
        for argument in arguments {
            if Inputs.kind(of: argument) == S_IFDIR {
                try walk(argument, into: &found)
            } else {
                found.insert(argument)
            }
        }
        paths = found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Links to folders are not followed below the folders that were named: they may lead in a circle.
    private mutating func walk(_ root: String, into found: inout Set<String>) throws(HostError) {
        var waiting = [root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root]
        while let folder = waiting.popLast() {
            for name in try Inputs.names(in: folder) where !name.hasPrefix(".") {
                let path = folder == "/" ? "/" + name : folder + "/" + name
                switch Inputs.kind(of: path, followingLinks: false) {
                case S_IFDIR: waiting.append(path)
                case S_IFREG, S_IFLNK, nil:
                    if PaperFile.looksReadable(path) {
                        found.insert(path)
                    } else if Inputs.kind(of: path) != S_IFDIR {
                        passedOver[PaperFile.nameEnding(of: path), default: 0] += 1
                    }
                default: continue
                }
            }
        }
    }

    /// What stands at a path (S_IFDIR, S_IFREG, …); nil where nothing does.
    private static func kind(of path: String, followingLinks: Bool = true) -> mode_t? {
        var status = stat()
        guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        return status.st_mode & S_IFMT
    }

    private static func names(in folder: String) throws(HostError) -> [String] {
        guard let stream = opendir(folder) else { throw HostError("list the folder", folder) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names
    }
}
