internal import Foundation
internal import Pipeline
internal import Records
internal import RuleEngine
internal import Supervision

/// A run as it was asked for: kept in its folder, so that `retry` can make it again.
struct RunOrder: Codable {
    /// Folder in which relative paths begin.
    var workingFolder: String
    /// Files and folders.
    var inputs: [String]
    /// Entries of a list of papers; nil where none was given.
    var list: [String]?
    /// Folders of rules; none for those that come with the program.
    var rules: [String]
    var recognisesScans: Bool
    /// A list that tells of papers what they don't print.
    var manifest: String?
    /// The folder from which records say where papers lie.
    var root: String?
    /// Whether the papers of a folder are those of one meeting.
    var folderIsMeeting: Bool?
    var workers: Int?
    var deadline: Int?
    var perPage: Int?
    var cpu: Int?
    var silence: Int?
    var memory: Int?
    var recycle: Int?

    /// Reads what `text` gives; nil where it is something else.
    init?(text: String) {
        guard let order = try? JSONDecoder().decode(RunOrder.self, from: Data(text.utf8)) else { return nil }
        self = order
    }

    init(inputs: [String], list: [String]?, rules: RuleOptions, scans: ScanOptions, limits: LimitOptions) {
        workingFolder = FileManager.default.currentDirectoryPath
        self.inputs = inputs
        self.list = list
        self.rules = rules.directories
        recognisesScans = scans.recognisesScans
        change(limits)
    }

    /// Puts the limits that are given in place of those that it has.
    mutating func change(_ limits: LimitOptions) {
        workers = limits.workers ?? workers
        deadline = limits.deadline ?? deadline
        perPage = limits.perPage ?? perPage
        cpu = limits.cpu ?? cpu
        silence = limits.silence ?? silence
        memory = limits.memory ?? memory
        recycle = limits.recycle ?? recycle
    }

    private var text: String {
        get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
    }

    /// How much longer a paper may take when its scanned pages are recognised: seconds a page instead of milliseconds.
    static let scanPatience = 10

    /// The hash of the rules; throws where a user's own are wrong, so that no worker starts with them. To compile those that come with the
    /// program takes as long as some papers and would tell nothing new.
    private func checkedHash(of folders: [String]) throws -> String {
        guard !rules.isEmpty else { return try RuleBook.hash(directories: folders) }
        let book = try RuleOptions.load(folders)
        // A rule that a stage can't use is found here too.
        _ = try Pipeline(rules: book)
        return book.hash
    }

    /// The settings of the run; throws where the rules are wrong.
    func settings() throws -> RunSettings {
        var options = RuleOptions()
        options.directories = rules
        let folders = try options.folders()
        let hash = try checkedHash(of: folders)
        var settings = RunSettings(
            worker: [], workers: workers ?? ProcessInfo.processInfo.activeProcessorCount,
            provenance: Provenance(rules: hash, version: Program.version), reading: (recognisesScans ? "ocr " : "") + Program.build,
            order: try text)
        let patience = recognisesScans ? RunOrder.scanPatience : 1
        settings.seconds = patience * (deadline ?? settings.seconds)
        settings.secondsPerPage = patience * (perPage ?? settings.secondsPerPage)
        settings.processorSeconds = patience * (cpu ?? settings.processorSeconds)
        settings.silentSeconds = patience * (silence ?? settings.silentSeconds)
        settings.megabytes = memory ?? settings.megabytes
        settings.papersPerWorker = recycle ?? settings.papersPerWorker
        settings.manifest = manifest
        settings.root = root
        settings.folderIsMeeting = folderIsMeeting ?? false
        settings.workersReportReady = true
        settings.needsInputs = true
        settings.worker =
            [Program.path, "worker", "--rules-hash", hash]
            + WorkerCommand.arguments(for: settings) + folders.flatMap { ["--rules", $0] } + (recognisesScans ? ["--ocr"] : [])
        return settings
    }
}
