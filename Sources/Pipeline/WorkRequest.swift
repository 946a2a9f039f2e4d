internal import Foundation
internal import PDFLoading
public import PaperModel
public import Records

/// One line of a worker's input: a bare path, or a JSON object with `path` and whatever else is known.
public struct WorkRequest: Sendable, Decodable {
    /// Path of the file.
    public var path: String
    /// Address that it was fetched from.
    public var url: String?
    /// When its server says that it was changed, ISO 8601.
    public var modified: String?
    /// When it was fetched, ISO 8601.
    public var retrieved: String?
    /// The body whose meeting the paper is of; what the paper prints goes before this and the three below.
    public var organisation: String?
    /// Its committee.
    public var committee: String?
    /// Day of the meeting, ISO 8601; another text is left aside.
    public var date: String?
    /// The item of the agenda that the paper belongs to.
    public var item: String?
    /// Encoding that the server named for an HTML page.
    public var encoding: String?
    /// Seconds after which the worker ends itself, in case that nobody watches it any more.
    public var seconds: Int?
    /// Why the host could not open the file that it would pass; nil where it did, or passes none.
    public var refusal: String?
    /// Name of a file that is attached to the one that the host opened: that file is the paper.
    public var attached: String?
    /// Id of the document that the attached file is known to be; another file of its name is not read in its place.
    public var document: String?
    /// Page, 1-based, of which a picture is wanted instead of the records: see `DrawnPage`.
    public var draw: Int?
    /// Of that page only this part: left, top, width, height, points.
    public var crop: [Int]?
    /// Where to stop reading, after an earlier worker came to grief there.
    public var cut: Cut?

    /// The pages of a paper that are read when the rest can't be.
    public struct Cut: Sendable, Equatable, Decodable {
        /// Number of pages that are read.
        public var pages: Int
        /// What happened at the page behind them, for the paper's notices.
        public var reason: String

        /// Makes a cut.
        public init(pages: Int, reason: String) {
            self.pages = pages
            self.reason = reason
        }
    }

    /// Makes a request for a source.
    public init(_ source: Source, seconds: Int? = nil, cut: Cut? = nil) {
        path = source.path
        url = source.url
        modified = source.modified
        retrieved = source.retrieved
        self.seconds = seconds
        self.cut = cut
    }

    /// Reads a line; nil where it begins like JSON and is none with a `path`.
    public init?(line: String) {
        guard line.hasPrefix("{") else {
            self.init(Source(path: line))
            return
        }
        guard let request = try? JSONDecoder().decode(WorkRequest.self, from: Data(line.utf8)) else { return nil }
        self = request
    }

    /// Reads a line as it came, without its end; nil as above.
    public init?(bytes: [UInt8]) { self.init(line: WorkRequest.text(of: bytes)) }

    /// A line as text: JSON is text, a bare path may be any bytes.
    static func text(of line: [UInt8]) -> String {
        line.first == UInt8(ascii: "{") ? String(decoding: line, as: UTF8.self) : PathText(bytes: line).text
    }

    /// The request as one line of JSON, ended by LF.
    public var line: [UInt8] {
        let known = [
            ("path", path), ("url", url), ("modified", modified), ("retrieved", retrieved), ("organisation", organisation),
            ("committee", committee), ("date", date), ("item", item), ("encoding", encoding),
        ]
        var members = known.compactMap { key, value in value.map { JSON.Member(key, .string($0)) } }
        if let refusal { members.append(.init("refusal", .string(refusal))) }
        if let attached { members.append(.init("attached", .string(attached))) }
        if let document { members.append(.init("document", .string(document))) }
        if let seconds { members.append(.init("seconds", .integer(seconds))) }
        if let draw { members.append(.init("draw", .integer(draw))) }
        if let crop { members.append(.init("crop", .list(crop.map { .integer($0) }))) }
        if let cut { members.append(.init("cut", ["pages": .integer(cut.pages), "reason": .string(cut.reason)])) }
        return JSON.object(members).line
    }

    /// What the request tells of the paper's meeting.
    public var meeting: MeetingFacts {
        var told = ToldFacts()
        (told.organisation, told.committee, told.date, told.item) = (organisation, committee, date, item)
        return told.meeting
    }

    /// The bytes of the paper, in the open `file` where that came with the request, and the id of the document that it is attached to.
    func bytes(of file: Int32?, limits: LoadLimits) throws(PaperFailure) -> (bytes: [UInt8], host: String?) {
        if let refusal { throw PaperFailure(.unreadable, refusal) }
        let bytes: [UInt8]
        if let file {
            bytes = try PaperFile.read(file, limits: limits)
        } else {
            bytes = try PaperFile.read(path, limits: limits)
        }
        guard let attached else { return (bytes, nil) }
        let file = try attachedPDF(attached, of: bytes)
        guard document == nil || document == DocumentRecord.id(digest: SHA256.hexDigest(of: file)) else {
            throw PaperFailure(.unreadable, "the attached file of this name is another than the one that was found before; run again")
        }
        return (file, DocumentRecord.id(digest: SHA256.hexDigest(of: bytes)))
    }

    /// Where the paper came from.
    public var source: Source { Source(path: path, url: url, modified: modified, retrieved: retrieved) }
}
