internal import GRDB

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

    init(path: String, access: Access) throws(IndexProblem) {
        self.path = path
        var configuration = Configuration()
        configuration.readonly = access == .read
        // Who looks waits for a paper that is being written, and the other way round.
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { database in
            // 64 MB of pages: what a trace touches at a million figures.
            try database.execute(sql: "PRAGMA cache_size = -65536; PRAGMA mmap_size = 2147483648")
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
    func run(_ sql: String, _ arguments: [SQLValue] = []) throws {
        try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments.map(\.library)))
    }

    /// Runs statements, one behind the other.
    func runAll(_ sql: String) throws { try database.execute(sql: sql) }

    /// The rows that a statement gives, each made into a value; those that give none are left out.
    func rows<Value>(_ sql: String, _ arguments: [SQLValue] = [], _ make: (SQLRow) throws -> Value?) throws -> [Value] {
        let statement = try database.cachedStatement(sql: sql)
        let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(arguments.map(\.library)))
        var values: [Value] = []
        while let row = try cursor.next() {
            if let value = try make(SQLRow(row: row)) { values.append(value) }
        }
        return values
    }

    /// The integer that a statement gives first; nil where it gives none.
    func integer(_ sql: String, _ arguments: [SQLValue] = []) throws -> Int? { try rows(sql, arguments) { $0.integer(0) }.first }

    /// The text that a statement gives first; nil where it gives none.
    func text(_ sql: String, _ arguments: [SQLValue] = []) throws -> String? { try rows(sql, arguments) { $0.text(0) }.first }
}

/// A row of an answer.
struct SQLRow {
    fileprivate let row: Row

    func text(_ column: Int) -> String? { String.fromDatabaseValue(row[column]) }
    func integer(_ column: Int) -> Int? { Int.fromDatabaseValue(row[column]) }
    func real(_ column: Int) -> Double? { Double.fromDatabaseValue(row[column]) }
    /// Whether a mark is set.
    func mark(_ column: Int) -> Bool { integer(column) == 1 }
}
