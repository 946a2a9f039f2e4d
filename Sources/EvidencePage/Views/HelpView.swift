/// How to use the page.
struct HelpView {
    let address: Address

    private static let keys: [(key: String, words: String)] = [
        ("/", "go to the search field"), ("n", "next hit, figure or page"), ("p", "previous one"), ("r", "right, when judging"),
        ("w", "wrong, when judging"), ("+", "enlarge the page"), ("-", "make it smaller"), ("?", "this help"),
    ]

    /// The view.
    var view: View {
        let rows = HelpView.keys.flatMap { entry -> [Markup] in
            [Markup.element(.dt, [], [.element(.kbd, [], [.text(entry.key)])]), Markup.element(.dd, [], [.text(entry.words)])]
        }
        let body: [Markup] = [
            .element(.h1, [], ["Help"]),
            .element(
                .p, [],
                [
                    "Search for words, “a phrase” in quotes, the beginning of a word (transp*), one or another, or an amount in any form: £752m finds £752 million."
                ]),
            .element(
                .p, [],
                [
                    "Trace claim takes a sentence with an amount and says where the papers state it, how it was rounded, how it moved and who decided."
                ]),
            .element(
                .p, [],
                [
                    "The address of every view holds all of its state: keep it, or send it to somebody who uses this machine. Every view is also there as CSV and JSON."
                ]),
            .element(.h2, [], ["Keys"]), .element(.dl, [.cls("facts")], rows),
        ]
        return View(
            title: "Help", address: address, body: .all(body),
            sheet: Sheet(name: "help", columns: ["key", "does"], rows: HelpView.keys.map { [.text($0.key), .text($0.words)] }))
    }
}
