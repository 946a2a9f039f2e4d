internal import Glibc
internal import RecordIndex

/// Words of papers on a terminal: nothing in them may steer it.
enum TerminalText {
    /// Whether marks are shown by the terminal; else by signs.
    private static let isColoured = isatty(STDOUT_FILENO) == 1 && Terminal.takesColour

    /// A text on one line, without characters that steer a terminal.
    static func plain(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            if scalar == "\n" || scalar == "\t" || scalar == "\r" { return " " }
            return scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value) || (0x202a...0x202e).contains(scalar.value)
                || (0x2066...0x2069).contains(scalar.value) ? "\u{FFFD}" : scalar
        }
        var plain = String.UnicodeScalarView()
        plain.append(contentsOf: scalars)
        return String(plain)
    }

    /// The part of a text around a stretch (bytes of its UTF-8), on one line.
    static func line(_ text: String, around stretch: Range<Int>) -> (text: String, marks: [Range<Int>]) {
        PrintedLine.cut(text, around: stretch)
    }

    /// A line with stretches marked: in bold, or between » and « where that can't be.
    static func marked(_ text: String, _ marks: [Range<Int>]) -> String {
        let bytes = Array(text.utf8)
        var marked = ""
        var start = 0
        for mark in marks.sorted(by: { $0.lowerBound < $1.lowerBound }) where mark.lowerBound >= start && mark.upperBound <= bytes.count {
            marked += plain(String(decoding: bytes[start..<mark.lowerBound], as: UTF8.self))
            let own = plain(String(decoding: bytes[mark], as: UTF8.self))
            marked += isColoured ? "\u{1B}[1m\(own)\u{1B}[0m" : "»\(own)«"
            start = mark.upperBound
        }
        return marked + plain(String(decoding: bytes[start...], as: UTF8.self))
    }
}
