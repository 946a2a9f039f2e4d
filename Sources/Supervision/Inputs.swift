internal import Glibc
internal import Pipeline
public import Records

/// The papers of a run, sorted by path, each path once.
///
/// A file that is named is always an input. Of the files in a folder those are, that begin or are named like a format that can be read;
/// the others are counted by the ending of their names, so that the summary can say what was passed over. Names that begin with a dot
/// are left alone, and so is `lost+found`. What can't be looked at or into, a file or a folder, is an input too: one that fails, so that it is
/// told.
public struct Inputs: Sendable, Equatable {
    /// Paths in the order of their bytes, as the texts of `PathText`.
    public private(set) var paths: [String] = []
    /// Number of files in the folders that are no papers, by the ending of their names.
    public private(set) var passedOver: [String: Int] = [:]
    /// Links to folders, which are not followed, in the order in which they were met.
    public private(set) var linkedFolders: [PathText] = []
    /// What could not be looked into, with the reason.
    public private(set) var unseen: [PathText: String] = [:]
    /// Folders that could not be listed or searched, or not to their end: what else is in them is not known.
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
        /// Whether it is a folder, or is missing and not named as a paper would be.
        public var isFolder: Bool
        /// Whether a list names it.
        public var isListed: Bool
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
        for argument in arguments { add(PathText(argument), isListed: false, to: &found, listing: listing) }
        if let list {
            hasEmptyList = list.papers.isEmpty
            for paper in list.papers {
                add(paper.path, isListed: true, to: &found, listing: listing)
                if paper.told != ToldFacts() { told[paper.path] = paper.told }
            }
        }
        paths = found.sorted().map(\.text)
    }

    /// Why a run over them is none that was meant, whatever is known of earlier ones; nil where nothing is in the way. A folder that is named and
    /// missing is a mistake or a disk that isn't there; a file that is, and what a list names, is a failure of its own.
    var objection: HostError? {
        if let missing = named.first(where: { $0.isMissing && $0.isFolder && !$0.isListed }) {
            return PruneGuard.objection("\(missing.path.shown.printable) is missing: no folder or file has this name")
        }
        return paths.isEmpty && !named.isEmpty ? PruneGuard.objection("there is no paper among the inputs") : nil
    }

    private mutating func add(_ path: PathText, isListed: Bool, to found: inout Set<PathText>, listing: (PathText) -> Listing) {
        let standing = Standing(of: path)
        let before = found.count
        switch standing {
        case .folder: walk(path, into: &found, listing: listing)
        case .unknown(let reason): refuse(path, "it can't be looked at: \(reason)", holdsOthers: true, in: &found)
        case .nothing, .file, .link, .other: found.insert(path)
        }
        let isMissing = standing == .nothing
        named.append(
            Named(
                path: path, isMissing: isMissing, isFolder: standing == .folder || isMissing && !PaperFile.isNamedAsPaper(path.text),
                isListed: isListed, papers: isMissing ? 0 : found.count - before))
    }

    /// Links to folders are not followed below the folders that were named: they may lead in a circle.
    private mutating func walk(_ root: PathText, into found: inout Set<PathText>, listing: (PathText) -> Listing) {
        var waiting = [root.text.utf8.count > 1 && root.text.hasSuffix("/") ? PathText(String(root.text.dropLast())) : root]
        while let folder = waiting.popLast() {
            let listed = listing(folder)
            if let reason = listed.failure {
                refuse(folder, "the folder can't be listed: \(reason)", holdsOthers: true, in: &found)
            }
            for name in listed.names where name.first != UInt8(ascii: ".") {
                let path = PathText(bytes: folder.bytes + (folder.text == "/" ? [] : [UInt8(ascii: "/")]) + name)
                switch Standing(of: path, followingLinks: false) {
                case .folder: if !name.elementsEqual(Inputs.salvage) { waiting.append(path) }
                case .link where Standing(of: path) == .folder: linkedFolders.append(path)
                case .file, .link, .nothing: look(at: path, into: &found)
                case .other where PaperFile.isNamedAsPaper(path.text): refuse(path, PaperFile.notRegular, in: &found)
                case .other: passOver(path)
                case .unknown(let reason):
                    // Who may list a folder and not search it sees the names of its files and nothing else: that is said once.
                    if Standing.isSearchable(folder) {
                        refuse(path, "it can't be looked at: \(reason)", holdsOthers: true, in: &found)
                    } else if unlisted.insert(folder).inserted {
                        refuse(folder, "the folder can't be searched: \(reason)", in: &found)
                    }
                }
            }
        }
    }

    private mutating func look(at path: PathText, into found: inout Set<PathText>) {
        switch PaperFile.look(at: path.text) {
        case .paper: found.insert(path)
        // A link that leads nowhere, or a file that has gone meanwhile.
        case .unreadable where Standing(of: path) == .nothing: passOver(path)
        case .unreadable(let reason): refuse(path, reason, in: &found)
        case .other: passOver(path)
        }
    }

    private mutating func passOver(_ path: PathText) { passedOver[PaperFile.nameEnding(of: path.shown), default: 0] += 1 }

    /// Takes in what can't be looked into; with `holdsOthers` there may be papers below it that are known.
    private mutating func refuse(_ path: PathText, _ reason: String, holdsOthers: Bool = false, in found: inout Set<PathText>) {
        if holdsOthers { unlisted.insert(path) }
        unseen[path] = reason
        found.insert(path)
    }

    /// What file systems put there to keep what a check of them found; only root may list it.
    private static let salvage = Array("lost+found".utf8)

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
