internal import PaperModel
internal import RuleEngine

/// Reads what a paper says of itself on its first pages: its kind, whose it is, and of which meeting.
struct PaperFacts {
    let paper: Paper
    /// The lines of the first pages; a form set as a table is read line by line.
    let passages: [Passage]
    /// Which of them are cells of a list or a table of figures: whom it names is whom the money goes to, or anybody.
    let isData: [Bool]
    /// All lines of the paper.
    let all: [Passage]
    let runner: SegmentRunner
    private let firstPage: Int

    /// Passages that are looked at: what a paper is stands in its first lines, behind at most a cover.
    private static let mostPassages = 60
    /// The same with the lines of forms, which may stand behind a list of contents set as a table.
    private static let mostLines = 150
    /// Lines of a report's form that make one: a single one may stand anywhere.
    static let fewestReportLines = 2
    /// The same for a notice of a decision: reports too name who is to decide, and when.
    static let fewestDecisionLines = 3
    /// Scalars of a passage that are looked at: a summons says where and when in its first sentence.
    private static let mostScalars = 400
    /// Pages that count as the first: a summons may have a cover and its back.
    private static let mostPages = 3
    /// Words of the longest line that says what a paper is: "Minutes of a meeting of … held in … on …".
    static let mostKindWords = 45
    /// Words of the longest line that a name begins and that is no sentence about whom it names.
    static let mostNameWords = 20
    /// A number this early belongs to the head of the paper: "Item 7" above its title.
    private static let mostNumberedHeadLines = 2

    /// `firstPage` (1-based) is where a paper within a pack begins; else the file's first.
    init(of paper: Paper, passages all: [Passage], runner: SegmentRunner, firstPage: Int? = nil) {
        self.paper = paper
        self.runner = runner
        self.all = all
        let first = firstPage ?? paper.pages.first?.number ?? 1
        self.firstPage = first
        let read = all.prefix { $0.page < first + PaperFacts.mostPages }.prefix(PaperFacts.mostPassages)
        let lines = read.flatMap { passage in
            let titles = passage.form == .table ? paper.titleCells(ofList: passage) : nil
            return passage.form == .table
                ? paper.formLines(of: passage).map { line in
                    (passage: line, isData: titles.map { !$0.contains(line.range.start) } ?? false)
                } : [(passage: passage, isData: false)]
        }.prefix(PaperFacts.mostLines)
        passages = lines.map(\.passage)
        isData = lines.map(\.isData)
    }

    /// The loader's metadata with what is missing.
    func metadata() -> Paper.Metadata {
        var metadata = paper.metadata
        let kind = metadata.kind ?? kind
        metadata.kind = kind
        let cues = cues(SegmentRules.facts, kind: kind)
        metadata.organisation = metadata.organisation.flatMap { OrganisationName.within($0) } ?? organisation(in: cues)
        metadata.item = item(in: cues)
        metadata.committee = committee(of: metadata) ?? committee(in: cues, of: metadata.organisation)
        metadata.meetingDate = metadata.meetingDate ?? day(in: cues, of: kind)
        if paper.mediaType == .pdf {
            let title = PrintedTitle(passages, cues: cues, of: paper, kind: kind).words()
            metadata.title = title.map { kind.isOfMeeting ? $0.endingWith(metadata.committee) : $0 } ?? metadata.title
        }
        return metadata
    }

    /// What a paper within a pack prints of itself.
    func part(kind: Paper.Kind, endPage: Int) -> Paper.Part {
        var part = Paper.Part(page: firstPage, endPage: endPage, kind: kind)
        let cues = cues(SegmentRules.facts, kind: kind)
        part.title = PrintedTitle(passages, cues: cues, of: paper, kind: kind).words()
        let authors = found(.label, in: cues).filter { $0.cue.role == .author || $0.cue.role == .sender }
        part.author = authors.lazy.compactMap { words("name", of: $0) }.first
        part.date = day(in: cues, of: kind)
        return part
    }

    /// What rules say of each passage.
    func cues(_ kinds: Set<RuleKind>, kind: Paper.Kind?) -> [[Cue]] {
        let reading = CueReading(runner: runner, paper: paper, kind: kind, lastOfFirst: firstPage + PaperFacts.mostPages - 1)
        return passages.map { reading.words(kinds, in: $0, most: PaperFacts.mostScalars) }
    }

    /// Matches of a kind: the certain ones in the order of the page, then the hints, each strength for itself.
    func found(_ kind: RuleKind, in cues: [[Cue]]) -> [(index: Int, cue: Cue)] {
        let all = cues.enumerated().flatMap { index, cues in cues.filter { $0.kind == kind }.map { (index: index, cue: $0) } }
        return [Rule.Confidence.certain, .hint, .weak].flatMap { sure in all.filter { $0.cue.confidence == sure } }
    }

    /// Where the paper's own head ends: at its first item or numbered paragraph.
    var endOfHead: Int {
        passages.indices.first { index in
            index >= PaperFacts.mostNumberedHeadLines && passages[index].form != .furniture
                && passages[index].number.map { $0.isDelimited || $0.form == .decimal || $0.form == .minute } ?? false
        } ?? passages.count
    }

    func words(_ name: String, of match: (index: Int, cue: Cue)) -> String? {
        guard let words = match.cue.groups[name], let text = paper.text(ofPage: passages[match.index].page) else { return nil }
        return text.words(of: words.range)
    }

    /// The number of the item that the paper belongs to, from the corner or the form of its first page.
    private func item(in cues: [[Cue]]) -> String? {
        let end = endOfHead
        return found(.label, in: cues).lazy.filter { $0.cue.role == .itemNumber && $0.index <= end && !isData[$0.index] }
            .compactMap { words("name", of: $0) }.first
    }

    /// The day that a line of the head says the meeting is on; one alone below a name is as good as one with a word that says so.
    private func day(in cues: [[Cue]], of kind: Paper.Kind) -> Day? {
        let end = endOfHead
        let found = found(.meetingDate, in: cues).filter { match in
            // The body of a report tells of other meetings. The lines of a decision notice may have numbers: it is a form as a whole.
            // "Minutes of the meeting held on 3 May" is what an item is of.
            guard passages[match.index].role != .itemTitle, !isOfOtherMeeting(match.index, in: kind) else { return false }
            let isLine = kind == .decisionNotice && passages[match.index].words <= Settings.Lines.mostFootWords
            return (isLine || match.index < end && passages[match.index].number?.isDelimited != true) && !isDateOfLetter(match.index)
        }
        let alone = found.first { $0.cue.confidence == .weak && standsBelowName($0.index, in: cues) }
        let said = found.first { $0.cue.confidence > .weak }
        if let alone, said.map({ alone.index < $0.index }) ?? true { return Day(alone.cue) }
        return said.flatMap { Day($0.cue) }
    }

    /// Whether a line tells what a meeting is to do, or names the minutes that an agenda deals with.
    private func isOfOtherMeeting(_ index: Int, in kind: Paper.Kind) -> Bool {
        guard kind.isOfMeeting, let text = paper.text(ofPage: passages[index].page) else { return false }
        let words = text.words(of: passages[index].body).lowercased()
        return words.hasPrefix("to ") && !words.hasPrefix("to all") && !words.hasPrefix("to the") && !words.hasPrefix("to members")
            || kind.isAgenda && words.hasPrefix("minutes")
    }

    /// Whether a line says when a letter was written: "Date: 7 January 2025" above its salutation.
    private func isDateOfLetter(_ index: Int) -> Bool {
        func begins(_ place: Int, _ word: String) -> Bool {
            guard let text = paper.text(ofPage: passages[place].page) else { return false }
            return text.words(of: passages[place].range).lowercased().hasPrefix(word)
        }
        guard begins(index, "date") || index > 0 && begins(index - 1, "date") && passages[index - 1].words <= 1 else { return false }
        return passages.indices[(index + 1)...].prefix(PaperFacts.mostAddressLines).contains { begins($0, "dear ") }
    }

    /// Lines between the date of a letter and its salutation: references and the address.
    private static let mostAddressLines = 10

    /// Whether the line above names a council, a committee, the paper, or the date that follows.
    private func standsBelowName(_ index: Int, in cues: [[Cue]]) -> Bool {
        guard index > 0 else { return false }
        // The last line of a title that is set in several.
        if index < PaperFacts.mostHeadings, passages[index].isSetOff, passages[index - 1].isSetOff { return true }
        return cues[index - 1].contains { cue in
            cue.role == .meetingDate
                || [.organisation, .committee, .documentKind].contains(cue.kind)
                    && cue.range.end >= passages[index - 1].body.end - 1
        }
    }
}

extension Day {
    /// The day that a match names in its groups `day`, `month` and `year`.
    fileprivate init?(_ cue: Cue) {
        guard let day = cue["day"].flatMap({ Int($0) }), let year = cue["year"].flatMap({ Int($0) }), let name = cue["month"],
            let month = Int(name) ?? Day.month(name)
        else { return nil }
        // "13/03/25"
        self.init(year < 100 ? 2000 + year : year, month, day)
    }

    private static func month(_ name: String) -> Int? {
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        let welsh = ["ion", "chw", "maw", "ebr", "mai", "meh", "gor", "aws", "med", "hyd", "tac", "rha"]
        let name = name.lowercased()
        return (months.firstIndex { name.hasPrefix($0) } ?? welsh.firstIndex { name.hasPrefix($0) }).map { $0 + 1 }
    }
}
