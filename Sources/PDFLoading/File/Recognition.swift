/// Version of the Tesseract library that recognises scanned pages; nil where there is none, or this build was made without its headers. The
/// library is opened when this is asked for the first time, which a sandbox may forbid later.
public let tesseractVersion: String? = {
    #if canImport(CTesseract)
        library?.version().map { String(cString: $0) }
    #else
        nil
    #endif
}()

/// Whether recognition can begin: the library is here, and has its English model. Both are read for it.
public func recognitionStarts() -> Bool {
    #if canImport(CTesseract)
        Recogniser() != nil
    #else
        false
    #endif
}

/// Text that was recognised in the image of a page.
struct Recognition {
    /// The words as glyphs in lines, points from the top left of the page as displayed.
    var glyphs: [Glyph]
    var scalars: [UInt32]
    /// Mean confidence of the words, 0 to 1.
    var confidence: Double
}

#if canImport(CTesseract)
    import CTesseract

    /// Its functions; nil where it is not installed.
    private let library: tesseract? = {
        var found = tesseract()
        return tesseract_open(&found) != 0 ? found : nil
    }()

    /// Tesseract with its English model; made once, used for page after page.
    final class Recogniser {
        /// What Tesseract's documentation asks for: small print needs 300 dots per inch.
        static let dotsPerInch = 300.0
        private let engine: OpaquePointer
        private let library: tesseract

        /// Starts the engine; nil where it, or its English model, is missing (Debian: tesseract-ocr-eng).
        init?() {
            guard let library = PDFLoading.library, let engine = library.create() else { return nil }
            guard library.start(engine, nil, "eng") == 0 else {
                library.delete_engine(engine)
                return nil
            }
            // Words for people would go to stderr.
            _ = library.set_variable(engine, "debug_file", "/dev/null")
            self.engine = engine
            self.library = library
        }

        deinit {
            library.end(engine)
            library.delete_engine(engine)
        }

        /// The text of a page; nil where none was found.
        func text(in image: PageImage) -> Recognition? {
            image.grey.withUnsafeBufferPointer { pixels -> Recognition? in
                library.set_image(engine, pixels.baseAddress, Int32(image.width), Int32(image.height), 1, Int32(image.width))
                library.set_resolution(engine, Int32(image.dotsPerInch))
                guard library.recognise(engine, nil) == 0, let results = library.results(engine) else { return nil }
                defer { library.delete_results(results) }
                var reader = ResultReader(library, pointsPerPixel: Float(72 / image.dotsPerInch))
                repeat { reader.readSymbol(results) } while library.next(results, RIL_SYMBOL) != 0
                return reader.recognition
            }
        }
    }

    /// Walks the symbols of a result.
    private struct ResultReader {
        let library: tesseract
        let pointsPerPixel: Float
        private var glyphs: [Glyph] = []
        private var scalars: [UInt32] = []
        private var confidences: [Float] = []
        private var line: (baseline: Float, size: Float) = (0, 10)

        init(_ library: tesseract, pointsPerPixel: Float) {
            self.library = library
            self.pointsPerPixel = pointsPerPixel
        }

        var recognition: Recognition? {
            guard !glyphs.isEmpty else { return nil }
            let mean = confidences.isEmpty ? 0 : confidences.reduce(0, +) / Float(confidences.count)
            return Recognition(glyphs: glyphs, scalars: scalars, confidence: Double(mean / 100))
        }

        mutating func readSymbol(_ results: OpaquePointer) {
            let place = library.place(results)
            if library.begins(place, RIL_TEXTLINE) != 0 { readLine(place) }
            if library.begins(place, RIL_WORD) != 0 {
                confidences.append(library.confidence(results, RIL_WORD))
                // A space before each word, so that letters set wide don't fall apart into words and words set tight don't join.
                append(" ", box: (0, 0, 0, 0))
            }
            guard let text = library.text(results, RIL_SYMBOL) else { return }
            defer { library.delete_text(text) }
            var left: Int32 = 0
            var top: Int32 = 0
            var right: Int32 = 0
            var bottom: Int32 = 0
            guard library.box(place, RIL_SYMBOL, &left, &top, &right, &bottom) != 0 else { return }
            // Boxes hold the ink alone: inside a word a letter reaches to the next, as drawn glyphs do.
            if let last = glyphs.indices.last, library.begins(place, RIL_WORD) == 0 {
                glyphs[last].right = max(glyphs[last].left, Float(left) * pointsPerPixel)
            }
            append(String(cString: text), box: (left, top, right, bottom))
        }

        /// One baseline and one size for a line, so that a page that lies askew still has lines.
        private mutating func readLine(_ place: OpaquePointer?) {
            var left: Int32 = 0
            var top: Int32 = 0
            var right: Int32 = 0
            var bottom: Int32 = 0
            guard library.baseline(place, RIL_TEXTLINE, &left, &top, &right, &bottom) != 0 else { return }
            let baseline = Float(top + bottom) / 2 * pointsPerPixel
            let slope = Float(abs(top - bottom))
            guard library.box(place, RIL_TEXTLINE, &left, &top, &right, &bottom) != 0 else { return }
            // Ascenders and descenders together are about one em high.
            line = (baseline, max(4, (Float(bottom - top) - slope) * pointsPerPixel))
        }

        private mutating func append(_ text: String, box: (left: Int32, top: Int32, right: Int32, bottom: Int32)) {
            let start = scalars.count
            for scalar in text.unicodeScalars { scalars.append(scalar.value) }
            guard scalars.count > start else { return }
            glyphs.append(
                Glyph(
                    left: Float(box.left) * pointsPerPixel, top: line.baseline - 0.75 * line.size, right: Float(box.right) * pointsPerPixel,
                    bottom: line.baseline + 0.25 * line.size, baseline: line.baseline, size: line.size, scalars: Int32(start),
                    count: UInt16(clamping: scalars.count - start), turn: 0, flags: [], font: -1, element: -1))
        }
    }
#endif

/// Recognises the text of scanned pages of one document; opens it and the engine when the first is met.
final class ScanReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    #if canImport(CTesseract)
        private lazy var recogniser = Recogniser()
        private lazy var document = PopplerDocument(bytes)
    #endif

    /// Reads from `bytes` for as long as it lives.
    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The text of a page (1-based) by recognition; nil where there is none or this build can't.
    func text(ofPage number: Int) -> Recognition? {
        #if canImport(CTesseract)
            guard let recogniser, let image = document?.image(ofPage: number, dotsPerInch: Recogniser.dotsPerInch) else { return nil }
            return recogniser.text(in: image)
        #else
            return nil
        #endif
    }
}
