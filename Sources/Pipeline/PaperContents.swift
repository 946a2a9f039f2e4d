internal import Glibc
internal import PDFLoading
public import PaperModel

/// The bytes of a paper for a command that looks at one: its file is read before the sandbox is entered, and what is attached to that is unpacked
/// inside.
public struct PaperContents: Sendable {
    private let file: [UInt8]
    private let attached: String?

    /// Reads the file in which the paper at `path` is: see `PaperFile.openPaper`.
    ///
    /// - Throws: `unreadable` with the reason, `empty`, or `tooLarge`.
    public init(_ path: String, limits: LoadLimits = LoadLimits()) throws(PaperFailure) {
        let (descriptor, name) = try PaperFile.openPaper(path)
        defer { close(descriptor) }
        attached = name
        file = try PaperFile.read(descriptor, limits: limits)
    }

    /// The bytes of the paper.
    ///
    /// - Throws: where it is attached to another, and can't be unpacked.
    public var bytes: [UInt8] {
        get throws(PaperFailure) {
            guard let attached else { return file }
            return try attachedPDF(attached, of: file)
        }
    }
}
