public import Records
public import Tracing

extension MentionRecord {
    /// The record of a mention.
    public init(_ mention: Mention) {
        let place = mention.place
        self.init(
            id: place.id, document: place.paper.document, page: place.page, relation: mention.relation.rawValue, text: place.printed,
            role: place.role.rawValue, words: mention.words, score: min(1, mention.score), sentence: place.sentence,
            title: place.paper.name,
            link: place.paper.address(page: place.page))
        value = place.ends == nil ? place.value : nil
        low = place.ends?.low
        high = place.ends?.high
        unit = place.unit
        closeness = mention.closeness?.rawValue
        decision = place.decision
        twinOf = mention.twinOf
        subject = place.subject
        organisation = place.paper.organisation
        committee = place.paper.committee
        date = place.paper.date
    }
}

extension VerdictRecord {
    /// The record of a trace, of the places in papers that the index met after `since`.
    public init(_ trace: Trace, id: String?, cursor: Int, since: Int) {
        self.init(id: id, claim: trace.claim.text, verdict: trace.verdict.rawValue, why: trace.why, cursor: cursor)
        func records(_ mentions: [Mention]) -> [MentionRecord] {
            mentions.filter { $0.place.paper.added > since }.map { MentionRecord($0) }
        }
        mentions = records(trace.mentions) + records(trace.series)
        near = records(trace.near)
        slips = records(trace.slips)
        byNumberAlone = trace.byNumberAlone
    }
}

extension HitRecord {
    /// The record of a hit.
    public init(_ hit: SearchHit) {
        var line = hit.text
        let marks = line.withUTF8 { bytes in
            // Scalars begin at all bytes that go on no other.
            hit.marks.map { mark in
                [mark.lowerBound, mark.upperBound].map { end in bytes.prefix(end).count { $0 & 0xc0 != 0x80 } }
            }
        }
        self.init(
            kind: hit.kind.rawValue, id: hit.id, document: hit.paper.document, page: hit.page, score: hit.score, text: hit.text,
            marks: marks,
            title: hit.paper.name, link: hit.paper.address(page: hit.page))
        organisation = hit.paper.organisation
        committee = hit.paper.committee
        date = hit.paper.date
    }
}
