internal import PaperModel

/// What the head of a page says about it.
struct PageHead {
    /// The `title` element.
    var title: String?
    /// BCP 47 tag of the page's language.
    var language: String?
    /// Address that the page says it lives at.
    var url: String?
    /// Address that its links are relative to.
    var base: String?
    /// Program that made it.
    var generator: String?
    /// When it was made or published, ISO 8601 as far as it goes.
    var created: String?

    /// Names of `meta` that give a day, the best first (Dublin Core, Open Graph).
    private static let createdNames = ["dc.date.created", "dcterms.created", "article:published_time", "dc.date.issued", "dcterms.issued"]

    /// Reads the elements that stand before the body, and the few that templates put elsewhere.
    init(of tree: MarkupTree) {
        var meta: [String: String] = [:]
        var canonical: String?
        var written: String?
        for node in tree.nodes.indices {
            switch tree.name(of: node) {
            case "html": language = tree.attribute("lang", of: node) ?? tree.attribute("xml:lang", of: node)
            case "title": if title == nil { title = tree.words(of: node, leftOut: []) }
            case "base": written = written ?? tree.attribute("href", of: node)
            case "link":
                let relations = tree.attribute("rel", of: node)?.lowercased().split(whereSeparator: \.isWhitespace) ?? []
                if canonical == nil, relations.contains("canonical") { canonical = tree.attribute("href", of: node) }
            case "meta":
                guard let content = tree.attribute("content", of: node) else { continue }
                guard let name = tree.attribute("name", of: node) ?? tree.attribute("property", of: node) else { continue }
                if meta[name.lowercased()] == nil { meta[name.lowercased()] = content.trimming(where: \.isWhitespace).description }
            default: break
            }
        }
        url = [canonical, meta["og:url"]].compactMap(\.self).first(where: WebAddress.isWhole)
        base = written.map { WebAddress.resolve($0, against: url) } ?? url
        generator = meta["generator"]
        created = PageHead.createdNames.compactMap { meta[$0] }.first(where: PageHead.isDate)
    }

    /// Whether a text begins as ISO 8601 does: four digits of a year.
    private static func isDate(_ text: String) -> Bool {
        text.count >= 4 && text.prefix(4).allSatisfy { $0.isASCII && $0.isNumber }
    }
}

extension Paper.Metadata {
    /// What a page's head, its layout and its first heading say of the paper.
    init(head: PageHead, reading: PageReading, page: Page) {
        self.init()
        let printed = reading.metadata
        let heading = page.blocks.first { $0.kind == .heading(level: 1) }.map { page.text[$0.range] }
        title = [printed[.title]?.first, heading, head.title].compactMap(\.self).first { !$0.isEmpty }
        organisation = printed[.organisation]?.lazy.compactMap { CouncilName.first(in: $0) }.first
        committee = printed[.committee]?.first.map { Paper.Metadata.committee(in: $0) }
        meetingDate = printed[.meetingDate]?.lazy.compactMap { Day.printed(in: $0)?.day }.first
        url = printed[.url]?.first(where: WebAddress.isWhole) ?? head.url
        producer = head.generator
        created = head.created
        language = head.language
        kind = reading.layout?.kind
    }

    /// The name of a committee without the date of the meeting that templates print after it.
    private static func committee(in text: String) -> String {
        guard let date = Day.printed(in: text), !date.before.isEmpty else { return text }
        return String(date.before.trimming { $0.isWhitespace || $0 == "-" || $0 == "," || $0 == "\u{2013}" })
    }
}
