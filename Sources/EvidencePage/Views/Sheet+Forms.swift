internal import Records

extension Sheet {
    /// Comma-separated values (RFC 4180), made safe for spreadsheets.
    var csv: [UInt8] {
        let lines =
            [columns]
            + rows.map { row in
                row.map { cell in
                    switch cell {
                    case .none: ""
                    case .text(let text): text
                    case .number(let number): String(number)
                    }
                }
            }
        return Array(lines.map { $0.map(CSVWriter.quoted).joined(separator: ",") + "\n" }.joined().utf8)
    }

    /// One JSON object with the rows as objects; what is not known is left out.
    func json(title: String, address: Address) -> [UInt8] {
        let objects = rows.map { row in
            JSON.object(
                zip(columns, row).compactMap { column, cell in
                    switch cell {
                    case .none: nil
                    case .text(let text): JSON.Member(column, .string(text))
                    case .number(let number): JSON.Member(column, .integer(number))
                    }
                })
        }
        let view: JSON = [
            "type": "view", "schema": .string(RecordSchema.version), "view": .string(name), "title": .string(title),
            "address": .string(address.text), "rows": .list(objects),
        ]
        return view.indented
    }
}
