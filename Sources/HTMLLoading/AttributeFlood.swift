/// Where tags have more attributes than anyone writes. libxml2 compares each attribute of a tag with all before it, so that a tag of 200,000
/// attributes would take it minutes.
struct AttributeFlood {
    /// Most attributes of a tag; scripted pages reach 40.
    static let mostAttributes = 256

    /// The bytes of the attributes past those, in order.
    private(set) var excess: [Range<Int>] = []
    private let markup: [UInt8]
    private var index = 0

    /// Scans markup once.
    init(in markup: [UInt8]) {
        self.markup = markup
        while let start = markup[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = start + 1
            if markup[index...].starts(with: "!--".utf8) {
                skip(past: "-->")
            } else if index < markup.count, AttributeFlood.isLetter(markup[index]) {
                // What looks like a tag inside scripts and styles is not one.
                switch scanTag() {
                case "script": skip(past: "</script")
                case "style": skip(past: "</style")
                default: break
                }
            }
        }
    }

    /// The markup with spaces in place of the excess.
    var relieved: [UInt8] {
        var bytes = markup
        for range in excess {
            for index in range { bytes[index] = UInt8(ascii: " ") }
        }
        return bytes
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// Goes to the next occurrence of ASCII text, letters in either case; to the end where there is none.
    private mutating func skip(past end: StaticString) {
        let end = end.withUTF8Buffer(Array.init)
        while let start = markup[index...].firstIndex(of: end[0]) {
            index = start
            let isEnd = markup[index...].prefix(end.count).elementsEqual(end) { $0 == $1 || AttributeFlood.isLetter($1) && $0 | 0x20 == $1 }
            if isEnd { return }
            index += 1
        }
        index = markup.count
    }

    /// Goes to the end of a tag and gives its lower-case name.
    private mutating func scanTag() -> String {
        let name = markup[index...].prefix(16).prefix { AttributeFlood.isLetter($0) }
        var attributes = 0
        var excessStart: Int?
        var quote: UInt8?
        var before = UInt8(ascii: "<")
        var isAfterSpace = false
        while index < markup.count {
            let byte = markup[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                break
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), before == UInt8(ascii: "=") {
                quote = byte
            } else if isAfterSpace, !AttributeFlood.isSpace(byte), byte != UInt8(ascii: "="), before != UInt8(ascii: "=") {
                attributes += 1
                if attributes > AttributeFlood.mostAttributes, excessStart == nil { excessStart = index }
            }
            isAfterSpace = AttributeFlood.isSpace(byte)
            if !isAfterSpace { before = byte }
            index += 1
        }
        if let excessStart { excess.append(excessStart..<index) }
        return String(decoding: name, as: UTF8.self).lowercased()
    }
}
