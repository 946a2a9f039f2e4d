/// A place in a rule file.
public struct SourceMark: Sendable, Hashable, Comparable {
    /// Path of the file as it was opened.
    public var file: String
    /// 1-based line.
    public var line: Int
    /// 1-based column, counted in Unicode scalars.
    public var column: Int

    /// Makes a mark; line and column start at 1.
    public init(file: String, line: Int = 1, column: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// Order by file, then line, then column.
    public static func < (left: SourceMark, right: SourceMark) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}

/// One thing that is wrong with a rule file: where, what, and how to mend it.
public struct RuleProblem: Error, Sendable, Hashable {
    /// What kind of thing is wrong.
    public enum Code: String, Sendable, CaseIterable {
        /// A file or folder that can't be read, or is too large.
        case unreadable
        /// Not YAML.
        case syntax
        /// `language` is missing or newer than this program.
        case language
        /// A key that means nothing here.
        case unknownKey
        /// A key that must be there is not.
        case missingKey
        /// A list where a word was expected, and the like.
        case wrongType
        /// A word outside the vocabulary of its key.
        case unknownValue
        /// Two rules with one id, or two parts with one name.
        case duplicate
        /// `{name}` that no pattern or lexicon has.
        case unknownName
        /// A pattern or lexicon that nothing refers to.
        case unreferenced
        /// Patterns that refer to each other in a circle, or grow too large.
        case circular
        /// A pattern that is not well formed, or uses what this language leaves out.
        case pattern
        /// A pattern that can match no character at all.
        case matchesNothing
        /// An unlimited repeat inside an unlimited repeat.
        case nestedRepeat
        /// A path of a layout that is not XPath 1.0.
        case path
        /// A group whose name means nothing for what the rule finds.
        case unknownGroup
        /// A group without which a match would come to nothing.
        case missingGroup
        /// An amount of which nothing says what it counts.
        case noUnit
        /// Folders that hold no rule for money at all.
        case noMoney
        /// A `find` whose text does not stand in its example.
        case findNotInExample
        /// A stable rule without an example, or one that no example fires.
        case neverFires
        /// An example whose outcome is not the one that it states.
        case exampleDiffers
        /// A text that should be rejected but is found.
        case rejectFound
        /// A known gap that works by now.
        case gapCloses
        /// Two rules of equal order find the same words, so that only their ids decide.
        case equalOrder
    }

    /// What kind.
    public var code: Code
    /// Where.
    public var mark: SourceMark
    /// What is wrong, for a person.
    public var message: String
    /// The line of the file; empty where there is none.
    public var sourceLine: String

    /// Makes a problem.
    public init(_ code: Code, at mark: SourceMark, _ message: String, sourceLine: String = "") {
        self.code = code
        self.mark = mark
        self.message = message
        self.sourceLine = sourceLine
    }
}

extension RuleProblem: CustomStringConvertible {
    /// `file:line:column: code: what is wrong`, the line, and a caret under the place.
    public var description: String {
        let head = "\(mark.file):\(mark.line):\(mark.column): \(code.rawValue): \(message)"
        guard !sourceLine.isEmpty else { return head }
        // Tabs are kept so that the caret stands under its character on any terminal.
        let indent = sourceLine.unicodeScalars.prefix(mark.column - 1).map { $0 == "\t" ? "\t" : " " }.joined()
        return "\(head)\n\(sourceLine)\n\(indent)^"
    }
}

/// Everything that is wrong with a set of rule files, in the order of the files and lines.
public struct RuleProblems: Error, Sendable, Hashable, CustomStringConvertible {
    /// All of them; never empty when thrown.
    public let problems: [RuleProblem]

    /// Makes the sorted list of problems, each once.
    public init(_ problems: [RuleProblem]) {
        self.problems = Set(problems).sorted { ($0.mark, $0.code.rawValue, $0.message) < ($1.mark, $1.code.rawValue, $1.message) }
    }

    /// One after the other, as a person reads them.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
