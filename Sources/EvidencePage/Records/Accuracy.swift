internal import Foundation

/// How many of the judged figures are right, with the interval that so few judgements allow.
struct Accuracy: Sendable, Equatable {
    var right = 0
    var judged = 0

    /// The interval of Wilson ("Probable inference, the law of succession, and statistical inference", 1927) at 95%: unlike the usual one it
    /// says something sensible for few judgements and for none wrong.
    var interval: (low: Double, high: Double) {
        guard judged > 0 else { return (0, 1) }
        let z = 1.959_963_984_540_054
        let n = Double(judged)
        let share = Double(right) / n
        let middle = share + z * z / (2 * n)
        let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        let whole = 1 + z * z / n
        return (max(0, (middle - half) / whole), min(1, (middle + half) / whole))
    }

    /// "96.0% (86.5% to 98.9%) of 50".
    var words: String {
        guard judged > 0 else { return "none judged" }
        let (low, high) = interval
        return "\(Accuracy.per(Double(right) / Double(judged))) (\(Accuracy.per(low)) to \(Accuracy.per(high))) of \(judged)"
    }

    private static func per(_ share: Double) -> String { Decimal.text(share * 100, places: 1) + "%" }
}

/// How far two reviewers agree on the figures that both have judged.
struct Agreement: Sendable, Equatable {
    var both = 0
    var same = 0
    /// Of each, how many of those both judged were right.
    var rights = (first: 0, second: 0)

    static func == (left: Agreement, right: Agreement) -> Bool {
        left.both == right.both && left.same == right.same && left.rights == right.rights
    }

    /// Cohen's kappa ("A coefficient of agreement for nominal scales", 1960): agreement beyond what chance gives; nil where chance alone
    /// gives all of it.
    var kappa: Double? {
        guard both > 0 else { return nil }
        let n = Double(both)
        let (a, b) = (Double(rights.first) / n, Double(rights.second) / n)
        let chance = a * b + (1 - a) * (1 - b)
        return chance < 1 ? (Double(same) / n - chance) / (1 - chance) : nil
    }

    /// Counts the figures that both have judged.
    init(_ marks: [ReviewMark], first: String, second: String) {
        let ofFirst = Dictionary(marks.filter { $0.reviewer == first }.compactMap { mark in mark.id.map { ($0, mark.answer) } }) { $1 }
        for mark in marks where mark.reviewer == second {
            guard let id = mark.id, let other = ofFirst[id] else { continue }
            both += 1
            if other == mark.answer { same += 1 }
            if other == .right { rights.first += 1 }
            if mark.answer == .right { rights.second += 1 }
        }
    }
}
