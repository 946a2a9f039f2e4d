internal import Glibc
internal import Pipeline
public import Records

/// The papers of a run, sorted by path, each path once.
///
/// A file that is named is always an input. Of the files in a folder those are, that begin or are named like a format that can be read;
/// the others are counted by the ending of their names, so that the summary can say what was passed over. Names that begin with a dot
/// are left alone, and so is `lost+found`. What can't be looked into, a file or a folder, is an input too: one that fails, so that it is told.
public struct Inputs: Sendable, Equatable {
    /// Paths in the order of their bytes, as the texts of `PathText`.
    public private(set) var paths: [String] = []
    /// Number of files in the folders that are no papers, by the ending of their names.
    public private(set) var passedOver: [String: Int] = [:]
    /// What could not be looked into, with the reason.
    public private(set) var unseen: [PathText: String] = [:]
    /// Folders that could not be listed, or not to their end: what else is in them is not known.
    public private(set) var unlisted: Set<PathText> = []
    /// What was named, each with what was found there.
    public private(set) var named: [Named] = []
    /// What the list of papers tells of them.
    private(set) var told: [PathText: ToldFacts] = [:]
    /// Whether a list was given that names no paper.
    private(set) var hasEmptyList = false

    /// A file or folder that was named.
    public struct Named: Sendable, Equatable {
        /// Its path.
        public var path: PathText
        /// Whether nothing stands there.
        public var isMissing: Bool
        /// Papers that were found there.
        public var papers: Int
    }

    /// Gathers files, and the papers in folders and the folders below them, those that `list` names included.
    public init(_ arguments: [String], list: InputList? = nil) { self.init(arguments, list: list, listing: Inputs.names(in:)) }

    /// The names in a folder, and why they are not all.
    typealias Listing = (names: [[UInt8]], failure: String?)

    /// As above, with `listing` to say what is in a folder.
    init(_ arguments: [String], list: InputList? = nil, listing: (PathText) -> Listing) {
        var found: Set<PathText> = []
        for argument in arguments { add(PathText(argument), to: &found, listing: listing) }
        if let list {
            hasEmptyList = list.papers.isEmpty
            for paper in list.papers {
                add(paper.path, to: &found, listing: listing)
                if paper.told != ToldFacts() { told[paper.path] = paper.told }
            }
        }
        paths = found.sorted().map(\.text)
    }

    private mutating func add(_ path: PathText, to found: inout Set<PathText>, listing: (PathText) -> Listing) {
        let kind = Inputs.kind(of: path)
        let before = found.count
        if kind == S_IFDIR { walk(path, into: &found, listing: listing) } else { found.insert(path) }
        named.append(Named(path: path, isMissing: kind == nil, papers: kind == nil ? 0 : found.count - before))
    }

    /// Links to folders are not followed below the folders that were named: they may lead in a circle.
    private mutating func walk(_ root: PathText, into found: inout Set<PathText>, listing: (PathText) -> Listing) {
        var waiting = [root.text.utf8.count > 1 && root.text.hasSuffix("/") ? PathText(String(root.text.dropLast())) : root]
        while let folder = waiting.popLast() {
            let listed = listing(folder)
            if let reason = listed.failure {
                unlisted.insert(folder)
                refuse(folder, "the folder can't be listed: \(reason)", in: &found)
            }
            for name in listed.names where name.first != UInt8(ascii: ".") {
                let path = PathText(bytes: folder.bytes + (folder.text == "/" ? [] : [UInt8(ascii: "/")]) + name)
                switch Inputs.kind(of: path, followingLinks: false) {
                case S_IFDIR: if !name.elementsEqual(Inputs.salvage) { waiting.append(path) }
                case S_IFREG, S_IFLNK, nil: look(at: path, into: &found)
                default: continue
                }
            }
        }
    }

    private mutating func look(at path: PathText, into found: inout Set<PathText>) {
        switch PaperFile.look(at: path.text) {
        case .paper: found.insert(path)
        case .unreadable(let reason) where Inputs.kind(of: path) != nil: refuse(path, reason, in: &found)
        // A link that leads nowhere, or a file that has gone meanwhile.
        case .other, .unreadable:
            if Inputs.kind(of: path) != S_IFDIR { passedOver[PaperFile.nameEnding(of: path.shown), default: 0] += 1 }
        }
    }

    private mutating func refuse(_ path: PathText, _ reason: String, in found: inout Set<PathText>) {
        unseen[path] = reason
        found.insert(path)
    }

    /// What file systems put there to keep what a check of them found; only root may list it.
    private static let salvage = Array("lost+found".utf8)

    /// What stands at a path (S_IFDIR, S_IFREG, …); nil where nothing does.
    private static func kind(of path: PathText, followingLinks: Bool = true) -> mode_t? {
        var status = stat()
        guard path.withCString({ followingLinks ? stat($0, &status) : lstat($0, &status) }) == 0 else { return nil }
        return status.st_mode & S_IFMT
    }

    static func names(in folder: PathText) -> Listing {
        guard let stream = folder.withCString({ opendir($0) }) else { return ([], String(cString: strerror(errno))) }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { return (names, errno == 0 ? nil : String(cString: strerror(errno))) }
            names.append(withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) })
        }
    }
}
