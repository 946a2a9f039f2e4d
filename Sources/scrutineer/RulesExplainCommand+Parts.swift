internal import ArgumentParser
internal import PaperModel
internal import Pipeline
internal import RuleEngine
internal import Segmentation

extension RulesExplainCommand {
    /// Prints what the rules for segments see in a text by itself, paragraph by paragraph.
    func showParts(ofText text: String, _ book: RuleBook) {
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: true) {
            for match in book.partExplanation(of: String(paragraph)).matches where rule.map({ $0 == match.rule.id }) ?? true {
                let means = match.rule.settings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
                let groups = match.groups.map { "\($0.name) `\($0.text)`" }
                let places = match.rule.places
                print("  part\t\(match.rule.finds.rawValue)\t\(match.rule.id)\t\(shortened(match.text))")
                if !means.isEmpty || !groups.isEmpty { print("    means\t\((means + groups).joined(separator: ", "))") }
                if !places.isEmpty { print("    where\t\(places)") }
            }
        }
    }

    /// Prints the lines of a paper that rules know, and the segments that begin at them; of the one rule that is asked about also the lines
    /// whose words it knows and where it may not be used.
    func showParts(_ reading: ReadingExplanation, _ book: RuleBook) {
        for line in reading.lines where page.map({ $0 == line.page }) ?? true {
            let rules = line.readings.filter { $0.contains(" by ") }
            let begins = line.begins.map { begin in
                let segment = begin.segment
                let name = [segment.kind.rawValue, segment.number].compactMap { $0 }.joined(separator: " ")
                return (text: "\(name): \(begin.why.isEmpty ? "its heading says so" : begin.why)", rule: segment.rule)
            }
            guard rule != nil || !rules.isEmpty || !begins.isEmpty else { continue }
            if let rule, !rules.contains(where: { $0.hasSuffix(" by \(rule)") }), !begins.contains(where: { $0.rule == rule }) {
                showUnused(rule, in: line, book)
                continue
            }
            print("page \(line.page): \(shortened(line.text))")
            if !rules.isEmpty { print("  line\t\(rules.joined(separator: "; "))") }
            for begin in begins { print("  begins\t\(begin.text)") }
        }
    }

    private func showUnused(_ rule: String, in line: ReadingExplanation.Line, _ book: RuleBook) {
        for match in book.partExplanation(of: line.text).matches where match.rule.id == rule {
            print("page \(line.page): \(shortened(line.text))\n  unused\t\(rule)\t\(shortened(match.text))")
            print("    where\t\(match.rule.places)\n    read as\t\(line.kind.rawValue)")
        }
    }

    /// Prints the layouts that were tried on a web page, and what the paths of the one that is used select.
    func showLayouts(of bytes: [UInt8], _ pipeline: Pipeline) throws {
        guard let file else { return }
        let verdicts: [LayoutVerdict]
        do throws(PaperFailure) { verdicts = try pipeline.layouts(in: bytes, path: file) } catch {
            throw ValidationError("\(file): \(error.message)")
        }
        for verdict in verdicts {
            if let missing = verdict.missing {
                print("layout \(verdict.layout)\n  unknown\tnothing is selected by \(missing)")
            } else {
                print("layout \(verdict.layout)\n  known")
                for part in verdict.parts { print("    \(part.key)\t\(part.count)\tby \(part.path)") }
            }
        }
    }
}

extension Rule {
    /// Where it may be used: "paper minutes|report, position start".
    fileprivate var places: String {
        conditions.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.joined(separator: "|"))" }.joined(separator: ", ")
    }
}
