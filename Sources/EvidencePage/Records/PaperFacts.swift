/// A paper as its records have it, as far as the page shows them. Keys are those of the records.
struct ReadPaper: Sendable {
    var document: DocumentFacts
    var pages: [PageFacts] = []
    var segments: [SegmentFacts] = []
    var tables: [TableFacts] = []
    var figures: [FigureFacts] = []

    /// The page with this number; nil where there is none.
    func page(_ number: Int) -> PageFacts? { pages.first { $0.page == number } }
    /// The segment with this id.
    func segment(_ id: String?) -> SegmentFacts? { id.flatMap { id in segments.first { $0.id == id } } }
    /// The table with this id.
    func table(_ id: String?) -> TableFacts? { id.flatMap { id in tables.first { $0.id == id } } }
    /// The figure with this id.
    func figure(_ id: String) -> FigureFacts? { figures.first { $0.id == id } }

    /// The segments that hold a segment, the outermost first, and the segment itself last.
    func chain(to id: String?) -> [SegmentFacts] {
        var chain: [SegmentFacts] = []
        var next = segment(id)
        // A record that goes round in a circle ends here too.
        while let segment = next, chain.count < 12 {
            chain.insert(segment, at: 0)
            next = self.segment(segment.parent)
        }
        return chain
    }

    /// Whether a segment lies in another, or is it.
    func lies(_ segment: SegmentFacts, in outer: SegmentFacts) -> Bool { chain(to: segment.id).contains { $0.id == outer.id } }
}

struct Span: Sendable, Decodable {
    var page: Int
    var start: Int
    var end: Int
}

struct PlacedBox: Sendable, Decodable {
    var page: Int
    var x: Double
    var y: Double
    var width: Double
    var height: Double
}

struct DocumentFacts: Sendable, Decodable {
    struct Source: Sendable, Decodable {
        var path: String
        var url: String?
        var modified: String?
        var retrieved: String?
    }

    struct Meeting: Sendable, Decodable {
        var organisation: String?
        var committee: String?
        var date: String?
        var item: String?
        var url: String?
    }

    struct Part: Sendable, Decodable {
        var page: Int
        var endPage: Int
        var kind: String
        var title: String?
        var author: String?
        var date: String?
    }

    struct Notice: Sendable, Decodable {
        var code: String
        var message: String
        var page: Int?
    }

    /// A paper that is attached to it.
    struct Attached: Sendable, Decodable {
        var name: String
        var document: String
    }

    var id: String
    var attached: [Attached]?
    var attachedTo: String?
    var source: Source
    var mediaType: String
    var bytes: Int
    var title: String?
    var kind: String?
    var organisation: String?
    var committee: String?
    var meetingDate: String?
    var meeting: Meeting?
    var papers: [Part]?
    var unreadNumbers: Int?
    var doubts: Int?
    var pages: Int
    var status: String
    var notices: [Notice]
    var rules: String?
    var version: String?

    /// The digest of the bytes, without its method.
    var digest: String { String(id.split(separator: ":").last ?? "") }
    /// The last part of its path.
    var fileName: String { source.path.split(separator: "/").last.map { String($0) } ?? source.path }
    /// The title, or else the name of the file.
    var name: String { title ?? fileName }
    /// Whose meeting it is of, with names spelled as names.
    var body: String? { meeting?.organisation ?? organisation }
    var group: String? { meeting?.committee ?? committee }
    var date: String? { meeting?.date ?? meetingDate }
    /// Whether its pages can be drawn.
    var isPDF: Bool { mediaType == "application/pdf" }
}

struct PageFacts: Sendable, Decodable {
    var page: Int
    var label: String?
    var width: Double?
    var height: Double?
    var text: String
    var ocr: Bool?
}

struct SegmentFacts: Sendable, Decodable {
    var id: String
    var parent: String?
    var kind: String
    var number: String?
    var title: String?
    var level: Int?
    var asker: String?
    var addressee: String?
    var respondent: String?
    var answers: String?
    var outcome: String?
    var votes: [String: Int]?
    var moved: String?
    var seconded: String?
    var sameAs: String?
    var spans: [Span]
    var page: Int?
    var endPage: Int?
    var text: String

    /// What it is called: number and title, or its first words.
    var name: String {
        let named = [number, title].compactMap { $0 }.joined(separator: " ")
        return named.isEmpty ? Shortened.words(text, 80) : named
    }
}

struct TableFacts: Sendable, Decodable {
    struct Cell: Sendable, Decodable {
        var row: Int
        var column: Int
        var rowSpan: Int
        var columnSpan: Int
        var text: String
        var header: Bool
        var box: PlacedBox?
    }

    /// A total that is the sum of the rows above it.
    struct Check: Sendable, Decodable {
        var row: Int
        var column: Int
        var holds: Bool
    }

    var id: String
    var segment: String?
    var caption: String?
    var method: String
    var pages: [Int]
    var boxes: [PlacedBox]?
    var rows: Int
    var columns: Int
    var headerRows: Int
    var headerColumns: Int
    var cells: [Cell]
    var unreadNumbers: Int?
    var checks: [Check]?

    /// The totals that are the sum of the rows above them.
    var sums: [Check] { (checks ?? []).filter(\.holds) }
}

struct FigureFacts: Sendable, Decodable {
    struct Quote: Sendable, Decodable {
        var exact: String
        var prefix: String?
        var suffix: String?
    }

    struct CellLink: Sendable, Decodable {
        var id: String
        var row: Int
        var column: Int
        var rowLabels: [String]?
        var columnLabels: [String]?
    }

    struct Interval: Sendable, Decodable {
        var min: String
        var max: String
    }

    struct Period: Sendable, Decodable {
        var start: String
        var end: String
        var text: String
    }

    var id: String
    var document: String
    var segment: String?
    var table: CellLink?
    var kind: String
    var text: String
    var quote: Quote
    var spans: [Span]
    var sentence: [Span]?
    var page: Int?
    var boxes: [PlacedBox]?
    var path: String?
    var value: String?
    var low: String?
    var high: String?
    var unit: String
    var interval: Interval?
    var approximate: Bool?
    var bound: String?
    var per: String?
    var period: Period?
    var sense: String?
    var basis: [String]?
    var comparison: String?
    var subject: String?
    var subjectFrom: String?
    var payee: String?
    var payer: String?
    var doubts: [String]?
    var scaleFrom: String?
    var signFrom: String?
    var unitFrom: String?
    var rule: String
    var cues: [String]?
    var struck: Bool?
    var hidden: String?

    /// Where it stands among the figures of its paper: "f12".
    var mark: String { id.split(separator: "#").last.map { String($0) } ?? "" }
    /// The value as people read it.
    var amount: String {
        if let value { return PrintedAmount.text(value, unit: unit) }
        return PrintedAmount.text(low ?? "", unit: unit) + " to " + PrintedAmount.text(high ?? "", unit: unit)
    }
}
