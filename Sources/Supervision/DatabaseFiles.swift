public import Pipeline
internal import Records

/// The files of a SQLite database in the folder of a run.
public enum DatabaseFiles {
    /// Sees to it that what is opened is a file of the folder: through a link a command would write to whatever somebody else wants it to.
    ///
    /// - Throws: where a file, or the folder that it is in, is a link or something else; with what to do.
    public static func refuseLinks(_ path: String) throws(HostError) {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        if Standing(of: PathText(folder), followingLinks: false) == .link { throw refusal(folder) }
        for file in ["", "-wal", "-shm", "-journal"].map({ path + $0 }) {
            let standing = Standing(of: PathText(file), followingLinks: false)
            guard standing == .file || standing == .nothing else { throw refusal(file) }
        }
    }

    private static func refusal(_ path: String) -> HostError {
        HostError("\(path.printable) is a link or no file, and a run writes there; remove it, or choose another folder")
    }
}
