internal import PaperModel
internal import RuleEngine

/// Finds the headed parts of a report, and headings inside the items of minutes.
struct Sections {
    let reading: Reading
    let cues: CueReading
    /// Passages that something else begins at.
    let taken: Set<Int>

    /// How far most headings stand out; headings known by their words or numbers alone stand with them.
    let usualRank: Int

    init(_ reading: Reading, cues: CueReading, taken: Set<Int>) {
        self.reading = reading
        self.cues = cues
        self.taken = taken
        var counts: [Int: Int] = [:]
        for index in reading.passages.indices
        where reading.passages[index].isSetOff && !taken.contains(index) && reading.isHeadingLike(at: index) {
            counts[reading.passages[index].rank, default: 0] += 1
        }
        usualRank = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 9
    }
}

// Reports.
extension Sections {
    /// The sections and blocks of recommendations of a report by the passage that they begin at.
    func ofReport() -> [Int: Heading] {
        let numbers = numberedHeadings().merging(rowHeadings()) { own, _ in own }
        let start = beginning(numbers)
        var result: [Int: Heading] = [:]
        // The title of the paper may be printed again over its text.
        let titles = Set(
            reading.passages.indices[..<start].filter { reading.passages[$0].isHeading }.map {
                reading.words(reading.passages[$0].range, at: $0)
            })
        var inContents = false
        let listed = contents().union(HeadingLookalikes(reading).places())
        var contentsPage = 0
        var last: Int?
        var series: PrintedNumber?
        for index in reading.passages.indices where !taken.contains(index) {
            let passage = reading.passages[index]
            guard !passage.isAside, passage.form != .table else { continue }
            if reading.isLabel([.contentsHeading], at: index) {
                inContents = true
                contentsPage = passage.page
            }
            // A list of contents ends with its page, or where running text begins.
            if passage.words > Settings.Headings.mostContentsWords || passage.page > contentsPage { inContents = false }
            if inContents || listed.contains(index) || reading.isLabel([.contents], at: index) { continue }
            let open = last.flatMap { result[$0] }
            if let cue = reading.cue(.recommendation, at: index) {
                // Within a block the lines that lead over from its heading to the list open no second one.
                if open?.kind == .recommendation, !passage.isSetOff || index - (last ?? index) <= 2 { continue }
                result[index] = recommendation(cue, at: index)
            } else if let heading = heading(at: index, from: start, numbers: numbers, open: open, series: series) {
                if let open, repeats(heading, open, at: index) { continue }
                if heading.number == nil, passage.isHeading, titles.contains(reading.words(passage.range, at: index)) { continue }
                result[index] = heading
            } else {
                continue
            }
            result[index]?.why =
                reading.passages[index].number == nil ? "it stands out as headings of the paper do" : "it has the number of a heading"
            if result[index]?.depth == 1 { series = passage.number }
            last = index
        }
        markGroups(&result)
        markAmongNumbers(&result)
        markCapitals(&result)
        return result
    }

    /// Where headings of one look are in capitals and others not, the first being so, the capitals are the upper of two levels.
    private func markCapitals(_ headings: inout [Int: Heading]) {
        let plain = headings.filter { $0.value.number == nil && !$0.value.isRunIn && !$0.value.isPart }
        for group in Dictionary(grouping: plain.keys, by: { plain[$0]?.rank ?? 0 }).values {
            let upper = group.filter { plain[$0]?.title.isInCapitals ?? false }
            guard upper.count >= Settings.Headings.fewestInCapitals, upper.count < group.count, upper.min() == group.min() else { continue }
            for index in upper { headings[index]?.isInCapitals = true }
        }
    }

    /// Between "4 Options" and "4.2" a heading without a number is a part of 4.
    private func markAmongNumbers(_ headings: inout [Int: Heading]) {
        var top: String?
        for index in headings.keys.sorted() {
            guard let heading = headings[index], heading.depth != 1 else {
                top = headings[index]?.number
                continue
            }
            guard heading.depth == nil, heading.kind == .section, let top, let next = reading.next(after: index),
                let below = reading.passages[next].number, below.form == .decimal, below.depth == 2
            else { continue }
            headings[index]?.isAmongNumbers = below.values.first.map(String.init) == top
        }
    }

    /// Whether a heading at the top of a page is the open one printed again: a running title over pages of one table.
    private func repeats(_ heading: Heading, _ open: Heading, at index: Int) -> Bool {
        guard heading.title == open.title, heading.number == open.number, heading.kind == open.kind else { return false }
        return reading.previous(before: index).map { reading.passages[$0].page < reading.passages[index].page } ?? false
    }

    private func heading(at index: Int, from start: Int, numbers: [Int: Heading], open: Heading?, series: PrintedNumber?) -> Heading? {
        if let heading = numbers[index] {
            // The parts of a recommendation are numbered anew; a section goes on in its own series.
            guard open?.kind == .recommendation, let series, let number = reading.passages[index].number else { return heading }
            return number.follows(series, gap: Settings.Headings.mostMissing) || number.form == .decimal ? heading : nil
        }
        return (index >= start ? unnumbered(at: index) : common(at: index)) ?? runIn(at: index, after: start)
    }

    /// Where the paper's own title and form end: at the first numbered heading, known heading, block of recommendations, or heading with text below.
    private func beginning(_ numbers: [Int: Heading]) -> Int {
        let paragraph = reading.firstParagraph() ?? 0
        let contents = reading.passages.indices.first { reading.isLabel([.contentsHeading], at: $0) }.map { reading.passages[$0].page }
        for index in reading.passages.indices {
            // Behind the list of contents all is the paper's own text.
            if let contents, reading.passages[index].page > contents, reading.passages[index].isSetOff, reading.isHeadingLike(at: index) {
                return index
            }
            if numbers[index] != nil || reading.cue(.recommendation, at: index) != nil || common(at: index) != nil { return index }
            if index > paragraph { return index }
            guard reading.passages[index].isSetOff, reading.isHeadingLike(at: index) else { continue }
            // The last heading before the text is the first section, unless it is larger than all that follow: then it is the title.
            if let next = reading.next(after: index), next == paragraph, !isTitle(index) { return index }
        }
        return reading.passages.count
    }

    private func isTitle(_ index: Int) -> Bool {
        let later = reading.passages.indices[(index + 1)...].lazy.filter { reading.passages[$0].isSetOff && reading.isHeadingLike(at: $0) }
            .prefix(20)
        return later.allSatisfy {
            reading.passages[$0].rank > reading.passages[index].rank || reading.passages[$0].size < reading.passages[index].size - 0.5
        }
    }

    /// A heading without number directly over a numbered section of the first depth stands over all that follow in its series.
    private func markGroups(_ headings: inout [Int: Heading]) {
        for index in headings.keys.sorted() {
            guard let heading = headings[index], heading.depth == nil, heading.kind == .section, !heading.isRunIn,
                let next = reading.next(after: index), let below = headings[next], below.depth == 1, below.rank >= heading.rank
            else { continue }
            headings[index]?.isGroup = true
        }
    }
}
