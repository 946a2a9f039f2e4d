internal import Glibc
internal import Records

/// What stands at a path, as far as the system tells.
enum Standing: Equatable {
    case nothing
    case file
    case folder
    case link
    /// A pipe, a socket or a device.
    case other
    /// The system doesn't say, for this reason: a right is missing, a disk or a server doesn't answer, the path is longer than any may be.
    case unknown(String)

    /// Asks the system; a link is what it leads to, unless it is not followed.
    init(of path: PathText, followingLinks: Bool = true) {
        var status = stat()
        guard path.withCString({ followingLinks ? stat($0, &status) : lstat($0, &status) }) == 0 else {
            // ELOOP: links that lead to each other lead nowhere.
            self = [ENOENT, ENOTDIR, ELOOP].contains(errno) ? .nothing : .unknown(String(cString: strerror(errno)))
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .folder
        case S_IFLNK: self = .link
        default: self = .other
        }
    }

    /// Whether the files of a folder can be looked at by who runs the program.
    static func isSearchable(_ folder: PathText) -> Bool { folder.withCString { access($0, X_OK) } == 0 }
}
