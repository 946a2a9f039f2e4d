public import PaperModel

/// A picture of a page or of a part of it, as a browser shows it.
public struct PagePicture: Sendable {
    /// A form that browsers show.
    public enum Form: String, Sendable, CaseIterable {
        /// Lines and letters as curves, sharp at any size.
        case svg
        /// Dots.
        case png
    }

    /// Its form.
    public var form: Form
    /// Its bytes.
    public var bytes: [UInt8]
    /// Width of what it shows, points.
    public var width: Double
    /// Height of what it shows, points.
    public var height: Double

    /// Makes a picture.
    public init(form: Form, bytes: [UInt8], width: Double, height: Double) {
        self.form = form
        self.bytes = bytes
        self.width = width
        self.height = height
    }

    /// Letters are read easily at this resolution, and a page of them has about as many bytes as its curves.
    static let dotsPerInch = 110.0
    /// A part is shown larger than the page that it is of.
    static let dotsPerInchOfParts = 160.0
    /// Curves up to here are taken without asking how large the dots would be, which takes three times as long to find out; bytes.
    static let smallEnough = 400_000
    /// A browser still shows a picture of so many bytes at once; a plan of thousands of paths has more and is shown as dots.
    static let largest = 8_000_000
    /// Longest side of a page that is drawn, points: larger than A0, smaller than what dots would need gigabytes for.
    static let longestSide = 5_000.0
}

/// Draws a page (1-based) of a PDF as displayed, on white; with `part` (points from its top left) only that, as dots.
///
/// The form is whichever has fewer bytes. Throws `corrupt` where there is no such page or it can't be drawn, `tooLarge` where it is too large.
public func picture(ofPage number: Int, part: Box? = nil, in bytes: [UInt8]) throws(PaperFailure) -> PagePicture {
    try bytes.withUnsafeBufferPointer { bytes throws(PaperFailure) in
        guard let document = PopplerDocument(bytes) else { throw PaperFailure(.corrupt, "the PDF can't be opened to draw a page") }
        guard number > 0, let size = document.size(ofPage: number), size.width > 0, size.height > 0 else {
            throw PaperFailure(.corrupt, "there is no page \(number) to draw")
        }
        guard max(size.width, size.height) <= PagePicture.longestSide else {
            throw PaperFailure(.tooLarge, "page \(number) is too large to draw: \(Int(size.width)) by \(Int(size.height)) points")
        }
        let page = Box(x: 0, y: 0, width: size.width, height: size.height)
        func drawn(_ form: PagePicture.Form, _ area: Box, dotsPerInch: Double = PagePicture.dotsPerInch) -> PagePicture? {
            let bytes = PageSurface.picture(form, of: area, dotsPerInch: dotsPerInch, limit: PagePicture.largest) {
                document.draw(page: number, into: $0)
            }
            return bytes.map { PagePicture(form: form, bytes: $0, width: area.width, height: area.height) }
        }
        let found: PagePicture?
        if let part {
            guard let area = part.intersection(page) else { throw PaperFailure(.corrupt, "page \(number) has no such part") }
            found = drawn(.png, area, dotsPerInch: PagePicture.dotsPerInchOfParts)
        } else {
            let curves = drawn(.svg, page)
            let isSmall = curves.map { $0.bytes.count <= PagePicture.smallEnough } ?? false
            found = isSmall ? curves : [curves, drawn(.png, page)].compactMap { $0 }.min { $0.bytes.count < $1.bytes.count }
        }
        guard let found else { throw PaperFailure(.corrupt, "page \(number) can't be drawn") }
        return found
    }
}
