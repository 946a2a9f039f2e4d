public import Records

/// A form in which records are written as one stream.
public struct Exporter: Sendable {
    /// Name on the command line.
    public let name: String
    /// What stands before the first record.
    public let opening: [UInt8]
    /// The bytes of a record, given the record of its paper once that is written; none where the form has no place for it.
    public let bytes: @Sendable (Record, DocumentRecord?) -> [UInt8]

    /// The forms. A new one is a file and a row.
    public static let all: [Exporter] = [jsonLines, csv, csvWithHidden, text]

    /// One JSON object a line.
    public static let jsonLines = Exporter(name: "jsonl", opening: []) { record, _ in
        var json = JSONWriter()
        record.writeLine(to: &json)
        return json.bytes
    }

    /// Figures as comma-separated values, without those that no reader of the page can see.
    public static let csv = Exporter(name: "csv", opening: CSVWriter.headings) { CSVWriter.line($0, of: $1) }
    /// All figures as comma-separated values.
    public static let csvWithHidden = Exporter(name: "csv-with-hidden", opening: CSVWriter.headings) {
        CSVWriter.line($0, of: $1, withHidden: true)
    }

    /// Figures with the words around them, for people.
    public static let text = Exporter(name: "text", opening: []) { record, _ in TextWriter.lines(record) }

    /// Hands the bytes of each record of a paper to `body`, in the order of the contract.
    public func write(_ outcome: Pipeline.Outcome, _ body: ([UInt8]) throws -> Void) rethrows {
        var document: DocumentRecord?
        try outcome.forEachRecord { record in
            if case .document(let own) = record { document = own }
            try body(bytes(record, document))
        }
    }
}
