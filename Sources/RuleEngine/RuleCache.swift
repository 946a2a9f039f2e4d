internal import FoundationEssentials
internal import PaperModel

/// Compiled rule sets that the program keeps in a folder of the user's, so that a start reads one instead of making it again.
///
/// A set is named by the hash of its files and by the build of the program and of PCRE2 that made it. What can't be read, is another's, or
/// isn't whole is as if it weren't there, and what can't be written is left.
public struct RuleCache: Sendable {
    private let folder: String
    private let maker: String

    /// Sets made by the program `build`, in `folder`.
    public init(folder: String, build: String) {
        self.folder = folder
        maker = "\(RuleCache.form) \(build) \(Pattern.libraryVersion)"
    }

    /// The variable that names the folder; empty for none.
    public static let variable = "SCRUTINEER_CACHE"

    /// Where the sets of this process are.
    public static var ownFolder: String? { folder(environment: ProcessInfo.processInfo.environment) }

    /// Where the sets are: what the variable names, else `scrutineer` in `XDG_CACHE_HOME`, or in `.cache` of the home folder; nil for
    /// nowhere.
    public static func folder(environment: [String: String]) -> String? {
        if let named = environment[variable] { return isAbsolute(named) ? named : nil }
        if let caches = environment["XDG_CACHE_HOME"], isAbsolute(caches) { return caches + "/scrutineer" }
        return environment["HOME"].flatMap { isAbsolute($0) ? $0 + "/.cache/scrutineer" : nil }
    }

    /// A path that isn't is not to be taken (XDG Base Directory Specification).
    private static func isAbsolute(_ path: String) -> Bool { path.hasPrefix("/") }

    /// Changes with the form of the bytes.
    private static let form = "scrutineer compiled rules 1"
    private static let ending = ".rules"
    /// Sets that are kept: an author of rules makes one with each change of a file.
    private static let maximumCount = 8
    /// Most bytes of a set; that of the program's own rules has half a million.
    private static let maximumBytes = 64 << 20

    /// The rules of the files; nil where none are kept.
    func rules(of sources: RuleSources) -> StoredRules? {
        let key = key(sources)
        guard let bytes = OwnFolder(folder)?.read(name(key), atMost: RuleCache.maximumBytes) else { return nil }
        let head = RuleCache.head(key)
        guard bytes.count >= head.count + RuleCache.sumCount, bytes.starts(with: head) else { return nil }
        let rest = bytes.count - RuleCache.sumCount
        guard RuleCache.sum(of: bytes[..<rest]).elementsEqual(bytes[rest...]) else { return nil }
        return try? StoredRules(Array(bytes[head.count..<rest]), files: sources.paths)
    }

    /// Keeps the rules of the files.
    func keep(_ rules: StoredRules, of sources: RuleSources) {
        guard let own = OwnFolder(making: folder) else { return }
        let key = key(sources)
        let bytes = RuleCache.head(key) + rules.bytes(files: sources.paths)
        guard own.write(bytes + RuleCache.sum(of: bytes[...]), to: name(key)) else { return }
        own.keepNewest(RuleCache.maximumCount, endingWith: RuleCache.ending)
    }

    private static let sumCount = 8

    /// A sum by which damage is told: eight bytes at once, each step undone by none, so that one changed stretch of eight always changes it.
    /// Whoever may write to the folder could make a right one by any sum.
    private static func sum(of bytes: ArraySlice<UInt8>) -> [UInt8] {
        let sum = bytes.withUnsafeBytes { bytes in
            var sum = UInt64(bytes.count)
            func take(_ word: UInt64) {
                sum = (sum ^ word) &* 0x9e37_79b9_7f4a_7c15  // odd: 2⁶⁴ by the golden ratio
                sum ^= sum >> 32
            }
            var place = 0
            while place &+ 8 <= bytes.count {
                take(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
                place &+= 8
            }
            for byte in bytes[place...] { take(UInt64(byte)) }
            return sum
        }
        return withUnsafeBytes(of: sum.littleEndian) { Array($0) }
    }

    private func key(_ sources: RuleSources) -> String { SHA256.hexDigest(of: Array("\(maker) \(sources.identity)".utf8)) }
    private func name(_ key: String) -> String { key.prefix(32) + RuleCache.ending }
    private static func head(_ key: String) -> [UInt8] { Array("\(form)\n\(key)\n".utf8) }
}
