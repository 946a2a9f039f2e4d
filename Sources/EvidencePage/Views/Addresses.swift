/// The addresses of things.
extension Address {
    private static func digest(_ id: String) -> String { String(id.prefix { $0 != "#" }.split(separator: ":").last ?? "") }
    private static func mark(_ id: String) -> String { String(id.split(separator: "#").last ?? "") }

    /// A figure's evidence.
    static func figure(_ id: String) -> Address { Address(["figure", digest(id), mark(id)]) }
    /// A paper, at one of its pages.
    static func paper(_ document: String, page: Int? = nil) -> Address {
        Address(["paper", digest(document)], [("page", page.map { String($0) })])
    }
    /// A paper, at one of its segments or tables.
    static func part(_ id: String, page: Int? = nil) -> Address {
        Address(["paper", digest(id)], [("page", page.map { String($0) }), ("part", mark(id))])
    }
    /// The picture of a page.
    static func picture(_ document: String, page: Int) -> Address { Address(["picture", digest(document), String(page)]) }
    /// A meeting.
    static func meeting(organisation: String?, committee: String?, date: String?) -> Address {
        Address(["meeting"], [("organisation", organisation), ("committee", committee), ("date", date)])
    }
    /// What a figure's claim comes to elsewhere.
    static func trace(figure id: String) -> Address { Address(["trace"], [("claim", id)]) }
}
