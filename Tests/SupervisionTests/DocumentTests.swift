import PaperModel
import Pipeline
import Records
import TestSupport
import Testing

/// What operators and hosts read names every failure and every key of a request.
@Suite struct DocumentTests {
    private func text(_ name: String) -> String {
        String(decoding: Checkout.bytes(of: Checkout.root + "/docs/" + name) ?? [], as: UTF8.self)
    }

    @Test func everyFailureHasItsRemedy() {
        let text = text("operations.md")
        for code in PaperFailure.Code.allCases { #expect(text.contains("\n| `\(code.rawValue)` |"), "\(code.rawValue)") }
    }

    @Test func everyKeyOfARequestIsExplained() {
        let text = text("worker.md")
        let keys = Mirror(reflecting: WorkRequest(Source(path: "x"))).children.compactMap(\.label)
        #expect(keys.count > 8)
        for key in keys { #expect(text.contains("`\(key)`"), "\(key)") }
    }
}
