/// An index over the records of a folder: what is in which paper, ready for search and for tracing.
///
/// It is derived: made from the records, never told anything that they don't say, and thrown away and made again where it is damaged or of
/// another version. Papers are known by the path of their source and a stamp of their records, as the ledger of a run knows them.
public final class RecordIndex: Sendable {
    let file: IndexFile
    /// Where it lies.
    public let path: String

    /// A paper as it is to be indexed.
    public struct Source: Sendable {
        /// Path of its file: what it is known by.
        public var path: String
        /// Tells these records from others of the same paper.
        public var stamp: String
        /// Its records, a line each; asked for only where the stamp is new, and nil where they are not there at the moment.
        public var lines: @Sendable () throws -> [UInt8]?

        /// Takes a paper.
        public init(path: String, stamp: String, lines: @escaping @Sendable () throws -> [UInt8]?) {
            self.path = path
            self.stamp = stamp
            self.lines = lines
        }
    }

    /// What an update came to.
    public struct Change: Sendable, Equatable {
        /// Papers that came or changed.
        public var added = 0
        /// Papers that went or changed.
        public var removed = 0
        /// Papers in the index.
        public var papers = 0
        /// Figures in it.
        public var figures = 0
        /// Why it was made as a whole, where it was; empty where there was none.
        public var rebuilt: String?
    }

    init(file: IndexFile, path: String) {
        self.file = file
        self.path = path
    }

    /// Opens an index for looking at it; `forHours` is for whoever stays, and shall not grow by all that it looks at.
    ///
    /// - Throws: where it is missing, of another version, or damaged.
    public convenience init(path: String, forHours: Bool = false) throws(IndexProblem) {
        try self.init(path: path, access: .read, isMapped: !forHours)
    }

    convenience init(path: String, access: IndexFile.Access, isMapped: Bool = true) throws(IndexProblem) {
        guard FileStatus.exists(path) else { throw IndexProblem(.missing, "there is no index \(path)") }
        self.init(file: try IndexFile(path: path, access: access, isMapped: isMapped), path: path)
        let version = try file.read { try $0.text("SELECT value FROM facts WHERE name = 'version'") }
        guard version == String(IndexSchema.version) else {
            throw IndexProblem(.otherVersion, "the index \(path) was made by another version of the program")
        }
    }

    /// Number of papers and figures.
    public func counts() throws(IndexProblem) -> (papers: Int, figures: Int) {
        try file.read { session in
            let retrieval = Retrieval(session: session)
            return (try retrieval.count(of: "papers"), try retrieval.count(of: "figures"))
        }
    }

    /// What `--since` takes: papers that are added later have a higher number.
    public func cursor() throws(IndexProblem) -> Int {
        try file.read { try $0.integer("SELECT max(added) FROM papers") ?? 0 }
    }

    /// What the folder was like when the index was last brought up to it; nil where that isn't known.
    public func state() throws(IndexProblem) -> String? {
        try file.read { try $0.text("SELECT value FROM facts WHERE name = 'state'") }
    }

    /// Keeps what the folder is like: while it stays so there is nothing to bring up.
    public func keep(state: String) throws(IndexProblem) {
        try file.write { try $0.run("INSERT OR REPLACE INTO facts VALUES ('state', ?)", [.text(state)]) }
    }

    /// Looks whether SQLite finds the file whole; a word about what it finds, nil where all is well.
    public func check() throws(IndexProblem) -> String? {
        let answer = try file.read { try $0.text("PRAGMA quick_check(1)") }
        return answer == "ok" ? nil : answer
    }
}
