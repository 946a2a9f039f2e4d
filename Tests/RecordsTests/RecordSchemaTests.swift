import Testing

@testable import Records

/// Python's `jsonschema` validates real records in `make test`; here is what it can't see.
@Suite struct RecordSchemaTests {
    private static let definitions: [JSON.Member] = {
        guard case .object(let members) = RecordSchema.document["$defs"] else { return [] }
        return members
    }()

    @Test func everyObjectIsClosed() {
        #expect(Self.definitions.count == 27)
        for definition in Self.definitions {
            #expect(definition.value["additionalProperties"] == false, "\(definition.key)")
        }
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
