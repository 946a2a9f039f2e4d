/// The summary of a run, `run.json`, as `RunSummary` writes it: a test validates one.
enum RunDefinition: Definition {
    static let name = "run"
    static var parts: [any Definition.Type] { [RunCosts.self, SandboxHeld.self, FileDigest.self] }

    static var definition: JSON {
        .closed(
            "The summary of a run, run.json. It is the same after each run over the same papers.", title: name,
            [
                ("type", ["type": "string", "const": "run"], "The type of the object."),
                ("schema", ["type": "string", "const": .string(RecordSchema.version)], "Version of this schema."),
                ("version", ["type": "string"], "Version of the program."),
                ("rules", ["type": "string"], "Hash of the rule files."),
                ("inputs", count, "Papers that were asked for, those that are attached to others included."),
                ("attached", count, "Of these, papers that are attached to others."),
            ] + Record.Kind.allCases.map { ($0.rawValue + "s", count, Meaning("Records in \($0.fileName).")) } + [
                ("partialDocuments", count, "Documents of which something was not read."),
                ("partialReasons", counts, "Of these, how many carry each code of a notice that says why."),
                ("failureCodes", counts, "Failures by their code."),
                ("quarantined", count, "Papers that took their workers down, and are left alone until they change or may cost more."),
                ("repeatedDocuments", count, "Papers with the bytes of another; their document record alone was written."),
                ("unreadNumbers", count, "Numbers of tables that are written as amounts are and gave no figure, over all documents."),
                ("doubts", count, "Figures that carry a doubt, over all documents."),
                ("passedOver", counts, "Files in the folders that are no papers, by the ending of their names."),
                ("linkedFolders", count, "Links to folders in the folders; they are not followed."),
                ("limits", RunCosts.reference, "What a paper may cost."),
                ("sandbox", SandboxHeld.reference, "What a worker had given up before it read a paper."),
                (
                    "files", ["type": "object", "additionalProperties": FileDigest.reference],
                    "The other files of the run, by name: who reads them while they are replaced can tell a mixture."
                ),
            ], optional: ["sandbox"])
    }

    private static let count: JSON = ["type": "integer", "minimum": 0]
    private static let counts: JSON = ["type": "object", "additionalProperties": ["type": "integer", "minimum": 0]]
}

/// What the papers of a run may cost, in its summary.
private enum RunCosts: Definition {
    static let name = "runLimits"
    static var parts: [any Definition.Type] { [] }

    static var definition: JSON {
        let count: JSON = ["type": "integer", "minimum": 0]
        return .closed(
            "What the papers of a run may cost.", title: name,
            [
                ("seconds", count, "Seconds that any paper may take."),
                ("secondsPerPage", count, "Seconds more for each of its pages; the same for processor time."),
                ("processorSeconds", count, "Seconds of processor time that any paper may take."),
                ("silentSeconds", count, "Seconds without a sign of progress after which a worker is taken down."),
                ("megabytes", count, "Megabytes (2²⁰ bytes) of memory that a worker may hold."),
            ])
    }
}

/// What workers had given up, in the summary of a run.
private enum SandboxHeld: Definition {
    static let name = "sandbox"
    static var parts: [any Definition.Type] { [] }

    static var definition: JSON {
        .closed(
            "What a worker had given up before it read a paper.", title: name,
            [
                ("noNewPrivileges", ["type": "boolean"], "No program that it starts can have more rights than it has."),
                ("systemCalls", ["type": "boolean"], "Only the system calls that reading needs were let through (seccomp)."),
                ("landlock", ["type": "integer", "minimum": 0], "Version of Landlock whose rules held; 0 where none did."),
            ])
    }
}

/// A file of a run, in its summary.
private enum FileDigest: Definition {
    static let name = "fileDigest"
    static var parts: [any Definition.Type] { [] }

    static var definition: JSON {
        .closed(
            "Size and digest of a file.", title: name,
            [
                ("bytes", ["type": "integer", "minimum": 0], "Size, bytes."),
                ("sha256", ["type": "string", "pattern": "^[0-9a-f]{64}$"], "SHA-256 in hexadecimal."),
            ])
    }
}

/// The line that ends the records of a paper in a worker's output, as `WorkDone` writes it.
enum DoneDefinition: Definition {
    static let name = "done"
    static var parts: [any Definition.Type] { [] }

    static var definition: JSON {
        .closed(
            "The line that ends the records of one paper in the output of a worker.", title: name,
            [
                ("type", ["type": "string", "const": "done"], "The type of the line."),
                ("schema", ["type": "string", "const": .string(RecordSchema.version)], "Version of this schema."),
                ("path", ["type": "string"], "Path of the paper, as the request gave it."),
            ])
    }
}
