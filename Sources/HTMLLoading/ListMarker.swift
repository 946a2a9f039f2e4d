/// What a browser prints before the items of a list.
enum ListMarker: Equatable {
    case none, bullet, decimal, lowerLetter, upperLetter, lowerRoman, upperRoman

    /// The marker that a `list-style-type` names (CSS Counter Styles 3); nil where it names none of these.
    init?(cssName: String) {
        switch cssName {
        case "none": self = .none
        case "disc", "circle", "square": self = .bullet
        case "decimal", "decimal-leading-zero": self = .decimal
        case "lower-alpha", "lower-latin": self = .lowerLetter
        case "upper-alpha", "upper-latin": self = .upperLetter
        case "lower-roman": self = .lowerRoman
        case "upper-roman": self = .upperRoman
        default: return nil
        }
    }

    /// The marker that the `type` of a list or item names; nil for other values.
    init?(type: String) {
        switch type {
        case "1": self = .decimal
        case "a": self = .lowerLetter
        case "A": self = .upperLetter
        case "i": self = .lowerRoman
        case "I": self = .upperRoman
        case "disc", "circle", "square": self = .bullet
        default: return nil
        }
    }

    /// The printed label of the item with a number: "3.", "c.", "iii.", "•"; empty where nothing is printed.
    func label(for number: Int) -> String {
        switch self {
        case .none: ""
        case .bullet: "•"
        case .decimal: "\(number)."
        case .lowerLetter: (ListMarker.letters(number) ?? "\(number)") + "."
        case .upperLetter: (ListMarker.letters(number)?.uppercased() ?? "\(number)") + "."
        case .lowerRoman: (ListMarker.roman(number) ?? "\(number)") + "."
        case .upperRoman: (ListMarker.roman(number)?.uppercased() ?? "\(number)") + "."
        }
    }

    /// a to z, then aa, ab, …; nil below 1.
    private static func letters(_ number: Int) -> String? {
        guard number > 0 else { return nil }
        var rest = number
        var letters: [UInt8] = []
        while rest > 0 {
            rest -= 1
            letters.append(UInt8(ascii: "a") + UInt8(rest % 26))
            rest /= 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    /// Roman numerals of 1 to 3999, where browsers end too; nil for others.
    private static func roman(_ number: Int) -> String? {
        guard (1...3_999).contains(number) else { return nil }
        let signs = [
            (1_000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
            (5, "v"), (4, "iv"), (1, "i"),
        ]
        var rest = number
        var text = ""
        for (value, sign) in signs {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }
}

/// A list while its items are read: its marker, and the number of the next item.
struct ListCounter {
    private let marker: ListMarker
    private var next: Int
    private let step: Int

    /// Reads the list at `node`, which is no list where an item stands outside one: that gets a bullet, as in browsers.
    init(list node: Int, in tree: MarkupTree) {
        let isOrdered = tree.name(of: node) == "ol"
        let style = tree.attribute("style", of: node).flatMap { InlineStyle($0).listMarker }
        marker = style ?? tree.attribute("type", of: node).flatMap { ListMarker(type: $0) } ?? (isOrdered ? .decimal : .bullet)
        let isReversed = isOrdered && tree.attribute("reversed", of: node) != nil
        step = isReversed ? -1 : 1
        let items = isReversed ? tree.children(of: node).count { tree.name(of: $0) == "li" } : 1
        next = ListCounter.number(tree.attribute("start", of: node)) ?? items
    }

    /// The printed label of the next item.
    mutating func label(of item: Int, in tree: MarkupTree) -> String {
        let number = ListCounter.number(tree.attribute("value", of: item)) ?? next
        next = number + step
        let style = tree.attribute("style", of: item).flatMap { InlineStyle($0).listMarker }
        return (style ?? tree.attribute("type", of: item).flatMap { ListMarker(type: $0) } ?? marker).label(for: number)
    }

    /// No list goes further, either way.
    private static let numbers = -1_000_000...1_000_000

    /// A written number; nil past a million.
    private static func number(_ text: String?) -> Int? {
        text.flatMap { Int($0.trimming(where: \.isWhitespace)) }.flatMap { numbers.contains($0) ? $0 : nil }
    }
}
