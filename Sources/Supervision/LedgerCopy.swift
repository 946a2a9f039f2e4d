internal import Foundation
internal import Glibc

/// A copy of a ledger in a folder for temporary files, for as long as this lives.
final class LedgerCopy: Sendable {
    private let folder: TemporaryFolder
    /// Where the copy is.
    let path: String

    /// Copies a ledger with what is not yet in its main file; nil where that can't be done.
    init?(of ledger: String) {
        guard let folder = try? TemporaryFolder() else { return nil }
        self.folder = folder
        path = folder.path + "/ledger.sqlite"
        for ending in ["", "-wal"] where ending.isEmpty || access(ledger + ending, F_OK) == 0 {
            guard (try? FileManager.default.copyItem(atPath: ledger + ending, toPath: path + ending)) != nil else { return nil }
        }
        chmod(path, 0o600)
    }
}
