internal import Foundation
internal import Glibc
internal import PDFLoading
internal import PaperModel
internal import Records

/// A worker's answer to a request for the picture of a page (`draw`): one line of JSON, or a failure record.
public struct DrawnPage: Sendable {
    /// How the line begins.
    public static let lineStart = #"{"type":"picture","#

    /// "sha256:" and the digest of the bytes that it was drawn from.
    public let document: String
    /// Page, 1-based.
    public let page: Int
    /// `svg` or `png`.
    public let form: String
    /// Width of what it shows, tenths of a point.
    public let width: Int
    /// Height of what it shows, tenths of a point.
    public let height: Int
    /// The picture.
    public let bytes: [UInt8]

    private struct Written: Decodable {
        var document: String
        var page: Int
        var form: String
        var width: Int
        var height: Int
        var data: Data
    }

    /// Reads a line; nil where it is none of these.
    public init?(line: [UInt8]) {
        guard line.starts(with: DrawnPage.lineStart.utf8), let written = try? JSONDecoder().decode(Written.self, from: Data(line)),
            PagePicture.Form(rawValue: written.form) != nil, written.page > 0, written.width > 0, written.height > 0
        else { return nil }
        (document, page, form) = (written.document, written.page, written.form)
        (width, height, bytes) = (written.width, written.height, Array(written.data))
    }

    private init(_ picture: PagePicture, document: String, page: Int) {
        (self.document, self.page, form) = (document, page, picture.form.rawValue)
        width = Int((picture.width * 10).rounded())
        height = Int((picture.height * 10).rounded())
        bytes = picture.bytes
    }

    private var line: [UInt8] {
        let picture: JSON = [
            "type": "picture", "schema": .string(RecordSchema.version), "document": .string(document), "page": .integer(page),
            "form": .string(form), "width": .integer(width), "height": .integer(height), "data": .string(Data(bytes).base64EncodedString()),
        ]
        return picture.line
    }

    /// Draws the page that a request names, of the open `file` that came with it, or else of the one at its path.
    static func answer(_ request: WorkRequest, page: Int, file: Int32?) -> [UInt8] {
        do throws(PaperFailure) {
            let bytes = try request.bytes(of: file, limits: LoadLimits()).bytes
            guard isPDF(leadingBytes: bytes.prefix(Loader.leadingBytes)) else {
                throw PaperFailure(.unsupported, "only pages of a PDF can be drawn")
            }
            let picture = try PDFLoading.picture(ofPage: page, part: request.part, in: bytes)
            return DrawnPage(picture, document: DocumentRecord.id(digest: SHA256.hexDigest(of: bytes)), page: page).line
        } catch {
            return Exporter.jsonLines.bytes(.failure(FailureRecord(source: request.source, failure: error)), nil)
        }
    }
}

extension WorkRequest {
    /// The part of the page that is asked for; nil for all of it.
    fileprivate var part: Box? {
        guard let crop, crop.count == 4, crop.allSatisfy({ (0...100_000).contains($0) }), crop[2] > 0, crop[3] > 0 else { return nil }
        return Box(x: Double(crop[0]), y: Double(crop[1]), width: Double(crop[2]), height: Double(crop[3]))
    }
}

/// A worker that draws pages and reads no papers: it needs no rules, and so is ready at once.
public struct DrawingWorker {
    private let report: WorkReport

    /// Makes a worker that holds itself to the limits of `report`.
    public init(report: WorkReport = WorkReport()) { self.report = report }

    /// Serves requests from standard input until it ends, each answered by a picture or a failure record and a `done` line.
    ///
    /// - Throws: where standard output can't be written.
    public func run() throws {
        var output = ByteOutput.standard
        var input = LineInput(descriptor: STDIN_FILENO)
        while let line = input.next() {
            let file = input.takeFile()
            defer { if let file { close(file) } }
            guard let request = WorkRequest(bytes: line) else { continue }
            try report.beginPaper(fault: nil)
            report.begins(.load)
            try output.write(DrawnPage.answer(request, page: request.draw ?? 1, file: file))
            report.endPaper()
            try output.write(WorkDone(path: request.path).line)
            try output.flush()
        }
    }
}
