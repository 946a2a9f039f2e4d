extension String {
    /// The text with what steers a terminal, or breaks a line of a log, escaped: controls, line and paragraph separators, and the marks that
    /// turn the direction of text (Unicode, Bidirectional Algorithm, 2).
    public var printable: String {
        guard unicodeScalars.contains(where: { isSteering($0.value) }) else { return self }
        var text = ""
        for scalar in unicodeScalars {
            if isSteering(scalar.value) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                text += scalar.value < 0x100 ? "\\x" + String(repeating: "0", count: 2 - digits.count) + digits : "\\u" + digits
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

private func isSteering(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
}
