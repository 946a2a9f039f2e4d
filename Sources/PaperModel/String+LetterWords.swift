extension String {
    /// The runs of letters in it, in small letters, in order: "sub", "total" of "Sub-total (£)".
    package var letterWords: [String] {
        var text = self
        if let words = text.withUTF8(String.plainLetterWords) { return words }
        return lowercased().split { !$0.isLetter }.map(String.init)
    }

    /// The same of ASCII, of which most labels are: by bytes, since walking through characters costs a hundred times as much; nil for others.
    private static func plainLetterWords(_ bytes: UnsafeBufferPointer<UInt8>) -> [String]? {
        var words: [String] = []
        var word: [UInt8] = []
        for byte in bytes {
            guard byte < 0x80 else { return nil }
            let small = byte | 0x20
            if small >= UInt8(ascii: "a"), small <= UInt8(ascii: "z") {
                word.append(small)
            } else if !word.isEmpty {
                words.append(String(decoding: word, as: UTF8.self))
                word.removeAll(keepingCapacity: true)
            }
        }
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }
}
