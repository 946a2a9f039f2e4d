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
    static var json: ErrorLog { ErrorLog { event, metadata in line(event.message.description, event.level, metadata) } }

    /// What ends the program, as a JSON object.
    static func line(ofError message: String) -> String { line(message, .error, [:]) }

    private static func line(_ message: String, _ level: Logger.Level, _ metadata: Logger.Metadata) -> String {
        let facts: [JSON.Member] = [
            .init("time", .string(Date().formatted(.iso8601))), .init("level", .string(level.rawValue)), .init("message", .string(message)),
        ]
        let more = metadata.sorted { $0.key < $1.key }.map { JSON.Member($0.key, $0.value.json) }
        return String(decoding: JSON.object(facts + more).line.dropLast(), as: UTF8.self)
    }

    private init(line: @escaping @Sendable (LogEvent, Logger.Metadata) -> String) { self.line = line }
}

extension Logger.MetadataValue {
    /// A number.
    static func number(_ value: Int) -> Logger.MetadataValue { .stringConvertible(value) }

    /// A number with a fraction, as it is written: three digits behind the point.
    static func number(_ value: Double) -> Logger.MetadataValue { .stringConvertible(Decimals(value: value)) }

    /// True or false.
    static func boolean(_ value: Bool) -> Logger.MetadataValue { .stringConvertible(value) }

    /// As JSON: what was given as a number is one, and a path of digits is none.
    var json: JSON {
        guard case .stringConvertible(let value) = self else { return .string("\(self)") }
        return switch value {
        case let value as Int: .integer(value)
        case let value as Bool: .boolean(value)
        case let value as Decimals: .decimal(value.description)
        default: .string("\(value)")
        }
    }
}

/// A number with a fraction.
private struct Decimals: CustomStringConvertible {
    let value: Double

    var description: String {
        let thousandths = Int((max(0, min(value, 1e12)) * 1_000).rounded())
        let fraction = String(thousandths % 1_000)
        return "\(thousandths / 1_000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction)"
    }
}
