internal import Extraction
public import PaperModel
public import Records
public import RuleEngine
public import Segmentation

/// The way of a paper from bytes to records. One for each thread.
public struct Pipeline {
    let rules: RuleBook
    let segmenter: Segmenter
    let extractor: FigureExtractor
    private let limits: LoadLimits
    private let recognisesScans: Bool
    private let provenance: Provenance
    /// Is told how far each paper is.
    public weak var observer: (any ReadingObserver)?

    /// What became of a paper: each ends as exactly one of these.
    public enum Outcome: Sendable {
        /// Its records.
        case read(PaperRecords)
        /// Why there are none.
        case failed(FailureRecord)
    }

    /// What the stages made of a paper, before it becomes records.
    public struct Findings: Sendable {
        /// The paper.
        public let paper: Paper
        /// Its segments.
        public let segments: [Segment]
        /// Its figures.
        public let figures: [Figure]
    }

    /// Makes a pipeline that reads with `rules`; `limits` are what one paper may cost. With `recognisesScans` pages that are
    /// images are read by recognition. Throws the first rule that can't be used as written.
    public init(rules: RuleBook, limits: LoadLimits = LoadLimits(), recognisesScans: Bool = false) throws(UnusableRule) {
        self.rules = rules
        self.limits = limits
        self.recognisesScans = recognisesScans
        segmenter = try Segmenter(rules: rules)
        extractor = FigureExtractor(rules: rules)
        provenance = Provenance(rules: rules.hash, version: Program.version)
    }

    /// Reads the file that a request names, or `file` where that is open already.
    public func process(_ request: WorkRequest, file: Int32? = nil) -> Outcome {
        do throws(PaperFailure) {
            observer?.begins(.load)
            let (bytes, host) = try request.bytes(of: file, limits: limits)
            return process(
                consume bytes, source: request.source, told: request.meeting, encoding: request.encoding, cut: request.cut,
                attachedTo: host)
        } catch {
            return .failed(FailureRecord(source: request.source, failure: error))
        }
    }

    /// Turns the bytes of a paper into records; `told` is what others say of its meeting, `encoding` what the server said of an HTML page,
    /// where that is known, `cut` says from which page on the paper is not to be read, and `attachedTo` is the id of the document that it is
    /// attached to.
    public func process(
        _ bytes: consuming [UInt8], source: Source, told: MeetingFacts = MeetingFacts(), encoding: String? = nil,
        cut: WorkRequest.Cut? = nil, attachedTo host: String? = nil
    ) -> Outcome {
        let digest = SHA256.hexDigest(of: bytes)
        let count = bytes.count
        do throws(PaperFailure) {
            let found = try findings(in: consume bytes, path: source.path, encoding: encoding, cut: cut, isAttached: host != nil)
            observer?.begins(.write)
            return .read(
                PaperRecords(
                    paper: found.paper, segments: found.segments, figures: found.figures, source: source, told: told,
                    digest: digest, bytes: count, attachedTo: host, provenance: provenance))
        } catch {
            return .failed(FailureRecord(source: source, document: DocumentRecord.id(digest: digest), failure: error))
        }
    }

    /// Runs the loader and then each stage in order. The name in `path` decides the format where the bytes don't. The bytes are let go when they
    /// are loaded: those of a long paper are as much as all that is made of them. What is attached to a paper that `isAttached` itself is named and
    /// not looked into, since nobody reads it.
    public func findings(
        in bytes: consuming [UInt8], path: String, encoding: String? = nil, cut: WorkRequest.Cut? = nil, isAttached: Bool = false
    ) throws(PaperFailure) -> Findings {
        guard !bytes.isEmpty else { throw PaperFailure(.empty, "the file has no bytes; fetch it again") }
        let format = try FormatCheck(copy bytes, path: path)
        var limits = limits
        if let cut { limits.pages = min(limits.pages, cut.pages) }
        let conditions = Loader.Conditions(
            encoding: encoding, layouts: rules.layouts, limits: limits, recognisesScans: recognisesScans,
            // They may be what took an earlier worker down.
            looksIntoAttachments: cut == nil && !isAttached,
            pageBegins: { observer?.begins(page: $0, of: $1) })
        var reading = Reading(paper: try format.loader.load(consume bytes, conditions))
        if let notice = format.notice { reading.paper.notices.insert(notice, at: 0) }
        if let cut { reading.paper.notices.append(Notice(.pageFailed, cut.reason, page: cut.pages + 1)) }
        for stage in Stage.all {
            observer?.begins(stage.part)
            stage.apply(&reading, self)
        }
        return Findings(paper: reading.paper, segments: reading.segments, figures: reading.figures)
    }
}
