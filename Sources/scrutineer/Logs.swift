internal import Foundation
internal import Logging
internal import Records

/// Lines for people: the message alone.
struct TextLog: LogHandler {
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        Terminal.clearProgress()
        Terminal.say(event.message.description)
    }
}

/// Lines for machines: one JSON object each.
struct JSONLog: LogHandler {
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var members: [JSON.Member] = [
            .init("time", .string(Date().formatted(.iso8601))), .init("level", .string(event.level.rawValue)),
            .init("message", .string(event.message.description)),
        ]
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) {
            members.append(.init(key, Int("\(value)").map { .integer($0) } ?? .string("\(value)")))
        }
        Terminal.say(String(decoding: JSON.object(members).line.dropLast(), as: UTF8.self))
    }
}
