internal import PaperModel

extension MeetingFacts {
    /// What a paper prints of its meeting, names spelled as names.
    init(printedIn metadata: Paper.Metadata) {
        self.init()
        organisation = metadata.organisation.map(BodyName.spelled)
        committee = metadata.committee.map(BodyName.spelled)
        date = metadata.meetingDate
        item = metadata.item
        url = metadata.url
    }
}

extension Meeting: RecordObject {
    static let name = "meeting"
    static let fields: [Field<Meeting>] = [
        .optional("organisation") { $0.facts.organisation },
        .optional("committee") { $0.facts.committee },
        .optional("date") { $0.facts.date },
        .optional("item") { $0.facts.item },
        .optional("url") { $0.facts.url },
        .required("from") { MeetingOrigins(of: $0.from) },
    ]
}

/// Who says the facts of a meeting: one name where it is the same for all, else one for each fact.
struct MeetingOrigins: RecordValue {
    private let from: [Meeting.Fact: Meeting.Origin]

    init(of from: [Meeting.Fact: Meeting.Origin]) { self.from = from }

    static var schema: JSON {
        [
            "anyOf": [
                Meeting.Origin.schema,
                [
                    "type": "object",
                    "properties": .object(Meeting.Fact.allCases.map { .init($0.rawValue, Meeting.Origin.schema) }),
                    "additionalProperties": false,
                ],
            ]
        ]
    }

    func write(to json: inout JSONWriter) {
        if let first = from.values.first, from.values.allSatisfy({ $0 == first }) { return first.write(to: &json) }
        json.object { json in
            for fact in Meeting.Fact.allCases {
                guard let origin = from[fact] else { continue }
                json.key(fact.rawValue)
                origin.write(to: &json)
            }
        }
    }
}

extension Meeting.Origin: RecordName {}
