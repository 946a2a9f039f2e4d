internal import GRDB
internal import GRDBSQLite

/// An SQLite file: the one place that knows the library by which it is read and written.
final class IndexFile: Sendable {
    private let queue: DatabaseQueue
    private let path: String

    /// How a file is used.
    enum Access {
        /// Only looked at.
        case read
        /// Changed a paper at a time, while others look at it.
        case update
        /// Made anew, by one alone, to be thrown away if that is cut off: without a journal.
        case build
    }

    /// Opens a file. Where it `isMapped` its pages are those that the system keeps anyway, which is quicker, and count as memory of the process.
    init(path: String, access: Access, isMapped: Bool = true) throws(IndexProblem) {
        self.path = path
        var configuration = Configuration()
        configuration.readonly = access == .read
        // Who looks waits for a paper that is being written, and the other way round.
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { database in
            // 24 MB of pages: what a search touches at a million figures, and half of a trace.
            try database.execute(sql: "PRAGMA cache_size = -24576; PRAGMA mmap_size = \(isMapped ? 2_147_483_648 : 0)")
            if access == .build { try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF") }
            // A power cut may harm the file, which is then made again.
            if access == .update { try database.execute(sql: "PRAGMA synchronous = OFF") }
        }
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw IndexFile.problem(error, path: path)
        }
    }

    /// Looks at the file: `body` sees one state of it.
    func read<Value>(_ body: (Session) throws -> Value) throws(IndexProblem) -> Value {
        do { return try queue.read { try body(Session(database: $0)) } } catch { throw IndexFile.problem(error, path: path) }
    }

    /// Changes the file, all of it or nothing.
    func write<Value>(_ body: (Session) throws -> Value) throws(IndexProblem) -> Value {
        do { return try queue.write { try body(Session(database: $0)) } } catch { throw IndexFile.problem(error, path: path) }
    }

    /// Runs statements that no transaction may hold: VACUUM, ATTACH.
    func outsideTransactions(_ sql: String, _ arguments: [SQLValue] = []) throws(IndexProblem) {
        do {
            try queue.inDatabase { try $0.execute(sql: sql, arguments: StatementArguments(arguments.map(\.library))) }
        } catch {
            throw IndexFile.problem(error, path: path)
        }
    }

    private static func problem(_ error: any Error, path: String) -> IndexProblem {
        if let problem = error as? IndexProblem { return problem }
        guard let error = error as? DatabaseError else { return IndexProblem(.other, "the index \(path) can't be used: \(error)") }
        let message = error.message ?? "\(error.resultCode)"
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: return IndexProblem(.damaged, "the index \(path) is damaged: \(message)")
        // What a table lacks that every index has, another program or a fault took away.
        case .SQLITE_ERROR where message.hasPrefix("no such"): return IndexProblem(.damaged, "the index \(path) is damaged: \(message)")
        default: return IndexProblem(.other, "the index \(path) can't be used: \(message)")
        }
    }
}

/// A value of a statement.
enum SQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
    case null
    case integer(Int)
    case real(Double)
    case text(String)

    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int) { self = .integer(value) }
    init(nilLiteral: ()) { self = .null }
    init(_ value: String?) { self = value.map { .text($0) } ?? .null }
    init(_ value: Int?) { self = value.map { .integer($0) } ?? .null }
    init(_ value: Double?) { self = value.map { .real($0) } ?? .null }

    fileprivate var library: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let value): value.databaseValue
        case .real(let value): value.databaseValue
        case .text(let value): value.databaseValue
        }
    }
}

/// A state of the file, or a change to it in the making.
struct Session {
    fileprivate let database: Database

    /// Runs one statement; the same text again is not compiled again.
    func run(_ sql: String, _ arguments: [SQLValue] = []) throws { try prepared(sql).run(arguments) }

    /// A statement that is run many times.
    func prepared(_ sql: String) throws -> PreparedStatement { PreparedStatement(try database.cachedStatement(sql: sql), database) }

    /// Runs statements, one behind the other.
    func runAll(_ sql: String) throws { try database.execute(sql: sql) }

    /// The rows that a statement gives, each made into a value; those that give none are left out. `make` runs no statement with the same
    /// text.
    func rows<Value>(_ sql: String, _ arguments: [SQLValue] = [], _ make: (SQLRow) throws -> Value?) throws -> [Value] {
        var values: [Value] = []
        try prepared(sql).run(arguments) { row in
            if let value = try make(row) { values.append(value) }
        }
        return values
    }

    /// The integer that a statement gives first; nil where it gives none.
    func integer(_ sql: String, _ arguments: [SQLValue] = []) throws -> Int? { try rows(sql, arguments) { $0.integer(0) }.first }

    /// The text that a statement gives first; nil where it gives none.
    func text(_ sql: String, _ arguments: [SQLValue] = []) throws -> String? { try rows(sql, arguments) { $0.text(0) }.first }
}

/// A statement, ready to be run with one row of values after another.
///
/// GRDB checks and boxes each value on its way in and out, which takes longer than SQLite takes for it; so they are bound and taken here.
struct PreparedStatement {
    private let handle: SQLiteStatement
    private let database: Database

    fileprivate init(_ statement: Statement, _ database: Database) {
        handle = statement.sqliteStatement
        self.database = database
    }

    /// SQLite copies what it is given: SQLITE_TRANSIENT, which Swift does not see.
    private static var copied: sqlite3_destructor_type? { unsafeBitCast(-1, to: sqlite3_destructor_type?.self) }

    /// Runs it once, to its end; each row that it gives is handed to `body`.
    ///
    /// - Throws: `DatabaseError` where SQLite refuses a value or the change; what `body` throws.
    func run(_ values: [SQLValue], _ body: (SQLRow) throws -> Void = { _ in }) throws {
        defer {
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        guard sqlite3_bind_parameter_count(handle) == values.count else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "a statement takes another number of values")
        }
        for (index, value) in values.enumerated() { try check(bind(value, at: Int32(index + 1))) }
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: try body(SQLRow(handle: handle))
            case SQLITE_DONE: return
            case let code: try check(code)
            }
        }
    }

    private func bind(_ value: SQLValue, at place: Int32) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(handle, place)
        case .integer(let number): return sqlite3_bind_int64(handle, place, Int64(number))
        case .real(let number): return sqlite3_bind_double(handle, place, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { chars in
                    // An empty text has no bytes and is no NULL.
                    chars.isEmpty
                        ? sqlite3_bind_text(handle, place, "", 0, PreparedStatement.copied)
                        : sqlite3_bind_text(handle, place, chars.baseAddress, Int32(clamping: chars.count), PreparedStatement.copied)
                }
            }
        }
    }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code), message: sqlite3_errmsg(database.sqliteConnection).map { String(cString: $0) })
        }
    }
}

/// A row of an answer, as long as its statement stands on it.
struct SQLRow {
    fileprivate let handle: SQLiteStatement

    func text(_ column: Int) -> String? {
        let column = Int32(column)
        guard sqlite3_column_type(handle, column) == SQLITE_TEXT, let start = sqlite3_column_text(handle, column) else { return nil }
        return String(decoding: UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))), as: UTF8.self)
    }

    func integer(_ column: Int) -> Int? {
        let column = Int32(column)
        return sqlite3_column_type(handle, column) == SQLITE_INTEGER ? Int(sqlite3_column_int64(handle, column)) : nil
    }

    func real(_ column: Int) -> Double? {
        let column = Int32(column)
        let type = sqlite3_column_type(handle, column)
        return type == SQLITE_FLOAT || type == SQLITE_INTEGER ? sqlite3_column_double(handle, column) : nil
    }

    /// Whether a mark is set.
    func mark(_ column: Int) -> Bool { integer(column) == 1 }
}
