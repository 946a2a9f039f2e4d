import HTMLLoading
import PaperModel
import RuleEngine
import TestSupport
import Testing

@Suite("Page layouts")
struct LayoutTests {
    private let layouts: [PageLayout]

    init() throws {
        layouts = try Checkout.ruleBook.get().layouts
    }

    @Test("every path of the rule files is XPath")
    func paths() {
        #expect(!layouts.isEmpty)
        #expect(invalidPaths(in: layouts).isEmpty)
    }

    @Test("a path that is no XPath is a failure that names it")
    func invalidPath() {
        var layout = PageLayout(id: "broken")
        layout.leaveOut = ["//div[@class="]
        #expect(invalidPaths(in: [layout]).map(\.path) == ["//div[@class="])
        #expect { try read("<p>x</p>", layouts: [layout]) } throws: { error in
            (error as? PaperFailure)?.message.contains("broken") == true
                && (error as? PaperFailure)?.message.contains("//div[@class=") == true
        }
    }

    @Test("a meeting of modern.gov: items, roles, cut minutes, what is printed of the meeting")
    func meeting() throws {
        let paper = try read(
            """
            <html lang=en><head><title>Agenda</title></head><body><nav>Menu</nav><div id="modgov"><h2 class="mgSubTitleTxt" ><a
            href="mgCommitteeDetails.aspx?ID=7" title="Link&#32;to&#32;Harbour Board">Harbour Board - Monday 2 March 2026 6.00 pm</a></h2>
            <table class="mgItemTable" id="mgItemTable"><caption class="mgSectionTitle">Items</caption><tr><th class="mgHide">No.<th class="mgHide">Item</tr>
            <tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">7.</p></td><td><p class="mgAiTitleTxt"><a href="documents/s9/Dredging.pdf">Dredging
            <span class="mgFileSize">PDF 99 KB</span></a></p><div class="mgWordPara"><p>To note the cost.</p></div><p class="mgSubItemTitleTxt">Decision:</p>
            <div class="mgWordPara"><p><b>RESOLVED</b> that £40,000 be spent.</p></div><p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>The
            Board heard &nbsp;...&nbsp; <a href="mgAi.aspx?ID=51">view the full minutes text for item 7.</a></p></div>
            <table class="mgTableNoBorderFullWidth"><caption class="mgSectionTitle">Recorded Vote</caption><thead><th>Title</th><th>Result</th></th>
            <tr><td>Dredging<td>Carried</tr></table><li><a href="mgListRecordedVotesShort.aspx?AIID=5">View Recorded Vote</a></li></td></tr>
            </table></div><footer>Cookies</footer></body></html>
            """, layouts: layouts)
        let read = paper.blocks.filter { $0.item == 0 }.map { "\($0.role?.rawValue ?? "-"): \(paper.words($0))" }
        #expect(
            read == [
                "itemNumber: 7.", "itemTitle: Dredging", "agendaText: To note the cost.", "label: Decision:",
                "decision: RESOLVED that £40,000 be spent.", "label: Minutes:", "minutes: The Board heard ...",
                "truncation: view the full minutes text for item 7.", "vote: Recorded Vote", "vote: Title\tResult",
                "vote: Dredging\tCarried",
            ])
        #expect(paper.tables.isEmpty)
        #expect(!paper.text.contains("Menu") && !paper.text.contains("Cookies") && !paper.text.contains("PDF 99 KB"))
        #expect(paper.notices.map(\.code) == [.truncatedMinutes])
        #expect(paper.metadata.committee == "Harbour Board")
        #expect(paper.metadata.meetingDate == Day(2026, 3, 2))
        #expect(paper.metadata.title == "Harbour Board - Monday 2 March 2026 6.00 pm")
    }

    @Test("one item of modern.gov with its meeting")
    func item() throws {
        let paper = try read(
            """
            <div id="modgov"><h1 class="mgMainTitleTxt">Agenda item</h1><h2 class="mgSubTitleTxt">Ferry fares</h2><ul class="mgActionList"><li><a
            href="ieListDocuments.aspx?CId=1">Meeting of Cabinet, Wednesday, 8th September, 2021 2.00 pm (Item 13.)</a></li></ul>
            <div class="mgContent"><h3 class="mgSubItemTitleTxt">Minutes:</h3><div class="mgWordPara"><p>Fares rise by 10p.</p></div></div></div>
            """, layouts: layouts)
        #expect(paper.blocks.first { $0.role == .itemTitle }.map(paper.words) == "Ferry fares")
        #expect(paper.blocks.first { $0.role == .minutes }.map(paper.words) == "Fares rise by 10p.")
        #expect(paper.metadata.committee == "Cabinet")
        #expect(paper.metadata.meetingDate == Day(2021, 9, 8))
    }

    @Test("an unknown page is read without navigation, with all that stands in its main part")
    func mainElement() throws {
        let paper = try read(
            """
            <header><a href=/>Home</a></header><nav><a href=/a>A</a></nav><div id=cookie-banner>We use cookies</div>
            <main><header><h1>Parking</h1></header><p>A permit costs £60.</p><ul><li><a href=/apply>Apply</a></ul></main><footer>© Council</footer>
            """, layouts: layouts)
        #expect(paper.text == "Parking\nA permit costs £60.\n• Apply")
        #expect(paper.metadata.title == "Parking")
    }

    @Test("a page without a main element is read where most words outside links stand, and no empty main hides it")
    func density() throws {
        let words = String(repeating: "The council spends two million pounds on roads. ", count: 20)
        let menu = "<div><ul>" + (1...30).map { "<li><a href=/\($0)>Service \($0)</a></li>" }.joined() + "</ul></div>"
        let paper = try read(
            "<body><h1>Roads</h1>\(menu)<main></main><div><div class=x><p>\(words)</p><p>£5</p></div></div></body>", layouts: layouts)
        #expect(paper.text.hasPrefix("Roads\nThe council spends"))
        #expect(paper.text.hasSuffix("£5"))
        #expect(!paper.text.contains("Service 7"))
    }

    @Test(
        "the council is named behind the title, beside the logo or at the foot",
        arguments: [
            ("<title>Agenda for Cabinet on Tuesday 10 June 2025 - Northwick Borough Council</title>", "Northwick Borough Council"),
            ("<title>Agenda - Modern Council</title><header><img alt='Westmarch Council logo'></header>", "Westmarch Council"),
            (
                "<footer>© Royal Borough of Dunmere upon Wend Council. All rights reserved.</footer>",
                "Royal Borough of Dunmere upon Wend Council"
            ),
            ("<title>Home | London Borough of Harrowmere</title>", "London Borough of Harrowmere"),
            ("<title>Agenda for County Council on Tuesday</title>", nil),
        ] as [(String, String?)])
    func organisation(head: String, name: String?) throws {
        let paper = try read("<body>\(head)<div id=modgov><h1 class=mgMainTitleTxt>Agenda</h1></div></body>", layouts: layouts)
        #expect(paper.metadata.organisation == name)
    }

    @Test("a decision of modern.gov: the lines of its form are no part of it")
    func decision() throws {
        let paper = try read(
            """
            <div id="modgov"><h1 class="mgMainTitleTxt">Decision details</h1><h2 class="mgSubTitleTxt">Sale of the depot</h2><div class="mgContent">
            <p><span class="mgLabel">Decision Maker: </span><a href="mgCommitteeDetails.aspx?ID=1">Cabinet</a></p>
            <p><span class="mgLabel">Decision status: </span>Approved</p><h3 class="mgSubSubTitleTxt">Decision:</h3>
            <div class="mgWordPara"><p>To sell it for £1.2m.</p></div><p><span class="mgLabel">Date of decision: </span>10/06/2025</p></div></div>
            """, layouts: layouts)
        #expect(paper.blocks.filter { $0.role == .decision }.map(paper.words) == ["To sell it for £1.2m."])
        #expect(paper.blocks.filter { $0.role == nil }.isEmpty)
        #expect(paper.metadata.committee == "Cabinet")
        #expect(paper.metadata.meetingDate == Day(2025, 6, 10))
    }

    @Test("a meeting of CMIS")
    func cmis() throws {
        let paper = try read(
            """
            <title>Planning Committee | Dunmere Borough Council</title><div id="dnn_ContentPane"><div id="dnn_ctr410_ViewMeetingPublic_pnl"><h2>Planning</h2>
            <table><tr><td>Date:</td><td>Thursday, June 12, 2025, 7:00 pm</td></tr></table><p>One item only was on the agenda of this meeting.</p></div></div>
            """, layouts: layouts)
        #expect(paper.metadata.organisation == "Dunmere Borough Council")
        #expect(paper.metadata.meetingDate == Day(2025, 6, 12))
    }
}
