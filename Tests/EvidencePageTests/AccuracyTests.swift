import Testing

@testable import EvidencePage

/// What judgements come to. The intervals are those of Wilson's formula worked out by hand.
@Suite struct AccuracyTests {
    @Test func fewJudgementsLeaveAWideInterval() {
        let (low, high) = Accuracy(right: 9, judged: 10).interval
        #expect(abs(low - 0.5958) < 0.0001)
        #expect(abs(high - 0.9821) < 0.0001)
    }

    @Test func noneWrongIsNotCertainty() {
        let (low, high) = Accuracy(right: 50, judged: 50).interval
        #expect(abs(low - 0.9287) < 0.0001)
        #expect(abs(high - 1) < 1e-9)
    }

    @Test func nothingJudgedSaysNothing() {
        #expect(Accuracy().interval == (0, 1))
        #expect(Accuracy().words == "none judged")
    }

    @Test func agreementBeyondChance() {
        func mark(_ id: Int, _ reviewer: String, _ answer: ReviewMark.Answer) -> ReviewMark {
            ReviewMark(
                id: "sha256:ab#f\(id)", doc: "a.pdf", document: "sha256:ab", page: 1, text: "£1", kind: "money", answer: answer,
                reviewer: reviewer,
                when: "2025-01-01T00:00:00Z")
        }
        // Both right 4, both wrong 2, apart 2: agreement 0.75, by chance 0.53125.
        let first: [ReviewMark.Answer] = [.right, .right, .right, .right, .wrong, .wrong, .right, .wrong]
        let second: [ReviewMark.Answer] = [.right, .right, .right, .right, .wrong, .wrong, .wrong, .right]
        let marks = first.enumerated().map { mark($0, "a", $1) } + second.enumerated().map { mark($0, "b", $1) }
        let agreement = Agreement(marks, first: "a", second: "b")
        #expect(agreement.both == 8)
        #expect(agreement.same == 6)
        #expect(abs((agreement.kappa ?? 0) - (0.75 - 0.53125) / (1 - 0.53125)) < 1e-9)
    }

    @Test func aCorrectionIsWhatTheScorersRead() {
        var mark = ReviewMark(
            doc: "a.pdf", document: "sha256:ab", page: 1, text: "£1.2m", kind: "money", answer: .wrong, reviewer: "a", when: "")
        mark.value = "1200000"
        ReviewView.correct(&mark, field: "value", to: "£1,300,000")
        #expect(mark.value == "1300000")
        #expect(mark.optional == nil)
        ReviewView.correct(&mark, field: "value", to: "about a million")
        #expect(mark.value == nil)
        #expect(mark.optional == true)
        mark.optional = nil
        ReviewView.correct(&mark, field: "no figure at all", to: nil)
        #expect(mark.optional == true)
    }
}
