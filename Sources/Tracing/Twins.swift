/// Folds places that say the same in the same words: minutes that are printed again, packs that hold the paper, copies.
public enum Twins {
    /// Those of `places` that say the same as `place` in the same words, itself left out, in the order of their ids.
    public static func of(_ place: Place, among places: [Place]) -> [Place] {
        let key = Key(place)
        return places.filter { $0.id != place.id && Key($0) == key }
            .sorted { ($0.paper.document, $0.page, $0.id) < ($1.paper.document, $1.page, $1.id) }
    }

    /// The mentions, each with the twins behind the first of them.
    static func folded(_ mentions: [Mention]) -> [Mention] {
        var groups: [Key: Int] = [:]
        var lists: [[Mention]] = []
        for mention in mentions {
            let key = Key(mention.place)
            if let group = groups[key] {
                var twin = mention
                twin.twinOf = lists[group][0].place.id
                lists[group].append(twin)
            } else {
                groups[key] = lists.count
                lists.append([mention])
            }
        }
        return lists.flatMap { $0 }
    }

    /// What twins have in common: the amount and the words of the sentence or row, whatever breaks its lines.
    struct Key: Hashable {
        let printed: AmountRange
        let words: String
        let offset: Int

        init(_ place: Place) {
            printed = place.range
            let all = Word.all(in: place.sentence)
            words = all.isEmpty ? place.id : all.map(\.letters).joined(separator: " ")
            // An amount that a sentence states twice is two places.
            offset = all.count { word in place.hit.map { word.range.upperBound <= $0.lowerBound } ?? false }
        }
    }
}
