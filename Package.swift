// swift-tools-version: 6.2
import Foundation
import PackageDescription

// The same settings hold in every Swift target: a warning is an error, existentials are spelled out, imports are internal
// unless a public declaration needs them.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

// Text recognition is built in where Tesseract's headers are (Debian: libtesseract-dev); nothing else needs it.
let hasTesseract = ["/usr/include", "/usr/local/include"].contains { FileManager.default.fileExists(atPath: $0 + "/tesseract/capi.h") }
let recognition: [Target] =
    hasTesseract
    ? [.systemLibrary(name: "CTesseract", providers: [.apt(["libtesseract-dev", "tesseract-ocr-eng"])])] : []

// What `--version` says of the checkout.
let commit = Context.gitInformation.map { $0.currentCommit + ($0.hasUncommittedChanges ? "+" : "") } ?? "unknown"

func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
    name: "scrutineer",
    products: [.executable(name: "scrutineer", targets: ["scrutineer"])],
    // Exact, since the same bytes must give the same records wherever it is built, and Package.resolved is not kept (CONTRIBUTING.md).
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
    ],
    targets: [
        // The values that pass between stages; knows nothing else.
        module("PaperModel", ["CDigest"]),
        .systemLibrary(name: "CDigest"),

        // Loaders: bytes to a Paper.
        .target(name: "CPageContent", dependencies: ["CPoppler"], linkerSettings: [.linkedLibrary("poppler")]),
        .systemLibrary(name: "CPoppler", pkgConfig: "poppler-glib", providers: [.apt(["libpoppler-glib-dev", "libpoppler-private-dev"])]),
        .systemLibrary(name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
        module("PDFLoading", ["PaperModel", "CPageContent", "CPoppler", "CCairo"] + (hasTesseract ? ["CTesseract"] : [])),
        module("HTMLLoading", ["PaperModel", "CLibXML2"]),

        // Rules: YAML and PCRE2 are known here alone.
        module("RuleEngine", ["PaperModel", "CPCRE2", .product(name: "Yams", package: "Yams")]),

        // Paper to segments, then to figures.
        module("Segmentation", ["PaperModel", "RuleEngine"]),
        module("Extraction", ["PaperModel", "RuleEngine"]),

        // What comes out, and what runs it.
        module("Records", ["PaperModel"]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CSeccomp", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),
        module(
            "Pipeline",
            ["PaperModel", "PDFLoading", "HTMLLoading", "RuleEngine", "Segmentation", "Extraction", "Records", "CLinux", "CSeccomp"]),
        module("Tracing", ["PaperModel"]),
        module(
            "RecordIndex",
            [
                "PaperModel", "Records", "Tracing", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        module("Supervision", ["PaperModel", "Pipeline", "Records", "CLinux", "CZlib", .product(name: "GRDB", package: "GRDB.swift")]),
        module(
            "EvidencePage",
            [
                "PaperModel", "Pipeline", "Records", "Supervision", "RecordIndex", "Tracing",
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ]),
        .target(name: "CBuild", cSettings: [.define("SCRUTINEER_COMMIT", to: "\"\(commit)\"")]),
        .executableTarget(
            name: "scrutineer",
            dependencies: [
                "CBuild", "CLinux", "PaperModel", "PDFLoading", "RuleEngine", "Extraction", "Segmentation", "Records", "Pipeline",
                "Supervision",
                "Tracing", "RecordIndex", "EvidencePage",
                .product(name: "ArgumentParser", package: "swift-argument-parser"), .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        // Tests; TestSupport holds what several of them share.
        .target(
            name: "TestSupport", dependencies: ["PaperModel", "Pipeline", "Records", "RuleEngine"], path: "Tests/TestSupport",
            swiftSettings: settings),
        tests("ArchitectureTests", []),
        tests("PaperModelTests", ["PaperModel"]),
        tests("PDFLoadingTests", ["PaperModel", "PDFLoading", "CPageContent", "TestSupport"]),
        tests("HTMLLoadingTests", ["PaperModel", "HTMLLoading", "RuleEngine", "TestSupport"]),
        tests("RuleEngineTests", ["PaperModel", "RuleEngine", "TestSupport"]),
        tests("SegmentationTests", ["PaperModel", "PDFLoading", "HTMLLoading", "RuleEngine", "Segmentation", "TestSupport"]),
        tests("ExtractionTests", ["PaperModel", "RuleEngine", "Extraction", "TestSupport"]),
        tests("RecordsTests", ["PaperModel", "Records"]),
        tests("TracingTests", ["PaperModel", "Tracing"]),
        tests("RecordIndexTests", ["PaperModel", "RecordIndex", "Tracing", "TestSupport", "scrutineer"]),
        tests("EvidencePageTests", ["EvidencePage", "PaperModel", "Pipeline", "RecordIndex", "Supervision", "Tracing", "TestSupport"]),
        tests("CorpusTests", ["PaperModel", "Pipeline", "Records", "RuleEngine", "TestSupport"]),
        tests(
            "SupervisionTests", ["CLinux", "PaperModel", "Pipeline", "Records", "RuleEngine", "Supervision", "TestSupport", "scrutineer"]),
    ] + recognition,
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx20
)
