internal import Foundation
public import Pipeline
public import Records

/// Writes the records that a folder holds in another form: of all papers that are done, also where the last run was stopped before its end.
public struct FolderExport {
    private let folder: RunFolder
    private let publication: Publication

    /// A form in which records are written.
    public struct Form: Sendable {
        /// Name on the command line.
        public let name: String
        let write: @Sendable (FolderExport, Set<Record.Kind>) throws(HostError) -> Void
    }

    /// The forms. A new one is a row.
    public static let forms = [
        Form(name: "jsonl") { export, kinds throws(HostError) in try export.writeLines(kinds) },
        Form(name: "csv") { export, kinds throws(HostError) in try export.writeSheet(kinds, withHidden: false) },
        Form(name: "csv-with-hidden") { export, kinds throws(HostError) in try export.writeSheet(kinds, withHidden: true) },
    ]

    /// Opens a folder.
    ///
    /// - Throws: where no run was made into it, or one is at work there.
    public init(folder path: String) throws(HostError) {
        folder = try RunFolder(path, for: .read)
        let ledger = try Ledger(readOnly: folder.ledger)
        publication = Publication(
            try ledger.entries().filter { $0.removed == nil }, folderIsMeeting: try ledger.fact(.folderIsMeeting) == "yes")
    }

    /// Writes the records of these types to standard output, paper by paper.
    public func write(_ form: Form, kinds: Set<Record.Kind>) throws(HostError) { try form.write(self, kinds) }

    /// One JSON object a line, as the files of the folder have them.
    private func writeLines(_ kinds: Set<Record.Kind>) throws(HostError) {
        let output = RecordFile.standardOutput
        let telling = try publication.telling(in: folder)
        for part in publication.parts {
            let source = try StoredRecords(path: folder.records(part.entry.records))
            for (extent, offset) in part.extents where kinds.contains(extent.kind) {
                if let told = try telling.lines(of: extent, at: offset, in: source, part: part) {
                    try output.append(told)
                } else {
                    try source.copy(extent.bytes, at: offset, to: output)
                }
            }
        }
    }

    /// The records of one type as a table; figures where none or all are asked for.
    private func writeSheet(_ kinds: Set<Record.Kind>, withHidden: Bool) throws(HostError) {
        if kinds.count == Record.Kind.allCases.count || kinds == [.figure] { return try writeSheet(withHidden: withHidden) }
        guard kinds.count == 1, let sheet = RecordSheet.all.first(where: { kinds.contains($0.kind) }) else {
            throw HostError("a table holds records of one type: give --type once")
        }
        var output = ByteOutput.standard
        let telling = try publication.telling(in: folder)
        try output.write(sheet.opening)
        for part in publication.parts {
            let source = try StoredRecords(path: folder.records(part.entry.records))
            for (extent, offset) in part.extents where extent.kind == sheet.kind {
                var lines = try telling.lines(of: extent, at: offset, in: source, part: part) ?? []
                if lines.isEmpty { lines = try source.bytes(extent.bytes, at: offset) }
                for line in lines.split(separator: UInt8(ascii: "\n")) {
                    guard let row = sheet.line(Array(line)) else {
                        throw HostError("the records of \(part.entry.path) can't be read; make the run again with other rules or version")
                    }
                    try output.write(row)
                }
            }
        }
        try output.flush()
    }

    /// Figures as a table for spreadsheets; those that no reader of the page can see only where asked for.
    private func writeSheet(withHidden: Bool) throws(HostError) {
        var output = ByteOutput.standard
        let telling = try publication.telling(in: folder)
        try output.write(FigureSheet.opening)
        for part in publication.parts {
            let source = try StoredRecords(path: folder.records(part.entry.records))
            var document = SheetDocument()
            for (extent, offset) in part.extents where extent.kind == .document || extent.kind == .figure {
                var lines = try telling.lines(of: extent, at: offset, in: source, part: part) ?? []
                if lines.isEmpty { lines = try source.bytes(extent.bytes, at: offset) }
                for line in lines.split(separator: UInt8(ascii: "\n")) {
                    do {
                        if extent.kind == .document {
                            document = try JSONDecoder().decode(SheetDocument.self, from: Data(line))
                        } else {
                            let figure = try JSONDecoder().decode(SheetFigure.self, from: Data(line))
                            if withHidden || figure.hidden == nil { try output.write(FigureSheet.line(figure, of: document)) }
                        }
                    } catch {
                        throw error as? HostError
                            ?? HostError("the records of \(part.entry.path) can't be read; make the run again with other rules or version")
                    }
                }
            }
        }
        try output.flush()
    }
}
