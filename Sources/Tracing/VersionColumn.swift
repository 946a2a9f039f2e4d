/// Columns of a table that tell the same thing at several times or in several versions: "2025-26", "Initial draft", "Latest draft". Other
/// columns tell its parts, or other things.
enum VersionColumn {
    /// Whether what heads a column names a time or a version.
    static func names(_ heading: String) -> Bool {
        Word.all(in: heading).contains { versions.contains($0.letters) || isYear($0.letters) }
    }

    /// Words that tell one version of a budget, a forecast or a decision from another.
    private static let versions: Set<String> = [
        "actual", "actuals", "agreed", "allocation", "approved", "budget", "current", "draft", "estimate", "estimated", "final", "forecast",
        "initial", "latest", "original", "outturn", "previous", "prior", "projected", "proposed", "provisional", "published", "revised",
        "update", "updated", "year",
    ]

    private static func isYear(_ letters: String) -> Bool {
        guard letters.utf8.count == 4, let year = Int(letters) else { return false }
        return (1900...2100).contains(year)
    }
}
