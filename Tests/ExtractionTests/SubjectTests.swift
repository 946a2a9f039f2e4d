import Extraction
import PaperModel
import TestSupport
import Testing

/// What amounts of sentences are for, one test for each class of sentence.
@Suite struct SubjectTests {
    private func subjects(_ text: String) throws -> [String] {
        FigureExtractor(rules: try Checkout.ruleBook.get()).figures(inText: text).map { $0.figure.subject ?? "-" }
    }

    private func check(_ text: String, _ expected: [String]) throws { #expect(try subjects(text) == expected) }

    @Test(arguments: [
        ("Under the Rural Bus Scheme the council received £1.2m last year.", ["Rural Bus Scheme"]),
        ("Through the Green Towns Fund the council has been awarded £850,000.", ["Green Towns Fund"]),
    ])
    func aProgrammeAtTheHeadOfTheSentence(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("Approve and implement an increase of £12 to £48 for garden waste permits.", ["garden waste permits", "garden waste permits"]),
        (
            "Up to £2m of the £9m will be used to support a summer school programme.",
            ["summer school programme", "summer school programme"]
        ),
    ])
    func twoAmountsShareWhatStandsBehindBoth(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("The most significant variances are in Fleet, which overspent by £2.7m against the current budget.", ["Fleet"]),
        ("The annexe, which cost £31,000, is let.", ["annexe"]),
    ])
    func aRelativeClauseIsOfWhatStandsBeforeIt(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("Parks: The £0.8m (12%) variance is largely attributable to late planting.", ["Parks"]),
        ("Finance, Audit & Estates: the £0.5m (10%) variance is due to delays.", ["Finance, Audit & Estates"]),
        ("Employee costs: The variance shows a £0.5m (2%) increase.", ["Employee costs"]),
        ("In particular: £50m for footpaths, ie £10m pa, is clear.", ["footpaths", "footpaths"]),
    ])
    func aHeadingRunsIntoItsSentence(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("Council tax paid by residents in the villages is £1,640.", ["Council tax"]),
        ("The tender submitted by Wold Civils Ltd for the footbridge was £214,500.", ["footbridge"]),
    ])
    func aParticipleBehindANounSaysWhoDoesIt(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("The band D charge for the town has been frozen at £212.40.", ["town"]),
        ("The process is continuous and additional efficiencies of £730k will be made.", ["process"]),
        ("The hostels are used for emergency cases and cost an average of £348.", ["hostels"]),
        ("The remainder relates to regional delivery on hedges (£0.1m).", ["regional delivery on hedges"]),
    ])
    func aVerbOrAdjectiveIsNoSubject(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("£8m was transferred into a new Bus Services Reserve.", ["new Bus Services Reserve"]),
        ("A £10m increase to the Insurance Reserve was agreed.", ["Insurance Reserve"]),
        ("An uplift of £0.1m to the cleaning contract was approved.", ["cleaning contract"]),
        ("The award added £1.8m to the staffing budget.", ["staffing budget"]),
        ("The balance of £640 will go to the Church Room Fund.", ["Church Room Fund"]),
        ("The handyperson service is recharged to the trading account at £150,000.", ["handyperson service"]),
    ])
    func moneyThatIsMovedIsForWhatGetsIt(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("Efficiency savings of £0.3m have been realised in Community Housing from staff changes.", ["Community Housing"]),
        ("A £1.1m (9%) overspend in Adult Care is partly offset by a £0.7m underspend within Housing.", ["Adult Care", "Housing"]),
        ("A saving of £0.4m in Catering as well as a £0.3m (20%) reduction in Printing was made.", ["Catering", "Printing"]),
    ])
    func aVarianceIsOfWhereItArises(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("The Harbour regeneration project (£45m) aims to create a new marina.", ["Harbour regeneration project"]),
        ("The levy for the town (£90) and for the county (£30) was noted.", ["town", "county"]),
        (
            "The lines are Harrow to Wells Corridor (£18.0m), Thornley to North Wells (£10.1m), and Mill Halt (£8.5m).",
            [
                "Harrow to Wells Corridor", "Thornley to North Wells", "Mill Halt",
            ]
        ),
    ])
    func anAmountInABracketIsOfWhatStandsBeforeIt(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("About £150,000 was spent emptying and clearing the old depot.", ["emptying and clearing the old depot"]),
        ("We bid for £20m to support the delivery of 78 electric buses.", ["delivery of 78 electric buses"]),
        ("Replacement of 14 lamp columns will cost £19,600.", ["Replacement of 14 lamp columns"]),
        ("The cost of the Kent and Wells Business Fund (KWBF) is £3m.", ["Kent and Wells Business Fund"]),
        ("The grant of £1,800 for Harrow Riding for the Disabled was approved.", ["Harrow Riding for the Disabled"]),
    ])
    func aPhraseIsToldWhole(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        ("Mowing of verges - £140.00", ["Mowing of verges"]),
        ("Chq 1023 Wold Hall room hire £30", ["Wold Hall room hire"]),
        ("DD 01/05 broadband £45", ["broadband"]),
        ("J Smith - salary - £200", ["salary"]),
        ("Thomas Fox invoiced £1,296 for the last clearance and their charges are £252.", ["last clearance", "last clearance"]),
    ])
    func anEntryOrClauseEndsWhereTheNextBegins(text: String, expected: [String]) throws { try check(text, expected) }

    @Test(arguments: [
        "This cost the Council £32,000.", "Her quote was for 6 x 4 hours at £35 an hour.", "The discount is £5 a week.",
        "The Fund (accounting for £161m of the total) was closed.",
    ])
    func fragmentsAreNoSubjects(text: String) throws { try check(text, ["-"]) }

    @Test(arguments: [
        ("Payment of £18,000 is due to the Marsh Wildlife Trust each April for managing the two meadows.", ["managing the two meadows"]),
        ("They gave a donation to the Chapel Restoration Fund for the provision of toilets of £3,000.", ["provision of toilets"]),
        // What stands in another clause is said of something else.
        ("Moor Homes was allocated £90,000, but only ten homes for social rent will be built.", ["Moor Homes"]),
    ])
    func aPartyIsTheSubjectWhereNothingElseIsSaid(text: String, expected: [String]) throws { try check(text, expected) }

    @Test func aNoteMarkBehindAFullStopEndsTheSentence() throws {
        try check("The flat in Harrow is let.\u{00B9}\u{00B2} As at May the rent of the shop was £239.", ["shop"])
    }
}
