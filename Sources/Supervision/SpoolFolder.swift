internal import Glibc
internal import Pipeline

/// The folder `.run` inside the folder of a run's output, where everything is written before it is put in place.
final class SpoolFolder: Sendable {
    /// Its path.
    let path: String
    private let output: String
    private let lock: Int32

    /// Makes the folder inside `output` (made too where it is missing) and empties it of what a run that was cut off left.
    ///
    /// - Throws: where it can't be written, or another run is at work there.
    init(in output: String) throws(HostError) {
        self.output = output
        path = output + "/.run"
        try SpoolFolder.make(path)
        lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0 else { throw HostError("open", path) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            close(lock)
            throw HostError("write records, since another run does, to", output)
        }
        removeContents()
    }

    deinit {
        removeContents()
        rmdir(path)
        close(lock)
    }

    /// Where the records of a paper (known by its index) wait for their turn.
    func path(of paper: Int) -> String { "\(path)/\(paper)" }

    /// Writes a whole file in the folder.
    func write(_ bytes: [UInt8], to name: String) throws(HostError) {
        let spool = try Spool(path: path + "/" + name)
        try spool.append(bytes[...])
    }

    /// Puts files in place of those of an earlier run.
    func publish(_ names: [String]) throws(HostError) {
        for name in names {
            guard rename(path + "/" + name, output + "/" + name) == 0 else { throw HostError("replace", output + "/" + name) }
        }
    }

    private func removeContents() {
        guard let stream = opendir(path) else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            unlink(path + "/" + name)
        }
    }

    /// Makes a folder and those above it.
    private static func make(_ path: String) throws(HostError) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += part + "/"
            guard mkdir(made, 0o755) == 0 || errno == EEXIST else { throw HostError("make the folder", made) }
        }
    }
}
