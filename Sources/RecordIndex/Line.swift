/// Cuts a line out of a text for a person to look at.
enum Line {
    /// Bytes of a line: two on a terminal.
    private static let longest = 200
    /// Bytes before what it is about.
    private static let before = 60

    /// A line around a stretch, on which the stretches of `marks` that it holds are marked.
    static func cut(_ text: String, around stretch: Range<Int>, marking marks: [Range<Int>]) -> (text: String, marks: [Range<Int>]) {
        let bytes = Array(text.utf8)
        var start = max(0, min(stretch.lowerBound, bytes.count) - before)
        var end = min(bytes.count, start + longest)
        // Whole words.
        if start > 0 { while start < end, bytes[start] > 0x20 { start += 1 } }
        if end < bytes.count { while end > start, bytes[end - 1] > 0x20 { end -= 1 } }
        var line: [UInt8] = []
        var offsets: [Int] = []
        for byte in bytes[start..<end] {
            offsets.append(line.count)
            if byte > 0x20 {
                line.append(byte)
            } else if let last = line.last, last != 0x20 {
                line.append(0x20)
            }
        }
        offsets.append(line.count)
        let own = marks.compactMap { mark -> Range<Int>? in
            guard mark.lowerBound >= start, mark.upperBound <= end, !mark.isEmpty else { return nil }
            return offsets[mark.lowerBound - start]..<offsets[mark.upperBound - start]
        }
        return (String(decoding: line, as: UTF8.self), own)
    }

    /// A line of a sentence around its amount, which is marked.
    static func around(_ sentence: String, _ hit: Range<Int>) -> (text: String, marks: [Range<Int>]) {
        cut(sentence, around: hit, marking: [hit])
    }
}

/// A line of a text around a stretch, for people.
public enum PrintedLine {
    /// The line, and where the stretch (bytes of the text's UTF-8) stands on it.
    public static func cut(_ text: String, around stretch: Range<Int>) -> (text: String, marks: [Range<Int>]) {
        Line.around(text, stretch)
    }
}
