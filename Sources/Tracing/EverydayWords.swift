/// What people say and what papers print for it: a short list of pairs that hold for any council. Each works both ways, and no word is
/// held to mean another that a careful reader would tell from it.
public enum EverydayWords {
    /// Phrases that mean the same, each in small letters.
    public static let groups: [[String]] = [
        // Budgets.
        ["overspend", "over budget", "in the red", "into the red", "overspent", "deficit"],
        ["underspend", "under budget", "underspent"],
        ["saving", "cut", "reduction", "efficiency"], ["shortfall", "gap", "black hole", "deficit"],
        ["budget", "spending plan"], ["pressure", "spending growth", "growth"],
        ["capital programme", "building programme", "capital plan"],
        ["fee", "charge", "price"], ["income", "receipts", "takings"],
        ["grant", "government cash", "government money", "government funding"],
        ["reserve", "rainy day fund", "rainy day"], ["debt", "owed", "owes"], ["write off", "written off"],
        ["council tax", "council tax bill"], ["developer contributions", "section 106", "s106", "developer money"],
        // Services.
        ["special educational needs", "send", "sen", "special needs"], ["highway", "road"], ["adult social care", "care for older people"],
        ["concessionary travel", "concessionary fares", "bus pass", "free bus travel"],
        ["waste collection", "bin collection", "refuse", "rubbish"],
        ["household waste recycling centre", "tip", "hwrc"], ["looked after children", "children in care"], ["fly tipping", "flytipping"],
        ["home to school transport", "school transport", "school run"], ["library", "libraries"], ["leisure centre", "swimming pool"],
        ["temporary accommodation", "homeless"], ["public toilet", "public convenience"], ["car park", "parking"],
        ["pothole", "highway maintenance", "carriageway repair"], ["unaccompanied asylum seeking children", "uasc"],
        // Staff and bodies.
        ["full time equivalent", "fte", "wte"], ["staff", "employee", "workforce"], ["redundancy", "job loss", "job cut"],
        ["agency", "temp", "interim"], ["councillor", "cllr", "member"], ["liberal democrat", "lib dem"],
        ["conservative", "tory", "tories"],
        ["government", "whitehall", "ministry", "mhclg"], ["consultant", "consultancy"],
    ]
}
