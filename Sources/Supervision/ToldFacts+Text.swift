internal import Foundation
internal import Records

extension ToldFacts {
    /// The facts as text, for the ledger; the same facts give the same text.
    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return self == ToldFacts() ? "" : (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// Reads what `text` gives; nothing where it is something else.
    init(text: String) {
        self = (try? JSONDecoder().decode(ToldFacts.self, from: Data(text.utf8))) ?? ToldFacts()
    }
}
