import PaperModel
import Testing

@testable import Segmentation

@Suite struct OrganisationNameTests {
    @Test(arguments: [
        ("Us Quick Links Council", nil),
        ("us quick links council", nil),
        ("Powers of Northwick City Council", "Northwick City Council"),
        ("POWERS OF THE NORTHWICK CITY COUNCIL", "NORTHWICK CITY COUNCIL"),
        ("Welcome to Wendle Parish Council", "Wendle Parish Council"),
        ("Contact Us Northwick Council", "Northwick Council"),
        ("Modern Council", nil), ("County Council", nil), ("Full Council", nil),
        ("LACW Local Authority", nil), ("Waste Planning Authority", nil), ("Eastvale Planning Authority", nil),
        ("Vale of Wendle Council", "Vale of Wendle Council"),
        ("Isle of Merrow Council", "Isle of Merrow Council"),
        ("West of Eastmarch Combined Authority", "West of Eastmarch Combined Authority"),
        ("Forest of Arle District Council", "Forest of Arle District Council"),
        ("London Borough of Harrowmere", "London Borough of Harrowmere"),
        ("CITY OF MARCHESTER COUNCIL", "CITY OF MARCHESTER COUNCIL"),
        ("Port of Marsea Authority", "Port of Marsea Authority"),
        ("Barton in the Fold Parish Council", "Barton in the Fold Parish Council"),
        ("Wroxmere & Balmoor Parish Council", "Wroxmere & Balmoor Parish Council"),
        ("Cyngor Cymuned Llanwendle", "Cyngor Cymuned Llanwendle"), ("Cyngor Sir", nil),
        ("NHS Harrowmere CCG", "NHS Harrowmere CCG"), ("DMA Dunmere Marsh Authority", nil), ("Your Council", nil),
        ("Dunmere National Park Authority", "Dunmere National Park Authority"),
        ("Eastvale Fire and Rescue Authority", "Eastvale Fire and Rescue Authority"),
    ])
    func bodiesAreToldFromOtherWords(words: String, name: String?) { #expect(OrganisationName.within(words) == name) }

    @Test func payeesAreNotWhoseThePaperIs() throws {
        var sketch = PaperSketch()
        sketch.furniture("Royal Wendle Town Council Payments over £250")
        sketch.table([["Date", "Payee", "£"]] + (1...14).map { ["0\($0)/04", "Harrowmere City Council", "\($0)00"] })
        #expect(try segmenter().metadata(of: sketch.paper).organisation == "Royal Wendle Town Council")
    }

    @Test func aSpreadsheetHasItsTitleInItsFirstRows() throws {
        var sketch = PaperSketch()
        sketch.table([["WENDLE PARISH COUNCIL"], ["Item", "Budget", "Spent"]] + (1...14).map { ["Line \($0)", "\($0)00", "\($0)50"] })
        #expect(try segmenter().metadata(of: sketch.paper).organisation == "WENDLE PARISH COUNCIL")
    }

    @Test func linksAreNoCommitteeAndPowersAreNone() throws {
        var sketch = PaperSketch(.html)
        sketch.heading("Powers of Northwick City Council")
        sketch.line("US QUICK LINKS COUNCIL")
        let facts = try segmenter().metadata(of: sketch.paper)
        #expect(facts.organisation == "Northwick City Council")
        #expect(facts.committee == nil)
    }

    @Test func aLetterIsDatedBeforeTheMeetingThatItIsAbout() throws {
        var sketch = PaperSketch()
        for line in ["Direct dial: 01632 960001", "Date: 7 January 2025", "Dear Member", "COUNTY COUNCIL - THURSDAY, 9 JANUARY 2025"] {
            sketch.line(line)
        }
        sketch.line("Please find the papers for item 3, which were not ready in time.")
        sketch.heading("Agenda Item No")
        sketch.line("Report of the Director of Place")
        let facts = try segmenter().metadata(of: sketch.paper)
        #expect(facts.meetingDate != Day(2025, 1, 7))
    }

    @Test func aRunningHeadNamesTheCommitteeWhereNothingElseDoes() throws {
        var sketch = PaperSketch()
        sketch.furniture("Adult Care and Health Select Committee")
        sketch.heading("AGENDA")
        sketch.line("Tuesday 24 October 2023")
        #expect(try segmenter().metadata(of: sketch.paper).committee == "Adult Care and Health Select Committee")
    }

    @Test func aListOfBodiesIsOfNone() throws {
        var sketch = PaperSketch()
        sketch.line("To: Leaders of councils in Eastmarch")
        for name in ["Ash Borough Council", "Beech District Council", "Cedar City Council"] { sketch.line(name) }
        sketch.line("Dear Leaders, I write to you about the reorganisation.")
        #expect(try segmenter().metadata(of: sketch.paper).organisation == nil)
    }

    @Test func aReportSaysWhomItIsFor() throws {
        var sketch = PaperSketch()
        sketch.table([
            ["REPORT TO:", "EASTMARCH COMBINED AUTHORITY COMMITTEE"], ["DATE:", "5 June 2026"], ["Agenda Item No:", "7"],
            ["Report title:", "Outturn"],
        ])
        sketch.heading("Purpose of report")
        let facts = try segmenter().metadata(of: sketch.paper)
        #expect(facts.organisation == "EASTMARCH COMBINED AUTHORITY")
        #expect(facts.committee == "EASTMARCH COMBINED AUTHORITY COMMITTEE")
        #expect(facts.item == "7")
    }

    @Test func twoCommitteesThatMeetTogetherKeepTheirNames() throws {
        var sketch = PaperSketch()
        sketch.heading("Public Questions and Answers")
        sketch.heading("Eastmarch Combined Authority Committee and Eastmarch Joint Committee")
        sketch.heading("Friday 27 March 2026")
        let facts = try segmenter().metadata(of: sketch.paper)
        #expect(facts.committee == "Eastmarch Combined Authority Committee and Eastmarch Joint Committee")
    }

    @Test func theCouncilOfABoroughIsAllItsMembers() throws {
        var sketch = PaperSketch()
        sketch.heading("EASTMARCH BOROUGH COUNCIL")
        sketch.heading("COUNCIL - 15 DECEMBER 2020")
        let facts = try segmenter().metadata(of: sketch.paper)
        #expect(facts.organisation?.lowercased() == "eastmarch borough council")
        #expect(facts.committee?.lowercased() == "council")
    }

    @Test func bodiesOfTheHealthServiceAreBodies() throws {
        var sketch = PaperSketch()
        sketch.heading("NHS Harrowmere CCG")
        sketch.heading("Payments over £30,000")
        sketch.table([["Date", "Supplier", "£"]] + (1...14).map { ["0\($0)/04", "LONDON BOROUGH OF HARROWMERE", "\($0)00"] })
        #expect(try segmenter().metadata(of: sketch.paper).organisation == "NHS Harrowmere CCG")
    }
}
