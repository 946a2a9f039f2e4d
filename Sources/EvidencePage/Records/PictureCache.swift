internal import Foundation
internal import Pipeline
internal import Supervision
internal import Synchronization

/// Pictures of pages in `.scrutineer/pictures`, by the digest of their paper: drawn when they are first asked for.
final class PictureCache: Sendable {
    private let folder: URL
    private let painter: PagePainter
    private let watched: WatchedPapers
    private let kept = Mutex<Int?>(nil)

    /// Bytes on disk: ten thousand pages of curves. The oldest go first.
    private static let limit = 512 << 20
    /// How full it is after that.
    private static let lowered = 384 << 20

    init(_ watched: WatchedPapers, painter: PagePainter) {
        self.watched = watched
        self.painter = painter
        folder = URL(filePath: watched.beside("pictures"), directoryHint: .isDirectory)
    }

    /// A picture with its media type.
    struct Picture: Sendable {
        var type: String
        var bytes: [UInt8]
    }

    /// The picture of a page of the paper with this digest.
    func picture(digest: String, page: Int) throws(PagePainter.Problem) -> Picture {
        guard digest.count == 64, digest.allSatisfy(\.isHexDigit) else { throw problem("no paper has this digest") }
        let name = folder.appending(path: digest.lowercased()).appending(path: String(page))
        for form in ["svg", "png"] {
            if let data = try? Data(contentsOf: name.appendingPathExtension(form)) {
                return Picture(type: PictureCache.type(form), bytes: Array(data))
            }
        }
        let drawn = try draw(digest: digest, page: page, crop: nil)
        keep(drawn, as: name)
        return Picture(type: PictureCache.type(drawn.form), bytes: drawn.bytes)
    }

    /// A part of a page, drawn larger; it is not kept.
    func part(_ crop: [Int], digest: String, page: Int) throws(PagePainter.Problem) -> DrawnPage {
        try draw(digest: digest, page: page, crop: crop)
    }

    private func draw(digest: String, page: Int, crop: [Int]?) throws(PagePainter.Problem) -> DrawnPage {
        let id = "sha256:" + digest.lowercased()
        let known: RecordedPaper?
        do throws(HostError) { known = try watched.paper(id) } catch { throw problem(error.description) }
        guard let paper = known else { throw problem("the folder has no such paper") }
        guard (1...100_000).contains(page) else { throw problem("there is no such page") }
        let drawn = try painter.picture(of: paper.report.path, page: page, crop: crop)
        guard drawn.document == id else { throw problem("the file has changed since it was read; make the run again") }
        return drawn
    }

    private func keep(_ drawn: DrawnPage, as name: URL) {
        let files = FileManager.default
        try? files.createDirectory(at: name.deletingLastPathComponent(), withIntermediateDirectories: true)
        // Where it can't be written the page is drawn again next time.
        guard (try? Data(drawn.bytes).write(to: name.appendingPathExtension(drawn.form), options: .atomic)) != nil else { return }
        kept.withLock { kept in
            let before = kept ?? PictureCache.all(in: folder).reduce(0) { $0 + $1.bytes }
            let now = before + drawn.bytes.count
            kept = now > PictureCache.limit ? PictureCache.lower(folder) : now
        }
    }

    private static func all(in folder: URL) -> [(file: URL, bytes: Int, date: Date)] {
        let keys: [URLResourceKey] = [.fileSizeKey, .contentModificationDateKey, .isRegularFileKey]
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: keys)?.compactMap { $0 as? URL } ?? []
        return found.compactMap { file in
            guard let values = try? file.resourceValues(forKeys: Set(keys)), values.isRegularFile == true else { return nil }
            return (file, values.fileSize ?? 0, values.contentModificationDate ?? .distantPast)
        }
    }

    private static func lower(_ folder: URL) -> Int {
        let files = all(in: folder).sorted { $0.date < $1.date }
        var bytes = files.reduce(0) { $0 + $1.bytes }
        for file in files where bytes > lowered {
            if (try? FileManager.default.removeItem(at: file.file)) != nil { bytes -= file.bytes }
        }
        return bytes
    }

    private static func type(_ form: String) -> String { form == "svg" ? "image/svg+xml" : "image/png" }

    private func problem(_ message: String) -> PagePainter.Problem { PagePainter.Problem(message: message) }
}
