internal import Logging
internal import Supervision

/// Shows people how a run goes: a bar on a terminal, else a line now and then; a line for each paper that went wrong.
struct RunDisplay {
    private let logger: Logger
    private let showsBar: Bool
    private var lastShown: ContinuousClock.Instant?

    init(logger: Logger, showsBar: Bool) {
        self.logger = logger
        self.showsBar = showsBar && Terminal.isWatched
        lastShown = showsBar && Terminal.isWatched ? nil : .now
    }

    mutating func show(_ event: RunEvent) {
        switch event {
        case .began(let progress):
            logger.info(
                "papers: \(progress.total), unchanged: \(progress.kept)",
                metadata: ["event": "began", "papers": "\(progress.total)", "kept": "\(progress.kept)"])
        case .read(let paper, let progress):
            if let code = paper.code { tell(paper, code: code) }
            showProgress(progress)
        case .waiting(let progress): showProgress(progress)
        case .publishing: if showsBar { Terminal.showProgress("writing the files …") }
        }
    }

    private func tell(_ paper: PaperReport, code: String) {
        let kept = paper.outcome == "partial" ? "; \(paper.pages) pages are kept" : ""
        logger.warning(
            "\(paper.path): \(code): \(paper.message ?? "")\(kept)",
            metadata: [
                "event": "failed", "path": "\(paper.path)", "code": "\(code)", "outcome": "\(paper.outcome)",
                "attempts": "\(paper.attempts)",
                "quarantined": "\(paper.isQuarantined)",
            ])
    }

    private mutating func showProgress(_ progress: RunProgress) {
        let now = ContinuousClock.now
        let interval = showsBar ? RunDisplay.barInterval : RunDisplay.lineInterval
        if let lastShown, now - lastShown < interval { return }
        lastShown = now
        if showsBar {
            Terminal.showProgress(RunDisplay.bar(progress) + " " + RunDisplay.words(progress))
        } else {
            logger.info(
                "\(RunDisplay.words(progress))",
                metadata: [
                    "event": "progress", "done": "\(progress.done)", "papers": "\(progress.total)", "failures": "\(progress.failures)",
                    "secondsLeft": "\(progress.secondsLeft.map { String(Int($0)) } ?? "")",
                ])
        }
    }

    private static func bar(_ progress: RunProgress) -> String {
        let filled = progress.total > 0 ? barWidth * progress.done / progress.total : barWidth
        return "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: barWidth - filled) + "]"
    }

    /// How far a run is, in words.
    static func words(_ progress: RunProgress) -> String {
        var words = "\(progress.done) of \(progress.total) papers"
        if progress.seconds > 0, progress.read > 0 { words += ", \(tenths(Double(progress.read) / progress.seconds)) a second" }
        words += ", \(progress.failures) failed"
        if let left = progress.secondsLeft { words += ", \(duration(left)) left" }
        return words
    }

    /// Seconds as people say them.
    static func duration(_ seconds: Double) -> String {
        let seconds = Int(min(max(0, seconds), 1e9).rounded(.up))
        if seconds < 90 { return "\(seconds) s" }
        let minutes = (seconds + 59) / 60
        return minutes < 90 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
    }

    /// With one digit after the point.
    static func tenths(_ value: Double) -> String {
        let tenths = Int((max(0, min(value, 1e12)) * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    private static let barWidth = 24
    /// Faster than the eye follows.
    private static let barInterval = Duration.milliseconds(100)
    /// Few enough for a log, often enough to see that it goes on.
    private static let lineInterval = Duration.seconds(10)
}
