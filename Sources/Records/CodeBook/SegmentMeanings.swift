internal import PaperModel

// What the records of segments and tables hold.

extension SegmentRecord {
    static let about = "A part of a paper with a meaning of its own."
    static let meanings: [String: Meaning] = [
        "type": "The type of the record.",
        "schema": "Version of this schema.",
        "id": Meaning("Id of the document, \"#s\" and its place in document order.", .partID("s")),
        "document": Meaning("Id of the document.", .documentID),
        "parent": Meaning("Id of the segment that contains it.", .partID("s")),
        "kind": "What it is.",
        "part": Meaning("In an agenda pack, the paper that it belongs to: index into the document's papers, from 0.", .least(0)),
        "number": "Its number, as printed.",
        "title": "Its title, as printed.",
        "level": Meaning("Nesting by its own numbering, 1 at the top.", .least(1)),
        "asker": "Who asks, as printed.",
        "addressee": "Who is asked, as printed.",
        "respondent": "Who answers, as printed.",
        "answers": Meaning("For a reply, the id of its question.", .partID("s")),
        "outcome": "How a resolution ended.",
        "votes": "Votes, where they are printed.",
        "moved": "Who moved it, as printed.",
        "seconded": "Who seconded it, as printed.",
        "sameAs": Meaning("Id of another segment that prints the same decision.", .partID("s")),
        "fields": "For a form, its lines: the names are the form's own, in small letters.",
        "links": "Documents that it links to.",
        "spans": "Its extent, page by page.",
        "page": Meaning("The page that it begins on, counted from 1.", .least(1)),
        "endPage": Meaning("The page that it ends on.", .least(1)),
        "text": "Its text without furniture.",
    ]
}

extension Segment.Kind {
    static let about = "What a segment is."
    static let meanings = [
        "agendaItem": "An item of business.",
        "question": "A question put by a councillor or member of the public.",
        "reply": "The answer to a question.",
        "supplementary": "A supplementary question.",
        "supplementaryReply": "The answer to a supplementary question.",
        "resolution": "What was resolved, agreed or decided.",
        "recommendation": "What a report asks its readers to decide.",
        "section": "A headed part.",
    ]
}

extension Segment.Outcome {
    static let about = "How a resolution ended."
    static let meanings = [
        "resolved": "Resolved.", "agreed": "Agreed or approved.", "carried": "Carried on a vote.", "lost": "Lost, fell or was rejected.",
        "noted": "Noted.", "deferred": "Put off.", "withdrawn": "Withdrawn.",
    ]
}

extension Segment.Votes {
    static let about = "Votes as printed."
    static let meanings: [String: Meaning] = [
        "for": Meaning("Votes in favour.", .least(0)), "against": Meaning("Votes against.", .least(0)),
        "abstain": Meaning("Abstentions.", .least(0)),
    ]
}

extension Segment.Reference {
    static let about = "A document that a segment links to."
    static let meanings: [String: Meaning] = ["title": "The words of the link.", "url": "Where it leads, as the page gives it."]
}

extension TableRecord {
    static let about =
        "A table with its cells. One that runs over pages is one record, and a heading row that is repeated stands in it once."
    static let meanings: [String: Meaning] = [
        "type": "The type of the record.",
        "schema": "Version of this schema.",
        "id": Meaning("Id of the document, \"#t\" and its place in document order.", .partID("t")),
        "document": Meaning("Id of the document.", .documentID),
        "segment": Meaning("Id of the innermost segment that it begins in.", .partID("s")),
        "caption": "Its title, as printed.",
        "method": "What it was found by.",
        "pages": "The pages that it stands on, counted from 1.",
        "boxes": "Its extent, a box for each part.",
        "rows": Meaning("Number of rows.", .least(0)),
        "columns": Meaning("Number of columns.", .least(0)),
        "headerRows": Meaning("Rows at its top that are headings.", .least(0)),
        "headerColumns": Meaning("Columns at its left that name the rows.", .least(0)),
        "cells": "Its cells, row by row, empty ones included.",
        "columnUnits": "What the numbers of each column mean, one entry a column; null where nothing says so.",
        "checks": "Sums of its columns that were found to hold.",
        "unreadNumbers": Meaning("Numbers that are written as amounts are and gave no figure.", .least(0)),
    ]
}

extension Table.Method {
    static let about = "What a table was found by."
    static let meanings = [
        "tagged": "The file's structure tree.", "ruled": "Lines and boxes that are drawn.", "aligned": "White space.",
        "markup": "The markup of a web page.",
    ]
}

extension CellRecord {
    static let about = "One cell of a table."
    static let meanings: [String: Meaning] = [
        "row": Meaning("First row, counted from 0.", .least(0)),
        "column": Meaning("First column, counted from 0.", .least(0)),
        "rowSpan": Meaning("Rows that it covers.", .least(1)),
        "columnSpan": Meaning("Columns that it covers.", .least(1)),
        "text": "Its words, white space as single spaces.",
        "header": "Whether it is a heading.",
        "span": "Its text on its page.",
        "box": "Where it stands on its page.",
    ]
}

extension ColumnUnit {
    static let about = "What the numbers of a column mean."
    static let meanings: [String: Meaning] = [
        "unit": "ISO 4217 code, FTE, posts, people, percent, count, date, or none.",
        "scale": Meaning("What a printed number is multiplied by: 1, 1000, 1000000.", .least(0)),
        "period": "The time that the column is for.",
        "from": "The printed words that say so; for a column that is refused, the words over it, or its first numbers.",
        "refused": "Why the numbers of a column with the unit none are no amounts, though something stands over them.",
    ]
}

extension ColumnUnit.Refusal {
    static let about = "Why the numbers of a column are taken for no amounts."
    static let meanings = [
        "identifier": "They name things: numbers of invoices, accounts, transactions.",
        "date": "They are days or times.",
        "year": "They are years.",
        "lineNumber": "They count the rows.",
        "scaleAlone": "The heading scales (\"000s\") and nothing says of what.",
        "noEvidence": "Other columns are money, and neither the heading nor the numbers say that these are.",
    ]
}

extension SumCheck {
    static let about = "A sum of a table's column that holds, within what rounding of the printed digits can hide."
    static let meanings: [String: Meaning] = [
        "kind": "What was checked: a total against the amounts above it.",
        "row": Meaning("Row of the total, counted from 0.", .least(0)),
        "column": Meaning("Column, counted from 0.", .least(0)),
        "holds": "Always true: a sum that differs is left out.",
    ]
}
