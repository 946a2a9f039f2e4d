internal import ArgumentParser
internal import PaperModel
internal import RuleEngine

/// Lists the rules.
struct RulesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists every rule: id, what it finds, status, and where it is written.",
        discussion: "Example: scrutineer rules list | grep money")

    @OptionGroup var rules: RuleOptions

    func run() throws {
        let book = try rules.load()
        for rule in book.rules + book.unused {
            print("\(rule.id)\t\(rule.finds.rawValue)\t\(rule.status.rawValue)\t\(rule.mark.file):\(rule.mark.line)")
        }
        for layout in book.layouts { print("\(layout.id)\tlayout") }
    }
}
