internal import PaperModel
internal import Records

/// Paths in an order in which what lies below a folder stands together, so that each question takes a search and no walk.
struct PathsBelow {
    /// The texts of the paths in UTF-8, each with a slash at its end, sorted: "a/" before "a/b/", and "a-b/" before both.
    private let keys: [[UInt8]]

    init(_ paths: some Sequence<PathText>) { keys = paths.map(PathsBelow.key).sorted { $0.lexicographicallyPrecedes($1) } }

    var isEmpty: Bool { keys.isEmpty }

    /// How many paths lie below a folder, itself not among them.
    func count(below folder: PathText) -> Int {
        let key = PathsBelow.key(folder)
        let first = keys.partitioningIndex { key.lexicographicallyPrecedes($0) }
        return keys[first...].partitioningIndex { !$0.starts(with: key) } - first
    }

    /// Whether one of the paths is `path` or a folder above it. Only for paths of which none lies below another: see `topmost`.
    func holdFolder(of path: PathText) -> Bool {
        let key = PathsBelow.key(path)
        let next = keys.partitioningIndex { key.lexicographicallyPrecedes($0) }
        return next > 0 && key.starts(with: keys[next - 1])
    }

    /// Those that lie below no other.
    var topmost: PathsBelow {
        var kept: [[UInt8]] = []
        for key in keys where !(kept.last.map { key.starts(with: $0) } ?? false) { kept.append(key) }
        return PathsBelow(keys: kept)
    }

    private init(keys: [[UInt8]]) { self.keys = keys }

    private static func key(_ path: PathText) -> [UInt8] {
        let text = Array(path.text.utf8)
        return text.last == UInt8(ascii: "/") ? text : text + [UInt8(ascii: "/")]
    }
}
