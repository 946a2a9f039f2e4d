internal import PaperModel
internal import RuleEngine

/// A line of a decision's form, with what stands there.
struct FormField {
    /// The passage of its label.
    var label: Int
    var field: Segment.Field
}

extension FormField {
    /// The lines of the forms in a paper: labels that rules know, on a line of their own or before a colon, and lettered labels among them.
    static func fields(of reading: Reading) -> [FormField] {
        let labels = reading.passages.indices.filter { isLabel($0, in: reading) }
        guard reading.kind == .decisionNotice || lettered(labels, in: reading) >= Settings.Forms.fewestLettered else { return [] }
        return labels.prefix(Settings.Forms.mostFields).enumerated().compactMap { place, label in
            let next = place + 1 < labels.count ? labels[place + 1] : reading.passages.count
            return field(at: label, before: next, in: reading)
        }
    }

    private static func isLabel(_ index: Int, in reading: Reading) -> Bool {
        let passage = reading.passages[index]
        // The lines that a page template prints are labels with what they ask for.
        guard (!passage.isAside || passage.role == .label) && passage.form != .table else { return false }
        // In minutes a line of a form has a letter: "Subject:" alone may begin a sentence.
        return reading.isLabel([.field], at: index) || isItemField(index, in: reading)
    }

    /// Whether a passage is a lettered line of the form that an item of minutes is.
    static func isItemField(_ index: Int, in reading: Reading) -> Bool {
        reading.passages[index].number?.form == .lettered && reading.isLabel([.itemField], at: index)
    }

    private static func lettered(_ labels: [Int], in reading: Reading) -> Int {
        labels.count { reading.passages[$0].number.map { $0.form == .lettered } ?? false }
    }

    private static func field(at label: Int, before next: Int, in reading: Reading) -> FormField? {
        let passage = reading.passages[label]
        guard let cue = reading.label(at: label, role: .field) ?? reading.label(at: label, role: .itemField) else { return nil }
        let text = reading.text(at: label)
        let name = reading.words(text.trimmed(TextRange(passage.body.start, max(passage.body.start, cue.range.end))), at: label).asFieldName
        guard !name.isEmpty else { return nil }
        var words = reading.words(TextRange(min(cue.range.end, passage.range.end), passage.range.end), at: label).split(separator: " ")
        let isTemplate = passage.role == .label
        // A template prints what it asks for behind its label, or below it up to the next.
        for index in (label + 1)..<max(label + 1, isTemplate && !words.isEmpty ? label + 1 : next) {
            let below = reading.passages[index]
            if isTemplate, below.role == .label || below.role == .decision || below.role == .minutes { break }
            guard words.count < Settings.Forms.mostWords, below.page <= passage.page + 1 else { break }
            // A heading that is no line of the form ends it; so does the end of the notice.
            if below.isSetOff && reading.cue(.section, at: index) != nil || reading.isLabel([.closing], at: index)
                || reading.cue(.resolution, at: index) != nil
            {
                break
            }
            guard !below.isAside else { continue }
            words += reading.words(below.range, at: index).split(separator: " ")
        }
        return FormField(
            label: label, field: Segment.Field(name: name, text: words.prefix(Settings.Forms.mostWords).joined(separator: " ")))
    }
}

extension Reading {
    /// The first label of a role that a passage is.
    func label(at index: Int, role: LabelRole) -> Cue? { cues[index].first { $0.role == role } }
}

extension String {
    /// In small letters, without a colon or question mark at its end.
    fileprivate var asFieldName: String {
        let kept = lowercased().unicodeScalars.reversed().drop { $0 == ":" || $0 == "?" || $0 == "." || $0 == " " || $0 == "-" }
        return String(String.UnicodeScalarView(kept.reversed()))
    }
}
