internal import RuleEngine

/// What was read of texts that come again and again: the headings over and beside the cells of tables. For one thread.
final class Memo<Value> {
    /// Most texts that are kept; a budget book has some thousand headings.
    private static var most: Int { 4_096 }
    private var known: [NormalisedText: Value] = [:]

    /// What is known of a text; else what `read` says, which is kept.
    func value(for text: NormalisedText, read: () -> Value) -> Value {
        if let value = known[text] { return value }
        let value = read()
        if known.count >= Memo.most { known.removeAll(keepingCapacity: true) }
        known[text] = value
        return value
    }
}
