import Foundation
import Testing

/// The arrows between the targets, read from the `import` lines of their files.
@Suite struct ArchitectureTests {
    /// Which of our targets each may import.
    private static let arrows: [String: Set<String>] = [
        "PaperModel": ["CDigest"],
        "CPageContent": [], "CPoppler": [], "CCairo": [], "CTesseract": [], "CLibXML2": [], "CPCRE2": [], "CLinux": [], "CSeccomp": [],
        "CZlib": [], "CDigest": [],
        "CBuild": [],
        "PDFLoading": ["PaperModel", "CPageContent", "CPoppler", "CCairo", "CTesseract"],
        "HTMLLoading": ["PaperModel", "CLibXML2"],
        "RuleEngine": ["PaperModel", "CPCRE2"],
        "Segmentation": ["PaperModel", "RuleEngine"],
        "Extraction": ["PaperModel", "RuleEngine"],
        "Records": ["PaperModel"],
        "Pipeline": [
            "PaperModel", "PDFLoading", "HTMLLoading", "RuleEngine", "Segmentation", "Extraction", "Records", "CLinux", "CSeccomp",
        ],
        "Supervision": ["PaperModel", "Pipeline", "Records", "CLinux", "CZlib"],
        "Tracing": ["PaperModel"],
        "RecordIndex": ["PaperModel", "Records", "Tracing"],
        "EvidencePage": ["PaperModel", "Pipeline", "Records", "RecordIndex", "Supervision", "Tracing"],
        "scrutineer": [
            "CBuild", "CLinux", "PaperModel", "PDFLoading", "RuleEngine", "Segmentation", "Extraction", "Records", "Pipeline",
            "Supervision",
            "Tracing",
            "RecordIndex", "EvidencePage",
        ],
    ]

    /// Libraries that are not ours, each with the targets of which one file may import it, or the target as a whole.
    private static let foreign: [String: (targets: Set<String>, inOneFile: Bool)] = [
        "CDigest": (["PaperModel"], true), "CPageContent": (["PDFLoading"], true), "CPoppler": (["PDFLoading"], true),
        "CCairo": (["PDFLoading"], true),
        "CTesseract": (["PDFLoading"], true),
        "CLibXML2": (["HTMLLoading"], true),
        "CPCRE2": (["RuleEngine"], true), "Yams": (["RuleEngine"], true), "CSeccomp": (["Pipeline"], true),
        "CZlib": (["Supervision"], true), "GRDB": (["Supervision", "RecordIndex"], true), "GRDBSQLite": (["RecordIndex"], true),
        "FlyingSocks": (["EvidencePage"], false),
        "ArgumentParser": (["scrutineer"], false), "Logging": (["scrutineer"], false),
    ]

    /// What comes with the toolchain.
    private static let toolchain: Set<String> = ["Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Synchronization"]

    private struct Import {
        let target: String
        let file: String
        let module: String
    }

    private static let imports: [Import] = {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources").standardized
        let targets = (try? FileManager.default.contentsOfDirectory(atPath: sources.path)) ?? []
        return targets.flatMap { target -> [Import] in
            let folder = sources.appending(path: target)
            let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
            return files.filter { $0.hasSuffix(".swift") }.flatMap { file -> [Import] in
                let text = (try? String(contentsOf: folder.appending(path: file), encoding: .utf8)) ?? ""
                return modules(in: text).map { Import(target: target, file: file, module: $0) }
            }
        }
    }()

    private static func modules(in text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let index = words.firstIndex(of: "import"), words[..<index].allSatisfy(isImportModifier) else { return nil }
            return words.dropFirst(index + 1).last.map { String($0.prefix { $0 != "." }) }
        }
    }

    private static func isImportModifier(_ word: Substring) -> Bool {
        ["public", "package", "internal", "private", "fileprivate"].contains(word) || word.hasPrefix("@")
    }

    @Test func everyTargetIsKnown() {
        #expect(Set(Self.imports.map(\.target)).isSubset(of: Self.arrows.keys))
        #expect(Self.imports.count > 40, "the import lines were not found")
    }

    @Test func targetsImportOnlyThoseToTheirLeft() {
        for line in Self.imports where Self.arrows.keys.contains(line.module) {
            #expect(Self.arrows[line.target]?.contains(line.module) == true, "\(line.target)/\(line.file) imports \(line.module)")
        }
    }

    @Test func nothingElseIsImported() {
        for line in Self.imports where !Self.arrows.keys.contains(line.module) && !Self.toolchain.contains(line.module) {
            #expect(Self.foreign[line.module] != nil, "\(line.target)/\(line.file) imports \(line.module)")
        }
    }

    @Test func aForeignLibraryIsImportedInOneFile() {
        for (library, home) in Self.foreign {
            let places = Self.imports.filter { $0.module == library }
            #expect(places.allSatisfy { home.targets.contains($0.target) }, "\(library) is imported in \(places.map(\.target))")
            guard home.inOneFile else { continue }
            for (target, places) in Dictionary(grouping: places, by: \.target) {
                #expect(Set(places.map(\.file)).count == 1, "\(library) is imported in \(places.map(\.file)) of \(target)")
            }
        }
    }
}
