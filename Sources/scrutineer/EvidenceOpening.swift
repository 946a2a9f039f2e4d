internal import EvidencePage
internal import Extraction
internal import Glibc
internal import Pipeline
internal import RecordIndex
internal import Records
internal import RuleEngine
internal import Supervision
internal import Tracing

/// Opens a folder for its evidence page: with workers that draw, rules that read claims, and its index.
enum EvidenceOpening {
    /// Seconds of processor time that one picture may take; a dense plan takes about two.
    private static let seconds = 15
    /// Seconds that may pass meanwhile: on a busy machine too it is the page that decides whether it is drawn.
    private static let patience = 60

    static func folder(_ path: String, rules: RuleOptions) throws -> EvidenceFolder {
        let book = try rules.load()
        let settings = LimitOptions.usual
        let worker = [
            Program.path, "worker", "--pictures", "--passed", "--memory", String(settings.megabytes), "--cpu", String(seconds), "--host",
            String(getpid()),
            "--progress", String(RunSettings.progressDescriptor),
        ]
        return try EvidenceFolder(
            path: path, painter: PagePainter(worker: worker, seconds: patience),
            reader: EvidenceFolder.ClaimReader(
                claim: { text, index in try ClaimReading(rules: book).claim(text, in: index) },
                query: { text, index in try ClaimReading(rules: book).query(text, in: index) }),
            log: { Terminal.say($0) }, openIndex: { try FolderIndex.open(path, whileRunning: true) })
    }
}
