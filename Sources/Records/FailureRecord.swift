public import PaperModel

/// A paper that could not be read, with the reason, as one record.
public struct FailureRecord: Sendable {
    /// Where it came from.
    public let source: Source
    /// "sha256:" and the digest of the bytes; nil where they could not be read.
    public let document: String?
    /// Why.
    public let failure: PaperFailure
    /// How often it was tried.
    public let attempts: Int
    /// What it was allowed.
    public let limits: RunLimits?

    /// Makes a record; `limits` are those of the worker, where there were any.
    public init(source: Source, document: String? = nil, failure: PaperFailure, attempts: Int = 1, limits: RunLimits? = nil) {
        self.source = source
        self.document = document
        self.failure = failure
        self.attempts = attempts
        self.limits = limits
    }
}

extension FailureRecord: RecordObject {
    static let name = "failure"
    static let fields: [Field<FailureRecord>] = [
        .constant("type", name),
        .constant("schema", RecordSchema.version),
        .required("source") { $0.source },
        .optional("document") { $0.document },
        .required("stage") { $0.failure.stage },
        .required("code") { $0.failure.code },
        .required("message") { $0.failure.message },
        .required("attempts") { $0.attempts },
        .required("retryable") { $0.failure.isRetryable },
        .optional("limits") { $0.limits },
    ]
}

/// What one paper may cost a worker.
public struct RunLimits: Sendable, Hashable {
    /// Seconds until the worker is taken down.
    public var seconds: Int
    /// Seconds of processor time that the worker may use.
    public var processorSeconds: Int
    /// Seconds without a sign of progress after which the worker is taken down.
    public var silentSeconds: Int
    /// Megabytes of memory (2²⁰ bytes) that the worker may hold.
    public var megabytes: Int

    /// Makes limits.
    public init(seconds: Int, processorSeconds: Int, silentSeconds: Int, megabytes: Int) {
        self.seconds = seconds
        self.processorSeconds = processorSeconds
        self.silentSeconds = silentSeconds
        self.megabytes = megabytes
    }
}

extension RunLimits: RecordObject {
    static let name = "limits"
    static let fields: [Field<RunLimits>] = [
        .required("seconds") { $0.seconds },
        .required("megabytes") { $0.megabytes },
        .required("processorSeconds") { $0.processorSeconds },
        .required("silentSeconds") { $0.silentSeconds },
    ]
}
