internal import PaperModel

// What the objects hold that say where something stands.

extension Span {
    static let about = "A range of a page's canonical text."
    static let meanings: [String: Meaning] = [
        "page": Meaning("The page, counted from 1.", .least(1)),
        "start": Meaning("Offset of the first character in the page's text, Unicode scalar values.", .least(0)),
        "end": Meaning("Offset behind the last, Unicode scalar values.", .least(0)),
    ]
}

extension PlacedBox {
    static let about = "A box on a page as displayed; the origin is its top left corner, y grows downwards."
    static let meanings: [String: Meaning] = [
        "page": Meaning("The page, counted from 1.", .least(1)),
        "x": "Left edge, points (1/72 inch), to a tenth.",
        "y": "Top edge, points (1/72 inch), to a tenth.",
        "width": Meaning("Width, points, to a tenth.", .least(0)),
        "height": Meaning("Height, points, to a tenth.", .least(0)),
    ]
}

extension Quote {
    static let about = "Words with what stands around them, as a text quote selector of the W3C Web Annotation Data Model, 4.2.4."
    static let meanings: [String: Meaning] = [
        "exact": "The words, as in the canonical text.",
        "prefix": "Up to 32 characters of the page's text before them.",
        "suffix": "Up to 32 characters of the page's text behind them.",
    ]
}

extension CellLink {
    static let about = "The cell that a figure stands in."
    static let meanings: [String: Meaning] = [
        "id": Meaning("Id of the table.", .partID("t")),
        "row": Meaning("Row, counted from 0.", .least(0)),
        "column": Meaning("Column, counted from 0.", .least(0)),
        "rowLabels": "What names its row, as printed, outermost first: titles of its group, then the row's own cells.",
        "columnLabels": "The headings of its column, as printed, from the top.",
        "rowHeading": "The row labels, joined by spaces.",
        "columnHeading": "The column labels, joined by \" | \".",
    ]
}
