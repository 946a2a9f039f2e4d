internal import Foundation

/// A paper of `Corpus/`: one folder with the paper, the answers that a careful reader gives, and one golden a stage.
public struct CorpusPaper: Sendable, CustomStringConvertible {
    /// Name of the folder, and of the paper without its ending.
    public let name: String
    /// Path of the folder.
    public let folder: String
    /// Path of the paper.
    public let path: String

    /// All of them, by name.
    public static let all: [CorpusPaper] = {
        let corpus = Checkout.root + "/Corpus"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: corpus)) ?? []
        return names.sorted().compactMap { name in
            let folder = corpus + "/" + name
            let paths = ["pdf", "html"].map { "\(folder)/\(name).\($0)" }
            return paths.first(where: FileManager.default.fileExists).map { CorpusPaper(name: name, folder: folder, path: $0) }
        }
    }()

    /// The name, which is what a failed test shows.
    public var description: String { name }

    /// The objects of one of the files with answers (`figures`, `segments`, `tables`), in order.
    public func answers(_ kind: String) throws -> [Decoded] {
        try Decoded.lines(of: folder + "/" + kind + ".jsonl")
    }
}
