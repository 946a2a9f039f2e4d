import PaperModel

/// What a reader should know of a page: what can't be seen on it, and what can be seen but not read.
struct PageNotices {
    /// Pictures that take less of a page are ornaments.
    private static let ornament: Float = 0.05
    /// A page without characters that has so many curved paths is text or a drawing in outlines.
    private static let outlines = 100
    /// Pictures that take this much of a page with little text may hold what the page is about.
    private static let large: Float = 0.25
    /// Words of a page with little text: a title and a line or two.
    private static let little = 25
    /// Words that a scan is stamped with: a page number, "Agenda Item 5".
    private static let stamp = 3
    /// The longest words of English in use have 20 letters.
    private static let longestWord = 24

    let content: PageContent
    let settings: LayoutSettings

    /// The part of the page that pictures take, 0 to 1.
    private var pictures: Float {
        let page = content.width * content.height
        guard page > 0 else { return 0 }
        return min(1, content.boxes.reduce(0) { $0 + ($1.isImage ? ($1.right - $1.left) * ($1.bottom - $1.top) : 0) } / page)
    }

    /// For a page without characters; nil where it is empty.
    func withoutText(page: Int) -> Notice? {
        let share = pictures
        if share >= PageNotices.ornament {
            let whole = share >= settings.scanCoverage
            return Notice(
                .noText,
                whole
                    ? "the page is an image without text; recognise it with --ocr"
                    : "the page is a picture over \(percent(share)) of it and has no text; recognise it with --ocr", page: page)
        }
        guard content.curves >= PageNotices.outlines else { return nil }
        return Notice(.noText, "the page is drawn in outlines and has no text", page: page)
    }

    /// For a page with characters, `words` of which are its own text.
    func besideText(words: Int, page: Int) -> Notice? {
        guard words <= PageNotices.little else { return nil }
        let share = pictures
        if words <= PageNotices.stamp, share >= settings.scanCoverage {
            return Notice(.noText, "the page is an image with no more than a stamp of text; recognise it with --ocr", page: page)
        }
        guard share >= PageNotices.large else { return nil }
        return Notice(
            .largePicture, "\(percent(share)) of the page is pictures, beside \(words) words; what they show was not read", page: page)
    }

    private func percent(_ share: Float) -> String { "\(Int((share * 100).rounded()))%" }

    /// For a page most of whose letters stand in words longer than any word.
    static func joinedWords(in text: PageText, page: Int) -> Notice? {
        var letters = 0
        var joined = 0
        var runs = 0
        var run = 0
        func end() {
            if run > PageNotices.longestWord {
                joined += run
                runs += 1
            }
            run = 0
        }
        for scalar in text.scalars {
            let value = scalar.value | 0x20
            if (0x61...0x7A).contains(value) {
                letters += 1
                run += 1
            } else {
                end()
            }
        }
        end()
        guard runs > 2, joined * 2 > letters else { return nil }
        return Notice(.joinedWords, "the page gives no spaces between most of its words, which may be read as one", page: page)
    }

    /// For what is in the file and can't be seen, one notice for each reason.
    static func hidden(on page: Page) -> [Notice] {
        HiddenText.Reason.allCases.compactMap { reason in
            guard let first = page.hidden.first(where: { $0.reason == reason && holdsWord($0.range, of: page.text) }) else { return nil }
            let words = page.text[TextRange(first.range.start, min(first.range.end, first.range.start + 60))]
            return Notice(reason.code, "\(reason.description), beginning “\(words)”", page: page.number)
        }
    }
}

extension PageNotices {
    /// Whether a range has at least two letters or digits: a full stop without ink hides nothing.
    private static func holdsWord(_ range: TextRange, of text: PageText) -> Bool {
        text.scalars[range.offsets.clamped(to: 0..<text.count)].lazy.filter {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        .prefix(2).count == 2
    }
}

extension HiddenText.Reason {
    fileprivate var code: Notice.Code {
        switch self {
        case .covered: .coveredText
        case .invisible: .invisibleText
        case .tiny: .tinyText
        case .sameColour: .sameColour
        }
    }

    fileprivate var description: String {
        switch self {
        case .covered, .invisible: "text in the file that the page doesn't show"
        case .tiny: "text too small to be read"
        case .sameColour: "text in the colour of what it stands on"
        }
    }
}
