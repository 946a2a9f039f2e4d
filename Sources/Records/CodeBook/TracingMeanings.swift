// What the lines hold that searches and traces print; none of them stands in the files of a run.

extension VerdictRecord {
    static let about = "What the papers of a folder say of a claim: a line of trace."
    static let meanings: [String: Meaning] = [
        "type": "The type of the line.",
        "schema": "Version of this schema.",
        "id": "The name that the claim was given with.",
        "claim": "The claim, as it was given.",
        "verdict": "supported: a place states it; differs: its subject is found with other amounts only; notFound: neither.",
        "why": "Why, in a sentence.",
        "mentions": "Places that state it, best first, then the same thing with other amounts, best first.",
        "near": "Amounts within half a per cent that stand with the same words.",
        "slips": "Amounts ten or a thousand times as large or small that stand with the same words: a warning, never a match.",
        "byNumberAlone": Meaning("Places whose amount matches and that speak of something else.", .least(0)),
        "cursor": Meaning("What --since takes the next time, to have only what is new by then.", .least(0)),
    ]
}

extension MentionRecord {
    static let about = "A place of the papers as a trace judges it."
    static let meanings: [String: Meaning] = [
        "id": "Id of the figure, or of the cell whose number has no unit.",
        "document": Meaning("Id of the paper.", .documentID),
        "page": Meaning("The page, counted from 1.", .least(1)),
        "relation": "states: the amount of the claim; roundsTo: it, with other precision; differs: another amount of the same thing.",
        "text": "The amount as printed.",
        "value": "Its value, a decimal; absent for a range.",
        "low": "The lower end of a range, a decimal.",
        "high": "The upper end of a range, a decimal.",
        "unit": "Its unit, as in figures; absent where none is printed.",
        "closeness": "How its printed digits stand to those of the claim.",
        "role": "Who says it, and how: asked, answered, reported, tabulated, recommended, resolved.",
        "decision": "How the resolution ended that states it.",
        "words": "Share of the claim's words that stand near it, weighed by their rarity, 0 to 1.",
        "score": "Words and digits together, 0 to 1.",
        "twinOf": "Id of the place that it repeats word for word.",
        "subject": "The words that say what the amount is for.",
        "sentence": "Its sentence, or the row of its table.",
        "title": "Title of the paper.",
        "organisation": "The body whose meeting the paper is of.",
        "committee": "The committee.",
        "date": Meaning("Day of the meeting, ISO 8601.", .format("date")),
        "link": "Where to open it: the address or path of the paper, with the page.",
    ]
}

extension HitRecord {
    static let about = "A place that a search found: a line of search."
    static let meanings: [String: Meaning] = [
        "type": "The type of the line.",
        "schema": "Version of this schema.",
        "kind": "What was found: page, segment, figure, table.",
        "id": "Its id.",
        "document": Meaning("Id of the paper.", .documentID),
        "page": Meaning("The page, counted from 1.", .least(1)),
        "score": "How well it fits, 0 to 1.",
        "text": "The words around what was found.",
        "marks":
            "Where the words that were looked for stand in the text: offsets of the first character and behind the last, Unicode scalar values.",
        "title": "Title of the paper.",
        "organisation": "The body whose meeting the paper is of.",
        "committee": "The committee.",
        "date": Meaning("Day of the meeting, ISO 8601.", .format("date")),
        "link": "Where to open it: the address or path of the paper, with the page.",
    ]
}

extension PagesRecord {
    static let about = "The pages that answer a query: what trace --claims gives for a line with a query."
    static let meanings: [String: Meaning] = [
        "type": "The type of the line.",
        "schema": "Version of this schema.",
        "id": "The name that the query was given with.",
        "query": "The query, as it was given.",
        "pages": "The pages, best first.",
    ]
}

extension PagesRecord.Place {
    static let about = "A page of a paper."
    static let meanings: [String: Meaning] = [
        "document": Meaning("Id of the paper.", .documentID),
        "page": Meaning("The page, counted from 1.", .least(1)),
    ]
}
