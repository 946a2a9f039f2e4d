import Extraction
import PaperModel
import TestSupport
import Testing

/// The time that words further off than the sentence state.
@Suite struct PeriodTests {
    private static let march = "2023-03-01 2023-03-31"

    /// The periods of the figures of a paper, in order.
    private func periods(_ write: (inout PaperSketch) -> Void) throws -> [String?] {
        var sketch = PaperSketch()
        sketch.page()
        write(&sketch)
        return try sketch.read().figures.map { $0.period.map { "\($0.start) \($0.end)" } }
    }

    private static let payments = [
        ["Payee", "Details", "Amount £"], ["Acme Fencing", "Gate repair", "75.00"], ["Holt", "Bins", "12.50"],
    ]

    @Test(arguments: [
        "Payments for March 2023", "Accounts for payment - March 2023", "Cheques signed in March 2023", "March 2023 payments",
    ])
    func theHeadingOfAListDatesItsEntries(heading: String) throws {
        let found = try periods {
            $0.block(heading, .heading(level: 2))
            $0.block("The clerk laid these before the council:")
            $0.block("Acme Fencing - gate repair - £75.00", .listItem)
            $0.block("Holt - bins - £12.50", .listItem)
        }
        #expect(found == [Self.march, Self.march])
    }

    @Test(arguments: [
        "Agenda - March 2023", "Payments for the meeting in March 2023", "Payments to be made before 31 March 2023", "Bus shelters",
    ])
    func anyOtherHeadingDatesNothing(heading: String) throws {
        let found = try periods {
            $0.block(heading, .heading(level: 2))
            $0.block("Acme Fencing - gate repair - £75.00", .listItem)
        }
        #expect(found == [nil])
    }

    /// Writes lines at the head of a page as its printed lines.
    private func head(_ sketch: inout PaperSketch, _ lines: String...) {
        for line in lines {
            let range = sketch.block(line)
            let box = Box(x: 50, y: 50, width: 200, height: 10)
            sketch.paper.pages[sketch.paper.pages.count - 1].lines.append(Line(range: range, box: box))
        }
    }

    @Test func theHeadOfAPageDatesItsListAndWhatGoesOnOverleaf() throws {
        let found = try periods {
            head(&$0, "Eastmoor Health Trust", "Payments over £25,000", "Mar 2023", "Amounts include VAT.")
            $0.table(Self.payments)
            $0.page()
            head(&$0, "page 2")
            $0.table(Self.payments)
        }
        #expect(found == [nil] + Array(repeating: Self.march, count: 4))
    }

    @Test func theHeadOfAnotherPaperDatesNothing() throws {
        let found = try periods {
            head(&$0, "Eastmoor Parish Council", "Minutes", "Mar 2023", "Six members were there.")
            $0.table(Self.payments)
        }
        #expect(found == [nil, nil])
    }

    @Test(arguments: ["Values as at 12:30 on 3rd, October 2017", "As at 3 October 2017", "All figures are as at 03/10/2017"])
    func aNoteUnderATableDatesIt(note: String) throws {
        let found = try periods {
            $0.table([["Item", "Value"], ["Mower", "£300"], ["Bench", "£250"]])
            $0.block("Total")
            $0.block(note)
        }
        #expect(found == ["2017-10-03 2017-10-03", "2017-10-03 2017-10-03"])
    }

    @Test(arguments: ["The next stall at the fair is on 3 October 2017", "Figures are to be sent by 3 October 2017"])
    func anyOtherNoteDatesNothing(note: String) throws {
        let found = try periods {
            $0.table([["Item", "Value"], ["Mower", "£300"]])
            $0.block(note)
        }
        #expect(found == [nil])
    }

    @Test func whatWasSpentIsOfTheYearOfTheBudgetBesideIt() throws {
        let found = try periods {
            $0.table(
                [["Item", "Budget 2016-17", "Spent", "Budget 2017-18", "Spent"], ["Hall hire", "£200", "£100", "£150", "£30"]],
                caption: "Budget 2015/16")
        }
        #expect(found == ["2016-04-01 2017-03-31", "2016-04-01 2017-03-31", "2017-04-01 2018-03-31", "2017-04-01 2018-03-31"])
    }

    @Test(arguments: [
        ("Payments for June 2023: Clerk £400; HMRC £90; Holt, bins £9", 3), ("Capital plan 2023/24 - roofs £5m; doors £2m", 2),
        ("Grants made in May 2025 - Scouts: £600. Lunch club: £450. Bloom group: £90.", 3),
    ])
    func theOpeningWordsOfAListDateAllItsEntries(text: String, count: Int) throws {
        let found = try periods { $0.block(text) }
        #expect(found.count == count && !found.contains(nil) && Set(found).count == 1)
    }

    @Test func whatTheOpeningWordsLeadToEndsWithTheList() throws {
        let found = try periods { $0.block("Balance at 30/04/2024: £3,100. The new van will cost £900.") }
        #expect(found == ["2024-04-30 2024-04-30", nil])
    }

    @Test(arguments: ["Date", "Date paid", "Payment date"])
    func aListOfPaymentsWithoutATitleTakesTheDaysOfItsRows(head: String) throws {
        let found = try periods {
            $0.table([[head, "Payee", "Amount £"], ["12/04/2023", "Acme Fencing", "75.00"], ["3 May 2023", "Holt", "12.50"]])
        }
        #expect(found == ["2023-04-12 2023-04-12", "2023-05-03 2023-05-03"])
    }

    @Test(arguments: ["Date due", "Meeting date", "Expiry date"])
    func anyOtherDayOfARowDatesNothing(head: String) throws {
        let found = try periods { $0.table([[head, "Payee", "Amount £"], ["12/04/2023", "Acme Fencing", "75.00"]]) }
        #expect(found == [nil])
    }
}
