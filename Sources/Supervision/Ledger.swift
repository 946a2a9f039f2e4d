internal import GRDB
internal import Pipeline
internal import Records

/// What is known of every source that runs into a folder have met: an SQLite database, in WAL mode so that it can be looked at while a
/// run is at work and no `kill -9` harms it.
final class Ledger: Sendable {
    private let database: DatabaseQueue
    private let path: String
    /// What is looked at in place of the file at `path`; nil where that is.
    private let copy: LedgerCopy?

    /// A fact about the folder as a whole.
    enum Fact: String {
        /// The command that made the last run, as `RunOrder` writes it.
        case order
        /// What the published files were made of: see `Publication`.
        case publication
        /// Whether the papers of a folder are those of one meeting: "yes", else anything.
        case folderIsMeeting
        /// What workers gave up before their first paper.
        case sandbox
    }

    /// Opens the database, making it where it is missing.
    init(path: String) throws(HostError) {
        self.path = path
        copy = nil
        var configuration = Configuration()
        configuration.journalMode = .wal
        // A status that is printed at this moment holds a run up for moments at most.
        configuration.busyMode = .timeout(10)
        // A power cut may undo the last papers, which are then read again; it can't harm the database (SQLite, "WAL", synchronous).
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
        do {
            try DatabaseFiles.refuseLinks(path)
            database = try DatabaseQueue(path: path, configuration: configuration)
            try Ledger.schema.migrate(database)
        } catch {
            throw Ledger.problem(error, path: path)
        }
    }

    /// Opens the database for looking at it, also where nothing may be written beside it: of another user's, on a medium that can only be
    /// read, a copy is looked at.
    init(readOnly path: String) throws(HostError) {
        self.path = path
        guard PaperFile.size(path) != nil else { throw HostError("no run was made into this folder: there is no \(path.printable)") }
        try DatabaseFiles.refuseLinks(path)
        do {
            (database, copy) = (try Ledger.opened(path), nil)
        } catch let error as HostError {
            throw error
        } catch {
            guard let copy = LedgerCopy(of: path), let opened = try? Ledger.opened(copy.path) else {
                throw Ledger.problem(error, path: path)
            }
            (database, self.copy) = (opened, copy)
        }
    }

    private static func opened(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        let database = try DatabaseQueue(path: path, configuration: configuration)
        guard try database.read(Ledger.schema.hasCompletedMigrations) else {
            throw HostError("\(path.printable) was made by another version of the program; make a run into the folder first")
        }
        return database
    }

    /// All entries, in the order of their paths' bytes.
    func entries() throws(HostError) -> [LedgerEntry] {
        try run { database in
            var entries: [LedgerEntry] = []
            let rows = try Row.fetchCursor(database, sql: "SELECT * FROM paper ORDER BY path")
            while let row = try rows.next() {
                if let entry = LedgerEntry(row) { entries.append(entry) }
            }
            return entries
        }
    }

    /// Keeps an entry in place of the one with the same path.
    func save(_ entry: LedgerEntry) throws(HostError) { try save([entry]) }

    /// Keeps entries, all or none.
    func save(_ entries: [LedgerEntry]) throws(HostError) {
        guard let names = entries.first?.columns.map(\.key) else { return }
        let marks = names.map { _ in "?" }.joined(separator: ",")
        try run { database in
            let statement = try database.cachedStatement(
                sql: "INSERT OR REPLACE INTO paper (\(names.joined(separator: ","))) VALUES (\(marks))")
            for entry in entries { try statement.execute(arguments: StatementArguments(entry.columns.map(\.value))) }
        }
    }

    /// A fact about the folder; nil where it is not known.
    func fact(_ fact: Fact) throws(HostError) -> String? {
        try run { try String.fetchOne($0, sql: "SELECT value FROM fact WHERE name = ?", arguments: [fact.rawValue]) }
    }

    /// Keeps a fact.
    func set(_ fact: Fact, to value: String) throws(HostError) {
        try run {
            try $0.execute(sql: "INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", arguments: [fact.rawValue, value])
        }
    }

    private func run<Value>(_ body: (Database) throws -> Value) throws(HostError) -> Value {
        do {
            return database.configuration.readonly ? try database.read(body) : try database.write(body)
        } catch {
            throw Ledger.problem(error, path: path)
        }
    }

    private static func problem(_ error: any Error, path: String) -> HostError {
        if let error = error as? HostError { return error }
        let words = (error as? DatabaseError)?.message ?? String(describing: error)
        let code = (error as? DatabaseError)?.resultCode
        // A column or table that every ledger has is gone.
        let isOdd = code == .SQLITE_ERROR && words.hasPrefix("no such")
        guard code == .SQLITE_CORRUPT || code == .SQLITE_NOTADB || isOdd else {
            return HostError("the ledger \(path.printable) can't be used: \(words)")
        }
        return HostError(
            """
            the ledger \(path.printable) is damaged: \(words). The records of the papers lie beside it: give the command of the run again \
            with --rebuild-ledger, which makes a new ledger from them
            """)
    }

    // MARK: Tables

    private static var schema: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("papers") { database in
            try database.execute(
                sql: """
                    CREATE TABLE paper (
                        path TEXT NOT NULL PRIMARY KEY, bytes INTEGER, modified INTEGER, changed INTEGER, inode INTEGER, document TEXT,
                        rules TEXT NOT NULL, version TEXT NOT NULL, reading TEXT NOT NULL,
                        seconds_allowed INTEGER NOT NULL, processor_allowed INTEGER NOT NULL, silence_allowed INTEGER NOT NULL,
                        megabytes_allowed INTEGER NOT NULL,
                        outcome TEXT NOT NULL, records INTEGER NOT NULL, extents TEXT NOT NULL, attempts INTEGER NOT NULL,
                        seconds REAL NOT NULL, pages INTEGER NOT NULL, figures INTEGER NOT NULL,
                        code TEXT, stage TEXT, message TEXT, quarantined INTEGER NOT NULL, page INTEGER, removed INTEGER
                    ) STRICT;
                    CREATE TABLE fact (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;
                    """)
        }
        migrator.registerMigration("unread numbers") { database in
            try database.execute(
                sql: """
                    ALTER TABLE paper ADD COLUMN unread INTEGER NOT NULL DEFAULT 0;
                    ALTER TABLE paper ADD COLUMN doubts INTEGER NOT NULL DEFAULT 0;
                    """)
        }
        migrator.registerMigration("told facts") { database in
            try database.execute(sql: "ALTER TABLE paper ADD COLUMN told TEXT NOT NULL DEFAULT '';")
        }
        migrator.registerMigration("copied records") { database in
            try database.execute(
                sql: """
                    ALTER TABLE paper ADD COLUMN recorded_path TEXT NOT NULL DEFAULT '';
                    ALTER TABLE paper ADD COLUMN source_path TEXT NOT NULL DEFAULT '';
                    ALTER TABLE paper ADD COLUMN size INTEGER;
                    ALTER TABLE paper ADD COLUMN checksum INTEGER;
                    ALTER TABLE paper ADD COLUMN missing TEXT NOT NULL DEFAULT '';
                    UPDATE paper SET recorded_path = path, source_path = path, size = bytes;
                    """)
        }
        migrator.registerMigration("attached papers") { database in
            try database.execute(
                sql: """
                    ALTER TABLE paper ADD COLUMN attached TEXT NOT NULL DEFAULT '';
                    ALTER TABLE paper ADD COLUMN is_attached INTEGER NOT NULL DEFAULT 0;
                    """)
        }
        return migrator
    }
}

extension LedgerEntry {
    /// Its row, by the names of the columns.
    fileprivate var columns: KeyValuePairs<String, (any DatabaseValueConvertible)?> {
        [
            "path": path,
            "bytes": stamp?.bytes,
            "modified": stamp?.modified,
            "changed": stamp?.changed,
            "inode": stamp?.inode,
            "document": document,
            "rules": provenance.rules,
            "version": provenance.version,
            "reading": reading,
            "seconds_allowed": limits.seconds,
            "processor_allowed": limits.processorSeconds,
            "silence_allowed": limits.silentSeconds,
            "megabytes_allowed": limits.megabytes,
            "outcome": outcome.rawValue,
            "records": records,
            "extents": extents.map(\.text).joined(separator: ";"),
            "attempts": attempts,
            "seconds": seconds,
            "pages": pages,
            "figures": figures,
            "code": reason?.code,
            "stage": reason?.stage,
            "message": reason?.message,
            "quarantined": isQuarantined,
            "page": reason?.page,
            "removed": removed,
            "unread": unreadNumbers,
            "doubts": doubts,
            "told": told.text,
            "recorded_path": recordedPath,
            "source_path": sourcePath,
            "size": size,
            "checksum": checksum,
            "missing": missing.map { "\($0.code) \($0.pages)" }.joined(separator: ";"),
            "attached": AttachedPaper.text(attached),
            "is_attached": isAttached,
        ]
    }

    /// Nil where the row is none that this program writes; such a paper is read again.
    fileprivate init?(_ row: Row) {
        guard let path: String = row["path"], let rules: String = row["rules"], let version: String = row["version"],
            let reading: String = row["reading"],
            let outcome = Outcome(rawValue: row["outcome"] ?? "")
        else { return nil }
        self.path = path
        if let bytes: Int = row["bytes"], let modified: Int = row["modified"], let changed: Int = row["changed"],
            let inode: Int = row["inode"]
        {
            stamp = FileStamp(bytes: bytes, modified: modified, changed: changed, inode: inode)
        }
        document = row["document"]
        provenance = Provenance(rules: rules, version: version)
        self.reading = reading
        limits = RunLimits(
            seconds: row["seconds_allowed"] ?? 0, processorSeconds: row["processor_allowed"] ?? 0,
            silentSeconds: row["silence_allowed"] ?? 0, megabytes: row["megabytes_allowed"] ?? 0)
        self.outcome = outcome
        records = row["records"] ?? 0
        extents = (row["extents"] ?? "").split(separator: ";").compactMap { RecordScanner.Extent(text: $0) }
        attempts = row["attempts"] ?? 0
        seconds = row["seconds"] ?? 0
        pages = row["pages"] ?? 0
        figures = row["figures"] ?? 0
        if let code: String = row["code"] {
            reason = Reason(
                code: code, stage: row["stage"] ?? "", message: row["message"] ?? "", isQuarantined: row["quarantined"] ?? false,
                page: row["page"])
        }
        removed = row["removed"]
        unreadNumbers = row["unread"] ?? 0
        doubts = row["doubts"] ?? 0
        told = ToldFacts(text: row["told"] ?? "")
        recordedPath = row["recorded_path"] ?? path
        sourcePath = row["source_path"] ?? path
        size = row["size"]
        checksum = row["checksum"]
        missing = (row["missing"] ?? "").split(separator: ";").compactMap { part in
            let words = part.split(separator: " ")
            return words.count == 2 ? Missing(code: String(words[0]), pages: Int(words[1]) ?? 0) : nil
        }
        attached = AttachedPaper.list(row["attached"] ?? "")
        isAttached = row["is_attached"] ?? false
    }
}
