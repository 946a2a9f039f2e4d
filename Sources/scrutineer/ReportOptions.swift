internal import ArgumentParser
internal import Foundation
internal import Logging

/// How a run tells of itself.
struct ReportOptions: ParsableArguments {
    /// Form of the lines on standard error.
    enum LogFormat: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Flag(help: "Says nothing but errors that end the run.")
    var quiet = false

    @Option(help: "Form of the lines on standard error; json has one object a line, and no progress bar.")
    var logFormat = LogFormat.text

    @Option(
        help: ArgumentHelp(
            "File for metrics in Prometheus' text format, for a node exporter's textfile collector; written while the run is at work and at its end.",
            valueName: "file"))
    var metrics: String?

    /// Whether arguments ask for lines of JSON: what is wrong with the arguments themselves is told before they are read.
    static func asksForJSON(_ arguments: [String]) -> Bool {
        arguments.contains("--log-format=json") || zip(arguments, arguments.dropFirst()).contains { $0 == "--log-format" && $1 == "json" }
    }

    /// A logger that writes what is asked for.
    var logger: Logger {
        var logger = Logger(label: "scrutineer") { [logFormat] _ in
            switch logFormat {
            case .text: ErrorLog.text
            case .json: ErrorLog.json
            }
        }
        logger.logLevel = quiet ? .error : .info
        return logger
    }
}
