internal import Foundation

/// The path of a file as text that keeps every byte of it: two paths are the same only where their bytes are.
///
/// A path is bytes to the system. Those that are no UTF-8 stand in `text` as U+FFFD and two hexadecimal digits each, and so do the bytes of
/// a U+FFFD of the name itself, so that every path has one text and every text one path.
public struct PathText: Sendable, Hashable, Comparable {
    /// The path with its odd bytes escaped: what is kept in ledgers and requests.
    public let text: String

    /// Takes the text that `text` of another gave, or any path that is UTF-8.
    public init(_ text: String) { self.text = text }

    /// Takes a path as the system gives it.
    public init(bytes: some Collection<UInt8>) {
        let bytes = Array(bytes)
        if let whole = String(validating: bytes, as: UTF8.self), !PathText.holdsMark(whole) {
            text = whole
            return
        }
        var text = ""
        var position = 0
        while position < bytes.count {
            let end = (1...4).lazy.map { position + $0 }.first { end in
                end <= bytes.count && String(validating: bytes[position..<end], as: UTF8.self) != nil
            }
            if let end, !bytes[position..<end].elementsEqual(PathText.mark),
                let scalar = String(validating: bytes[position..<end], as: UTF8.self)
            {
                text += scalar
                position = end
            } else {
                text += "\u{FFFD}" + PathText.hexadecimal(bytes[position])
                position += 1
            }
        }
        self.text = text
    }

    /// The path as the system knows it.
    public var bytes: [UInt8] {
        let text = Array(text.utf8)
        guard PathText.holdsMark(self.text) else { return text }
        var bytes: [UInt8] = []
        var position = 0
        while position < text.count {
            if text[position...].starts(with: PathText.mark), position + 5 <= text.count,
                let byte = UInt8(String(decoding: text[(position + 3)..<(position + 5)], as: UTF8.self), radix: 16)
            {
                bytes.append(byte)
                position += 5
            } else {
                bytes.append(text[position])
                position += 1
            }
        }
        return bytes
    }

    /// The path for people and records: `\xE9` for a byte that is no UTF-8.
    public var shown: String {
        guard PathText.holdsMark(text) else { return text }
        let bytes = bytes
        if let whole = String(validating: bytes, as: UTF8.self) { return whole }
        var shown = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "\u{FFFD}") {
            let digits = rest[rest.index(after: mark)...].prefix(2)
            shown += rest[..<mark] + "\\x" + digits
            rest = rest[digits.endIndex...]
        }
        return shown + rest
    }

    /// The bytes in base64 where they are no UTF-8; nil where the text says it all.
    public var base64: String? {
        guard PathText.holdsMark(text), String(validating: bytes, as: UTF8.self) == nil else { return nil }
        return Data(bytes).base64EncodedString()
    }

    /// Hands the path to a call of the system.
    public func withCString<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value {
        guard PathText.holdsMark(text) else { return text.withCString(body) }
        let path = bytes.map { CChar(bitPattern: $0) } + [0]
        return path.withUnsafeBufferPointer { path in path.baseAddress.map(body) ?? text.withCString(body) }
    }

    /// Whether the path is that of `folder` or of something below it.
    public func isAt(orBelow folder: PathText) -> Bool {
        guard text.utf8.starts(with: folder.text.utf8) else { return false }
        let rest = text.utf8.dropFirst(folder.text.utf8.count)
        return rest.isEmpty || rest.first == UInt8(ascii: "/") || folder.text.utf8.last == UInt8(ascii: "/")
    }

    /// By bytes: "é" in one scalar and in two are two names.
    public static func == (first: PathText, second: PathText) -> Bool { first.text.utf8.elementsEqual(second.text.utf8) }

    /// In the order of the bytes.
    public static func < (first: PathText, second: PathText) -> Bool { first.text.utf8.lexicographicallyPrecedes(second.text.utf8) }

    /// By bytes.
    public func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }

    /// U+FFFD in UTF-8.
    private static let mark: [UInt8] = [0xEF, 0xBF, 0xBD]

    private static func holdsMark(_ text: String) -> Bool { text.unicodeScalars.contains("\u{FFFD}") }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "0" + digits : digits
    }
}
