internal import Foundation
public import RuleEngine

/// The files of this checkout that tests work on.
public enum Checkout {
    /// The top folder.
    public static let root: String = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized.path
        .trimmingSuffix("/")

    /// The rule files.
    public static let rules = root + "/Rules"

    /// The rules, read once.
    public static let ruleBook: Result<RuleBook, RuleProblems> = Result { () throws(RuleProblems) in
        try RuleBook.load(directories: [rules])
    }

    /// The program, built beside the tests.
    public static let program: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: tests).deletingLastPathComponent().appending(path: "scrutineer").path
    }()

    /// Real papers beside the checkout, where they are: `hostile`, `papers`, `seeds`, … Nil where that folder is missing.
    public static func sharedData(_ folder: String) -> String? {
        let path = URL(filePath: root).deletingLastPathComponent().appending(path: "shared/data/\(folder)").path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }

    /// The bytes of a file; nil where it can't be read.
    public static func bytes(of path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: path).map(Array.init)
    }

    /// Makes an empty folder for the time of `body` and hands on its path.
    public static func withTemporaryFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scrutineer-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder.path)
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
