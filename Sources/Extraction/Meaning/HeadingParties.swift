internal import PaperModel
internal import RuleEngine

/// Whether those whom the entries of a list name are paid or pay, as its titles say.
extension HeadingMeaning {
    /// Keeps whom an entry names as payee where its list is one of payments, makes a payer of it where money comes in, else drops it. `list`: what
    /// the words before the list say.
    mutating func completeParties(of figure: inout Figure, list: PayingList?, need: ListNeed?, _ labels: inout LabelCues) {
        guard figure.payee != nil else { return }
        let titled = list == nil ? titledList(figure.segment) : nil
        let list = list ?? titled?.list
        // "Funding: Sport Wales £9,000".
        let gives =
            figure.sense == .funding
            && (figure.payee?.lowercased().split(separator: " ").contains { vocabulary.isGovernment(String($0)) } ?? false)
        if list == .received || figure.sense == .income && list?.namesPeople != true || gives && list != .given && list != .wanted {
            if figure.payer == nil { figure.payer = figure.payee }
            figure.payee = nil
            return
        }
        let isKnown =
            need.map { $0.isMet(by: list, figure.sense) }
            ?? figure.sense.map(HeadingMeaning.paid.contains) ?? (list != nil || endsAsFirm(figure.payee))
        guard isKnown else {
            figure.payee = nil
            return
        }
        // "Awards to clubs" over the wards whose entries are listed.
        if figure.sense == nil, figure.comparison == nil, let title = titled?.title,
            let cue = LabelMeaning(row: [], column: [], outer: [[title]], isStaff: false, &labels).sense, cue.sense != .limit
        {
            figure.sense = cue.sense
            figure.cues.append(cue.rule)
        }
    }

    /// The nearest title around a figure that speaks of those who pay or are paid, with what it says; the paper's own where it names nothing but
    /// people and bodies.
    private func titledList(_ segment: Int?) -> (title: String, list: PayingList)? {
        var index = segment
        for _ in 0..<HeadingMeaning.deepest {
            guard let current = index, segments.indices.contains(current) else { break }
            if HeadingMeaning.source(segments[current].kind) != nil, let title = segments[current].title, let list = self.list(title) {
                return (title, list)
            }
            index = segments[current].parent
        }
        guard let paper, let list = list(paper), list.namesPeople else { return nil }
        return (paper, list)
    }

    /// Whether a name ends as that of a company does: "Hill & Dale LLP".
    private func endsAsFirm(_ name: String?) -> Bool {
        let last = name?.lowercased().split(separator: " ").last.map(String.init)
        return last.map(vocabulary.endsFirm) ?? false
    }

    private func list(_ title: String) -> PayingList? { vocabulary.list(title.lowercased().split { !$0.isLetter }.map(String.init)) }
}
