internal import PaperModel

/// What helps with papers that were not read, or not wholly.
enum Advice {
    /// What to do about papers with this code of a failure or notice; nil where nothing can be said. `folder` is that of the run.
    static func words(for code: String, folder: String) -> String? {
        if let code = Notice.Code(rawValue: code) { return words(for: code) }
        switch PaperFailure.Code(rawValue: code) {
        case .unreadable: return "see to it that the files can be opened; each run tries them again"
        case .empty, .corrupt: return "fetch them again from their source"
        case .unsupported: return "convert them to PDF"
        case .encrypted: return "save copies without a password"
        case .memory: return "scrutineer retry \(folder) --memory 4096"
        case .timeout: return "scrutineer retry \(folder) --deadline 600 --cpu 600"
        case .crash: return "scrutineer retry \(folder), once there is another version of the program or its libraries"
        case .tooLarge, .tooManyPages: return "split them"
        case nil: return nil
        }
    }

    private static func words(for code: Notice.Code) -> String? {
        switch code {
        case .noText:
            "give the command of the run again with --ocr, which reads pictures of pages; of web pages that scripts fill save the printed PDF"
        case .pageLimit: "split them: the first pages were read"
        case .xfaForm: "print them to PDF from a viewer that shows them"
        case .unreadAttachments: "PDFs that are attached are papers of their own; save the other attached files as PDF and read those too"
        case .pageTooDense: "the rest of these pages was left out; split or print them anew where their figures matter"
        case .pageFailed: "look at the pages that the notices name; a paper in quarantine is read again by retry"
        default: nil
        }
    }
}
