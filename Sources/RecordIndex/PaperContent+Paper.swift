extension PaperContent {
    /// What the record of a paper tells.
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

    /// The text of a page.
    struct PageText {
        var page = 0
        var text = ""
    }
}

extension PaperContent.Facts {
    mutating func read(_ key: String, _ value: inout RecordCursor) {
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
    mutating func read(_ key: String, _ value: inout RecordCursor) {
        if key == "page" { page = value.integer() }
        if key == "text" { text = value.string() }
    }
}
