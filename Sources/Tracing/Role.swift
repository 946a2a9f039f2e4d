public import PaperModel

/// In what role a paper states an amount; the order is that of business.
public enum Role: String, Sendable, CaseIterable, Comparable {
    /// In a question.
    case asked
    /// In the reply to one.
    case answered
    /// In running text.
    case reported
    /// In a table.
    case tabulated
    /// In what a report recommends.
    case recommended
    /// In what a meeting decided.
    case resolved
    /// In what a meeting took note of.
    case noted

    /// The role of what stands in a segment of this kind; `isCell` for cells of tables.
    public init(segment: Segment.Kind?, outcome: Segment.Outcome?, isCell: Bool) {
        switch segment {
        case .question, .supplementary: self = .asked
        case .reply, .supplementaryReply: self = .answered
        case .recommendation: self = .recommended
        case .resolution: self = outcome == .noted ? .noted : .resolved
        case .agendaItem, .section, nil: self = isCell ? .tabulated : .reported
        }
    }

    private static let order = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

    /// Earlier in business is less.
    public static func < (left: Role, right: Role) -> Bool { order[left, default: 0] < order[right, default: 0] }
}
