internal import Foundation
internal import PaperModel
internal import Records

/// One line of a manifest: which paper, and what is told of it.
struct ManifestLine {
    /// Path of the paper, as written; nil where it is named by its digest alone.
    var path: String?
    /// "sha256:" and the digest of its bytes, in small letters.
    var digest: String?
    var told = ToldFacts()

    /// What is wrong with a line, and what to do.
    struct Problem: Error {
        let words: String
    }

    /// The keys of a line.
    enum Key: String, CaseIterable {
        case path, digest, url, retrieved, modified, organisation, committee, date, meetingDate, item, encoding
    }

    /// The key of an object with what is told of the meeting, as a document record has it.
    private static let meeting = "meeting"
    /// Its keys that tell of something; `from` says who told it in a record.
    private static let meetingKeys: [Key] = [.organisation, .committee, .date, .item, .url]

    /// A value as it is written.
    private enum Value: Decodable {
        case nothing, words(String), number(Int), object([String: Value]), other

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .nothing
            } else if let words = try? container.decode(String.self) {
                self = .words(words)
            } else if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else if let object = try? container.decode([String: Value].self) {
                self = .object(object)
            } else {
                self = .other
            }
        }
    }

    /// Reads the text of a line, which has a path unless `mayNameByDigest`.
    init(_ text: Data, mayNameByDigest: Bool = true) throws(Problem) {
        guard var object = try? JSONDecoder().decode([String: Value].self, from: text) else {
            throw Problem(words: "this is no JSON object; each line is one: {\"path\": \"minutes.pdf\", \"committee\": \"Cabinet\"}")
        }
        let meeting = object.removeValue(forKey: ManifestLine.meeting)
        var values = try ManifestLine.values(object, of: Key.allCases)
        switch meeting {
        case nil, .nothing?: break
        case .object(var facts)?:
            facts["from"] = nil
            values.merge(try ManifestLine.values(facts, of: ManifestLine.meetingKeys)) { own, _ in own }
        default: throw Problem(words: "\"meeting\" must be an object: {\"committee\": \"Cabinet\", \"date\": \"2025-01-30\"}")
        }
        if values[.date] != nil, values[.meetingDate] != nil, values[.date] != values[.meetingDate] {
            throw Problem(words: "\"date\" and \"meetingDate\" are the same key and have two values; give one")
        }
        path = values[.path]
        digest = try ManifestLine.digest(values[.digest])
        guard path != nil || mayNameByDigest && digest != nil else {
            throw Problem(words: "the paper is not named; give its \"path\"" + (mayNameByDigest ? " or its \"digest\"" : ""))
        }
        told.url = try ManifestLine.address(values[.url])
        told.retrieved = try ManifestLine.time(values[.retrieved], key: .retrieved)
        told.modified = try ManifestLine.time(values[.modified], key: .modified)
        told.organisation = values[.organisation]
        told.committee = values[.committee]
        told.date = try ManifestLine.day(values[.date] ?? values[.meetingDate])
        told.item = values[.item]
        told.encoding = values[.encoding]
    }

    /// The values of an object whose keys are of these.
    private static func values(_ object: [String: Value], of keys: [Key]) throws(Problem) -> [Key: String] {
        var values: [Key: String] = [:]
        for (name, value) in object.sorted(by: { $0.key < $1.key }) {
            guard let key = Key(rawValue: name), keys.contains(key) else {
                let known = keys.map(\.rawValue).joined(separator: ", ")
                throw Problem(words: "no key is called \"\(name)\"; the keys are \(known)")
            }
            switch value {
            case .nothing: continue
            case .words(let words):
                // A name may begin or end with a space.
                let plain = key == .path ? words : words.trimmingCharacters(in: .whitespacesAndNewlines)
                // A table that was turned into lines has empty cells.
                if !plain.isEmpty { values[key] = plain }
            case .number(let number) where key == .item: values[key] = String(number)
            case .number, .object, .other: throw Problem(words: "\"\(name)\" must be a string")
            }
        }
        return values
    }

    private static func digest(_ words: String?) throws(Problem) -> String? {
        guard let words else { return nil }
        let digits = words.hasPrefix("sha256:") ? String(words.dropFirst(7)) : words
        guard digits.utf8.count == 64, digits.allSatisfy(\.isHexDigit) else {
            throw Problem(words: "\"digest\" must be the SHA-256 of the file in 64 hexadecimal digits, as sha256sum prints it")
        }
        return DocumentRecord.id(digest: digits.lowercased())
    }

    private static func address(_ words: String?) throws(Problem) -> String? {
        guard let words else { return nil }
        guard ["http://", "https://"].contains(where: { words.lowercased().hasPrefix($0) }), !words.contains(where: \.isWhitespace) else {
            throw Problem(words: "\"url\" must be an address that begins with https:// or http://, not \"\(words)\"")
        }
        return words
    }

    private static func day(_ words: String?) throws(Problem) -> String? {
        guard let words else { return nil }
        guard let day = Day(iso: words) else {
            throw Problem(words: "\"\(words)\" is no day; write the date of the meeting as year-month-day: 2025-01-30")
        }
        return day.description
    }

    /// ISO 8601: a day, with or without a time behind it.
    private static func time(_ words: String?, key: Key) throws(Problem) -> String? {
        guard let words else { return nil }
        let rest = words.dropFirst(10)
        guard Day(iso: words.prefix(10)) != nil, rest.isEmpty || rest.first == "T" || rest.first == " " else {
            throw Problem(words: "\"\(key.rawValue)\" must be a time as 2025-01-30T09:15:00Z, or a day, not \"\(words)\"")
        }
        return words
    }
}
