/// One record: one JSON object on one line.
public enum Record: Sendable {
    /// A paper that was read.
    case document(DocumentRecord)
    /// A page.
    case page(PageRecord)
    /// A segment.
    case segment(SegmentRecord)
    /// A table.
    case table(TableRecord)
    /// A figure.
    case figure(FigureRecord)
    /// A paper that could not be read.
    case failure(FailureRecord)

    /// The types in the order in which the records of a paper are written.
    public enum Kind: String, Sendable, CaseIterable {
        /// A paper that was read.
        case document
        /// A page.
        case page
        /// A segment.
        case segment
        /// A table.
        case table
        /// A figure.
        case figure
        /// A paper that could not be read.
        case failure

        /// Name of the file that holds the records of this type.
        public var fileName: String { rawValue + "s.jsonl" }

        /// How every record of this type begins on its line.
        public var lineStart: String { #"{"type":"\#(rawValue)","# }
    }

    /// Writes the record as one line of JSON.
    public func writeLine(to json: inout JSONWriter) {
        switch self {
        case .document(let record): record.write(to: &json)
        case .page(let record): record.write(to: &json)
        case .segment(let record): record.write(to: &json)
        case .table(let record): record.write(to: &json)
        case .figure(let record): record.write(to: &json)
        case .failure(let record): record.write(to: &json)
        }
        json.endLine()
    }
}
