/// What all pages have in common: the head, the search, the ways to other forms of the view.
enum PageFrame {
    /// The whole document of a view.
    static func document(_ view: View, query: String?) -> Markup {
        .document(
            .element(
                .html, [.set(.lang, "en")],
                [
                    .element(
                        .head, [],
                        [
                            .element(.meta, [.set(.charset, "utf-8")]),
                            .element(.meta, [.set(.name, "viewport"), .set(.content, "width=device-width, initial-scale=1")]),
                            .element(.meta, [.set(.name, "color-scheme"), .set(.content, "light dark")]),
                            .element(.title, [], [.text(view.title + " · scrutineer")]),
                            .element(.link, [.set(.rel, "stylesheet"), .href(Address(["style.css"], [("v", Assets.version)]))]),
                            .element(.script, [.src(Address(["script.js"], [("v", Assets.version)])), .mark(.defer_)]),
                        ]),
                    .element(
                        .body, view.isLive ? [.set(.dataWhat, "live")] : [],
                        [skip, header(query.flatMap { $0.hasPrefix("sha256:") ? nil : $0 }), main(view), footer(view)]),
                ]))
    }

    private static let skip = Markup.element(.a, [.cls("skip"), .href(Address.here("main"))], ["Skip to the content"])

    private static func header(_ query: String?) -> Markup {
        .element(
            .header, [.cls("top")],
            [
                .element(.a, [.cls("brand"), .href(Address([]))], ["scrutineer"]),
                .element(
                    .form, [.cls("search"), .set(.role, "search"), .action(Address(["results"])), .set(.method, "get")],
                    [
                        .element(.label, [.set(.forId, "q"), .cls("quiet")], ["Words, an amount or a claim"]),
                        .element(
                            .input,
                            [
                                .set(.id, "q"), .set(.name, "q"), .set(.type, "search"), .set(.value, query ?? ""),
                                .set(.maxlength, "2000"), .set(.placeholder, "Words, an amount or a claim"),
                            ]),
                        .element(.button, [.set(.type, "submit")], ["Search"]),
                        .element(
                            .button, [.set(.type, "submit"), .set(.name, "trace"), .set(.value, "1"), .cls("second")], ["Trace claim"]),
                    ]),
                .element(
                    .nav, [.set(.ariaLabel, "Views")],
                    [
                        .element(.a, [.href(Address([]))], ["Start"]), .element(.a, [.href(Address(["papers"]))], ["Papers"]),
                        .element(.a, [.href(Address(["review"]))], ["Review"]),
                        .element(.a, [.href(Address(["help"]))], ["Help"]),
                    ]),
            ])
    }

    private static func main(_ view: View) -> Markup {
        .element(.main, [.set(.id, "main"), .set(.tabindex, "-1")], [view.body])
    }

    private static func footer(_ view: View) -> Markup {
        .element(
            .footer, [],
            [
                .element(
                    .p, [],
                    [
                        "This view as ", .element(.a, [.href(view.address.as_("csv"))], ["CSV"]), " or ",
                        .element(.a, [.href(view.address.as_("json"))], ["JSON"]), ". All of it stays on this machine.",
                    ])
            ])
    }
}

extension Address {
    /// An element of the page that the link stands on.
    static func here(_ fragment: String) -> Address {
        var address = Address([])
        address.isHere = true
        address.fragment = fragment
        return address
    }
}
