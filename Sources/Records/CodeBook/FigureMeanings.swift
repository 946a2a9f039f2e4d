internal import PaperModel

// What the records of figures hold.

extension FigureRecord {
    static let about = "An amount of money or staff that a paper states, with its place. It has one value, or the two ends of a range."
    static let meanings: [String: Meaning] = [
        "type": "The type of the record.",
        "schema": "Version of this schema.",
        "id": Meaning("Id of the document, \"#f\" and its place in document order.", .partID("f")),
        "document": Meaning("Id of the document.", .documentID),
        "segment": Meaning("Id of the innermost segment that it stands in.", .partID("s")),
        "table": "The cell that it stands in.",
        "text": "Its words, as printed, with approximator, bound and rate: \"up to £0.970m\".",
        "quote": "The same words with what stands around them.",
        "spans": "Its words in the page's text.",
        "sentence": "The whole sentence, or for a cell the whole row.",
        "page": Meaning("The page that it begins on, counted from 1.", .least(1)),
        "boxes": "Where its words stand (PDF), one box a line.",
        "path": "XPath of the element that holds it (HTML).",
    ].merging(Figure.meanings) { own, _ in own }
}

extension Figure {
    /// What the keys of `statement` hold.
    static let meanings: [String: Meaning] = [
        "kind": "What is counted.",
        "value": "The amount in whole units, as printed: a decimal string.",
        "low": "The lower end of a range, in whole units.",
        "high": "The upper end of a range, in whole units.",
        "unit": "ISO 4217 code, FTE, posts or people.",
        "interval": "What the printed digits can mean after rounding; left out where they are exact.",
        "approximate": "True where the words say so.",
        "bound": "How the words limit the amount.",
        "per": "Base of a rate: hour, day, week, month, year, person, household, square metre …; compound: child/week.",
        "period": "The time that it is for.",
        "sense": "What the money or staff is said to be. It names the direction; the value keeps its printed sign.",
        "basis": "Where the money comes from and how long it flows, where that is stated.",
        "comparison": "How the amount changes something, where it is a change and not a level.",
        "subject": "The words that say what it is for or of, as printed.",
        "subjectFrom": "Where those words stand.",
        "payee": "Who gets the money, as printed.",
        "payer": "Who gives the money, as printed.",
        "doubts": "What a careful reader would hesitate at.",
        "scaleFrom": "What printed its scale.",
        "signFrom": "What printed its sign.",
        "unitFrom": "What printed its unit, where its own words don't.",
        "rule": "Id of the rule that found it.",
        "cues": "Ids of the rules that set its other fields.",
        "struck": "True where a line runs through it.",
        "hidden": "Why a reader of the page can't see it.",
    ]
}

extension Figure.Kind {
    static let about = "What a figure counts."
    static let meanings = ["money": "An amount of currency.", "fte": "Full-time equivalents.", "headcount": "Posts or people."]
}

extension Figure.Bound {
    static let about = "How words limit an amount."
    static let meanings = ["atMost": "\"up to\"", "lessThan": "\"under\"", "atLeast": "\"at least\"", "moreThan": "\"over\""]
}

extension Figure.Source {
    static let about = "What printed the scale, sign or unit of a figure."
    static let meanings = [
        "suffix": "Letters behind the number.",
        "columnHeading": "The heading of its column.",
        "caption": "The table's caption, or the line above it.",
        "sentence": "The words of the sentence.",
        "brackets": "Accounting brackets.",
        "minus": "A minus sign.",
        "context": "Nothing printed: title, headings and numbers together speak of it.",
    ]
}

extension Figure.Doubt {
    static let about = "What a careful reader of a figure would hesitate at."
    static let meanings = [
        "unitFromContext": "No unit is printed; what stands around the number speaks of money.",
        "adjoins": "What stands beside the number may be a part of it, or the number a part of that.",
        "spacedDigits": "There are spaces between its digits.",
        "ambiguousScale": "The word taken, or not taken, for its scale may mean something else.",
        "symbolFont": "A digit or sign of it comes from a font of symbols, so that it may show something else.",
    ]
}

extension Figure.Sense {
    static let about = "What money or staff is said to be. Where two words fit equally, the earlier sense wins."
    static let meanings = [
        "limit": "A threshold in a rule or delegation, not money itself.",
        "overspend": "More than the budget.",
        "underspend": "Less than the budget.",
        "gap": "Shortfall, deficit.",
        "risk": "Exposure in a risk register.",
        "saving": "Saving, cut, cost avoided.",
        "pressure": "Growth that a budget must meet.",
        "grant": "Grant, donation, subsidy, given or received.",
        "contribution": "What a developer or partner puts in.",
        "reserve": "Money held.",
        "borrowing": "Money borrowed.",
        "loan": "Money lent.",
        "debt": "Money owed.",
        "investment": "Money placed.",
        "income": "Receipts, taxes raised.",
        "pay": "Salary, wage, allowance.",
        "value": "Valuation, benefit, worth.",
        "contract": "Value of a contract let or offered.",
        "price": "Asked or charged: fee, fare, rent, penalty.",
        "funding": "Money made available, won or bid for.",
        "budget": "Budget, allocation, provision.",
        "spend": "Spent, paid.",
        "cost": "Cost, or an estimate of one.",
        "vacancy": "Staff: posts that stand empty.",
        "agency": "Staff: people hired through agencies.",
        "absence": "Staff: people away.",
        "reduction": "Staff: posts that go.",
        "increase": "Staff: posts or people that come.",
        "establishment": "Staff: posts provided for.",
        "inPost": "Staff: people employed.",
    ]
}

extension Figure.Basis {
    static let about = "Where money comes from and how long it flows."
    static let meanings = [
        "revenue": "Day-to-day money.", "capital": "Money for building and buying.", "oneOff": "Once.", "ongoing": "Year after year.",
    ]
}

extension Figure.Comparison {
    static let about = "How an amount that is a change, and no level, changes something."
    static let meanings = [
        "increase": "It is added.", "decrease": "It is taken away.", "difference": "It parts two levels; the sign says which way.",
    ]
}

extension Figure.SubjectSource {
    static let about = "Where the words stand that say what a figure is for."
    static let meanings = [
        "clause": "In its own clause.",
        "sentence": "In another clause of its sentence.",
        "previousSentence": "In the sentence before.",
        "lead": "In the lead-in of its list or table.",
        "row": "In the row's own labels.",
        "rowGroup": "In the title of the row's group.",
        "column": "In the heading of the column.",
        "caption": "In the table's title.",
        "heading": "In the heading of the section.",
        "item": "In the title of the agenda item.",
    ]
}

extension HiddenText.Reason {
    static let about = "Why a reader of a page can't see text that is in the file."
    static let meanings = [
        "covered": "It lies under a later opaque fill or image.", "invisible": "It is drawn without ink.",
        "tiny": "It is too small for any reader.", "sameColour": "It has the colour of what it stands on.",
    ]
}

extension Period {
    static let about = "A time, both days included. A financial year is 1 April to 31 March."
    static let meanings: [String: Meaning] = ["start": "First day.", "end": "Last day.", "text": "The words that say so, as printed."]
}

extension ClosedInterval {
    static let about = "Both ends of what a rounded number can mean."
    static let meanings: [String: Meaning] = ["min": "Least, in whole units.", "max": "Most, in whole units."]
}
