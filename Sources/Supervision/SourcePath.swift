internal import Foundation

/// Paths as text, compared without asking the file system.
public enum SourcePath {
    /// A path from the root of the file system, without the parts that lead nowhere, so that "./a.pdf" and "/data/a.pdf" are one. A relative
    /// one begins in `folder`, which begins in the working folder.
    public static func absolute(_ path: String, in folder: String? = nil) -> String {
        var path = path
        if let folder, !folder.isEmpty, !path.hasPrefix("/") { path = folder + "/" + path }
        if !path.hasPrefix("/") { path = FileManager.default.currentDirectoryPath + "/" + path }
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// A path as it is from the folder `root`; nil where it doesn't lie below it.
    static func path(of path: String, from root: String) -> String? {
        let (path, root) = (absolute(path).utf8, absolute(root).utf8)
        let start = root.count == 1 ? 1 : root.count + 1
        guard path.starts(with: root), path.count > start, path.dropFirst(start - 1).first == UInt8(ascii: "/") else { return nil }
        return String(path.dropFirst(start))
    }
}
