import Foundation
import Records

/// Records of made-up papers, as a run writes them.
public struct MadePaper: Sendable {
    /// Name of its file without the ending.
    public var name: String
    /// Its title.
    public var title: String
    /// Day of its meeting.
    public var date: String
    /// Sentences with one amount each: text, amount as printed, value, half a unit of its last digit.
    public var sentences: [(text: String, printed: String, value: Int, half: Int)]

    /// Makes a paper.
    public init(
        name: String, title: String = "Budget report", date: String = "2025-01-30",
        sentences: [(text: String, printed: String, value: Int, half: Int)]
    ) {
        (self.name, self.title, self.date, self.sentences) = (name, title, date, sentences)
    }

    /// Its id.
    public var document: String {
        "sha256:" + String(repeating: "0", count: max(0, 64 - name.utf8.count)) + name.utf8.map { String($0 % 16, radix: 16) }.joined()
    }

    /// The records, a line each.
    public var lines: String {
        let text = sentences.map(\.text).joined(separator: "\n")
        var lines = [
            """
            {"type":"document","schema":"1.1","id":"\(document)","source":{"path":"\(name).pdf"},"mediaType":"application/pdf","bytes":1,\
            "title":"\(title)","kind":"report","meeting":{"organisation":"Norbury Council","committee":"Cabinet","date":"\(date)","from":\
            "printed"},"unreadNumbers":0,"doubts":0,"pages":1,"tagged":false,"status":"complete","notices":[],"rules":"r","version":"v"}
            """,
            """
            {"type":"page","schema":"1.1","id":"\(document)#p1","document":"\(document)","page":1,"rotation":0,"text":"\(escaped(text))",\
            "furniture":[],"images":[]}
            """,
            """
            {"type":"segment","schema":"1.1","id":"\(document)#s1","document":"\(document)","kind":"section","title":"\(title)","level":1,\
            "spans":[{"page":1,"start":0,"end":\(text.unicodeScalars.count)}],"page":1,"endPage":1,"text":"\(escaped(text))"}
            """,
        ]
        var start = 0
        for (number, sentence) in sentences.enumerated() {
            let count = sentence.text.unicodeScalars.count
            let before = sentence.text.firstRange(of: sentence.printed).map { sentence.text[..<$0.lowerBound].unicodeScalars.count } ?? 0
            let (from, to) = (start + before, start + before + sentence.printed.unicodeScalars.count)
            let interval =
                sentence.half > 0
                ? #""interval":{"min":"\#(sentence.value - sentence.half)","max":"\#(sentence.value + sentence.half)"},"# : ""
            lines.append(
                """
                {"type":"figure","schema":"1.1","id":"\(document)#f\(number + 1)","document":"\(document)","segment":"\(document)#s1",\
                "kind":"money","text":"\(sentence.printed)","quote":{"exact":"\(sentence.printed)","prefix":"","suffix":""},\
                "spans":[{"page":1,"start":\(from),"end":\(to)}],"sentence":[{"page":1,"start":\(start),"end":\(start + count)}],"page":1,\
                "boxes":[{"page":1,"x":72.0,"y":140.2,"width":55.1,"height":11.0}],"value":"\(sentence.value)","unit":"GBP",\(interval)\
                "rule":"test","cues":[]}
                """)
            start += count + 1
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func escaped(_ text: String) -> String { text.split(separator: "\n").joined(separator: "\\n") }
}

/// A few papers of a council.
public enum MadePapers {
    /// Three papers that speak of the same thing.
    public static let all = [
        MadePaper(
            name: "monitoring",
            sentences: [
                ("A pressure of £8.1m on transport for children at Norbury is forecast.", "£8.1m", 8_100_000, 50_000),
                ("Street lights at Penhurst were replaced for £420,000.", "£420,000", 420_000, 0),
            ]),
        MadePaper(
            name: "outturn", title: "Outturn report", date: "2025-06-12",
            sentences: [
                ("Transport for children at Norbury cost £8,096,000 in all.", "£8,096,000", 8_096_000, 0),
                ("The lido was let for £12,500.", "£12,500", 12_500, 0),
            ]),
        MadePaper(
            name: "minutes", title: "Minutes", date: "2025-02-10",
            sentences: [("Members noted a pressure of £9.4m on transport for children at Norbury.", "£9.4m", 9_400_000, 50_000)]),
    ]

    /// Writes the records of papers into a folder as the files for users: what somebody has who was handed nothing else.
    public static func publish(_ papers: [MadePaper], in folder: String) throws {
        for kind in Record.Kind.allCases {
            let lines = papers.flatMap { $0.lines.split(separator: "\n") }.filter { $0.hasPrefix(kind.lineStart) }
            try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(filePath: folder + "/" + kind.fileName))
        }
    }
}
