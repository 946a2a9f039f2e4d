internal import PaperModel

/// Numbers that go on one from the other through a paper: the items of an agenda, the paragraphs of a report, the parts of a resolution.
struct NumberRun {
    /// A passage with a number.
    struct Member {
        var index: Int
        var number: PrintedNumber
        /// Whether it stands out as a heading does.
        var isSetOff: Bool
        /// Whether it is a row of a table.
        var isRow: Bool
        /// Whether its words are the title of an item that most meetings have.
        var isCommon = false
        /// What heads an item there; nil where the words are running text.
        var title: Heading?
    }

    private(set) var members: [Member]
    /// Where it begins. A run is never empty.
    var first: Member { members[0] }
    /// Where it ends.
    var last: Member { members[members.count - 1] }

    private init(_ first: Member) { members = [first] }

    /// The passages from its first number to its last.
    var extent: ClosedRange<Int> { first.index...last.index }
    /// Whether some of it stands out as headings do.
    var isSetOff: Bool { members.contains { $0.isSetOff } }
    /// Whether its numbers can't be numbers of a sentence.
    var isDelimited: Bool { first.number.isDelimited || first.number.form == .minute }
    /// How many of its numbers have a title.
    var titled: Int { members.count { $0.title != nil } }
    /// How many have a title that most meetings have.
    var common: Int { members.count { $0.isCommon } }

    /// "12 numbers go on from 1 on page 1 to 12 on page 15".
    func description(in reading: Reading) -> String {
        guard members.count > 1 else { return "the number \(first.number.text) stands alone" }
        let (start, end) = (reading.passages[first.index].page, reading.passages[last.index].page)
        return "\(members.count) numbers go on from \(first.number.text) on page \(start) to \(last.number.text) on page \(end)"
    }
}

extension NumberRun {
    /// The runs of a paper in the order of their first numbers. A number goes on the nearest run before it that looks as it does.
    static func runs(of members: [Member]) -> [NumberRun] {
        var runs: [NumberRun] = []
        // The runs by when they last went on; the nearest stands last.
        var open: [Int] = []
        for member in members {
            // "7/16 ii" below "7/16": the minute's number before each of its parts.
            if member.number.form == .minute, let last = open.last, runs[last].last.number.text == member.number.text { continue }
            let place = open.lastIndex { run in
                let last = runs[run].last
                // "65/25" behind "64/25" counts minutes, bold or not.
                guard last.isSetOff == member.isSetOff || last.isRow || member.isRow || member.number.form == .minute else { return false }
                return member.number.follows(last.number, gap: member.isSetOff ? Settings.Numbering.mostMissing : 0)
            }
            if let place {
                let run = open.remove(at: place)
                runs[run].members.append(member)
                open.append(run)
            } else {
                open.append(runs.count)
                runs.append(NumberRun(member))
            }
            if open.count > Settings.Numbering.mostOpenRuns { open.removeFirst() }
        }
        fillHoles(of: &runs)
        return runs
    }

    /// A number that a run of headings leaves out may stand on an item that nobody set in bold, also behind the last of them.
    private static func fillHoles(of runs: inout [NumberRun]) {
        let plain = runs.flatMap(\.members).filter { !$0.isSetOff && $0.title != nil }.sorted { $0.index < $1.index }
        guard !plain.isEmpty else { return }
        for run in runs.indices where runs[run].isSetOff && runs[run].members.count > 1 {
            var members: [Member] = []
            var next = 0
            for member in runs[run].members {
                if let last = members.last, member.number.last > last.number.last + 1 {
                    while next < plain.count, plain[next].index <= last.index { next += 1 }
                    while next < plain.count, plain[next].index < member.index {
                        if let last = members.last, plain[next].number.follows(last.number) { members.append(plain[next]) }
                        next += 1
                    }
                }
                members.append(member)
            }
            runs[run].members = members
        }
    }
}
