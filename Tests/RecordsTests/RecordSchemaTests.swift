import PaperModel
import Testing

@testable import Records

/// Python's `jsonschema` validates real records in `make test`; here is what it can't see.
@Suite struct RecordSchemaTests {
    private static let definitions: [JSON.Member] = {
        guard case .object(let members) = RecordSchema.document["$defs"] else { return [] }
        return members
    }()

    @Test func everyObjectIsClosed() {
        let objects = Self.definitions.filter { $0.value["type"] == "object" }
        #expect(objects.count == 34)
        for definition in objects {
            #expect(definition.value["additionalProperties"] == false, "\(definition.key)")
        }
    }

    @Test func declaredWordsStandInTheSchema() {
        let words = [(word: "toll", meaning: "What is paid to pass.")]
        let schema = RecordSchema.extended(by: [.senses: words])
        guard case .list(let names) = schema["$defs"]?["figureSense"]?["enum"],
            case .list(let meanings) = schema["$defs"]?["figureSense"]?["x-enum-descriptions"]
        else {
            Issue.record("senses have no list")
            return
        }
        #expect(names.first == .string("limit"))
        #expect(names.last == .string("toll"))
        #expect(names.count == meanings.count)
        #expect(meanings.last == .string("What is paid to pass."))
        #expect(RecordSchema.extended(by: [:]) == RecordSchema.document)
        #expect(schema["$defs"]?["segmentOutcome"] == RecordSchema.document["$defs"]?["segmentOutcome"])
    }

    /// A new key or name needs its meaning in `CodeBook`.
    @Test func everyKeyAndEveryNameSaysWhatItMeans() {
        for definition in Self.definitions {
            #expect(!text(definition.value["description"]).isEmpty, "\(definition.key) has no description")
            if case .object(let keys) = definition.value["properties"] {
                for key in keys { #expect(!text(key.value["description"]).isEmpty, "\(definition.key).\(key.key) has no description") }
            }
            if case .list(let names) = definition.value["enum"] {
                guard case .list(let meanings) = definition.value["x-enum-descriptions"] else {
                    Issue.record("\(definition.key) has no meanings")
                    continue
                }
                #expect(names.count == meanings.count)
                for (name, meaning) in zip(names, meanings) {
                    #expect(!text(meaning).isEmpty, "\(definition.key) \(text(name)) has no meaning")
                }
            }
        }
    }

    @Test func noMeaningIsOfNothing() {
        for type in RecordSchema.definitions {
            if let object = type as? any RecordObject.Type {
                #expect(object.meaningsOfNothing.isEmpty, "\(type.name)")
            }
            if let names = type as? any RecordName.Type {
                #expect(names.meaningsOfNothing.isEmpty, "\(type.name)")
            }
        }
    }

    @Test func aListOfNamesIsDefinedOnceUnderTheNameOfItsType() {
        #expect(Figure.Sense.name == "figureSense")
        #expect(Notice.Code.schema == ["$ref": "#/$defs/noticeCode"])
        #expect(RecordSchema.document["$id"] == .string("urn:scrutineer:records:" + RecordSchema.version))
    }

    @Test func everyReferenceIsDefinedAndEveryDefinitionIsReferredTo() {
        let defined = Self.definitions.map { "#/$defs/" + $0.key }
        #expect(Set(defined).count == defined.count)
        #expect(references(in: RecordSchema.document) == Set(defined))
    }

    @Test func aFileHoldsEachType() {
        #expect(
            Record.Kind.allCases.map(\.fileName) == [
                "documents.jsonl", "pages.jsonl", "segments.jsonl", "tables.jsonl", "figures.jsonl", "failures.jsonl",
            ])
    }

    private func text(_ value: JSON?) -> String {
        if case .string(let text) = value { return text }
        return ""
    }

    private func references(in value: JSON) -> Set<String> {
        switch value {
        case .list(let values): return values.reduce(into: []) { $0.formUnion(references(in: $1)) }
        case .object(let members):
            return members.reduce(into: []) { found, member in
                if member.key == "$ref", case .string(let reference) = member.value { found.insert(reference) }
                found.formUnion(references(in: member.value))
            }
        default: return []
        }
    }
}

extension RecordObject {
    fileprivate static var meaningsOfNothing: [String] { meanings.keys.filter { key in !fields.contains { $0.key == key } } }
}

extension RecordName {
    fileprivate static var meaningsOfNothing: [String] { meanings.keys.filter { Self(rawValue: $0) == nil } }
}
