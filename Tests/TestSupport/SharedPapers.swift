internal import Foundation
internal import PaperModel

/// The real papers beside the checkout, by the digests of their bytes.
public struct SharedPapers {
    private let paths: [String: String]

    /// Finds the papers of some sizes; no others are read.
    public init(sizes: Set<Int>) {
        var paths: [String: String] = [:]
        for folder in ["papers", "pages", "seeds", "moderngov", "wide"] {
            guard let top = Checkout.sharedData(folder), let files = FileManager.default.enumerator(atPath: top) else { continue }
            for case let name as String in files {
                let path = top + "/" + name
                let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
                guard let size, sizes.contains(size), let bytes = Checkout.bytes(of: path) else { continue }
                paths[SHA256.hexDigest(of: bytes)] = path
            }
        }
        self.paths = paths
    }

    /// Where the paper of a digest is; nil where it is not at hand.
    public func path(of digest: String) -> String? { paths[digest] }
}
