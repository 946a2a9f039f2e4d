internal import Foundation
internal import Glibc
public import Pipeline

/// A folder for temporary files that nobody else may look into, for as long as this lives.
public final class TemporaryFolder: Sendable {
    /// Where it is.
    public let path: String

    /// Makes it; throws where the folder for temporary files can't be written.
    public init() throws(HostError) {
        var template = Array((NSTemporaryDirectory() as NSString).appendingPathComponent("scrutineer-XXXXXX").utf8CString)
        guard let made = mkdtemp(&template) else { throw HostError("make a folder in", NSTemporaryDirectory()) }
        path = String(cString: made)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
