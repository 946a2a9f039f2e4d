internal import PaperModel

// Parts of an agenda's items that letters count.
extension AgendaItems {
    /// Letters of one item, while they go on from the first.
    private struct Letters {
        var headings: [Int: Heading] = [:]
        var last: PrintedNumber?
        /// Whether all of them head something.
        var areTitles = true
    }

    /// "(a) Bandstand: to choose a colour" below item 4 of an agenda. Parts of a sentence are none: they begin small, end with a semicolon, or
    /// stand below words with a colon. In minutes laid out in a table the letters stand in the column of the numbers, beside titles.
    func addLettered(to result: inout [Int: Heading]) {
        guard reading.kind.isAgenda || reading.kind == .minutes else { return }
        var letters: Letters?
        var found: [Int: Heading] = [:]
        func close() {
            if let letters, letters.areTitles, letters.headings.count >= Settings.Items.fewestLetteredParts {
                found.merge(letters.headings) { first, _ in first }
            }
            letters = nil
        }
        for (index, passage) in reading.passages.enumerated() {
            if result[index] != nil {
                close()
                letters = Letters()
                continue
            }
            guard var open = letters, passage.mayHoldNumber, reading.kind.isAgenda || passage.form == .row && passage.isSetOff,
                let number = passage.number, number.form == .lettered, number.isDelimited,
                open.last.map({ number.follows($0) }) ?? (number.text == "a")
            else { continue }
            if let heading = letteredPart(at: index, number: number), open.last != nil || !isLedInto(index) {
                open.headings[index] = heading
            } else {
                open.areTitles = false
            }
            open.last = number
            letters = open
        }
        close()
        result.merge(found) { first, _ in first }
    }

    /// The part that a letter begins; nil where its words are a piece of a sentence.
    private func letteredPart(at index: Int, number: PrintedNumber) -> Heading? {
        let place = reading.passages[index].body.isEmpty ? reading.next(after: index) : index
        guard let place, reading.passages[place].ending != ";", reading.passages[place].ending != ",",
            !reading.text(at: place).endsWithAnd(reading.passages[place].body), var heading = titles.heading(at: index, number: number),
            let first = heading.title.unicodeScalars.first(where: { $0.isLetter || $0.isDigit }), first.isUpper || first.isDigit
        else { return nil }
        heading.level = 2
        heading.depth = 2
        heading.why = "the letters go on from a within an item"
        heading.reference = reading.passages[index].body.isEmpty ? nil : titles.pages(at: index)
        return heading
    }

    /// Whether the words above a passage lead to it: "That the Committee:".
    private func isLedInto(_ index: Int) -> Bool {
        reading.previous(before: index).map { reading.passages[$0].ending == ":" } ?? false
    }
}

extension PageText {
    /// Whether a range ends with "and" or "or": another part of the sentence follows.
    fileprivate func endsWithAnd(_ range: TextRange) -> Bool {
        let words = slice(trimmed(range))
        let last = words.lastIndex { $0.isGap }.map { words[($0 + 1)...] } ?? words
        return last.elementsEqual("and".unicodeScalars) || last.elementsEqual("or".unicodeScalars)
    }
}
