import Foundation
import Pipeline
import TestSupport
import Testing

@testable import Supervision

/// Records as runs keep them: folded, or as an earlier version kept them.
@Suite struct StoredRecordsTests {
    /// Lines like records, more of them than are folded at once.
    private static let records: [UInt8] = (0..<4_000).reduce(into: []) { records, number in
        let line = #"{"type":"page","schema":"1.0","number":\#(number),"text":"The refit costs £\#(number * 7_919 % 100_003)."}"#
        records += Array((line + "\n").utf8)
    }

    private func withRecords(_ bytes: [UInt8] = records, _ body: (_ path: String, _ checksum: Int) throws -> Void) throws {
        try Checkout.withTemporaryFolder { folder in
            let spool = try Spool(path: folder + "/spool")
            try spool.append(bytes[...])
            try body(folder + "/7", try StoredRecords.keep(spool, at: folder + "/7"))
        }
    }

    private func write(_ bytes: [UInt8], to path: String) throws { try Data(bytes).write(to: URL(filePath: path)) }

    /// All records of a file, read in parts.
    private func unfolded(_ path: String, inParts size: Int = 1 << 16) throws -> [UInt8] {
        let records = try StoredRecords(path: path)
        var bytes: [UInt8] = []
        while true {
            let part = try records.bytes(size, at: bytes.count)
            if part.isEmpty { return bytes }
            bytes += part
        }
    }

    @Test func theyAreFoldedAsGzipDoesAndComeBackByteForByte() throws {
        try withRecords { path, _ in
            let kept = try #require(Checkout.bytes(of: path))
            #expect(kept.starts(with: [0x1F, 0x8B, 8]))
            #expect(kept.count * 3 < Self.records.count)
            for size in [1 << 16, 1 << 20, 4_093] { #expect(try unfolded(path, inParts: size) == Self.records) }
            #expect(StoredRecords.hold(Self.records.count, at: path))
            #expect(!StoredRecords.hold(Self.records.count - 1, at: path))
            #expect(!StoredRecords.hold(Self.records.count, at: path + "0"))
        }
        try withRecords([]) { (path, _) throws in
            #expect(try unfolded(path) == [])
            #expect(StoredRecords.hold(0, at: path))
        }
    }

    @Test func stretchesAreReadInAnyOrder() throws {
        try withRecords { path, _ in
            let records = try StoredRecords(path: path)
            for (offset, count) in [
                (0, 40), (100_000, 70_000), (100_000, 10), (5, 0), (99_999, 2), (Self.records.count - 3, 10), (1, 200_000),
            ] {
                let wanted = Array(Self.records[offset..<min(Self.records.count, offset + count)])
                #expect(try records.bytes(count, at: offset) == wanted, "\(count) bytes at \(offset)")
            }
            #expect(try records.bytes(10, at: Self.records.count + 5) == [])
            let target = try RecordFile(path: path + ".part", access: .write)
            try records.copy(150_001, at: 33, to: target)
            #expect(Checkout.bytes(of: path + ".part") == Array(Self.records[33..<150_034]))
            #expect(throws: HostError.self) { try records.copy(10, at: Self.records.count - 3, to: target) }
        }
    }

    @Test func filesThatAreCutOrLongerAreNotTakenForWhole() throws {
        try withRecords { path, checksum in
            let kept = try #require(Checkout.bytes(of: path))
            for count in stride(from: 0, to: kept.count, by: kept.count / 97) {
                try write(Array(kept[..<count]), to: path)
                #expect(!StoredRecords.hold(Self.records.count, at: path), "cut to \(count) bytes")
                #expect(try RecordFile(path: path, access: .read).checksum() != checksum)
                // What is left of the first two bytes is no folded file, and none that was kept as it is.
                if count >= 2 { #expect(throws: HostError.self) { try unfolded(path) } }
            }
            try write(kept + [0], to: path)
            #expect(!StoredRecords.hold(Self.records.count, at: path))
            let error = #expect(throws: HostError.self) { try unfolded(path) }
            #expect(error?.description.contains("make the run again") == true)
        }
    }

    @Test func aBitThatChangedIsSeenInTheSumAndWhereItIsUnfolded() throws {
        try withRecords { path, checksum in
            let kept = try #require(Checkout.bytes(of: path))
            #expect(try RecordFile(path: path, access: .read).checksum() == checksum)
            for place in stride(from: 10, to: kept.count - 4, by: kept.count / 61) {
                var changed = kept
                changed[place] ^= 1 << UInt8(place % 8)
                try write(changed, to: path)
                #expect(try RecordFile(path: path, access: .read).checksum() != checksum)
                #expect(throws: HostError.self, "byte \(place)") { try unfolded(path) }
            }
        }
    }

    @Test func recordsThatWereKeptAsTheyAreAreReadAsBefore() throws {
        try withRecords { path, _ in
            try write(Self.records, to: path)
            #expect(try unfolded(path) == Self.records)
            #expect(try StoredRecords(path: path).bytes(500, at: 70_000) == Array(Self.records[70_000..<70_500]))
            #expect(StoredRecords.hold(Self.records.count, at: path))
            try write(Self.records.dropLast(), to: path)
            #expect(!StoredRecords.hold(Self.records.count, at: path))
            let target = try RecordFile(path: path + ".part", access: .write)
            try StoredRecords(path: path).copy(1_000, at: 9, to: target)
            #expect(Checkout.bytes(of: path + ".part") == Array(Self.records[9..<1_009]))
        }
    }
}
