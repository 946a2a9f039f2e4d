import Foundation
import PaperModel
import Pipeline
import Testing

@Suite struct WorkProgressTests {
    private func withFile(_ body: (Int32) throws -> Void) throws {
        let file = try #require(tmpfile())
        defer { fclose(file) }
        try body(fileno(file))
    }

    @Test func whatIsWrittenIsRead() throws {
        try withFile { file in
            #expect(WorkProgress(descriptor: file) == WorkProgress())
            var progress = WorkProgress()
            progress.stage = .extract
            progress.page = 3
            progress.pages = 12
            progress.seconds = [0.5, 0, 2, 0.25]
            progress.sandbox = Sandbox.Held(noNewPrivileges: true, systemCalls: false, landlock: 4)
            progress.write(to: file)
            #expect(WorkProgress(descriptor: file) == progress)
        }
    }

    @Test func whatNoWorkerWouldWriteIsCut() throws {
        try withFile { file in
            let wild = [UInt64](repeating: .max, count: 32)
            _ = wild.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
            let progress = WorkProgress(descriptor: file)
            #expect(progress.stage == nil)
            #expect(progress.pages == LoadLimits().pages)
            #expect(progress.page == progress.pages)
            #expect(progress.seconds.allSatisfy { $0 < 1e7 })
            #expect(!progress.sandbox.noNewPrivileges)
        }
    }
}
