internal import Foundation
public import Pipeline

/// The state of a run for the textfile collector of Prometheus' node exporter (text format 0.0.4).
public struct Metrics: Sendable {
    private let path: String

    /// Metrics that are written to the file at `path`, which is replaced as a whole each time.
    public init(path: String) { self.path = path }

    /// Tries to write beside the file, as `write` will.
    ///
    /// - Throws: where that can't be done.
    public func check() throws(HostError) {
        let draft = draft
        _ = try Spool(path: draft)
        unlink(draft)
    }

    /// Where the file is written before it is whole. The collector reads files named *.prom; the dot and the ending keep it from this one.
    private var draft: String {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return (folder.isEmpty ? path.hasPrefix("/") ? "/" : "" : folder + "/") + ".\(name).\(getpid())"
    }

    /// Writes the state of a run; `ending` says how it ended, nil while it is at work.
    public func write(_ progress: RunProgress, ending: Ending?) throws(HostError) {
        let draft = draft
        let spool = try Spool(path: draft)
        try spool.append(Array(Metrics.text(progress, ending: ending).utf8)[...])
        guard rename(draft, path) == 0 else {
            let refusal = HostError("replace", path)
            unlink(draft)
            throw refusal
        }
    }

    /// How a run ended.
    public enum Ending: Sendable { case finished, stopped, failed }

    /// The metrics as text.
    static func text(_ progress: RunProgress, ending: Ending?, now: Date = Date()) -> String {
        var lines: [String] = []
        func metric(_ name: String, _ type: String, _ help: String, _ samples: [(labels: String, value: String)]) {
            lines.append("# HELP scrutineer_\(name) \(help)")
            lines.append("# TYPE scrutineer_\(name) \(type)")
            lines += samples.map { "scrutineer_\(name)\($0.labels.isEmpty ? "" : "{\($0.labels)}") \($0.value)" }
        }
        let whole = progress.done - progress.failures - progress.partial
        metric(
            "papers", "gauge", "Papers of the run that are done, by outcome.",
            [("complete", whole), ("partial", progress.partial), ("failure", progress.failures)].map {
                ("outcome=\"\($0.0)\"", String($0.1))
            })
        metric(
            "papers_done", "gauge",
            "Papers of the run that are done, by whether they were read, kept from an earlier run, or have the bytes of one that was read.",
            [("how=\"read\"", String(progress.read)), ("how=\"kept\"", String(progress.kept)), ("how=\"copied\"", String(progress.copied))])
        metric("papers_quarantined", "gauge", "Papers of the run that took their workers down.", [("", String(progress.quarantined))])
        metric("queue_papers", "gauge", "Papers that no worker has begun.", [("", String(progress.waiting))])
        metric("pages_read", "gauge", "Pages that were read in the run.", [("", String(progress.pages))])
        metric("figures_read", "gauge", "Figures that were read in the run.", [("", String(progress.figures))])
        metric(
            "stage_seconds", "gauge", "Seconds that workers spent, by stage.",
            progress.stageSeconds.map { ("stage=\"\($0.stage)\"", decimal($0.seconds)) })
        metric(
            "worker_restarts", "gauge", "Workers that were replaced, by reason.",
            progress.restarts.map { ("reason=\"\($0.reason)\"", String($0.count)) })
        metric("worker_peak_bytes", "gauge", "Most memory that a worker held.", [("", String(progress.peakMegabytes << 20))])
        metric("run_seconds", "gauge", "Seconds since the run began.", [("", decimal(progress.seconds))])
        metric("run_active", "gauge", "Whether the run is at work.", [("", ending == nil ? "1" : "0")])
        metric("run_success", "gauge", "Whether the run came to its end.", [("", ending == .finished ? "1" : "0")])
        metric(
            "run_written_timestamp_seconds", "gauge", "When these metrics were written, seconds since 1970.",
            [("", String(Int(now.timeIntervalSince1970)))])
        return lines.joined(separator: "\n") + "\n"
    }

    private static func decimal(_ value: Double) -> String {
        let thousandths = Int((max(0, value) * 1_000).rounded())
        let fraction = String(thousandths % 1_000)
        return "\(thousandths / 1_000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction)"
    }
}
