internal import Glibc
public import PaperModel

/// How far a worker is with its paper.
///
/// The worker writes it to a small file in memory that it shares with its host, and the host looks when it wants to: neither waits for
/// the other, the records' stream stays records alone, and what was written last outlives the worker that wrote it.
public struct WorkProgress: Sendable, Equatable {
    /// The stage that it is in; nil before the first.
    public var stage: PaperFailure.Stage?
    /// 1-based page that it is at; 0 before the first.
    public var page = 0
    /// Pages of the paper that are to be read; 0 while they are not known.
    public var pages = 0
    /// Seconds that each stage took, in the order of `PaperFailure.Stage.allCases`.
    public var seconds = [Double](repeating: 0, count: PaperFailure.Stage.allCases.count)
    /// Whether the worker has read its rules and stands ready.
    public var isReady = false
    /// What the worker gave up before its first paper.
    public var sandbox = Sandbox.Held()

    /// No paper yet.
    public init() {}

    private static let stages = PaperFailure.Stage.allCases
    private static let words = 7 + stages.count

    /// Gives the file the size that it needs, for good; false where the system refuses.
    public static func fix(_ descriptor: Int32) -> Bool {
        guard ftruncate(descriptor, off_t(words * MemoryLayout<UInt64>.size)) == 0 else { return false }
        // F_ADD_SEALS of <linux/fcntl.h>: no other size, and no other seals.
        return fcntl(descriptor, 1_033, 0x1 | 0x2 | 0x4) == 0
    }

    /// Puts it into the file.
    public func write(to descriptor: Int32) {
        var words: [UInt64] = [sandbox.noNewPrivileges ? 1 : 0, sandbox.systemCalls ? 1 : 0, UInt64(clamping: sandbox.landlock)]
        words.append(stage.flatMap { WorkProgress.stages.firstIndex(of: $0) }.map { UInt64($0) + 1 } ?? 0)
        words += [UInt64(clamping: page), UInt64(clamping: pages)]
        words += seconds.map { UInt64(max(0, $0) * 1e9) }
        words.append(isReady ? 1 : 0)
        words.withUnsafeBytes { _ = pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    /// Reads what stands in the file. A paper may have taken over its worker: what no worker would write is cut to what one could.
    public init(descriptor: Int32) {
        var words = [UInt64](repeating: 0, count: WorkProgress.words)
        guard words.withUnsafeMutableBytes({ pread(descriptor, $0.baseAddress, $0.count, 0) == $0.count }) else { return }
        sandbox = Sandbox.Held(noNewPrivileges: words[0] == 1, systemCalls: words[1] == 1, landlock: Int(min(words[2], 1_000)))
        stage = words[3] > 0 && words[3] <= UInt64(WorkProgress.stages.count) ? WorkProgress.stages[Int(words[3]) - 1] : nil
        pages = Int(min(words[5], UInt64(LoadLimits().pages)))
        page = Int(min(words[4], UInt64(pages)))
        isReady = words[WorkProgress.words - 1] == 1
        seconds = words[6..<(WorkProgress.words - 1)].map { Double(min($0, 1 << 50)) / 1e9 }
    }
}

/// Who is told how far the paper is: see `Pipeline.observer`.
public protocol ReadingObserver: AnyObject {
    /// A stage begins.
    func begins(_ stage: PaperFailure.Stage)
    /// A page (1-based) of so many begins to be loaded.
    func begins(page: Int, of pages: Int)
}
