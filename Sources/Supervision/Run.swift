internal import Dispatch
internal import Foundation
internal import Glibc
public import Pipeline
internal import Records

/// One run: papers in, a folder of record files out.
public struct Run: Sendable {
    private let settings: RunSettings

    /// Makes a run.
    public init(settings: RunSettings) { self.settings = settings }

    /// How far a run is.
    public struct Progress: Sendable {
        /// Papers whose records are written.
        public let done: Int
        /// Papers in all.
        public let total: Int
        /// Papers that could not be read so far.
        public let failures: Int
    }

    /// Reads the papers and writes `documents.jsonl` … `failures.jsonl` and `run.json` to `folder`, in the order of the inputs whatever
    /// the number of workers. The files of an earlier run stay until all new ones are written.
    ///
    /// - Throws: where the folder can't be written or no worker can be started. A paper never ends a run.
    public func run(_ inputs: Inputs, into folder: String, progress: (Progress) -> Void = { _ in }) throws(HostError) -> RunSummary {
        let start = ContinuousClock.now
        // A worker that dies while a request is written to it is a failed write, not the end of the run.
        signal(SIGPIPE, SIG_IGN)
        let spools = try SpoolFolder(in: folder)
        let board = WorkBoard(count: inputs.paths.count)
        let readers = DispatchGroup()
        for _ in 0..<min(settings.jobs, inputs.paths.count) {
            readers.enter()
            Thread.detachNewThread { [settings] in
                Run.read(inputs.paths, from: board, into: spools, settings: settings)
                readers.leave()
            }
        }
        var files = try RecordFiles(folder: spools.path)
        for paper in inputs.paths.indices {
            let path = spools.path(of: paper)
            try files.add(spooledAt: path, extents: try board.extents(of: paper))
            unlink(path)
            progress(Progress(done: paper + 1, total: inputs.paths.count, failures: files.counts[.failure] ?? 0))
        }
        readers.wait()
        let summary = RunSummary(
            inputs: inputs.paths.count, records: files.counts, repeated: files.repeated, passedOver: inputs.passedOver,
            seconds: start.duration(to: .now) / .seconds(1), peakMegabytes: board.peakMegabytes)
        try files.synchronise()
        try spools.write(summary.json(settings: settings).indented, to: RunSummary.fileName)
        try spools.publish(Record.Kind.allCases.map(\.fileName) + [RunSummary.fileName])
        return summary
    }

    /// Reads papers until none is left.
    private static func read(_ paths: [String], from board: WorkBoard, into spools: SpoolFolder, settings: RunSettings) {
        var reader = PaperReader(settings: settings)
        while let paper = board.next() {
            do throws(HostError) {
                board.finish(paper, try reader.read(paths[paper], into: Spool(path: spools.path(of: paper))))
            } catch {
                board.fail(error)
            }
        }
        reader.finish()
        board.leave(peakMegabytes: reader.peakMegabytes)
    }
}
