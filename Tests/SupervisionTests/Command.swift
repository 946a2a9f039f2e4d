import Foundation
import TestSupport

/// The program itself, as people and other programs meet it.
enum Command {
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Runs it to its end, in a folder where one is given; `status` is the signal's number where one ended it.
    static func run(_ arguments: [String], input: String = "", in folder: String? = nil) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: Checkout.program)
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stderr
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
        let errors = try stderr.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: errors, as: UTF8.self))
    }

    /// Runs it, sends it a signal after so many seconds, and waits for its end.
    static func run(_ arguments: [String], signal: Int32, after seconds: Double) throws -> (pid: Int32, outcome: Outcome) {
        try run(arguments, signal: signal) { Thread.sleep(forTimeInterval: seconds) }
    }

    /// Runs it, sends it a signal when `wait` returns, and waits for its end.
    static func run(_ arguments: [String], signal: Int32, when wait: () -> Void) throws -> (pid: Int32, outcome: Outcome) {
        let process = Process()
        process.executableURL = URL(filePath: Checkout.program)
        process.arguments = arguments
        let stderr = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = stderr
        try process.run()
        wait()
        kill(process.processIdentifier, signal)
        let errors = try stderr.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (
            process.processIdentifier,
            Outcome(status: process.terminationStatus, output: "", errors: String(decoding: errors, as: UTF8.self))
        )
    }

    /// Process ids of the workers of the run with this process id.
    static func workers(of run: Int32) -> [String] {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.filter { process in
            guard Int(process) != nil, let line = Checkout.bytes(of: "/proc/\(process)/cmdline") else { return false }
            let words = line.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
            return zip(words, words.dropFirst()).contains { $0 == "--host" && $1 == String(run) }
        }
    }
}
