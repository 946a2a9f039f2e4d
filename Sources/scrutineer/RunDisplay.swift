internal import Logging
internal import Records
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
                metadata: ["event": "began", "papers": .number(progress.total), "kept": .number(progress.kept)])
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
            "\(PathText(paper.path).shown.printable): \(code): \((paper.message ?? "").printable)\(kept)",
            metadata: [
                "event": "failed", "path": "\(PathText(paper.path).shown)", "code": "\(code)", "outcome": "\(paper.outcome)",
                "attempts": .number(paper.attempts),
                "quarantined": .boolean(paper.isQuarantined),
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
            var metadata: Logger.Metadata = [
                "event": "progress", "done": .number(progress.done), "papers": .number(progress.total),
                "failures": .number(progress.failures), "bytesRead": .number(progress.bytesRead),
                "bytesToRead": .number(progress.bytesToRead),
            ]
            if let left = progress.secondsLeft { metadata["secondsLeft"] = .number(Int(left)) }
            if let longest = progress.longest, longest.seconds >= RunDisplay.long {
                metadata["longest"] = "\(PathText(longest.path).shown)"
            }
            logger.info("\(RunDisplay.words(progress))", metadata: metadata)
        }
    }

    private static func bar(_ progress: RunProgress) -> String {
        // By bytes, as the time that is left is: papers differ a thousandfold.
        let share = progress.bytesToRead > 0 ? Double(progress.bytesRead) / Double(progress.bytesToRead) : 1
        let filled = min(barWidth, Int(Double(barWidth) * share))
        return "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: barWidth - filled) + "]"
    }

    /// How far a run is, in words.
    static func words(_ progress: RunProgress) -> String {
        var words = "\(progress.done) of \(progress.total) papers"
        if progress.seconds > 0, progress.read > 0 { words += ", \(tenths(Double(progress.read) / progress.seconds)) a second" }
        words += ", \(progress.failures) failed"
        if let left = progress.secondsLeft { words += ", \(duration(left)) left" }
        if let longest = progress.longest, longest.seconds >= long {
            words += "; \(duration(longest.seconds)) at \(PathText(longest.path).shown.printable)"
        }
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
    /// Seconds after which a paper is named: nearly all take less than one.
    private static let long = 10.0
    /// Faster than the eye follows.
    private static let barInterval = Duration.milliseconds(100)
    /// Few enough for a log, often enough to see that it goes on.
    private static let lineInterval = Duration.seconds(10)
}
