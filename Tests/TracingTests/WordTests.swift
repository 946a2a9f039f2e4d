import Testing

@testable import Tracing

/// Words, stems and what a claim is about.
@Suite struct WordTests {
    @Test(arguments: [
        ("caresses", "caress"), ("ponies", "poni"), ("agreed", "agre"), ("plastered", "plaster"), ("motoring", "motor"), ("hopping", "hop"),
        ("happy", "happi"), ("relational", "relat"), ("conditional", "condit"), ("electrical", "electr"), ("adjustment", "adjust"),
        ("adoption", "adopt"), ("probate", "probat"), ("controlling", "control"), ("a28", "a28"), ("sky", "sky"),
    ])
    func stemsAreThoseOfThePaper(_ word: String, _ stem: String) { #expect(Stem.of(word) == stem) }

    @Test func anyWordHasAStem() {
        for word in ["", "s", "ss", "ing", "eed", "ies", "y", "aaaaaaaa", "yyyyyyyy", String(repeating: "ation", count: 500)] {
            #expect(Stem.of(word).utf8.count <= word.utf8.count + 1)
        }
    }

    @Test func wordsAreRunsOfLettersAndDigits() {
        let words = Word.all(in: "Norbury’s home-to-school “CAFÉ” costs, £8.1m (A28)")
        #expect(words.map(\.letters) == ["norbury", "home", "to", "school", "cafe", "costs", "8", "1m", "a28"])
        #expect(words[0].isCapital && !words[1].isCapital)
    }

    @Test func rangesAreBytes() {
        let text = "é £5 ab"
        let last = Word.all(in: text).last
        #expect(last.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) } == "ab")
    }

    @Test func aClaimIsAboutWhatIsLeft() {
        let subject = Subject("The council says the new Norbury library will cost", excluding: [])
        #expect(subject.terms.filter { !$0.isPair }.map(\.word) == ["council", "new", "norbury", "library", "cost"])
        #expect(subject.terms.first { $0.word == "norbury" }?.isName == true)
        #expect(subject.terms.contains { $0.word == "norbury library" && $0.isPair })
    }

    @Test func everydayWordsMeanWhatPapersPrint() {
        let finder = StemFinder(Subject("Parks went into the red"))
        #expect(finder.terms(in: finder.hits(in: "an overspend of £2m on parks")).filter { !$0.isEmpty }.count == 2)
    }

    @Test func papersExplainTheirAbbreviations() {
        let text = "The Special Educational Needs and\nDisabilities (SEND) service, see (PDF), the Bus Service Improvement Plan (BSIPs)."
        #expect(
            Abbreviation.explained(in: text) == [
                Abbreviation(short: "SEND", long: "Special Educational Needs and Disabilities"),
                Abbreviation(short: "BSIP", long: "Bus Service Improvement Plan"),
            ])
        #expect(Abbreviation.explained(in: "(((((((( )) (A) (AB").isEmpty)
    }

    @Test func rareWordsWeighMost() {
        let subject = Subject("the council of Norbury pays consultants cheaply").weighted(total: 10_000) { term in
            ["council": 9_000, "norbury": 3, "pays": 700, "consultants": 60][term.word] ?? 0
        }
        let weights = Dictionary(uniqueKeysWithValues: subject.terms.map { ($0.word, $0.weight) })
        #expect(weights["norbury", default: 0] > weights["consultants", default: 0])
        #expect(weights["consultants", default: 0] > weights["pays", default: 0])
        #expect(weights["pays", default: 0] > weights["council", default: 0])
        // What no paper has may be another word for something that they have, but no name.
        #expect(weights["cheaply", default: 0] < weights["norbury", default: 0])
        #expect(weights["norbury pays"] == 0)
    }

    @Test func aMegabyteIsNoClaim() {
        let subject = Subject(String(repeating: "overspend \"* OR NEAR(£ ", count: 40_000))
        #expect(subject.terms.count < 100)
    }
}
