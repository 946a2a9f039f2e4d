internal import Glibc
internal import PaperModel
public import Pipeline
internal import Records

/// Has pages of papers drawn, each by a worker of its own: one that hangs, crashes or draws for ever costs its own picture only.
public struct PagePainter: Sendable {
    private let worker: [String]
    private let seconds: Int

    /// Why there is no picture.
    public struct Problem: Error, CustomStringConvertible, Sendable {
        /// In words.
        public let message: String
        /// The same.
        public var description: String { message }

        /// States it.
        public init(message: String) { self.message = message }
    }

    /// Makes a painter; `worker` is the program that draws, with its arguments, and `seconds` what one picture may take.
    public init(worker: [String], seconds: Int = 20) {
        self.worker = worker
        self.seconds = seconds
    }

    /// Bytes of an answer: the largest picture in base64, and what goes with it.
    private static let mostBytes = 16 << 20

    /// Draws a page (1-based) of the file at `path`; `crop` is a part of it: left, top, width, height, points.
    public func picture(of path: String, page: Int, crop: [Int]? = nil) throws(Problem) -> DrawnPage {
        var request = WorkRequest(Source(path: path), seconds: seconds + 1)
        request.draw = page
        request.crop = crop
        // The worker is given the open file, as those that read papers are, and may open none.
        let file: Int32
        do throws(PaperFailure) { (file, request.attached) = try PaperFile.openPaper(path) } catch { throw Problem(message: error.message) }
        defer { close(file) }
        let answer: [UInt8]
        do throws(HostError) { answer = try self.answer(to: request, file: file) } catch { throw Problem(message: error.description) }
        if let picture = DrawnPage(line: answer) { return picture }
        if let failure = RecordHead(answer)?.failure { throw Problem(message: failure.message) }
        throw Problem(message: "the page can't be drawn")
    }

    /// The first line of what a fresh worker answers; nothing where it is taken down before.
    private func answer(to request: WorkRequest, file: Int32) throws(HostError) -> [UInt8] {
        // A worker that dies while a request is written to it is a failed write, not the end of its host.
        signal(SIGPIPE, SIG_IGN)
        let process = try WorkerProcess(command: worker)
        defer { _ = process.end() }
        let end = ContinuousClock.now + .seconds(seconds)
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        guard process.send(request.line, file: file) else { return [] }
        while ContinuousClock.now < end, answer.count <= PagePainter.mostBytes {
            switch process.receive(into: &buffer, for: 100) {
            case .wrote(let count):
                if let lineEnd = buffer[..<count].firstIndex(of: UInt8(ascii: "\n")) { return answer + buffer[..<lineEnd] }
                answer += buffer[..<count]
            case .nothing: break
            case .ended: return []
            }
        }
        return []
    }
}
