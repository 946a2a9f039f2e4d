internal import Foundation
internal import Pipeline
internal import Records

/// Records of a type as a table for spreadsheets: one column a fact, written as `FigureSheet` writes figures.
struct RecordSheet {
    let kind: Record.Kind
    private let columns: [Column]

    /// A column: its heading, and the keys that lead to its value in a record.
    struct Column: Sendable {
        let heading: String
        let keys: [String]

        init(_ heading: String, _ keys: String...) {
            self.heading = heading
            self.keys = keys.isEmpty ? [heading] : keys
        }
    }

    /// The tables; figures have their own.
    static let all: [RecordSheet] = [
        RecordSheet(
            kind: .document,
            columns: [
                Column("source", "source", "path"), Column("url", "source", "url"), Column("retrieved", "source", "retrieved"),
                Column("title"),
                Column("kind"), Column("organisation", "meeting", "organisation"), Column("committee", "meeting", "committee"),
                Column("meetingDate", "meeting", "date"), Column("item", "meeting", "item"), Column("mediaType"), Column("bytes"),
                Column("pages"), Column("status"), Column("unreadNumbers"), Column("doubts"), Column("tagged"), Column("producer"),
                Column("created"), Column("id"),
            ]),
        RecordSheet(
            kind: .page,
            columns: [
                Column("document"), Column("page"), Column("label"), Column("text"), Column("width"), Column("height"), Column("rotation"),
                Column("ocr"), Column("confidence"), Column("id"),
            ]),
        RecordSheet(
            kind: .segment,
            columns: [
                Column("document"), Column("page"), Column("endPage"), Column("kind"), Column("number"), Column("title"), Column("level"),
                Column("asker"), Column("addressee"), Column("respondent"), Column("outcome"), Column("votesFor", "votes", "for"),
                Column("votesAgainst", "votes", "against"), Column("votesAbstain", "votes", "abstain"), Column("moved"), Column("seconded"),
                Column("text"), Column("answers"), Column("sameAs"), Column("parent"), Column("id"),
            ]),
        RecordSheet(
            kind: .table,
            columns: [
                Column("document"), Column("pages"), Column("caption"), Column("rows"), Column("columns"), Column("headerRows"),
                Column("headerColumns"), Column("method"), Column("unreadNumbers"), Column("segment"), Column("id"),
            ]),
        RecordSheet(
            kind: .failure,
            columns: [
                Column("source", "source", "path"), Column("url", "source", "url"), Column("code"), Column("stage"), Column("message"),
                Column("attempts"), Column("retryable"), Column("document"),
            ]),
    ]

    /// The byte order mark and the line of headings.
    var opening: [UInt8] { [0xef, 0xbb, 0xbf] + FigureSheet.line(columns.map(\.heading)) }

    /// A record as one line; nil where it can't be read.
    func line(_ record: [UInt8]) -> [UInt8]? {
        guard let object = try? JSONDecoder().decode(SheetValue.self, from: Data(record)) else { return nil }
        return FigureSheet.line(columns.map { column in column.keys.reduce(object) { $0[$1] }.text })
    }
}

/// A value of a record, for a cell.
private indirect enum SheetValue: Decodable {
    case none
    case plain(String)
    case list([SheetValue])
    case object([String: SheetValue])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .none
        } else if let mark = try? value.decode(Bool.self) {
            self = .plain(mark ? "true" : "false")
        } else if let whole = try? value.decode(Int.self) {
            self = .plain(String(whole))
        } else if let number = try? value.decode(Double.self) {
            self = .plain(String(number))
        } else if let text = try? value.decode(String.self) {
            self = .plain(text)
        } else if let list = try? value.decode([SheetValue].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: SheetValue].self))
        }
    }

    subscript(key: String) -> SheetValue { if case .object(let members) = self { members[key] ?? .none } else { .none } }

    /// The value in a cell; the parts of a list are set apart by " | ".
    var text: String {
        switch self {
        case .none, .object: ""
        case .plain(let text): text
        case .list(let values): CSVWriter.joined(values.map(\.text))
        }
    }
}
