internal import ArgumentParser
internal import PDFLoading

/// Whether scanned pages are read.
struct ScanOptions: ParsableArguments {
    @Flag(
        name: .customLong("ocr"),
        help: "Read pages that are images without text by recognition (Tesseract, English). Slow: seconds a page.")
    var recognisesScans = false

    func validate() throws {
        guard !recognisesScans || tesseractVersion != nil else {
            throw ValidationError(
                "text can't be recognised here; install tesseract-ocr-eng and, where this build was made without it, libtesseract-dev to build it again, or leave --ocr out"
            )
        }
    }
}
