/// Why a paper could not be read: the end of its way, with a reason.
public struct PaperFailure: Error, Sendable, Hashable {
    /// Where it ended.
    public enum Stage: String, Sendable, CaseIterable {
        /// Bytes to paper.
        case load
        /// Blocks to segments.
        case segment
        /// Text to figures.
        case extract
        /// Records to files.
        case write
    }

    /// What was wrong.
    public enum Code: String, Sendable, CaseIterable {
        /// The file can't be opened or read.
        case unreadable
        /// No bytes.
        case empty
        /// Neither PDF nor HTML.
        case unsupported
        /// Needs a password.
        case encrypted
        /// Damaged beyond mending.
        case corrupt
        /// More bytes than the limit.
        case tooLarge
        /// More pages than the limit.
        case tooManyPages
        /// Took longer than the deadline.
        case timeout
        /// Needed more memory than the limit.
        case memory
        /// Brought the worker down.
        case crash
    }

    /// Where it ended.
    public var stage: Stage
    /// What was wrong.
    public var code: Code
    /// In words, with what to do about it.
    public var message: String

    /// Makes a failure.
    public init(_ code: Code, stage: Stage = .load, _ message: String) {
        self.code = code
        self.stage = stage
        self.message = message
    }

    /// Whether another try can end otherwise.
    public var isRetryable: Bool {
        switch code {
        case .unreadable, .timeout, .memory, .crash: true
        default: false
        }
    }
}
