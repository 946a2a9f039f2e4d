internal import Foundation
public import PaperModel

/// What the list that is given with the papers tells of one of them.
public struct ToldFacts: Sendable, Hashable, Codable {
    /// Address that it was fetched from.
    public var url: String?
    /// When its server says that it was changed, ISO 8601.
    public var modified: String?
    /// When it was fetched, ISO 8601.
    public var retrieved: String?
    /// The body whose meeting it is.
    public var organisation: String?
    /// Its committee.
    public var committee: String?
    /// Day of the meeting, ISO 8601.
    public var date: String?
    /// The item of the agenda that the paper belongs to.
    public var item: String?
    /// Encoding that the server named for an HTML page: a charset label, or the whole Content-Type. It decides how the bytes are read.
    public var encoding: String?

    /// Tells nothing.
    public init() {}

    /// These facts where `other` tells nothing, else those.
    public func overlaid(by other: ToldFacts) -> ToldFacts {
        var facts = self
        facts.url = other.url ?? url
        facts.modified = other.modified ?? modified
        facts.retrieved = other.retrieved ?? retrieved
        facts.organisation = other.organisation ?? organisation
        facts.committee = other.committee ?? committee
        facts.date = other.date ?? date
        facts.item = other.item ?? item
        facts.encoding = other.encoding ?? encoding
        return facts
    }

    /// What is told of the meeting.
    public var meeting: MeetingFacts {
        var facts = MeetingFacts()
        facts.organisation = organisation
        facts.committee = committee
        facts.date = date.flatMap { Day(iso: $0) }
        facts.item = item
        facts.url = url
        return facts
    }
}

/// The document or failure record of a paper, as a worker wrote it: what others tell of the paper is added without reading the paper again.
public struct ToldRecord {
    private var record: RecordMembers
    /// What the paper itself prints of its meeting.
    public let printed: MeetingFacts
    /// What kind of paper it is.
    public let kind: Paper.Kind?
    private let isDocument: Bool

    /// The facts of a meeting as they stand in a record.
    private struct Written: Decodable {
        struct Meeting: Decodable {
            var organisation: String?
            var committee: String?
            var date: String?
            var item: String?
            var url: String?
        }

        var type: String
        var kind: String?
        var meeting: Meeting?
    }

    /// Reads a line; nil where it is no record of a paper.
    public init?(line: [UInt8]) {
        var line = line
        if line.last == UInt8(ascii: "\n") { line.removeLast() }
        guard let record = RecordMembers(line), let written = try? JSONDecoder().decode(Written.self, from: Data(line)) else { return nil }
        self.record = record
        isDocument = written.type == DocumentRecord.name
        kind = written.kind.flatMap { Paper.Kind(rawValue: $0) }
        var facts = MeetingFacts()
        facts.organisation = written.meeting?.organisation
        facts.committee = written.meeting?.committee
        facts.date = written.meeting?.date.flatMap { Day(iso: $0) }
        facts.item = written.meeting?.item
        facts.url = written.meeting?.url
        printed = facts
    }

    /// The line with what is told of the paper, ended by LF: an address that it was fetched from goes before the one that it prints, all
    /// else that it prints goes before what is told. `folder` is what other papers of its folder say, `path` where the paper lies where that
    /// is not what its record says, `others` where else its bytes lie, `attachedTo` the id of the document that it is attached to.
    public func line(
        told: ToldFacts, folder: MeetingFacts, path: PathText? = nil, others: [Source] = [], attachedTo host: String? = nil
    ) -> [UInt8] {
        var record = record
        if var source = record["source"].flatMap({ RecordMembers($0) }) {
            if let path {
                source.set("path", to: ToldRecord.text(path.shown), behind: [])
                source.set("pathBytes", to: path.base64.map { ToldRecord.text($0) }, behind: ["path"])
            }
            if let url = told.url { source.set("url", to: ToldRecord.text(url), behind: ["pathBytes", "path"]) }
            if let modified = told.modified { source.set("modified", to: ToldRecord.text(modified), behind: ["url", "pathBytes", "path"]) }
            if let retrieved = told.retrieved {
                source.set("retrieved", to: ToldRecord.text(retrieved), behind: ["modified", "url", "pathBytes", "path"])
            }
            record.set("source", to: source.text, behind: [])
            if isDocument, !others.isEmpty {
                let all = others.reduce(into: [UInt8(ascii: "[")] + source.text) { $0 += [UInt8(ascii: ",")] + ToldRecord.text($1) }
                record.set("sources", to: all + [UInt8(ascii: "]")], behind: ["source"])
            }
        }
        if isDocument {
            record.set(
                "attachedTo", to: host.map { ToldRecord.text($0) },
                behind: [
                    "attached", "papers", "meeting", "meetingDate", "committee", "organisation", "kind", "language", "created", "producer",
                    "title", "bytes",
                ])
            let meeting = Meeting(printed: printed, manifest: told.meeting, folder: folder)
            record.set(
                Meeting.name, to: meeting.facts.isEmpty ? nil : ToldRecord.text(meeting),
                behind: ["meetingDate", "committee", "organisation", "kind", "language", "created", "producer", "title", "bytes"])
        }
        return record.text + [UInt8(ascii: "\n")]
    }

    private static func text(_ value: some RecordValue) -> [UInt8] {
        var json = JSONWriter()
        value.write(to: &json)
        return json.bytes
    }
}
