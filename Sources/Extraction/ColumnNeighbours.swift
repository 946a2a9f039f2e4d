internal import PaperModel

/// What is known of the columns beside each column of a table.
struct ColumnNeighbours {
    /// What the others of a column are like.
    struct Others {
        /// Whether one writes its amounts as only amounts are written.
        var areMarked: Bool
        /// Whether one parts the thousands of its numbers.
        var areGrouped: Bool
        /// Whether one is plainly money: by a unit or signs of its own, or by its heading.
        var areMoney: Bool
    }

    private let marked: [Bool], grouped: [Bool], money: [Bool]

    /// `spokenFor` tells of each column whether its headings speak of money or of nothing else.
    init(_ columns: [TableUnits.Column], spokenFor: [Bool]) {
        let amounts = columns.map { $0.isNumeric && $0.refusal == nil }
        marked = zip(columns, amounts).map { $1 && $0.shape.marked * 2 > $0.shape.count }
        grouped = zip(columns, amounts).map { $1 && $0.shape.partsThousands }
        money = zip(columns, zip(amounts, spokenFor)).map { column, has in
            has.0 && (has.1 || column.signed != nil || column.readings.contains { $0.statesFigure && $0.unit.isMoney })
        }
    }

    func beside(_ index: Int) -> Others {
        func others(_ has: [Bool]) -> Bool { has.indices.contains { $0 != index && has[$0] } }
        return Others(areMarked: others(marked), areGrouped: others(grouped), areMoney: others(money))
    }
}

extension TableUnits {
    /// Whether the headings of a column speak of money, or of nothing but a sum or a time.
    func isSpokenFor(_ column: Column) -> Bool {
        column.first(.word) != nil || column.first(.neutral) != nil || column.headings.last.map { isPeriodOnly($0) } ?? false
    }
}
