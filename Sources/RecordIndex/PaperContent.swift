/// What the index takes from the records of a paper.
struct PaperContent {
    struct Facts {
        var document = ""
        var path = ""
        var url: String?
        var title: String?
        var kind: String?
        var organisation: String?
        var committee: String?
        var date: String?
        var item: String?
        var mediaType: String?
        var pages = 0
        var status: String?
        var unreadNumbers = 0
    }

    struct PageText {
        var page = 0
        var text = ""
    }

    /// A stretch of a page's text, in Unicode scalar values.
    struct Stretch {
        var page = 0
        var start = 0
        var end = 0
    }

    struct SegmentFacts {
        var number = 0
        var parent: Int?
        var kind = ""
        var printedNumber: String?
        var title: String?
        var level = 0
        var asker: String?
        var addressee: String?
        var respondent: String?
        var answers: Int?
        var outcome: String?
        var votes: [String: Int] = [:]
        var moved: String?
        var seconded: String?
        var sameAs: Int?
        var spans: [Stretch] = []
    }

    struct CellFacts {
        var row = 0
        var column = 0
        var rowSpan = 1
        var columnSpan = 1
        var isHeader = false
        var text = ""
        var span = Stretch()
    }

    struct TableFacts {
        var number = 0
        var segment: Int?
        var caption: String?
        var method: String?
        var page: Int?
        var rows = 0
        var columns = 0
        var headerRows = 0
        var headerColumns = 0
        var unreadNumbers = 0
        var cells: [CellFacts] = []
    }

    struct FigureFacts {
        var number = 0
        var segment: Int?
        var table: Int?
        var row: Int?
        var column: Int?
        var rowLabels: [String] = []
        var columnLabels: [String] = []
        var kind = ""
        var text = ""
        var spans: [Stretch] = []
        var sentence: [Stretch] = []
        var value: String?
        var low: String?
        var high: String?
        var unit = ""
        var intervalMin: String?
        var intervalMax: String?
        var isApproximate = false
        var isStruck = false
        var period: (start: String, end: String, text: String)?
        var basis: [String] = []
        var doubts: [String] = []
        var cues: [String] = []
        var boxes = ""
        /// Other facts that are a word each, by their keys.
        var words: [String: String] = [:]
    }

    var facts = Facts()
    var pages: [PageText] = []
    var segments: [SegmentFacts] = []
    var tables: [TableFacts] = []
    var figures: [FigureFacts] = []

    /// Reads the records of one paper, a line each; nil where no document is among them.
    init?(_ lines: [UInt8]) {
        var start = 0
        while start < lines.count {
            let end = lines[start...].firstIndex(of: UInt8(ascii: "\n")) ?? lines.count
            if end > start { read(RecordCursor(lines, start..<end)) }
            start = end + 1
        }
        guard !facts.document.isEmpty else { return nil }
    }

    private mutating func read(_ line: RecordCursor) {
        var line = line
        switch line.type {
        case "document":
            var facts = Facts()
            line.object { facts.read($0, &$1) }
            self.facts = facts
        case "page":
            var page = PageText()
            line.object { page.read($0, &$1) }
            pages.append(page)
        case "segment":
            var segment = SegmentFacts()
            line.object { segment.read($0, &$1) }
            segments.append(segment)
        case "table":
            var table = TableFacts()
            line.object { table.read($0, &$1) }
            tables.append(table)
        case "figure":
            var figure = FigureFacts()
            line.object { figure.read($0, &$1) }
            figures.append(figure)
        default: break
        }
    }
}

extension RecordCursor {
    /// The number at the end of an id: 31 of "sha256:…#f31"; nil where there is none.
    mutating func idNumber() -> Int? {
        let id = string()
        guard let mark = id.utf8.lastIndex(of: UInt8(ascii: "#")) else { return nil }
        return Int(id[id.utf8.index(after: mark)...].dropFirst())
    }

    mutating func stretch() -> PaperContent.Stretch {
        var stretch = PaperContent.Stretch()
        object { key, value in
            switch key {
            case "page": stretch.page = value.integer()
            case "start": stretch.start = value.integer()
            case "end": stretch.end = value.integer()
            default: break
            }
        }
        return stretch
    }

    mutating func stretches() -> [PaperContent.Stretch] {
        var all: [PaperContent.Stretch] = []
        list { all.append($0.stretch()) }
        return all
    }
}

extension PaperContent.Facts {
    fileprivate mutating func read(_ key: String, _ value: inout RecordCursor) {
        switch key {
        case "id": document = value.string()
        case "source":
            var (path, url) = (path, url)
            value.object { key, value in
                if key == "path" { path = value.string() }
                if key == "url" { url = value.string() }
            }
            (self.path, self.url) = (path, url)
        case "title": title = value.string()
        case "kind": kind = value.string()
        case "mediaType": mediaType = value.string()
        case "organisation": organisation = organisation ?? value.string()
        case "committee": committee = committee ?? value.string()
        case "meetingDate": date = date ?? value.string()
        case "meeting":
            // What is known of the meeting goes before what the paper prints, whose names are as printed.
            var facts = self
            value.object { key, value in
                switch key {
                case "organisation": facts.organisation = value.string()
                case "committee": facts.committee = value.string()
                case "date": facts.date = value.string()
                case "item": facts.item = value.string()
                default: break
                }
            }
            self = facts
        case "pages": pages = value.integer()
        case "status": status = value.string()
        case "unreadNumbers": unreadNumbers = value.integer()
        default: break
        }
    }
}

extension PaperContent.PageText {
    fileprivate mutating func read(_ key: String, _ value: inout RecordCursor) {
        if key == "page" { page = value.integer() }
        if key == "text" { text = value.string() }
    }
}

extension PaperContent.SegmentFacts {
    fileprivate mutating func read(_ key: String, _ value: inout RecordCursor) {
        switch key {
        case "id": number = value.idNumber() ?? 0
        case "parent": parent = value.idNumber()
        case "kind": kind = value.string()
        case "number": printedNumber = value.string()
        case "title": title = value.string()
        case "level": level = value.integer()
        case "asker": asker = value.string()
        case "addressee": addressee = value.string()
        case "respondent": respondent = value.string()
        case "answers": answers = value.idNumber()
        case "outcome": outcome = value.string()
        case "votes":
            var votes: [String: Int] = [:]
            value.object { key, value in votes[key] = value.integer() }
            self.votes = votes
        case "moved": moved = value.string()
        case "seconded": seconded = value.string()
        case "sameAs": sameAs = value.idNumber()
        case "spans": spans = value.stretches()
        default: break
        }
    }
}

extension PaperContent.TableFacts {
    fileprivate mutating func read(_ key: String, _ value: inout RecordCursor) {
        switch key {
        case "id": number = value.idNumber() ?? 0
        case "segment": segment = value.idNumber()
        case "caption": caption = value.string()
        case "method": method = value.string()
        case "pages":
            var first: Int?
            value.list { first = first ?? $0.integer() }
            page = first
        case "rows": rows = value.integer()
        case "columns": columns = value.integer()
        case "headerRows": headerRows = value.integer()
        case "headerColumns": headerColumns = value.integer()
        case "unreadNumbers": unreadNumbers = value.integer()
        case "cells":
            var cells: [PaperContent.CellFacts] = []
            value.list { value in
                var cell = PaperContent.CellFacts()
                value.object { cell.read($0, &$1) }
                if !cell.text.isEmpty { cells.append(cell) }
            }
            self.cells = cells
        default: break
        }
    }
}

extension PaperContent.CellFacts {
    fileprivate mutating func read(_ key: String, _ value: inout RecordCursor) {
        switch key {
        case "row": row = value.integer()
        case "column": column = value.integer()
        case "rowSpan": rowSpan = value.integer()
        case "columnSpan": columnSpan = value.integer()
        case "header": isHeader = value.mark()
        case "text": text = value.string()
        case "span": span = value.stretch()
        default: break
        }
    }
}

extension PaperContent.FigureFacts {
    fileprivate mutating func read(_ key: String, _ value: inout RecordCursor) {
        switch key {
        case "id": number = value.idNumber() ?? 0
        case "segment": segment = value.idNumber()
        case "table": readCell(&value)
        case "kind": kind = value.string()
        case "text": text = value.string()
        case "spans": spans = value.stretches()
        case "sentence": sentence = value.stretches()
        case "value": self.value = value.string()
        case "low": low = value.string()
        case "high": high = value.string()
        case "unit": unit = value.string()
        case "interval":
            var ends: [String: String] = [:]
            value.object { ends[$0] = $1.string() }
            (intervalMin, intervalMax) = (ends["min"], ends["max"])
        case "approximate": isApproximate = value.mark()
        case "struck": isStruck = value.mark()
        case "period":
            var parts: [String: String] = [:]
            value.object { parts[$0] = $1.string() }
            period = (parts["start"] ?? "", parts["end"] ?? "", parts["text"] ?? "")
        case "basis": basis = value.strings()
        case "doubts": doubts = value.strings()
        case "cues": cues = value.strings()
        case "boxes": readBoxes(&value)
        case "bound", "per", "sense", "comparison", "subject", "subjectFrom", "payee", "payer", "scaleFrom", "unitFrom", "rule", "hidden":
            words[key] = value.string()
        default: break
        }
    }

    private mutating func readCell(_ value: inout RecordCursor) {
        var cell = self
        value.object { key, value in
            switch key {
            case "id": cell.table = value.idNumber()
            case "row": cell.row = value.integer()
            case "column": cell.column = value.integer()
            case "rowLabels": cell.rowLabels = value.strings()
            case "columnLabels": cell.columnLabels = value.strings()
            default: break
            }
        }
        self = cell
    }

    /// Boxes as "page x y width height", one behind the other with ";".
    private mutating func readBoxes(_ value: inout RecordCursor) {
        var boxes: [String] = []
        value.list { value in
            var parts: [String: String] = [:]
            value.object { parts[$0] = $1.literal() }
            boxes.append(["page", "x", "y", "width", "height"].map { parts[$0] ?? "0" }.joined(separator: " "))
        }
        self.boxes = boxes.joined(separator: ";")
    }
}
