extension PaperContent {
    /// A cell of a table.
    struct CellFacts {
        var row = 0
        var column = 0
        var rowSpan = 1
        var columnSpan = 1
        var isHeader = false
        var text = ""
        var span = Stretch()
    }

    /// What the record of a table tells.
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
}

extension PaperContent.TableFacts {
    mutating func read(_ key: String, _ value: inout RecordCursor) {
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
