extension PaperContent {
    /// What the record of a segment tells.
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
}

extension PaperContent.SegmentFacts {
    mutating func read(_ key: String, _ value: inout RecordCursor) {
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
