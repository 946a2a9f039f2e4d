internal import Glibc
internal import PaperModel

/// What the system says of files.
enum FileStatus {
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Puts a file in the place of another, as a whole.
    static func replace(_ path: String, with new: String) throws(IndexProblem) {
        guard rename(new, path) == 0 else {
            throw IndexProblem(.other, "can't replace \(path): \(String(cString: strerror(errno)))")
        }
    }

    /// Removes a file and what SQLite keeps beside it.
    static func remove(_ path: String) { for ending in ["", "-journal", "-wal", "-shm"] { unlink(path + ending) } }

    /// Writes a text to a file.
    static func write(_ text: String, to path: String) throws(IndexProblem) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw IndexProblem(.other, "can't write \(path): \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        guard Array(text.utf8).withUnsafeBytes({ OpenFile.write($0, to: descriptor) }) else {
            throw IndexProblem(.other, "can't write \(path): \(String(cString: strerror(errno)))")
        }
    }

    /// A name for a file that no other process uses.
    static func own(_ path: String) -> String { "\(path).\(getpid())" }
}
