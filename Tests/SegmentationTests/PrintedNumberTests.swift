import Testing

@testable import Segmentation

@Suite struct PrintedNumberTests {
    private func read(_ text: String) -> PrintedNumber? { PrintedNumber(Array(text.unicodeScalars)[...]) }

    @Test(arguments: [
        ("7. Apologies", "7", PrintedNumber.Form.plain, 3),
        ("12) Apologies", "12", .plain, 4),
        ("(3) A member asked", "3", .bracketed, 4),
        ("2.1 Costs", "2.1", .decimal, 4),
        ("2.1.3. Costs", "2.1.3", .decimal, 7),
        ("64/25 Minutes", "64/25", .minute, 6),
        ("25/064 Minutes", "25/064", .minute, 7),
        ("2019/114 Minutes", "2019/114", .minute, 9),
        ("38/19.1 Minutes", "38/19.1", .minute, 8),
        ("14/09/6.01 to pay", "14/09/6.01", .minute, 11),
        ("LW 45/2021 Minutes", "LW 45/2021", .minute, 11),
        ("PC/24/15 Minutes", "PC/24/15", .minute, 9),
        ("64/24-25 Minutes", "64/24-25", .minute, 9),
        ("64/2024/25 Minutes", "64/2024/25", .minute, 11),
        ("2024-25/064 Minutes", "2024-25/064", .minute, 12),
        ("24/25-064: Minutes", "24/25-064", .minute, 11),
        ("2024-06_7 Minutes", "2024-06_7", .minute, 10),
        ("20/3/HSC Flats", "20/3/HSC", .minute, 9),
        ("52a/18 Apologies", "52a/18", .minute, 7),
        ("PAR 4\tMinutes", "PAR 4", .prefixed, 6),
        ("HWB.24 Minutes", "HWB.24", .prefixed, 7),
        ("4 . Minutes", "4", .plain, 4),
        ("[3] Planning", "3", .bracketed, 4),
        ("[b] a new shed", "b", .lettered, 4),
        ("A1. Budget", "A1", .prefixed, 4),
        ("SP/14 Late item", "SP/14", .prefixed, 6),
        ("7A. Late item", "7A", .plain, 4),
        ("(b) agree the plan", "b", .lettered, 4),
        ("iv) agree the plan", "iv", .lettered, 4),
    ])
    func readsWhatStandsBeforeTheWords(text: String, words: String, form: PrintedNumber.Form, length: Int) throws {
        let number = try #require(read(text))
        #expect(number.text == words)
        #expect(number.form == form)
        #expect(number.length == length)
    }

    @Test(arguments: [
        "24/00109 - Transfer", "2025-26 Council Tax", "£5 a week", "3.4m of savings", "a plan", "(see note)", "12345 people", "", "(",
        "15 January 2026", "14/09/2023 was a Thursday", "24/01234/FUL Barn", "24/0123/FUL Barn", "LOT 4", "7.25 pm", "7 p.m. start",
        "[EC] spoke",
        "2024-13_2 x",
        "2024 Annual Report", "14-15/06/2024 were hot", "10-11 year olds",
    ])
    func leavesOtherWords(text: String) {
        #expect(read(text) == nil)
    }

    @Test(arguments: [
        ("7.", "8.", true), ("7.", "9.", false), ("7.", "7A.", true), ("64/25", "65/25", true), ("25/064", "25/065", true),
        ("64/25", "65/26", false), ("2.1", "2.2", true), ("2.9", "3.1", false), ("1.0", "2.0", true), ("A1.", "B2.", false),
        ("(a)", "(b)", true), ("A4.", "B1.", true), ("A4.", "C1.", false),
        ("16.03.4", "16.03.05", true), ("16.3.13", "6.3.14", true), ("38/19.1", "38/19.2", true), ("38/19.1", "39/19.1", false),
        ("LW 45/2021", "LW 46/2021", true), ("45.24", "46.24", true), ("2019/114", "2019/115", true),
        ("64/24-25", "65/24-25", true), ("64/24-25", "66/24-25", false), ("2024-25/9", "2024-25/10", true), ("64/24/25", "65/24/25", true),
        ("2024-06_1", "2024-06_2", true), ("20/1/HSC", "20/2/HSC", true), ("52a/18", "52b/18", true), ("52d/18", "53/18", true),
        ("52b/18", "52a/18", false), ("7/16", "7/16", false), ("[1]", "[2]", true),
        ("14/11/11", "14/11/12", true), ("24/25-9", "24/25-10", true),
    ])
    func knowsWhatComesNext(first: String, second: String, isNext: Bool) throws {
        let first = try #require(read(first + " x"))
        let second = try #require(read(second + " x"))
        #expect(second.follows(first) == isNext)
    }

    @Test func leavesRoomForWithdrawnItems() throws {
        let first = try #require(read("7. x"))
        let later = try #require(read("10. x"))
        #expect(later.follows(first, gap: 2))
        #expect(!later.follows(first, gap: 1))
    }
}
