internal import Foundation

/// Amounts over the days of meetings: a point for each place, a bar for what its digits can mean.
struct Plot {
    /// A place.
    struct Point {
        var date: String
        var low: Double
        var high: Double
        var label: String
        var link: Address
        var cls: String
    }

    let points: [Point]
    let unit: String?

    private static let size = (width: 720.0, height: 230.0)
    private static let margin = (left: 64.0, right: 14.0, top: 12.0, bottom: 28.0)
    /// More points are one black cloud.
    private static let most = 600
    /// With amounts that differ by more than this the axis is logarithmic, or the small ones would lie on one line.
    private static let spread = 50.0

    /// The plot; nothing for fewer than two days: there is nothing to see in one column.
    var markup: Markup {
        let shown = points.prefix(Plot.most).compactMap { point in Plot.days(point.date).map { (day: $0, point: point) } }.filter {
            $0.point.high > 0 && $0.point.high.isFinite && $0.point.low.isFinite
        }
        guard let first = shown.map(\.day).min(), let last = shown.map(\.day).max(), last > first,
            let least = shown.map({ max($0.point.low, $0.point.high / 1e4) }).filter({ $0 > 0 }).min(),
            let most = shown.map(\.point.high).max()
        else { return .none }
        let isLogarithmic = most / least > Plot.spread
        let (bottom, top) = isLogarithmic ? (log10(least), log10(most)) : (0, most)
        let inner = (
            width: Plot.size.width - Plot.margin.left - Plot.margin.right, height: Plot.size.height - Plot.margin.top - Plot.margin.bottom
        )
        func x(_ day: Double) -> Double { Plot.margin.left + (day - first) / (last - first) * inner.width }
        func y(_ amount: Double) -> Double {
            let value = isLogarithmic ? log10(max(amount, least)) : amount
            return Plot.margin.top + (top > bottom ? 1 - (value - bottom) / (top - bottom) : 0.5) * inner.height
        }
        var parts: [Markup] = []
        for amount in isLogarithmic ? Plot.powers(from: least, to: most) : Plot.steps(to: most) {
            let place = y(amount)
            parts.append(
                .element(
                    .line,
                    [
                        .cls("axis"), .length(.x1, Plot.margin.left), .length(.x2, Plot.size.width - Plot.margin.right),
                        .length(.y1, place),
                        .length(.y2, place),
                    ]))
            parts.append(
                .element(
                    .textLabel, [.length(.x, Plot.margin.left - 6), .length(.y, place + 4), .set(.textAnchor, "end")],
                    [.text(PrintedAmount.short(amount, unit: unit))]))
        }
        for (day, anchor, date) in [
            (first, "start", shown.min { $0.day < $1.day }?.point.date), (last, "end", shown.max { $0.day < $1.day }?.point.date),
        ] {
            parts.append(
                .element(
                    .textLabel, [.length(.x, x(day)), .length(.y, Plot.size.height - 8), .set(.textAnchor, anchor)],
                    [.text(date.map { Words.day($0) } ?? "")]))
        }
        for (day, point) in shown {
            let middle = (point.low + point.high) / 2
            parts.append(
                .element(
                    .a, [.href(point.link), .cls("point " + point.cls), .set(.ariaLabel, point.label)],
                    [
                        .element(.title, [], [.text(point.label)]),
                        .element(
                            .line, [.length(.x1, x(day)), .length(.x2, x(day)), .length(.y1, y(point.low)), .length(.y2, y(point.high))]),
                        .element(.circle, [.length(.cx, x(day)), .length(.cy, y(middle)), .set(.r, "4")]),
                    ]))
        }
        return .element(
            .figure, [.cls("plot")],
            [
                .element(
                    .div, [.cls("wide"), .set(.tabindex, "0"), .set(.role, "region"), .set(.ariaLabel, "Plot of the amounts")],
                    [.element(.svg, [.set(.viewBox, "0 0 \(Int(Plot.size.width)) \(Int(Plot.size.height))")], parts)]),
                .element(
                    .figcaption, [],
                    [
                        .text(
                            "Amounts by day of meeting; the bar is what the printed digits can mean."
                                + (isLogarithmic ? " The scale is logarithmic." : ""))
                    ]),
            ])
    }

    /// Round amounts up to the largest: one, two or five times a power of ten apart.
    static func steps(to most: Double) -> [Double] {
        guard most > 0, most < 1e15 else { return [0] }
        let rough = most / 4
        let power = pow(10, floor(log10(rough)))
        let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough } ?? rough
        return (0...5).map { Double($0) * step }.filter { $0 <= most }
    }

    /// Powers of ten between two amounts, so many at most that their labels don't touch.
    static func powers(from least: Double, to most: Double) -> [Double] {
        guard least > 0, most < 1e15, least > 1e-6 else { return [] }
        let powers = Array(Int(log10(least).rounded(.up))...max(Int(log10(least).rounded(.up)), Int(log10(most))))
        let apart = max(1, (powers.count + 4) / 5)
        return stride(from: 0, to: powers.count, by: apart).map { pow(10, Double(powers[$0])) }
    }

    /// Days since 1970 of an ISO 8601 day, by the civil calendar (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    static func days(_ date: String) -> Double? {
        let parts = date.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...9_999).contains(parts[0]), (1...12).contains(parts[1]), (1...31).contains(parts[2]) else { return nil }
        let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
        let era = year / 400
        let ofEra = year - era * 400
        let ofYear = (153 * (parts[1] + (parts[1] > 2 ? -3 : 9)) + 2) / 5 + parts[2] - 1
        return Double(era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468)
    }
}
