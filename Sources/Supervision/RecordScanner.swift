internal import Pipeline
internal import Records

/// Follows a worker's output line by line and tells where the records of each type lie, keeping no more than the head of a line.
struct RecordScanner {
    /// A stretch of lines of one type.
    struct Extent: Equatable {
        let kind: Record.Kind
        var bytes: Int
        var lines: Int
    }

    /// Stretches in the order they were written.
    private(set) var extents: [Extent] = []
    /// Whether the `done` line came.
    private(set) var isDone = false
    /// Whether a line came that is no record: the worker, or a library in it, has gone astray.
    private(set) var isAstray = false

    /// Bytes of the open line so far, and of those the first ones.
    private var lineBytes = 0
    private var head: [UInt8] = []

    private static let starts = Record.Kind.allCases.map { (kind: $0, start: Array($0.lineStart.utf8)) }
    private static let done = Array(WorkDone.lineStart.utf8)
    private static let headBytes = 32

    /// Takes in what the worker wrote next.
    mutating func consume(_ chunk: some Collection<UInt8>) {
        var rest = chunk[...]
        while !rest.isEmpty {
            let line = rest.prefix { $0 != UInt8(ascii: "\n") }
            head.append(contentsOf: line.prefix(RecordScanner.headBytes - head.count))
            lineBytes += line.count
            rest = rest.dropFirst(line.count)
            if !rest.isEmpty {
                rest = rest.dropFirst()
                endLine()
            }
        }
    }

    private mutating func endLine() {
        if isDone {
            isAstray = true
        } else if head.starts(with: RecordScanner.done) {
            isDone = true
        } else if let kind = RecordScanner.starts.first(where: { head.starts(with: $0.start) })?.kind {
            if extents.last?.kind != kind { extents.append(Extent(kind: kind, bytes: 0, lines: 0)) }
            extents[extents.count - 1].bytes += lineBytes + 1
            extents[extents.count - 1].lines += 1
        } else {
            isAstray = true
        }
        lineBytes = 0
        head.removeAll(keepingCapacity: true)
    }
}
