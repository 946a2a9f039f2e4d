import Testing

@testable import Records

@Suite struct BodyNameTests {
    @Test(arguments: [
        ("LONDON BOROUGH OF SOUTHMERE", "London Borough of Southmere"),
        ("EASTVALE COUNTY COUNCIL", "Eastvale County Council"),
        ("Eastvale County Council", "Eastvale County Council"),
        ("WROXMERE & BALMOOR PARISH COUNCIL", "Wroxmere & Balmoor Parish Council"),
        ("BURTON-UPON-WENDLE TOWN COUNCIL", "Burton-upon-Wendle Town Council"),
        ("NHS HARROWMERE CCG", "NHS Harrowmere CCG"),
        ("NHS Harrowmere CCG", "NHS Harrowmere CCG"),
        ("CYNGOR SIR Y GLYN", "Cyngor Sir y Glyn"),
        ("KING'S MARCH PARISH COUNCIL", "King's March Parish Council"),
        ("O'DALE TOWN COUNCIL", "O'Dale Town Council"),
        ("SUB-COMMITTEE FOR THE HARBOUR", "Sub-Committee for the Harbour"),
        ("northwick  city council", "Northwick City Council"),
        ("THE GLENMORE COUNCIL", "The Glenmore Council"),
        ("Westmarch COMBINED AUTHORITY", "Westmarch Combined Authority"),
        ("NHS Eastvale SEND Board", "NHS Eastvale SEND Board"),
        ("", ""),
    ])
    func namesAreSpelledAsNames(printed: String, spelled: String) {
        #expect(BodyName.spelled(printed) == spelled)
    }
}
