internal import PaperModel

/// How the numbers of a column are written: whether they may be amounts, or name and order things.
struct ColumnShape {
    private let shapes: [NumberShape]

    init(_ shapes: [NumberShape]) { self.shapes = shapes }

    var count: Int { shapes.count }
    /// Numbers written as only amounts are: thousands parted, pence, brackets or a sign.
    var marked: Int { shapes.count { $0.isMarked && !$0.hasPercent && !$0.isDateLike } }
    /// Whether most of them carry a sign of currency.
    var isSigned: Bool { shapes.count(where: \.hasCurrency) * 2 > shapes.count }
    /// Numbers of at least four digits before the point.
    private var large: Int { shapes.count { $0.digits >= 4 } }
    private var grouped: Int { shapes.count { $0.isGrouped } }

    /// Fewest numbers that say something by their likeness; two of anything are alike by chance.
    private static let fewest = 3
    /// Shortest number that names a thing among unlike numbers; amounts of five digits have a comma where amounts have any.
    private static let nameDigits = 5
    /// Shortest number that by itself, without a comma, is more likely a name than an amount: ten million.
    private static let longName = 8

    /// Why the numbers can be no amounts, by their looks alone; nil where they can. `besideMarked` tells that other columns of the table
    /// write their amounts with commas or pence.
    func refusal(besideMarked: Bool) -> ColumnUnit.Refusal? {
        guard !shapes.isEmpty else { return nil }
        // Most of them: totals at the foot and slips must not change what the others are.
        func most(_ has: (NumberShape) -> Bool) -> Bool { shapes.count(where: has) * 3 >= shapes.count * 2 }
        if most(\.isDateLike) { return .date }
        if shapes.contains(where: { $0.hasCurrency }) { return nil }
        if most({ $0.hasLetters && $0.digits >= 3 || $0.leadsWithNought && $0.decimals == nil || $0.isSpaced }), count >= 2 {
            return .identifier
        }
        // "654 947 005" and others as long: amounts differ in length.
        if count >= ColumnShape.fewest, shapes.allSatisfy({ $0.isGroupedBySpaces && $0.digits == shapes[0].digits }),
            shapes[0].digits >= ColumnShape.longName
        {
            return .identifier
        }
        guard count >= ColumnShape.fewest, most(\.isPlainWhole) else { return nil }
        let wholes = shapes.compactMap { $0.isPlainWhole ? $0.whole : nil }
        if wholes.allSatisfy({ (1990...2060).contains($0) }) { return .year }
        let rises = zip(wholes, wholes.dropFirst())
        // One number may be missing from the count, or belong to a row between.
        if wholes.count > ColumnShape.fewest, rises.count(where: { $1 == $0 + 1 }) * 5 >= (wholes.count - 1) * 4 { return .lineNumber }
        guard shapes.allSatisfy({ !$0.isMarked }) else { return nil }
        let digits = shapes.map(\.digits)
        guard let least = digits.min(), let most = digits.max() else { return nil }
        if least >= ColumnShape.longName { return .identifier }
        // As long as one another, without a comma where amounts have theirs.
        if besideMarked, least >= ColumnShape.nameDigits { return .identifier }
        if least == most, least >= ColumnShape.nameDigits, count > ColumnShape.fewest, rises.allSatisfy({ $0 <= $1 }) { return .identifier }
        return nil
    }

    /// Whether several numbers of four digits and more have no comma, pence or sign, and none has one.
    var lacksCommas: Bool { large >= ColumnShape.fewest - 1 && shapes.allSatisfy(\.isPlainWhole) }
    /// Whether large numbers are written with a comma, several of them.
    var partsThousands: Bool { grouped >= ColumnShape.fewest - 1 && grouped == large }

    /// Whether the numbers look like amounts without a word that says so: large ones have commas, or most have pence.
    var looksLikeAmounts: Bool {
        guard !shapes.contains(where: { $0.isDateLike }) else { return false }
        let percent = shapes.count(where: \.hasPercent)
        guard percent * 3 < shapes.count else { return false }
        let pence = shapes.count { $0.decimals == 2 }
        return grouped > 0 && grouped * 4 >= large * 3 || pence * 5 >= shapes.count * 3
    }

    /// Whether the numbers may stand beside those of another column of amounts: none has a form that the other's never have.
    func isAlike(_ other: ColumnShape) -> Bool {
        if shapes.contains(where: \.hasCurrency) { return true }
        // Whole pounds in one column and tenths in the next: a rate or a ratio.
        let tenths = shapes.count { $0.decimals == 1 }
        let otherTenths = other.shapes.count { $0.decimals == 1 }
        if tenths * 2 > count, otherTenths == 0 { return false }
        // Large numbers without commas beside numbers with commas.
        if other.grouped > 0, large > 0, grouped == 0, !shapes.contains(where: { $0.decimals == 2 }) { return false }
        return shapes.count(where: \.hasPercent) * 3 < max(1, count)
    }
}
