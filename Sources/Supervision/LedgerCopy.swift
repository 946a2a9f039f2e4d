internal import Foundation
internal import Glibc

/// A copy of a ledger in a folder for temporary files, for as long as this lives.
final class LedgerCopy: Sendable {
    private let folder: String
    /// Where the copy is.
    let path: String

    /// Copies a ledger with what is not yet in its main file; nil where that can't be done.
    init?(of ledger: String) {
        var template = Array((NSTemporaryDirectory() as NSString).appendingPathComponent("scrutineer-XXXXXX").utf8CString)
        guard let made = mkdtemp(&template) else { return nil }
        folder = String(cString: made)
        path = folder + "/ledger.sqlite"
        for ending in ["", "-wal"] where ending.isEmpty || access(ledger + ending, F_OK) == 0 {
            do {
                try FileManager.default.copyItem(atPath: ledger + ending, toPath: path + ending)
            } catch {
                try? FileManager.default.removeItem(atPath: folder)
                return nil
            }
        }
        chmod(path, 0o600)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }
}
