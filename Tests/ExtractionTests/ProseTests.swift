import Extraction
import PaperModel
import RuleEngine
import TestSupport
import Testing

/// A figure in short: words, value or range, unit, and what else is said.
func summary(_ found: TextFigure) -> String {
    let figure = found.figure
    var parts = [found.text]
    switch figure.value {
    case .single(let amount): parts.append(amount.description)
    case .range(let low, let high): parts.append("\(low)..\(high)")
    }
    parts.append(figure.unit)
    if figure.isApproximate { parts.append("~") }
    if let bound = figure.bound { parts.append(bound.rawValue) }
    if let per = figure.per { parts.append("per \(per)") }
    if let period = figure.period { parts.append("\(period.start)..\(period.end)") }
    return parts.joined(separator: " | ")
}

@Suite struct ProseTests {
    private func figures(_ text: String) throws -> [String] {
        FigureExtractor(rules: try Checkout.ruleBook.get()).figures(inText: text).map(summary)
    }

    @Test(arguments: [
        ("It is £8.1m.", ["£8.1m | 8100000 | GBP"]),
        (
            "Pen Churchyard - £125 (Ch. No. 66), Tin Churchyards -£25.00 (Ch. No. 67)",
            ["£125 | 125 | GBP", "£25.00 | 25 | GBP"]
        ),
        ("Parks - £3m, Roads are a variance of -£2m", ["£3m | 3000000 | GBP", "-£2m | -2000000 | GBP"]),
        ("Drawdowns -£10m", ["-£10m | -10000000 | GBP"]),
        ("It is £0.970m.", ["£0.970m | 970000 | GBP"]),
        ("£2.5bn or £2.5 bn", ["£2.5bn | 2500000000 | GBP", "£2.5 bn | 2500000000 | GBP"]),
        ("loans of £1-2m", ["£1-2m | 1000000..2000000 | GBP"]),
        ("£1m\u{2013}£1.2m", ["£1m\u{2013}£1.2m | 1000000..1200000 | GBP"]),
        ("a gap of £2m to £3m", ["£2m to £3m | 2000000..3000000 | GBP"]),
        ("between £2 million and £3 million", ["between £2 million and £3 million | 2000000..3000000 | GBP"]),
        ("(£0.3m)", ["(£0.3m) | -300000 | GBP"]),
        ("an outturn of £(0.3)m", ["£(0.3)m | -300000 | GBP"]),
        ("a variance of -£0.3m", ["-£0.3m | -300000 | GBP"]),
        ("a variance of \u{2212}£0.3m", ["\u{2212}£0.3m | -300000 | GBP"]),
        ("savings (£0.3m) were made", ["£0.3m | 300000 | GBP"]),
        ("50p each", ["50p | 0.5 | GBP"]),
        ("at a cost of c £0.5m / month", ["c £0.5m / month | 500000 | GBP | ~ | per month"]),
        ("paid £35,000 p.a.", ["£35,000 p.a. | 35000 | GBP | per year"]),
        ("up to £5m", ["up to £5m | 5000000 | GBP | atMost"]),
        ("over £5m", ["over £5m | 5000000 | GBP | moreThan"]),
        ("511 FTE", ["511 FTE | 511 | FTE"]),
        ("The 1.5 social work posts are new.", ["1.5 social work posts | 1.5 | posts"]),
        ("c £8.1m over the years 2019/20 2025/26", ["c £8.1m | 8100000 | GBP | ~ | 2019-04-01..2026-03-31"]),
        ("£8.1m investment from 2019/2020 to 2025/26", ["£8.1m | 8100000 | GBP | 2019-04-01..2026-03-31"]),
        ("budget this year (23/24) of £5.7m", ["£5.7m | 5700000 | GBP | 2023-04-01..2024-03-31"]),
        ("£\u{a0}8.1\u{2009}m", ["£\u{a0}8.1\u{2009}m | 8100000 | GBP"]),
        ("£8.1\nmillion", ["£8.1\nmillion | 8100000 | GBP"]),
        ("£ 8.1 m", ["£ 8.1 m | 8100000 | GBP"]),
    ])
    func formsThatMustBeRight(text: String, expected: [String]) throws {
        #expect(try figures(text) == expected)
    }

    @Test(arguments: [
        "FD.6493/21", "2.1 Officers were asked to attend.", "costs rose over 2019/20", "Call 01629 538 243 or 0345 600 900.",
        "on 3 May 2022 at 7.30 pm",
        "see paragraph 8.1 and page 20", "12% of the total", "scale 1:1250", "SW1A 2AA", "48 councillors met 300 residents",
        "The £000s are rounded.",
    ])
    func whatIsNoFigure(text: String) throws {
        #expect(try figures(text) == [])
    }

    @Test func countsAfterAStatementOfFTEAreFTE() throws {
        let text = "Data are expressed as full-time equivalent (FTE) posts. There are 449 posts filled, giving a staff vacancy gap of 62."
        #expect(try figures(text) == ["449 posts | 449 | FTE", "62 | 62 | FTE"])
    }

    @Test func aNumberGoesOnCountingWhatTheSentenceBeforeCounted() throws {
        let text = "It employs 90 agency staff. That is down from over 120 in the summer."
        #expect(try figures(text) == ["90 agency staff | 90 | people", "over 120 | 120 | people | moreThan"])
    }

    @Test func aChangeFromOneAmountToAnotherIsTwoFigures() throws {
        #expect(try figures("It fell from £250m to around £15.7m.") == ["£250m | 250000000 | GBP", "around £15.7m | 15700000 | GBP | ~"])
    }

    @Test func eachAmountTakesThePeriodThatFollowsIt() throws {
        #expect(
            try figures("a call of £12m in 2025-26 and of £32m over the term 2025-26 to 2027-28") == [
                "£12m | 12000000 | GBP | 2025-04-01..2026-03-31", "£32m | 32000000 | GBP | 2025-04-01..2028-03-31",
            ])
    }

    @Test func theIntervalIsWhatTheDigitsCanMean() throws {
        let found = FigureExtractor(rules: try Checkout.ruleBook.get()).figures(inText: "£8.1m, £0.970m, £8,125.50")
        #expect(found.map { $0.figure.interval.map { "\($0.min)..\($0.max)" } } == ["8050000..8150000", "969500..970500", nil])
    }

    @Test func rangesOfTextCountScalars() throws {
        let found = try #require(FigureExtractor(rules: try Checkout.ruleBook.get()).figures(inText: "Dépôt – coût: £5m.").first)
        #expect(found.range == TextRange(14, 17))
        #expect(found.figure.spans == [Span(page: 1, range: TextRange(14, 17))])
    }
}
