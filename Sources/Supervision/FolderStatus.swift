public import Pipeline
public import Records

/// What the ledger of a folder knows, for people and for machines.
public struct FolderStatus: Sendable {
    private let entries: [LedgerEntry]
    private let removed: Int
    /// What `retry` needs to make the last run again, as it was given to `RunSettings.order`.
    public let order: String?

    /// Reads the ledger in `folder`, also while a run is at work.
    ///
    /// - Throws: where there is none, or it can't be read.
    public init(folder: String) throws(HostError) {
        let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let ledger = try Ledger(readOnly: folder + "/.scrutineer/ledger.sqlite")
        let all = try ledger.entries()
        entries = all.filter { $0.removed == nil }
        removed = all.count - entries.count
        order = try ledger.fact(.order)
    }

    /// Papers that took their workers down, in the order of their paths.
    public var quarantine: [PaperReport] { entries.filter(\.isQuarantined).map(PaperReport.init) }

    /// Number of papers, those gone left out.
    public var papers: Int { entries.count }

    /// The papers that took longest, the longest first.
    private var slowest: [LedgerEntry] {
        Array(entries.sorted { ($1.seconds, $0.path) < ($0.seconds, $1.path) }.prefix(FolderStatus.slowestShown))
    }

    private var unreadNumbers: Int { entries.reduce(0) { $0 + $1.unreadNumbers } }
    private var doubts: Int { entries.reduce(0) { $0 + $1.doubts } }

    private func count(_ outcome: LedgerEntry.Outcome) -> Int { entries.reduce(0) { $0 + ($1.outcome == outcome ? 1 : 0) } }

    /// How often each code ended a paper, the commonest first.
    private var codes: [(code: String, count: Int)] {
        let counts = entries.reduce(into: [String: Int]()) { if let reason = $1.reason { $0[reason.code, default: 0] += 1 } }
        return counts.map { ($0.key, $0.value) }.sorted { ($1.count, $0.code) < ($0.count, $1.code) }
    }

    /// The status as a person reads it.
    public func text(folder: String) -> String {
        let pages = entries.reduce(0) { $0 + $1.pages }
        let figures = entries.reduce(0) { $0 + $1.figures }
        var lines = [
            "\(papers) papers: \(count(.complete)) complete, \(count(.partial)) partial, \(count(.failure)) failed",
            "\(pages) pages, \(figures) figures",
        ]
        if unreadNumbers > 0 || doubts > 0 {
            lines.append("\(unreadNumbers) numbers of tables look like amounts and gave no figure; \(doubts) figures carry a doubt")
        }
        if removed > 0 { lines.append("\(removed) sources of earlier runs are gone") }
        if !codes.isEmpty { lines += ["", "Failures by code:"] + codes.map { "  \($0.code): \($0.count)" } }
        let quarantine = entries.filter(\.isQuarantined)
        if !quarantine.isEmpty {
            lines += ["", "Quarantine (papers that took their workers down; scrutineer retry \(folder) reads them again):"]
            for entry in quarantine {
                let kept = entry.outcome == .partial ? "; \(entry.pages) pages were kept" : ""
                lines.append("  \(printable(entry.path)): \(entry.reason?.code ?? ""): \(entry.reason?.message ?? "")\(kept)")
            }
        }
        if !entries.isEmpty {
            lines += ["", "Slowest:"]
            lines += slowest.map { "  \(tenths($0.seconds)) s, \($0.pages) pages: \(printable($0.path))" }
        }
        return lines.joined(separator: "\n")
    }

    /// The status for machines.
    public var json: JSON {
        .object([
            .init("type", "status"),
            .init("schema", .string(RecordSchema.version)),
            .init("papers", .integer(papers)),
            .init("complete", .integer(count(.complete))),
            .init("partial", .integer(count(.partial))),
            .init("failed", .integer(count(.failure))),
            .init("removed", .integer(removed)),
            .init("unreadNumbers", .integer(unreadNumbers)),
            .init("doubts", .integer(doubts)),
            .init("codes", .object(codes.map { .init($0.code, .integer($0.count)) })),
            .init("quarantine", .list(entries.filter(\.isQuarantined).map(json))),
            .init("slowest", .list(slowest.map(json))),
        ])
    }

    private func json(_ entry: LedgerEntry) -> JSON {
        var members: [JSON.Member] = [
            .init("path", .string(entry.path)), .init("outcome", .string(entry.outcome.rawValue)),
            .init("milliseconds", .integer(Int(entry.seconds * 1_000))), .init("pages", .integer(entry.pages)),
            .init("attempts", .integer(entry.attempts)),
        ]
        if let reason = entry.reason {
            members += [.init("code", .string(reason.code)), .init("message", .string(reason.message))]
            if let page = reason.page { members.append(.init("page", .integer(page))) }
        }
        return .object(members)
    }

    private func tenths(_ value: Double) -> String {
        let tenths = Int((max(0, value) * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// A path may hold what steers a terminal.
    private func printable(_ path: String) -> String {
        String(String.UnicodeScalarView(path.unicodeScalars.map { $0.value < 0x20 || (0x7f...0x9f).contains($0.value) ? "\u{FFFD}" : $0 }))
    }

    /// As many as one looks at.
    private static let slowestShown = 10
}
