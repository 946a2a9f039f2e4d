/// Names that are written with capitals.
extension SentenceWords {
    /// The runs of words in capitals that end as the name of a thing, body or fund does: "Growth Plan", "Savings House". A run all in capital letters is a title.
    var namesInCapitals: [Range<Int>] {
        var result: [Range<Int>] = []
        var start: Int?
        for index in 0...words.count {
            let isPart =
                index < words.count && words[index].isCapital && (kind(index) == .word || kind(index) == .body || kind(index) == .helping)
            if isPart {
                start = start ?? index
                continue
            }
            if let first = start, index - first > 1, kind(index - 1) == .body || vocabulary.makesName(small(index - 1)),
                (first..<index).contains(where: { !words[$0].isAcronym })
            {
                result.append(first..<index)
            }
            start = nil
        }
        return result
    }

    /// Whether a run ends as the name of a fund does: "the Social Care Grant".
    func isNamedFund(_ run: Range<Int>) -> Bool { isNamed(run) && run.last.map { vocabulary.isFund(small($0)) } ?? false }

    /// Whether a run of plain words is a name all the same, for it is written with capitals and ends as names do: "Investment Fund", "General
    /// Reserve"; and no "Current Budget".
    func isNamed(_ run: Range<Int>) -> Bool {
        run.dropFirst().contains { index in
            words.indices.contains(index) && words[index].isCapital && words[index - 1].isCapital && vocabulary.makesName(small(index))
                && kind(index - 1) != .quantity && kind(index - 1) != .link && !vocabulary.isNoName(small(index - 1))
        }
    }
}
