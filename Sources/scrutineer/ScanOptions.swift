internal import ArgumentParser
internal import PDFLoading

/// Whether scanned pages are read.
struct ScanOptions: ParsableArguments {
    @Flag(
        name: .customLong("ocr"),
        help: "Read pages that are images without text by recognition (Tesseract, English). Slow: seconds a page.")
    var recognisesScans = false

    /// Refuses recognition where there is none; for commands that a person gives, once: a worker is told to by one that has asked.
    func require() throws {
        guard !recognisesScans || tesseractVersion != nil else {
            throw ValidationError(
                "text can't be recognised here; install tesseract-ocr and, where this build was made without it, libtesseract-dev to build it again, or leave --ocr out"
            )
        }
        // Else scans would be taken for read, and left alone when the model is there.
        guard !recognisesScans || recognitionStarts() else {
            throw ValidationError("Tesseract has no English model here; install tesseract-ocr-eng, or leave --ocr out")
        }
    }
}
