/// The text of a passage, of which stretches are taken by the scalars of its page.
struct PassageText {
    let paper: Int
    let page: Int
    /// First scalar of the page's text.
    private let start: Int
    private let bytes: [UInt8]
    /// For each scalar its first byte, then the number of bytes; empty where every scalar is one byte.
    private let offsets: [Int32]

    init(paper: Int, page: Int, start: Int, text: String) {
        self.paper = paper
        self.page = page
        self.start = start
        bytes = Array(text.utf8)
        var offsets: [Int32] = []
        if bytes.contains(where: { $0 >= 0x80 }) {
            offsets.reserveCapacity(bytes.count)
            for (index, byte) in bytes.enumerated() where byte & 0xc0 != 0x80 { offsets.append(Int32(index)) }
            offsets.append(Int32(bytes.count))
        }
        self.offsets = offsets
    }

    /// The byte of a scalar of the page; the nearest of the passage where it lies outside.
    func byte(_ scalar: Int) -> Int {
        let index = max(0, scalar - start)
        if offsets.isEmpty { return min(index, bytes.count) }
        return Int(offsets[min(index, offsets.count - 1)])
    }

    /// The text between two bytes, which are moved to ends of characters.
    func text(_ from: Int, _ to: Int) -> String {
        var (from, to) = (max(0, from), min(bytes.count, to))
        while from < to, bytes[from] & 0xc0 == 0x80 { from += 1 }
        while to > from, to < bytes.count, bytes[to] & 0xc0 == 0x80 { to -= 1 }
        return from < to ? String(decoding: bytes[from..<to], as: UTF8.self) : ""
    }
}
