internal import Foundation
internal import Pipeline

/// A file of claims and queries.
struct ClaimLines {
    /// What one line asks.
    struct Line: Decodable {
        /// Its name.
        var id: String?
        /// A claim to trace.
        var claim: String?
        /// Words to search.
        var query: String?
    }

    let lines: [Line]

    /// Reads a file; throws where a line is no object with a claim or a query.
    init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else { throw HostError("can't read the claims in \(path)") }
        var lines: [Line] = []
        for (number, line) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            guard let read = try? JSONDecoder().decode(Line.self, from: Data(line)), read.claim != nil || read.query != nil else {
                throw HostError("line \(number + 1) of \(path) is no JSON object with a claim or a query")
            }
            lines.append(read)
        }
        self.lines = lines
    }
}
