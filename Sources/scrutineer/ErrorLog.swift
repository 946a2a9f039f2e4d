internal import Foundation
internal import Logging
internal import Records

/// Log lines on standard error, each in the form that `line` gives it.
struct ErrorLog: LogHandler {
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]
    let line: @Sendable (LogEvent, Logger.Metadata) -> String

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        Terminal.clearProgress()
        Terminal.say(line(event, metadata.merging(event.metadata ?? [:]) { $1 }))
    }

    /// For people: the message alone.
    static var text: ErrorLog { ErrorLog { event, _ in event.message.description } }

    /// For machines: a JSON object; numbers among the metadata are numbers.
    static var json: ErrorLog {
        ErrorLog { event, metadata in
            let facts: [JSON.Member] = [
                .init("time", .string(Date().formatted(.iso8601))), .init("level", .string(event.level.rawValue)),
                .init("message", .string(event.message.description)),
            ]
            let more = metadata.sorted { $0.key < $1.key }.map { key, value in
                JSON.Member(key, Int("\(value)").map { .integer($0) } ?? .string("\(value)"))
            }
            return String(decoding: JSON.object(facts + more).line.dropLast(), as: UTF8.self)
        }
    }

    private init(line: @escaping @Sendable (LogEvent, Logger.Metadata) -> String) { self.line = line }
}
