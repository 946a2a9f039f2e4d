public import PaperModel

extension Notice {
    /// One notice for each kind, with all its pages, in the order in which the kinds first occur: a hundred of one kind don't bury the one of
    /// another.
    static func merged(_ notices: [Notice]) -> [Notice] {
        var order: [Code] = []
        var byCode: [Code: [Notice]] = [:]
        for notice in notices {
            if byCode[notice.code] == nil { order.append(notice.code) }
            byCode[notice.code, default: []].append(notice)
        }
        return order.map { code in
            let same = byCode[code] ?? []
            var merged = Notice(code, words(of: same))
            merged.pages = Set(same.flatMap(\.pages)).sorted()
            return merged
        }
    }

    /// Different words for one kind that are told; those of the other pages are like them.
    private static let mostWords = 3

    private static func words(of notices: [Notice]) -> String {
        var seen: Set<String> = []
        let distinct = notices.filter { seen.insert($0.message).inserted }
        guard distinct.count > 1 else { return distinct.first?.message ?? "" }
        let shown = distinct.prefix(mostWords).map { notice in notice.page.map { "page \($0): \(notice.message)" } ?? notice.message }
        let more = distinct.count - mostWords
        return (shown + (more > 0 ? ["and \(more) more"] : [])).joined(separator: "; ")
    }
}

extension Notice.Code {
    /// Whether something of the paper was not read, so that its record is not complete.
    public var leavesOut: Bool {
        switch self {
        case .noText, .pageFailed, .pageLimit, .pageTooDense, .xfaForm, .unreadAttachments: true
        default: false
        }
    }
}
