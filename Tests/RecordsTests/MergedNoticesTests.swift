import PaperModel
import Testing

@testable import Records

@Suite struct MergedNoticesTests {
    @Test func oneKindIsOneNoticeWithItsPages() {
        let tags = [5, 2, 2, 9].map { Notice(.disagreeingTags, "the tags don't fit", page: $0) }
        let merged = Notice.merged(tags + [Notice(.noText, "an image", page: 3)] + [Notice(.repaired, "mended")])
        #expect(merged.map(\.code) == [.disagreeingTags, .noText, .repaired])
        #expect(merged.map(\.pages) == [[2, 5, 9], [3], []])
        #expect(merged.map(\.message) == ["the tags don't fit", "an image", "mended"])
    }

    @Test func differentWordsAreToldWithTheirPages() {
        let notices = (1...5).map { (number: Int) in Notice(.unmappedGlyphs, "\(number) glyphs", page: number) }
        #expect(Notice.merged(notices).map(\.message) == ["page 1: 1 glyphs; page 2: 2 glyphs; page 3: 3 glyphs; and 2 more"])
    }

    @Test func whatIsNotReadMakesAPaperPartial() {
        let leavesOut = Notice.Code.allCases.filter(\.leavesOut)
        #expect(leavesOut == [.noText, .xfaForm, .unreadAttachments, .pageLimit, .pageFailed, .pageTooDense])
    }
}

@Suite struct PathTextTests {
    @Test(
        arguments: [
            [0x61, 0xE9, 0x2E], [0xFF], [0xEF, 0xBF, 0xBD], [0xEF, 0xBF, 0xBD, 0x45, 0x39], [0x61, 0xC3, 0xA9], [0xC3], [0xED, 0xA0, 0x80],
            [0xF0, 0x9F, 0x98, 0x80, 0x80],
        ] as [[UInt8]])
    func everyNameComesBack(bytes: [UInt8]) {
        let path = PathText(bytes: bytes)
        #expect(path.bytes == bytes)
        #expect(PathText(path.text).bytes == bytes)
        #expect(path.withCString { String(cString: $0) } == String(decoding: bytes, as: UTF8.self))
    }

    @Test func differentNamesHaveDifferentTexts() {
        let names: [[UInt8]] = [[0xE9], [0xEF, 0xBF, 0xBD], [0xEF, 0xBF, 0xBD, 0x45, 0x39], Array("\\xE9".utf8)]
        #expect(Set(names.map { PathText(bytes: $0) }).count == names.count)
    }

    @Test func recordsSayBothForms() {
        let path = PathText(bytes: Array("in/caf".utf8) + [0xE9])
        var json = JSONWriter()
        Source(path: path.text).write(to: &json)
        #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"path":"in/caf\\xE9","pathBytes":"aW4vY2Fm6Q=="}"#)
    }

    @Test func whatSteersATerminalIsEscaped() {
        #expect("a\u{1B}[2J\u{7}b\nc\u{202E}d\u{9B}é".printable == "a\\x1B[2J\\x07b\\x0Ac\\u202Ed\\x9Bé")
        #expect("plain – é".printable == "plain – é")
    }
}
