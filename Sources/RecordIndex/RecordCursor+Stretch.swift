extension PaperContent {
    /// A stretch of a page's text, in Unicode scalar values.
    struct Stretch {
        var page = 0
        var start = 0
        var end = 0
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
