internal import ArgumentParser
internal import Records
internal import Supervision

/// What a paper may cost, and how many are read at once.
struct LimitOptions: ParsableArguments {
    /// The limits of a run for which none are given.
    static let usual = RunSettings(worker: [], workers: 1, provenance: Provenance(rules: "", version: ""))

    @Option(
        name: [.customShort("j"), .long],
        help: ArgumentHelp("Papers that are read at the same time, each by a worker (default: one per core).", valueName: "number"))
    var workers: Int?

    @Option(
        help: ArgumentHelp(
            "Seconds that a paper may take, with --per-page more for each page (default: \(usual.seconds)). Ten times as long with --ocr, as --cpu, --per-page and --silence.",
            valueName: "seconds"))
    var deadline: Int?

    @Option(
        help: ArgumentHelp("Seconds more for each page of a paper (default: \(usual.secondsPerPage)).", valueName: "seconds"))
    var perPage: Int?

    @Option(
        help: ArgumentHelp(
            "Seconds of processor time that a paper may take, with --per-page more for each page (default: \(usual.processorSeconds)).",
            valueName: "seconds"))
    var cpu: Int?

    @Option(
        help: ArgumentHelp(
            "Seconds without a page, a stage or a record after which a worker is taken down (default: \(usual.silentSeconds)).",
            valueName: "seconds"))
    var silence: Int?

    @Option(help: ArgumentHelp("Megabytes of memory that a worker may hold (default: \(usual.megabytes)).", valueName: "megabytes"))
    var memory: Int?

    @Option(
        help: ArgumentHelp(
            "Papers after which a worker is replaced by a fresh one (default: \(usual.papersPerWorker)).", valueName: "number"))
    var recycle: Int?

    func validate() throws {
        let given: [(String, Int?)] = [
            ("workers", workers), ("deadline", deadline), ("per-page", perPage), ("cpu", cpu), ("silence", silence), ("memory", memory),
            ("recycle", recycle),
        ]
        // A thousand years of seconds are enough, and no sum of limits overflows.
        for (name, value) in given where value.map({ (1...1_000_000_000).contains($0) }) == false {
            throw ValidationError("--\(name) must be a number from 1 to 1000000000")
        }
    }
}
