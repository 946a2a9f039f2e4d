internal import PaperModel
internal import RuleEngine

/// Lines of a report that stand out as headings do and head nothing: names to sign with, the entries of a list of appendices, counts.
struct HeadingLookalikes {
    private let reading: Reading

    /// Words of the longest line of a block of names and addresses; more are text again.
    private static let mostClosingWords = 15
    /// Words of the longest name with what stands behind it.
    private static let mostNameWords = 6
    /// Words of the longest line with the office that belongs to a name.
    private static let mostOfficeWords = 10
    /// Words of the longest line that counts things: "21 Practices".
    private static let mostCountWords = 3
    /// Lines one below the other that name appendices and make a list: one alone heads the appendix itself.
    private static let fewestListed = 2

    init(_ reading: Reading) { self.reading = reading }

    /// The passages that are no headings.
    func places() -> Set<Int> {
        closings().union(names()).union(listed()).union(counts()).union(contacts()).union(ParagraphNumbers.places(in: reading))
    }

    /// What stands below "Yours sincerely", up to the next text or the end of the page.
    private func closings() -> Set<Int> {
        var found: Set<Int> = []
        var page: Int?
        for (index, passage) in reading.passages.enumerated() where !passage.isAside {
            if reading.isLabel([.farewell], at: index) {
                page = passage.page
            } else if passage.page != page || passage.words > HeadingLookalikes.mostClosingWords
                || passage.number?.isDelimited == true && passage.isSetOff
            {
                page = nil
            }
            if page != nil { found.insert(index) }
        }
        return found
    }

    /// Names in bold below "Report authors", up to the next heading that is known by its number or its words.
    private func contacts() -> Set<Int> {
        var found: Set<Int> = []
        var page: Int?
        for (index, passage) in reading.passages.enumerated() where !passage.isAside {
            if reading.isLabel([.contacts], at: index) {
                page = passage.page
            } else if passage.page != page || passage.words > HeadingLookalikes.mostClosingWords || reading.cue(.section, at: index) != nil
                || passage.isSetOff && passage.number != nil
            {
                page = nil
            } else if passage.isSetOff, passage.words <= HeadingLookalikes.mostNameWords, isName(passage.body, at: index) {
                found.insert(index)
            }
        }
        return found
    }

    /// A name over its office: "Ann Cole", "Chairman".
    private func names() -> Set<Int> {
        Set(
            reading.passages.indices.filter { index in
                let passage = reading.passages[index]
                guard passage.isSetOff, passage.number == nil, passage.words <= HeadingLookalikes.mostNameWords, passage.ending != ":",
                    let next = reading.next(after: index), reading.passages[next].page == passage.page,
                    reading.passages[next].words <= HeadingLookalikes.mostOfficeWords
                else { return false }
                return reading.isLabel([.office, .signature], at: next) && isName(passage.body, at: index)
            })
    }

    /// Whether each word begins with a capital, and at least two are there.
    private func isName(_ range: TextRange, at index: Int) -> Bool {
        let words = reading.text(at: index).slice(range).split(whereSeparator: \.isGap)
        return words.count > 1 && words.allSatisfy { $0.first?.isUpper ?? false }
    }

    /// "Appendix A - Map", "Appendix B - Costs": lines that go on one below the other, or stand below the heading of their list.
    private func listed() -> Set<Int> {
        var found: Set<Int> = []
        var run: [Int] = []
        var isBelowHeading = false
        func close() {
            if run.count >= HeadingLookalikes.fewestListed || isBelowHeading { found.formUnion(run) }
            run = []
        }
        for (index, passage) in reading.passages.enumerated() where !passage.isAside {
            if reading.isLabel([.appendixEntry], at: index) {
                run.append(index)
            } else {
                close()
                isBelowHeading = reading.isLabel([.appendixList], at: index)
            }
        }
        close()
        return found
    }

    /// A number without a stop before a word or two counts things where no number stands before or behind it in its run.
    private func counts() -> Set<Int> {
        // "4.1" speaks for a section 4 as well as "3." and "5." do.
        var tops: Set<Int> = []
        var leads: Set<Int> = []
        for passage in reading.passages where !passage.isAside {
            guard let number = passage.number, let first = number.values.first else { continue }
            if number.form == .plain, passage.isSetOff { tops.insert(first) }
            if number.form == .decimal { leads.insert(first) }
        }
        return Set(
            reading.passages.indices.filter { index in
                let passage = reading.passages[index]
                guard passage.isSetOff, !passage.isAside, let number = passage.number, number.form == .plain, !number.isDelimited,
                    number.last > 1, passage.words <= HeadingLookalikes.mostCountWords, reading.cue(.section, at: index) == nil,
                    reading.cue(.recommendation, at: index) == nil
                else { return false }
                return !leads.contains(number.last) && !tops.contains(number.last - 1) && !tops.contains(number.last + 1)
            })
    }
}
