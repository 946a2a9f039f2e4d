internal import PaperModel
internal import RuleEngine

// Whose paper it is.
extension PaperFacts {
    /// A name on a line of its own, or in the sentence that tells of the meeting; what runs at the head or foot of the page last.
    func organisation(in cues: [[Cue]]) -> String? {
        let end = endOfHead
        let named = found(.organisation, in: cues).filter { match in
            let passage = passages[match.index]
            return passage.number == nil && !isData[match.index]
                && (match.cue.placement.position == .anywhere || match.index < end || passage.words <= PaperFacts.mostNameWords)
        }.compactMap { match in words("name", of: match).flatMap { OrganisationName.within($0) }.map { (index: match.index, name: $0) } }
        let listed = PaperFacts.listed(named)
        // Above the line of a page of an issue that names the meeting stands what the issue is of.
        let meeting = cues.firstIndex { $0.contains { $0.role == .systemMeetingLine } }
        let start = named.contains { $0.index == meeting } ? meeting ?? 0 : 0
        let whose = named.filter { !listed.contains($0.index) && $0.index >= start }
        let flow = whose.filter { passages[$0.index].form != .furniture } + whose.filter { passages[$0.index].form == .furniture }
        return flow.first?.name
    }

    /// Lines of a list of bodies, as those whom a letter is to: each names another, and the paper is none of theirs more than of the others.
    private static func listed(_ named: [(index: Int, name: String)]) -> Set<Int> {
        let names = Dictionary(named.map { ($0.index, $0.name.lowercased()) }) { first, _ in first }
        var listed: Set<Int> = []
        for index in names.keys where names[index - 1] == nil {
            let run = (index...).prefix { names[$0] != nil }
            if Set(run.compactMap { names[$0] }).count >= fewestListed { listed.formUnion(run) }
        }
        return listed
    }

    /// Different names on lines one below the other that make a list: two may be a district's and its county's in one letterhead.
    private static let fewestListed = 3

    /// A committee's name that is not the council's own, without the council's name at either end.
    func committee(in cues: [[Cue]], of organisation: String?) -> String? {
        let end = endOfHead
        let council = organisation?.lowercased() ?? ""
        return found(.committee, in: cues).lazy.filter { match in
            passages[match.index].number == nil && (match.cue.confidence == .certain || match.index < end)
        }.compactMap { body($0, council: council) }.first { name in
            name.lowercased() != council && !PaperFacts.isMeeting(name) && !PaperFacts.isItself(name, of: council)
                && !OrganisationName.isNoCouncil(name)
        }
    }

    /// The committee that a page's own head names, without the council's name beside it.
    func committee(of metadata: Paper.Metadata) -> String? {
        metadata.committee.map { $0.without(council: metadata.organisation?.lowercased() ?? "") }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A body's name without the council's; nil where what is left of "Powers of Northwick Council" is none.
    private func body(_ match: (index: Int, cue: Cue), council: String) -> String? {
        guard let name = whole(match).map(PaperFacts.withoutMeeting) else { return nil }
        let own = name.without(council: council)
        // "The Committee" is one of many; "Council" may be all members.
        guard !PaperFacts.generic.contains(own.lowercased()) else { return nil }
        let isBody = own.split(separator: " ").contains { PaperFacts.bodies.contains($0.lowercased()) }
        return own == name || isBody || match.cue.confidence == .certain ? own : nil
    }

    /// "Planning Committee" of "Planning Committee Meeting".
    private static func withoutMeeting(_ name: String) -> String {
        let words = name.split(separator: " ")
        guard words.last?.lowercased() == "meeting", let body = words.dropLast().last, bodies.contains(body.lowercased()) else {
            return name
        }
        return words.dropLast().joined(separator: " ")
    }

    /// "Annual Parish Meeting" names no body.
    private static func isMeeting(_ name: String) -> Bool { name.split(separator: " ").last.map { $0.lowercased() == "meeting" } ?? true }

    /// "Council" in a paper of a parish, town or community is that council itself, and in any that names none; elsewhere it is all members, and
    /// no committee of them. So is the end of its own name.
    private static func isItself(_ name: String, of council: String) -> Bool {
        let words = name.lowercased().split(separator: " ")
        if council.isEmpty ? words == ["council"] : words.count > 2 && council.hasSuffix(" " + name.lowercased()) { return true }
        // "Cyngor Cymuned Llanwendle" is the Llanwendle Community Council.
        if council.hasPrefix("cyngor "), words.last == "council", words.dropLast().last.map({ localKinds.contains(String($0)) }) ?? false {
            return true
        }
        guard words.last == "council", words.dropLast().allSatisfy({ localKinds.contains(String($0)) }) else { return false }
        return words.count > 1 || council.split(separator: " ").contains { localKinds.contains(String($0)) }
    }

    /// Kinds of councils that meet as a whole and call it nothing else.
    private static let localKinds: Set = ["parish", "town", "community", "cymuned", "tref"]

    /// Kinds of bodies that are no names.
    private static let generic: Set = ["committee", "committees", "sub-committee", "panel", "board", "commission", "forum", "meeting"]

    /// What a body's name ends with.
    private static let bodies: Set = [
        "committee", "sub-committee", "cabinet", "panel", "board", "forum", "commission", "council", "assembly", "group", "executive",
    ]

    /// A committee's name with the line below it, where the title of a paper is set in two: "Minutes of the Rivers and Harbours", "Policy Committee".
    private func whole(_ match: (index: Int, cue: Cue)) -> String? {
        guard let name = words("name", of: match) else { return nil }
        let next = match.index + 1
        guard let last = name.split(separator: " ").last, !PaperFacts.bodies.contains(last.lowercased()), passages.indices.contains(next),
            match.cue.range.end >= passages[match.index].body.end, passages[next].page == passages[match.index].page,
            passages[next].isSetOff, passages[next].words <= PaperFacts.mostBodyWords, let page = paper.page(passages[next].page)
        else { return name }
        let below = page.text.words(of: passages[next].range)
        return below.split(separator: " ").last.map { PaperFacts.bodies.contains($0.lowercased()) } ?? false ? name + " " + below : name
    }

    /// Words of the longest second line of a body's name.
    private static let mostBodyWords = 5
}

extension String {
    /// "Planning Committee" of "Northwick Council Planning Committee" and of "Planning Committee of Northwick Council".
    fileprivate func without(council: String) -> String {
        guard !council.isEmpty else { return self }
        let lower = lowercased()
        // "West Authority Committee" is its own name; "Committee" would be none, and "Committee and Joint Board" even less.
        if lower.hasPrefix(council + " ") {
            let rest = dropFirst(council.count + 1)
            guard !rest.lowercased().hasPrefix("committee") else { return self }
            // "Northwick Borough Council" over "Council": all its members.
            let isOne = ["cabinet", "executive", "council"].contains(rest.lowercased())
            return rest.contains(" ") || isOne ? String(rest) : self
        }
        // "Northwick Council: Cabinet", "Cabinet, Northwick Council"
        let isMark: (Character) -> Bool = { ",:-\u{2013}\u{2014}|".contains($0) }
        if lower.hasPrefix(council) {
            let rest = dropFirst(council.count).drop { $0 == " " }
            let body = rest.drop { isMark($0) || $0 == " " }
            if let mark = rest.first, isMark(mark), !body.isEmpty { return String(body) }
        }
        if lower.hasSuffix(council) {
            let rest = dropLast(council.count).reversed().drop { $0 == " " }
            let body = rest.drop { isMark($0) || $0 == " " }
            if let mark = rest.first, isMark(mark), !body.isEmpty { return String(body.reversed()) }
        }
        if lower.hasSuffix(" of " + council) { return String(dropLast(council.count + 4)) }
        if lower.hasSuffix(" of the " + council) { return String(dropLast(council.count + 8)) }
        return self
    }
}
