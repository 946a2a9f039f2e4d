internal import ArgumentParser
internal import Foundation
internal import Pipeline
internal import Supervision

/// Makes the last run of a folder again, the papers in quarantine included.
struct RetryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Makes the last run into a folder again, with the papers that took their workers down.",
        discussion: """
            Example: scrutineer retry records --memory 4096

            Inputs, rules and limits are those of that run; limits that are given here take their place, and count for later retries.
            """)

    @Argument(help: ArgumentHelp("Folder of a run.", valueName: "dir"))
    var folder: String

    @Flag(help: "Lets papers leave the files though most of them would, as run --prune does.")
    var prune = false

    @Flag(help: "Ends with status 0 though papers were read in part only.")
    var allowPartial = false

    @OptionGroup(title: "Limits") var limits: LimitOptions
    @OptionGroup(title: "Words and metrics") var reports: ReportOptions

    func run() throws {
        guard var order = try FolderStatus(folder: folder).order.flatMap(RunOrder.init(text:)) else {
            throw HostError("the folder \(folder) doesn't say what its run was; make it again with scrutineer run")
        }
        let output = SourcePath.absolute(folder)
        var reports = reports
        reports.metrics = reports.metrics.map { SourcePath.absolute($0) }
        // Inputs and rules are named from where that run was made.
        guard FileManager.default.changeCurrentDirectoryPath(order.workingFolder) else {
            throw HostError("the folder \(order.workingFolder), where the run was made, is gone; make it again with scrutineer run")
        }
        order.change(limits)
        var settings = try order.settings()
        settings.retriesQuarantined = true
        settings.prunes = prune
        let list = try order.list.map { entries throws(HostError) in try InputList(entries: entries) }
        try SupervisedRun(
            settings: settings, inputs: { Inputs(order.inputs, list: list) }, folder: output, reports: reports, allowsPartial: allowPartial
        )
        .run()
    }
}
