/// Something that a paper survived and its reader should know.
public struct Notice: Sendable, Hashable {
    /// What happened.
    public enum Code: String, Sendable, CaseIterable {
        /// A page without text (an image of a page).
        case noText
        /// A damaged file was mended while it was read.
        case repaired
        /// The page cuts the minutes and links to the rest.
        case truncatedMinutes
        /// Text under an opaque box.
        case coveredText
        /// Text drawn without ink.
        case invisibleText
        /// Text too small for any reader.
        case tinyText
        /// Text in the colour of what it stands on.
        case sameColour
        /// A page of little text with a picture that may hold more.
        case largePicture
        /// A page whose words are not parted.
        case joinedWords
        /// The content is an XFA form, which only some viewers fill in.
        case xfaForm
        /// Files are attached to the document, which are no part of its pages.
        case attachedFiles
        /// Some of these files were not read as papers of their own.
        case unreadAttachments
        /// The name of the file, or its first bytes, are those of another format.
        case misnamed
        /// The structure tree could not be read for want of memory.
        case unreadTags
        /// Pages past the limit were not read.
        case pageLimit
        /// A page could not be read.
        case pageFailed
        /// A limit on what one page may hold was met and the rest of the page left out.
        case pageTooDense
        /// Glyphs of a font without a usable map to characters.
        case unmappedGlyphs
        /// The structure tree disagrees with the geometry and was not used.
        case disagreeingTags
        /// Bytes that the encoding doesn't allow.
        case badEncoding
        /// A rule met its match limit and was stopped.
        case ruleLimit
        /// Tables hold numbers of the shape of amounts that gave no figure.
        case numbersWithoutUnit
    }

    /// What happened.
    public var code: Code
    /// In words, for a person.
    public var message: String
    /// 1-based pages that it concerns, each once, in order; empty where it concerns the paper as a whole.
    public var pages: [Int]
    /// The first of these pages.
    public var page: Int? { pages.first }

    /// Makes a notice.
    public init(_ code: Code, _ message: String, page: Int? = nil) {
        self.code = code
        self.message = message
        pages = page.map { [$0] } ?? []
    }
}
