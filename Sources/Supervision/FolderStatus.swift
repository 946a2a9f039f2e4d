public import Pipeline
public import Records

/// What the ledger of a folder knows, for people and for machines.
public struct FolderStatus: Sendable {
    private let entries: [LedgerEntry]
    private let removed: Int
    /// What `retry` needs to make the last run again, as it was given to `RunSettings.order`.
    public let order: String?

    private let sandbox: Sandbox.Held?

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
        sandbox = try ledger.fact(.sandbox).flatMap(Sandbox.Held.init(text:))
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

    /// How many papers miss something of each kind, the commonest first.
    private var partialReasons: [(code: String, count: Int)] {
        let counts = entries.flatMap(\.missing).reduce(into: [String: Int]()) { $0[$1.code, default: 0] += 1 }
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
        if let words = sandbox?.lack { lines.append(words) }
        lines += named(
            "Failed", in: folder, entries.filter { $0.outcome == .failure && !$0.isQuarantined }, codes: { [$0.reason?.code ?? ""] }
        ) {
            $0.reason.map { "\($0.code): \($0.message)" } ?? ""
        }
        lines += named(
            "Read in part", in: folder, entries.filter { $0.outcome == .partial && !$0.isQuarantined }, codes: { $0.missing.map(\.code) }
        ) {
            $0.missing.map(\.words).joined(separator: ", ")
        }
        let quarantine = entries.filter(\.isQuarantined)
        if !quarantine.isEmpty {
            lines += ["", "Quarantine (papers that took their workers down; scrutineer retry \(folder) reads them again):"]
            for entry in quarantine {
                let kept = entry.outcome == .partial ? "; \(entry.pages) pages were kept" : ""
                lines.append(
                    "  \(PathText(entry.path).shown.printable): \(entry.reason?.code ?? ""): \((entry.reason?.message ?? "").printable)\(kept)"
                )
            }
        }
        if !entries.isEmpty {
            lines += ["", "Slowest:"]
            lines += slowest.map { "  \(tenths($0.seconds)) s, \($0.pages) pages: \(PathText($0.path).shown.printable)" }
        }
        return lines.joined(separator: "\n")
    }

    /// Papers with what is wrong with them, after how often that is so and what helps.
    private func named(
        _ title: String, in folder: String, _ papers: [LedgerEntry], codes: (LedgerEntry) -> [String], words: (LedgerEntry) -> String
    ) -> [String] {
        guard !papers.isEmpty else { return [] }
        let counts = papers.flatMap(codes).reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        var lines = ["", "\(title):"]
        for (code, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            lines.append("  \(count) \(code)" + (Advice.words(for: code, folder: folder.printable).map { ": " + $0 } ?? ""))
        }
        lines += papers.prefix(FolderStatus.mostNamed).map { "    \(PathText($0.path).shown.printable): \(words($0).printable)" }
        let more = papers.count - FolderStatus.mostNamed
        return lines + (more > 0 ? ["    … and \(more) more (scrutineer status \(folder.printable) --json names all)"] : [])
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
            .init("partialReasons", .object(partialReasons.map { .init($0.code, .integer($0.count)) })),
            .init("failures", .list(entries.filter { $0.outcome == .failure }.map(json))),
            .init("partialPapers", .list(entries.filter { $0.outcome == .partial }.map(json))),
            .init("quarantine", .list(entries.filter(\.isQuarantined).map(json))),
            .init("slowest", .list(slowest.map(json))),
        ])
    }

    private func json(_ entry: LedgerEntry) -> JSON {
        var members: [JSON.Member] = [
            .init("path", .string(PathText(entry.path).shown)), .init("outcome", .string(entry.outcome.rawValue)),
            .init("milliseconds", .integer(Int(entry.seconds * 1_000))), .init("pages", .integer(entry.pages)),
            .init("attempts", .integer(entry.attempts)),
        ]
        if let reason = entry.reason {
            members += [.init("code", .string(reason.code)), .init("message", .string(reason.message))]
            if let page = reason.page { members.append(.init("page", .integer(page))) }
        }
        if !entry.missing.isEmpty {
            members.append(.init("missing", .object(entry.missing.map { .init($0.code, .integer($0.pages)) })))
        }
        return .object(members)
    }

    private func tenths(_ value: Double) -> String {
        let tenths = Int((max(0, value) * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// Papers that are named under one heading.
    private static let mostNamed = 20
    /// As many as one looks at.
    private static let slowestShown = 10
}

extension LedgerEntry.Missing {
    /// In words: "noText on 3 pages".
    var words: String { pages == 0 ? code : "\(code) on \(pages) page\(pages == 1 ? "" : "s")" }
}

extension Sandbox.Held {
    /// What the kernel refused, in words; nil where all of it holds.
    public var lack: String? {
        let missing = [
            noNewPrivileges ? nil : "no-new-privileges", systemCalls ? nil : "the filter of system calls (seccomp)",
            landlock > 0 ? nil : "the rules on files (Landlock)",
        ].compactMap { $0 }
        return missing.isEmpty ? nil : "workers ran without " + missing.joined(separator: ", ") + ": this kernel or container refuses it"
    }
}
