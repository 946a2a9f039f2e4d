extension String {
    /// Whether letters of ASCII stand in it, in either case; `word` is in small letters.
    func holds(_ word: String) -> Bool {
        var (text, word) = (self, word)
        return text.withUTF8 { bytes in
            word.withUTF8 { wanted in
                guard let first = wanted.first, bytes.count >= wanted.count else { return false }
                for start in 0...(bytes.count - wanted.count) where bytes[start] | 0x20 == first {
                    if zip(bytes[start...], wanted).allSatisfy({ $0 | 0x20 == $1 }) { return true }
                }
                return false
            }
        }
    }
}
