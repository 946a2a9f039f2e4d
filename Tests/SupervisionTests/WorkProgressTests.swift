import CLinux
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

    /// A worker could fill the memory through a file that isn't counted as its own.
    @Test func theFileDoesNotGrow() throws {
        let file = linux_memfd_create("test")
        defer { close(file) }
        #expect(WorkProgress.fix(file))
        var progress = WorkProgress()
        progress.page = 2
        progress.pages = 2
        progress.write(to: file)
        #expect(WorkProgress(descriptor: file) == progress)
        #expect(ftruncate(file, 1 << 20) < 0)
        #expect(pwrite(file, "x", 1, 1 << 20) < 0)
        #expect(ftruncate(file, 0) < 0)
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
