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
    let inputs: [String]
    let folder: String
    let reports: ReportOptions

    func run() throws {
        let stop = StopSwitch()
        let signals = StopSignals(stop)
        defer { signals.cancel() }
        let logger = reports.logger
        let metrics = reports.metrics.map(Metrics.init(path:))
        var display = RunDisplay(logger: logger, showsBar: !reports.quiet && reports.logFormat == .text)
        var lastMetrics: ContinuousClock.Instant?
        var metricsProblem: HostError?
        var last: RunProgress?
        func write(_ progress: RunProgress, _ ending: Metrics.Ending?) {
            do throws(HostError) { try metrics?.write(progress, ending: ending) } catch { metricsProblem = error }
        }

        let ending: Run.Ending
        do throws(HostError) {
            ending = try Run(settings: settings, stop: stop).run(Inputs(inputs), into: folder) { event in
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
            if summary.progress.failures + summary.progress.quarantined > 0 { throw ExitStatus.somePapersFailed }
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
        if repeated > 0 { lines.append("\(repeated) papers have the bytes of another: one document record each, the rest written once") }
        if progress.unreadNumbers > 0 {
            lines.append(
                "\(progress.unreadNumbers) numbers of tables look like amounts and gave no figure: see the notices of documents.jsonl")
        }
        if !passedOver.isEmpty {
            let endings = passedOver.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key.isEmpty ? "without ending" : "." + $0.key)" }
            lines.append("passed over in folders, neither PDF nor HTML: " + endings.joined(separator: ", "))
        }
        if progress.quarantined > 0 {
            lines.append(
                "\(progress.quarantined) in quarantine: scrutineer status \(folder) lists them, scrutineer retry \(folder) reads them again"
            )
        }
        let memory = progress.peakMegabytes > 0 ? ", \(progress.peakMegabytes) MB of memory in the largest worker" : ""
        lines.append("\(RunDisplay.tenths(progress.seconds)) seconds\(memory)")
        lines.append("records: \(folder)")
        return lines.joined(separator: "\n")
    }

    /// The same for machines.
    fileprivate func metadata(folder: String) -> Logger.Metadata {
        var metadata: Logger.Metadata = [
            "event": "finished", "folder": "\(folder)", "papers": "\(progress.total)", "kept": "\(progress.kept)",
            "failures": "\(progress.failures)", "partial": "\(progress.partial)", "quarantined": "\(progress.quarantined)",
            "unreadNumbers": "\(progress.unreadNumbers)", "doubts": "\(progress.doubts)",
            "seconds": "\(RunDisplay.tenths(progress.seconds))",
        ]
        for kind in Record.Kind.allCases { metadata[kind.rawValue + "s"] = "\(count(kind))" }
        return metadata
    }
}
