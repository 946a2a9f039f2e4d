/// The members of a JSON object in a written record, in their order and as they are written: to change one and leave the others byte for
/// byte as they are.
struct RecordMembers {
    private(set) var members: [(key: [UInt8], value: [UInt8])] = []

    /// Reads an object without white space between its parts, as records are written; nil where it is none.
    init?(_ text: [UInt8]) {
        guard text.first == UInt8(ascii: "{"), text.last == UInt8(ascii: "}"), text.count >= 2 else { return nil }
        var depth = 0
        var isInString = false
        var isEscaped = false
        var start = 1
        var colon: Int?
        for index in 1..<text.count {
            let byte = text[index]
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ":") where depth == 0 && colon == nil: colon = index
            case UInt8(ascii: ",") where depth == 0, UInt8(ascii: "}") where depth == 0:
                if let end = colon, let key = RecordMembers.unquoted(text[start..<end]) {
                    members.append((key, Array(text[(end + 1)..<index])))
                } else if byte == UInt8(ascii: ",") || start != index {
                    return nil
                }
                start = index + 1
                colon = nil
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: continue
            }
        }
        guard start == text.count, depth == 0, !isInString else { return nil }
    }

    private static func unquoted(_ key: ArraySlice<UInt8>) -> [UInt8]? {
        key.count >= 2 && key.first == UInt8(ascii: "\"") && key.last == UInt8(ascii: "\"") ? Array(key.dropFirst().dropLast()) : nil
    }

    /// The value of a key as it is written.
    subscript(key: String) -> [UInt8]? { members.first { $0.key.elementsEqual(key.utf8) }?.value }

    /// Puts a value in place of the one that a key has, else behind the first of `before` that is there, else at the end; nil removes it.
    mutating func set(_ key: String, to value: [UInt8]?, behind before: [String]) {
        let place = members.firstIndex { $0.key.elementsEqual(key.utf8) }
        guard let value else {
            if let place { members.remove(at: place) }
            return
        }
        if let place {
            members[place].value = value
        } else {
            let keys = members.map(\.key)
            let neighbour = before.lazy.compactMap { name in keys.firstIndex { $0.elementsEqual(name.utf8) } }.first
            members.insert((Array(key.utf8), value), at: neighbour.map { $0 + 1 } ?? members.count)
        }
    }

    /// The object as text.
    var text: [UInt8] {
        var text = [UInt8(ascii: "{")]
        for (index, member) in members.enumerated() {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            text += [UInt8(ascii: "\"")] + member.key + [UInt8(ascii: "\""), UInt8(ascii: ":")] + member.value
        }
        return text + [UInt8(ascii: "}")]
    }
}
