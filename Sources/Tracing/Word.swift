/// A word of a text.
public struct Word: Sendable, Hashable {
    /// Its small letters, accents taken off.
    public var letters: String
    /// What it has in common with its other forms.
    public var stem: String
    /// Its bytes of the text's UTF-8.
    public var range: Range<Int>
    /// Whether it begins with a capital letter.
    public var isCapital: Bool

    /// The words of a text, in order: runs of letters and digits. The "s" of "Kent's" belongs to its word and is taken off.
    public static func all(in text: String) -> [Word] {
        var words: [Word] = []
        WordScan.each(in: text) { scan, range in
            let letters = String(decoding: scan.letters, as: UTF8.self)
            words.append(
                Word(
                    letters: letters, stem: String(decoding: Stem.of(bytes: scan.letters), as: UTF8.self), range: range,
                    isCapital: scan.isCapital))
        }
        return words
    }
}

extension Word {
    /// Hands the words of a text that begin as `starts` says to `body`: number, small letters, bytes.
    public static func each(
        in text: String, starts: WordStarts, _ body: (Int, String, Range<Int>) -> Void
    ) {
        WordScan.each(in: text, starts: starts) { scan, range in
            if starts.contains(scan.letters) { body(scan.number, String(decoding: scan.letters, as: UTF8.self), range) }
        }
    }
}

/// One word as it is met in a text.
struct WordScan {
    /// Small letters and digits, accents taken off.
    var letters: [UInt8] = []
    var isCapital = false
    /// How many words stand before it.
    var number = 0

    /// Hands each word with its bytes of the text to `body`. One pass, no memory but that of one word.
    ///
    /// Words of plain letters that `starts` lacks are counted and passed over.
    static func each(in text: String, starts: WordStarts? = nil, _ body: (WordScan, Range<Int>) -> Void) {
        var text = text
        text.withUTF8 { bytes in
            var scan = WordScan()
            var start = 0
            var index = 0
            func end(_ at: Int) {
                if !scan.letters.isEmpty {
                    body(scan, start..<at)
                    scan.number += 1
                }
                scan.letters.removeAll(keepingCapacity: true)
            }
            while index < bytes.count {
                let byte = bytes[index]
                if byte < 0x80 {
                    if WordScan.isWord(byte) {
                        if let starts, scan.letters.isEmpty, let end = starts.endOfOther(bytes, index) {
                            scan.number += 1
                            start = index
                            index = end
                            continue
                        }
                        if scan.letters.isEmpty {
                            start = index
                            scan.isCapital = WordScan.isUpper(byte)
                        }
                        scan.letters.append(WordScan.isUpper(byte) ? byte | 0x20 : byte)
                        index += 1
                    } else {
                        end(index)
                        let isMark = byte == UInt8(ascii: "'")
                        index += 1
                        if isMark { WordScan.passPossessive(bytes, &index, behind: start) }
                    }
                    continue
                }
                let (scalar, length) = WordScan.scalar(bytes, index)
                if scalar.properties.isAlphabetic {
                    if scan.letters.isEmpty {
                        start = index
                        scan.isCapital = scalar.properties.isUppercase
                    }
                    scan.letters.append(contentsOf: WordScan.plain(scalar))
                    index += length
                } else {
                    end(index)
                    index += length
                    if scalar == "\u{2019}" { WordScan.passPossessive(bytes, &index, behind: start) }
                }
            }
            end(bytes.count)
        }
    }

    fileprivate static func isUpper(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }

    fileprivate static func isWord(_ byte: UInt8) -> Bool {
        (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")) || isUpper(byte)
            || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
    }

    /// Passes over the "s" behind an apostrophe.
    private static func passPossessive(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, behind start: Int) {
        guard index > start + 1, index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "s") else { return }
        if index + 1 < bytes.count, isWord(bytes[index + 1]) || bytes[index + 1] >= 0xc3 { return }
        index += 1
    }

    /// The character at `index` and its bytes.
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (Unicode.Scalar, Int) {
        let lead = bytes[index]
        let length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1
        guard length > 1, index + length <= bytes.count else { return ("\u{FFFD}", 1) }
        var value = UInt32(lead) & (0xff >> (UInt32(length) + 1))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3f) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// A letter in its small form without its accents.
    private static func plain(_ scalar: Unicode.Scalar) -> [UInt8] {
        let base = scalar.value < 0x250 ? WordScan.latin[scalar.value] : nil
        if let base { return Array(base.utf8) }
        return Array(scalar.properties.lowercaseMapping.utf8)
    }

    /// The letters of Latin-1 and Latin Extended-A that are plain letters with marks.
    private static let latin: [UInt32: String] = {
        let rows: [(String, String)] = [
            ("àáâãäåāăąÀÁÂÃÄÅĀĂĄ", "a"), ("çćĉċčÇĆĈĊČ", "c"), ("ďđĎĐ", "d"), ("èéêëēĕėęěÈÉÊËĒĔĖĘĚ", "e"), ("ĝğġģĜĞĠĢ", "g"),
            ("ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ", "i"), ("ĺļľłĹĻĽŁ", "l"), ("ñńņňÑŃŅŇ", "n"), ("òóôõöøōŏőÒÓÔÕÖØŌŎŐ", "o"), ("ŕŗřŔŖŘ", "r"),
            ("śŝşšŚŜŞŠ", "s"), ("ţťŧŢŤŦ", "t"), ("ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ", "u"), ("ŵŴ", "w"), ("ýÿŷÝŸŶ", "y"), ("źżžŹŻŽ", "z"),
        ]
        return rows.reduce(into: [:]) { table, row in for letter in row.0.unicodeScalars { table[letter.value] = row.1 } }
    }()
}

/// How the words begin that are looked for: their first two bytes, which stemming leaves as they are.
public struct WordStarts: Sendable {
    /// A bit for each pair of bytes.
    private var bits = [UInt64](repeating: 0, count: 1 << 10)

    /// The beginnings of words or stems.
    public init(_ words: some Sequence<String>) {
        for word in words {
            let start = WordStarts.start(word.utf8)
            bits[Int(start >> 6)] |= 1 << UInt64(start & 63)
        }
    }

    private static func start(_ bytes: some Sequence<UInt8>) -> UInt16 { bytes.prefix(2).reduce(0) { $0 << 8 | UInt16($1) } }

    private func contains(_ start: UInt16) -> Bool { bits[Int(start >> 6)] & 1 << UInt64(start & 63) != 0 }

    /// Whether a word in small letters begins so.
    func contains(_ letters: [UInt8]) -> Bool { contains(WordStarts.start(letters)) }

    /// The end of the word at `index`, where it is of plain letters and begins otherwise; nil where it may be one that is looked for.
    fileprivate func endOfOther(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
        guard index + 1 < bytes.count, bytes[index + 1] < 0x80, WordScan.isWord(bytes[index + 1]) else { return nil }
        func small(_ byte: UInt8) -> UInt16 { UInt16(WordScan.isUpper(byte) ? byte | 0x20 : byte) }
        guard !contains(small(bytes[index]) << 8 | small(bytes[index + 1])) else { return nil }
        var end = index + 2
        while end < bytes.count, WordScan.isWord(bytes[end]) { end += 1 }
        // A letter with an accent goes on with the word.
        return end < bytes.count && bytes[end] >= 0xc3 && bytes[end] < 0xe0 ? nil : end
    }
}
