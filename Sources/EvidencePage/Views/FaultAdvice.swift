internal import Pipeline
internal import RecordIndex

/// What is wrong with a folder and what to do about it, for whoever looks at its page.
enum FaultAdvice {
    /// A sentence or two.
    static func words(_ fault: any Error, folder: String) -> String {
        guard let problem = fault as? IndexProblem else {
            return
                "\(sentence("\(fault)")) See to it that \(folder) and its files can be read; scrutineer status \(folder) says what it holds. "
                + "Then load this page again."
        }
        switch problem.kind {
        case .missing, .otherVersion, .damaged:
            return
                "\(sentence(problem.description)) Make it again with scrutineer index \(folder) --rebuild, and load this page again: it is made "
                + "of the records, and nothing is lost."
        case .other:
            return "\(sentence(problem.description)) See to it that the file can be read and its disk has room, and load this page again."
        }
    }

    private static func sentence(_ words: String) -> String {
        guard let first = words.first else { return "Something went wrong." }
        return first.uppercased() + words.dropFirst() + (words.hasSuffix(".") ? "" : ".")
    }
}
