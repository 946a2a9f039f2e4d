internal import Tracing

/// A sentence or row with all amounts of it that a trace names: it is read once.
struct SaidOnce: Sendable {
    /// The places in it, in their order; never empty.
    private(set) var mentions: [Mention]

    /// The sentences of places in the order of the best of each, its amounts in theirs.
    static func all(_ mentions: [Mention]) -> [SaidOnce] {
        struct Key: Hashable {
            let document: String
            let page: Int
            let role: Role
            let sentence: String
        }
        var numbers: [Key: Int] = [:]
        var all: [SaidOnce] = []
        for mention in mentions {
            let place = mention.place
            let key = Key(document: place.paper.document, page: place.page, role: place.role, sentence: place.sentence)
            if let number = numbers[key] {
                all[number].mentions.append(mention)
            } else {
                numbers[key] = all.count
                all.append(SaidOnce(mentions: [mention]))
            }
        }
        for number in all.indices {
            all[number].mentions.sort { left, right in
                (left.place.hit?.lowerBound ?? 0, left.place.id) < (right.place.hit?.lowerBound ?? 0, right.place.id)
            }
        }
        return all
    }

    /// The sentence on one line, with the bytes of its amounts.
    var line: (text: String, marks: [Range<Int>]) {
        let bytes = Array(mentions[0].place.sentence.utf8)
        // For each byte where it goes; white space between words becomes one space.
        var places: [Int] = []
        var line: [UInt8] = []
        for byte in bytes {
            let isSpace = byte == 0x20 || (0x09...0x0d).contains(byte)
            if isSpace, line.last.map({ $0 == 0x20 }) ?? true {
                places.append(line.count)
                continue
            }
            places.append(line.count)
            line.append(isSpace ? 0x20 : byte)
        }
        places.append(line.count)
        let marks = mentions.compactMap { mention -> Range<Int>? in
            guard let hit = mention.place.hit, hit.upperBound < places.count else { return nil }
            return places[hit.lowerBound]..<max(places[hit.lowerBound], places[hit.upperBound])
        }
        return (String(decoding: line, as: UTF8.self), marks)
    }
}
