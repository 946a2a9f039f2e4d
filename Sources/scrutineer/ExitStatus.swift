internal import ArgumentParser
internal import CLinux
internal import Glibc
internal import Pipeline
internal import RecordIndex

/// What the program's exit status says.
enum ExitStatus {
    /// All papers were read, or all else that was asked for is done.
    static let done = ExitCode(0)
    /// Some papers could not be read, or not to their end; the others were.
    static let somePapersFailed = ExitCode(1)
    /// Usage or rules are wrong, or the output can't be written: nothing was done.
    static let wrong = ExitCode(Worker.refusal)

    /// A run was stopped by a signal before its end: 128 and the signal, as shells say it.
    static func stopped(by signal: Int32) -> ExitCode { ExitCode(128 + signal) }

    /// Prints what an error has to say, help to standard output and all else to standard error, and gives the status to end with.
    static func report(_ error: any Error) -> Int32 {
        let message = words(for: error)
        guard Scrutineer.exitCode(for: error) != .success else {
            print(message)
            return linux_output_is_written() != 0 ? done.rawValue : wrong.rawValue
        }
        if !message.isEmpty { Terminal.say(ReportOptions.asksForJSON(Arguments.all) ? ErrorLog.line(ofError: message) : message) }
        return (error as? ExitCode ?? wrong).rawValue
    }

    private static func words(for error: any Error) -> String {
        // What a command finds out while it works has nothing to do with the usage of the program as a whole, which the parser would print.
        if let error = error as? ValidationError { return "Error: \(error.message)" }
        let message = Scrutineer.fullMessage(for: error)
        guard let problem = error as? IndexProblem, problem.kind == .damaged else { return message }
        return message + "\nIt holds nothing that the records don't say: scrutineer index FOLDER --rebuild makes it again"
    }
}
