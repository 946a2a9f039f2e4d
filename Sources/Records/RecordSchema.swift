internal import PaperModel

/// The JSON Schema (draft 2020-12) of the records.
public enum RecordSchema {
    /// Version of the contract: what every record says under `schema`.
    public static let version = "1.1"

    /// Record types; each line of output is one of these.
    private static let records: [any RecordObject.Type] = [
        DocumentRecord.self, PageRecord.self, SegmentRecord.self, TableRecord.self, FigureRecord.self, FailureRecord.self,
        VerdictRecord.self, HitRecord.self, PagesRecord.self,
    ]

    /// Objects inside records.
    private static let parts: [any RecordObject.Type] = [
        Source.self, Meeting.self, Paper.Part.self, Notice.self, Span.self, PlacedBox.self, Segment.Votes.self, Segment.Reference.self,
        CellRecord.self,
        ColumnUnit.self,
        SumCheck.self, CellLink.self, Quote.self, ClosedInterval.self, Period.self, RunLimits.self,
        MentionRecord.self, PagesRecord.Place.self,
    ]

    /// The schema: one record of any type.
    public static let document: JSON = [
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A record of scrutineer",
        "oneOf": .list(records.map { $0.schema }),
        "$defs": .object((records + parts).map { .init($0.name, $0.definition) }),
    ]
}
