internal import ArgumentParser
internal import Dispatch
internal import Foundation
internal import Logging
internal import Pipeline
internal import Records
internal import Supervision

/// A run with what surrounds it: Ctrl-C, progress, metrics, summary, exit status.
struct SupervisedRun {
    let settings: RunSettings
    /// Gathers the papers, when it is time to.
    let inputs: () -> Inputs
    let folder: String
    let reports: ReportOptions
    /// Whether papers that were read in part are no reason for another exit status than 0.
    var allowsPartial = false

    func run() throws {
        let stop = StopSwitch()
        let signals = StopSignals(stop)
        defer { signals.cancel() }
        let logger = reports.logger
        let metrics = reports.metrics.map(Metrics.init(path:))
        var display = RunDisplay(logger: logger, showsBar: !reports.quiet && reports.logFormat == .text)
        // A file that can't be written is found before hours of work.
        try metrics?.check()
        var lastMetrics: ContinuousClock.Instant?
        var metricsProblem: HostError?
        var last: RunProgress?
        func write(_ progress: RunProgress, _ ending: Metrics.Ending?) {
            do throws(HostError) { try metrics?.write(progress, ending: ending) } catch { metricsProblem = error }
        }

        let ending: Run.Ending
        do throws(HostError) {
            ending = try Run(settings: settings, stop: stop).run(inputs(), into: folder) { event in
                display.show(event)
                last = event.progress
                let now = ContinuousClock.now
                guard lastMetrics.map({ now - $0 > SupervisedRun.metricsInterval }) ?? true else { return }
                lastMetrics = now
                write(event.progress, nil)
            }
        } catch {
            Terminal.clearProgress()
            if let last { write(last, .failed) }
            logger.error("\(error)")
            throw ExitStatus.wrong
        }
        Terminal.clearProgress()
        switch ending {
        case .finished(let summary):
            write(summary.progress, .finished)
            FolderIndex.keepUp(folder) { logger.warning("\($0)") }
            logger.info("\(summary.text(folder: folder))", metadata: summary.metadata(folder: folder))
            if let metricsProblem { throw metricsProblem }
            let progress = summary.progress
            if progress.failures + progress.quarantined + (allowsPartial ? 0 : progress.partial) > 0 { throw ExitStatus.somePapersFailed }
        case .stopped(let progress):
            write(progress, .stopped)
            logger.warning(
                """
                stopped: \(progress.done) of \(progress.total) papers are done and kept; the files in \(folder) are those of the last whole \
                run. To go on: \(commandLine)
                """)
            throw ExitStatus.stopped(by: signals.received)
        }
    }

    /// The command as it was given, for a shell.
    private var commandLine: String {
        CommandLine.arguments.map { argument in
            let isPlain = argument.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || (UInt8(ascii: "-")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "=")
            }
            return isPlain && !argument.isEmpty
                ? argument : "'" + argument.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
        }.joined(separator: " ")
    }

    /// Collectors look every 15 seconds or so.
    private static let metricsInterval = Duration.seconds(10)
}

extension RunEvent {
    fileprivate var progress: RunProgress {
        switch self {
        case .began(let progress), .read(_, let progress), .waiting(let progress), .publishing(let progress): progress
        }
    }
}

extension RunSummary {
    /// The summary as a person reads it.
    fileprivate func text(folder: String) -> String {
        let counts = Record.Kind.allCases.map { kind in "\(count(kind)) \(kind.rawValue)\(count(kind) == 1 ? "" : "s")" }
        var lines = [counts.joined(separator: ", ")]
        if progress.kept > 0 { lines.append("\(progress.kept) of \(progress.total) papers are unchanged and were not read again") }
        if progress.left > 0 { lines.append("\(counted(progress.left)) of earlier runs left the files: not among the inputs any more") }
        if repeated > 0 { lines.append("\(counted(repeated)) with the bytes of another: one document record has the sources of all") }
        if progress.unreadNumbers > 0 {
            lines.append(
                "\(progress.unreadNumbers) numbers of tables look like amounts and gave no figure: see the notices of documents.jsonl")
        }
        if !passedOver.isEmpty {
            let endings = passedOver.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key.isEmpty ? "without ending" : "." + $0.key)" }
            lines.append("passed over in folders, neither PDF nor HTML: " + endings.joined(separator: ", "))
        }
        if let first = linkedFolders.first {
            let more = linkedFolders.count - 1
            lines.append(
                "not followed: the link to a folder \(first.printable)\(more > 0 ? " and \(more) more" : ""); what is there is read where it is named"
            )
        }
        if progress.failures > 0 { lines.append("\(progress.failures) failed: " + RunSummary.counts(progress.failureCodes)) }
        if progress.partial > 0 { lines.append("\(progress.partial) read in part: " + RunSummary.counts(progress.partialReasons)) }
        if progress.failures + progress.partial > 0 { lines.append("scrutineer status \(folder) names them and says what helps") }
        if let words = progress.sandbox?.lack { lines.append(words) }
        if progress.quarantined > 0 {
            lines.append(
                "\(progress.quarantined) in quarantine: scrutineer status \(folder) lists them, scrutineer retry \(folder) reads them again"
            )
        }
        let memory = progress.peakMegabytes > 0 ? ", \(progress.peakMegabytes) MB of memory in the largest worker" : ""
        lines.append("\(RunDisplay.tenths(progress.seconds)) seconds\(memory)")
        if count(.figure) > 0 { lines.append("scrutineer search \(folder) WORDS finds figures and their places") }
        lines.append("records: \(folder)")
        return lines.joined(separator: "\n")
    }

    private func counted(_ papers: Int) -> String { papers == 1 ? "1 paper" : "\(papers) papers" }

    /// The commonest first: "3 corrupt, 1 empty".
    private static func counts(_ counts: [String: Int]) -> String {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    }

    /// The same for machines.
    fileprivate func metadata(folder: String) -> Logger.Metadata {
        var metadata: Logger.Metadata = [
            "event": "finished", "folder": "\(folder)", "papers": .number(progress.total), "kept": .number(progress.kept),
            "left": .number(progress.left), "failures": .number(progress.failures), "partial": .number(progress.partial),
            "quarantined": .number(progress.quarantined), "unreadNumbers": .number(progress.unreadNumbers),
            "doubts": .number(progress.doubts), "seconds": .number(progress.seconds),
        ]
        for kind in Record.Kind.allCases { metadata[kind.rawValue + "s"] = .number(count(kind)) }
        return metadata
    }
}
