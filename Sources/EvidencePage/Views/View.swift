/// A view of the folder: a page for people, and the same as a table for programs.
struct View: Sendable {
    /// What it is called.
    var title: String
    /// Its address, which is all of its state.
    var address: Address
    /// The page.
    var body: Markup
    /// The table.
    var sheet: Sheet
    /// HTTP status.
    var status = 200
    /// Whether it changes while it is looked at: a run is at work.
    var isLive = false

    /// A view that says that the index is still being made; it looks again.
    static func waiting(_ address: Address) -> View {
        let words = "The index is being made; this page looks again every few seconds."
        return View(
            title: "Not there yet", address: address,
            body: .all([.element(.h1, [], ["Not there yet"]), .element(.p, [.set(.role, "status")], [.text(words)])]),
            sheet: Sheet(name: "waiting", columns: ["message"], rows: [[.text(words)]]), status: 503, isLive: true)
    }

    /// A view that says that the folder, its records or its index can't be used, and what to do.
    static func fault(_ words: String, _ address: Address) -> View {
        View(
            title: "This can’t be shown", address: address,
            body: .all([
                .element(.h1, [], ["This can’t be shown"]), .element(.p, [.cls("doubt"), .set(.role, "alert")], [.text(words)]),
                .element(.p, [], ["What was looked for may well be there: this is a fault, not an answer."]),
            ]), sheet: Sheet(name: "fault", columns: ["message"], rows: [[.text(words)]]), status: 500)
    }

    /// A view that says that something is not there.
    static func missing(_ words: String, _ address: Address) -> View {
        View(
            title: "Not found", address: address,
            body: .all([.element(.h1, [], ["Not found"]), .element(.p, [], [.text(words)])]),
            sheet: Sheet(name: "missing", columns: ["message"], rows: [[.text(words)]]), status: 404)
    }
}

/// The content of a view as a table.
struct Sheet: Sendable {
    /// A place of it.
    enum Cell: Sendable, Equatable {
        case none
        case text(String)
        case number(Int)

        init(_ text: String?) { self = text.map { .text($0) } ?? .none }
        init(_ number: Int?) { self = number.map { .number($0) } ?? .none }
    }

    /// What its rows are.
    var name: String
    /// Names of the columns.
    var columns: [String]
    /// The rows, each with a cell for each column.
    var rows: [[Cell]]
}
