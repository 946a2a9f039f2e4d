internal import Extraction
internal import PaperModel
internal import Segmentation

/// What is known of a paper while the stages work on it.
struct Reading: Sendable {
    var paper: Paper
    /// Its passages, from the stage that first reads them to the last that does.
    var passages: Segmenter.Passages?
    var segments: [Segment] = []
    var figures: [Figure] = []
}

/// A step from the loaded paper to its records.
struct Stage: Sendable {
    let name: String
    /// The part of the way that it belongs to.
    let part: PaperFailure.Stage
    let apply: @Sendable (inout Reading, Pipeline) -> Void

    /// The stages in order. Each sees what those before it found.
    static let all: [Stage] = [
        Stage(name: "metadata", part: .segment) { reading, pipeline in
            let passages = pipeline.segmenter.passages(of: reading.paper)
            reading.paper.metadata = pipeline.segmenter.metadata(of: reading.paper, passages: passages)
            reading.passages = passages
        },
        Stage(name: "columnUnits", part: .extract) { reading, pipeline in
            let units = pipeline.extractor.columnUnits(in: reading.paper)
            for (index, columns) in units.enumerated() where index < reading.paper.tables.count {
                reading.paper.tables[index].columnUnits = columns
            }
        },
        Stage(name: "segments", part: .segment) { reading, pipeline in
            let passages = reading.passages ?? pipeline.segmenter.passages(of: reading.paper)
            reading.passages = nil
            reading.segments = pipeline.segmenter.segments(in: reading.paper, passages: passages)
        },
        Stage(name: "figures", part: .extract) { reading, pipeline in
            let found = pipeline.extractor.figures(in: reading.paper, segments: reading.segments)
            reading.figures = found.figures
            reading.paper.notices += found.notices
            for (index, count) in found.unreadNumbers.enumerated() where index < reading.paper.tables.count {
                reading.paper.tables[index].unreadNumbers = count
            }
        },
    ]
}
