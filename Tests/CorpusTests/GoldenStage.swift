import PaperModel
import Pipeline
import Records

/// What a golden holds of one stage's outcome: enough that a change shows, without what differs between versions of a library (boxes).
enum GoldenStage: String, CaseIterable, Sendable {
    case load, tables, segments, figures, records

    /// The stage's outcome as a JSON value.
    func outcome(of found: Pipeline.Findings) -> JSON {
        switch self {
        case .load: .list(found.paper.pages.map(page))
        case .tables: .list(found.paper.tables.map { table($0, of: found.paper) })
        case .segments: .list(found.segments.map { segment($0, of: found.paper) })
        case .figures: .list(found.figures.map { figure($0, of: found.paper) })
        case .records: document(found)
        }
    }

    private func page(_ page: Page) -> JSON {
        [
            "page": .integer(page.number),
            "blocks": .list(page.blocks.map { block($0, of: page) }),
            "furniture": .list(page.furniture.map { .string(page.text[$0]) }),
            "hidden": .list(page.hidden.map { [.string($0.reason.rawValue), .string(page.text[$0.range])] }),
            "links": .list(page.links.map { [.string(page.text[$0.range]), .string($0.url)] }),
            "bold": .list(page.bold.map { .string(page.text[$0]) }),
        ]
    }

    private func block(_ block: Block, of page: Page) -> JSON {
        .object(
            members([
                ("kind", .string("\(block.kind)")), ("text", .string(page.text[block.range])),
                ("label", block.label.map { .string(page.text[$0]) }), ("depth", block.depth > 0 ? .integer(block.depth) : nil),
                ("continues", block.continuesPrevious ? true : nil), ("role", block.role.map { .string($0.rawValue) }),
                ("item", block.item.map(JSON.integer)),
            ]))
    }

    private func table(_ table: Table, of paper: Paper) -> JSON {
        .object(
            members([
                ("method", .string(table.method.rawValue)), ("pages", .list(table.parts.map { .integer($0.page) })),
                ("caption", table.caption.map { .string(paper.text(of: $0)) }), ("headerRows", .integer(table.headerRows)),
                ("headerColumns", .integer(table.headerColumns)), ("rows", .list(rows(of: table, in: paper))),
                (
                    "units",
                    .list(table.columnUnits.map { .string($0.map { "\($0.unit) × \($0.scale), \(days($0.period)), \($0.from)" } ?? "") })
                ),
            ]))
    }

    /// Each row as its cells' texts; a merged cell says how many rows and columns it covers.
    private func rows(of table: Table, in paper: Paper) -> [JSON] {
        (0..<table.rows).map { row in
            .list(
                table.cells.filter { $0.row == row }.map { cell in
                    let merged = cell.rowSpan > 1 || cell.columnSpan > 1 ? " ⟨\(cell.rowSpan)×\(cell.columnSpan)⟩" : ""
                    return .string(paper.text(of: cell) + merged)
                })
        }
    }

    private func segment(_ segment: Segment, of paper: Paper) -> JSON {
        .object(
            members([
                ("kind", .string(segment.kind.rawValue)), ("number", segment.number.map(JSON.string)),
                ("title", segment.title.map(JSON.string)), ("level", .integer(segment.level)), ("parent", segment.parent.map(JSON.integer)),
                ("asker", segment.asker.map(JSON.string)), ("addressee", segment.addressee.map(JSON.string)),
                ("respondent", segment.respondent.map(JSON.string)), ("answers", segment.answers.map(JSON.integer)),
                ("outcome", segment.outcome.map { .string($0.rawValue) }),
                ("votes", segment.votes.map { .list([$0.for, $0.against, $0.abstain].map { .integer($0 ?? -1) }) }),
                ("links", segment.references.isEmpty ? nil : .list(segment.references.map { [.string($0.title), .string($0.url)] })),
                ("pages", .list(segment.spans.map { .integer($0.page) })), ("text", .string(paper.text(of: segment.spans))),
            ]))
    }

    private func figure(_ figure: Figure, of paper: Paper) -> JSON {
        .object(
            members([
                ("text", .string(paper.text(of: figure.spans))), ("page", figure.spans.first.map { .integer($0.page) }),
                ("kind", .string(figure.kind.rawValue)), ("value", .string(figure.value.description)), ("unit", .string(figure.unit)),
                ("interval", figure.interval.map { .string("\($0.min) to \($0.max)") }),
                ("approximate", figure.isApproximate ? true : nil), ("bound", figure.bound.map { .string($0.rawValue) }),
                ("per", figure.per.map(JSON.string)), ("period", figure.period.map { .string(days($0)) }),
                ("sense", figure.sense.map { .string($0.rawValue) }),
                ("basis", figure.basis.isEmpty ? nil : .list(figure.basis.map { .string($0.rawValue) })),
                ("comparison", figure.comparison.map { .string($0.rawValue) }), ("subject", figure.subject.map(JSON.string)),
                ("subjectFrom", figure.subjectFrom.map { .string($0.rawValue) }), ("payee", figure.payee.map(JSON.string)),
                ("payer", figure.payer.map(JSON.string)), ("segment", figure.segment.map(JSON.integer)),
                ("cell", figure.cell.map { .list([$0.table, $0.row, $0.column].map(JSON.integer)) }),
                ("rowHeading", figure.cell?.rowHeading.map(JSON.string)), ("columnHeading", figure.cell?.columnHeading.map(JSON.string)),
                ("rule", .string(figure.rule)), ("hidden", figure.hidden.map { .string($0.rawValue) }),
            ]))
    }

    private func document(_ found: Pipeline.Findings) -> JSON {
        let paper = found.paper
        let data = paper.metadata
        return .object(
            members([
                ("mediaType", .string(paper.mediaType.rawValue)), ("pages", .integer(paper.pageCount)),
                ("tagged", .boolean(paper.isTagged)),
                ("title", data.title.map(JSON.string)), ("language", data.language.map(JSON.string)),
                ("kind", data.kind.map { .string($0.rawValue) }),
                ("organisation", data.organisation.map(JSON.string)), ("committee", data.committee.map(JSON.string)),
                ("meetingDate", data.meetingDate.map { .string($0.description) }), ("url", data.url.map(JSON.string)),
                ("segments", .integer(found.segments.count)), ("tables", .integer(paper.tables.count)),
                ("figures", .integer(found.figures.count)),
                ("notices", .list(paper.notices.map { [.string($0.code.rawValue), .integer($0.page ?? 0), .string($0.message)] })),
            ]))
    }

    private func days(_ period: Period?) -> String { period.map { "\($0.start) to \($0.end)" } ?? "no period" }

    /// The members that have a value.
    private func members(_ all: [(String, JSON?)]) -> [JSON.Member] {
        all.compactMap { key, value in value.map { JSON.Member(key, $0) } }
    }
}
