internal import PaperModel

/// Amounts of a claim that no sign makes one: "8.6m under budget", "2,370 staff". They match any unit, with a scale only money.
enum BareNumbers {
    static func amounts(in text: String) -> [Claim.Stated] {
        let bytes = Array(text.utf8)
        var found: [Claim.Stated] = []
        var index = 0
        while index < bytes.count, found.count < most {
            guard isDigit(bytes[index]), index == 0 || !isJoined(bytes[index - 1]) else {
                index += 1
                continue
            }
            let end = numberEnd(bytes, from: index)
            let (power, scaleEnd) = scale(bytes, behind: end)
            defer { index = max(scaleEnd, index + 1) }
            let isWhole = scaleEnd == bytes.count || !isJoined(bytes[scaleEnd])
            let digits = String(decoding: bytes[index..<end], as: UTF8.self)
            guard isWhole, let amount = Amount(digits: digits), !isYear(digits) else { continue }
            // A lone small number ("18 schools", "item 7") is no amount unless something scales it.
            guard power > 0 || amount.magnitude > Amount(999) || amount.scale > 0 else { continue }
            let value = amount.shifted(power)
            let half = amount.halfUnit.shifted(power)
            let isExact = power == 0 && amount.scale == 0
            var range = AmountRange(.single(value))
            if !isExact, let low = value.adding(half.negated), let high = value.adding(half) {
                range = AmountRange(low: low, high: high, stated: value)
            } else if isExact, let high = value.adding(Amount(1).halfUnit), let low = value.adding(Amount(1).halfUnit.negated) {
                // "2,370 staff" is said of 2,370.3.
                range = AmountRange(low: low, high: high, stated: value)
            }
            found.append(
                Claim.Stated(
                    range: ClaimedRange.endsInZero(digits) ? range : ClaimedRange.rounded(range), kind: power > 0 ? .money : nil, unit: nil,
                    text: String(decoding: bytes[index..<scaleEnd], as: UTF8.self), bytes: index..<scaleEnd, basis: []))
        }
        return found
    }

    /// More are a table and no claim.
    private static let most = 8

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
    /// Letters, digits and signs that make a number a part of something longer: "18-25", "A28", "2025/26", "24/00093".
    private static func isJoined(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")) || "-/%".utf8.contains(byte)
    }

    private static func numberEnd(_ bytes: [UInt8], from start: Int) -> Int {
        var end = start
        while end < bytes.count {
            if isDigit(bytes[end]) {
                end += 1
            } else if bytes[end] == UInt8(ascii: ",") || bytes[end] == UInt8(ascii: "."), end + 1 < bytes.count, isDigit(bytes[end + 1]) {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    private static let scales: [(word: [UInt8], power: Int)] = [
        ("million", 6), ("billion", 9), ("thousand", 3), ("bn", 9), ("mn", 6), ("m", 6), ("k", 3), ("b", 9),
    ].map { (Array($0.0.utf8), $0.1) }

    private static func scale(_ bytes: [UInt8], behind end: Int) -> (power: Int, end: Int) {
        var start = end
        if start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
        for (word, power) in scales where start + word.count <= bytes.count {
            let isSpaced = start > end
            if isSpaced, word.count < 3 { continue }
            if zip(bytes[start...], word).allSatisfy({ $0 | 0x20 == $1 }) {
                let next = start + word.count
                let isWord = next == bytes.count || !(bytes[next] | 0x20 >= UInt8(ascii: "a") && bytes[next] | 0x20 <= UInt8(ascii: "z"))
                if isWord { return (power, next) }
            }
        }
        return (0, end)
    }

    private static func isYear(_ digits: String) -> Bool {
        digits.utf8.count == 4 && Int(digits).map { (1900...2100).contains($0) } == true
    }
}
