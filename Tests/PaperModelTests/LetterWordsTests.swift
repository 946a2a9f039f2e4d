import PaperModel
import Testing

@Suite struct LetterWordsTests {
    @Test(arguments: [
        ("Sub-total (£)", ["sub", "total"]), ("SUB TOTAL", ["sub", "total"]), ("12 posts, 3.5 FTE", ["posts", "fte"]), ("", []),
        ("(-)", []),
        // Letters past ASCII count as well, and go through characters.
        ("Café Olé", ["café", "olé"]), ("CYNGOR SIR GÂR", ["cyngor", "sir", "gâr"]),
    ])
    func wordsAreRunsOfLetters(text: String, words: [String]) {
        #expect(text.letterWords == words)
    }
}
