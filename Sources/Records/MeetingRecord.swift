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
struct MeetingOrigins: RecordValue, Definition {
    private let from: [Meeting.Fact: Meeting.Origin]

    init(of from: [Meeting.Fact: Meeting.Origin]) { self.from = from }

    static let name = "meetingOrigins"
    static var schema: JSON { reference }
    static var defined: [any Definition.Type] { [Self.self] }
    static var parts: [any Definition.Type] { [Meeting.Origin.self, OriginByFact.self] }

    static var definition: JSON {
        [
            "title": .string(name.asTitle),
            "description": "Who says the facts of a meeting: one word where it is the same for all, else one for each fact.",
            "anyOf": [Meeting.Origin.reference, OriginByFact.reference],
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

/// Who says each fact.
private enum OriginByFact: Definition {
    static let name = "originByFact"
    static var parts: [any Definition.Type] { [Meeting.Origin.self] }

    static var definition: JSON {
        .closed(
            "Who says each fact of a meeting.", title: name,
            Meeting.Fact.allCases.map { ($0.rawValue, Meeting.Origin.reference, Meeting.meanings[$0.rawValue] ?? "") },
            optional: Set(Meeting.Fact.allCases.map(\.rawValue)))
    }
}

extension Meeting.Origin: RecordName {}
