extension PaperContent {
    /// What the record of a figure tells.
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
}

extension PaperContent.FigureFacts {
    mutating func read(_ key: String, _ value: inout RecordCursor) {
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
