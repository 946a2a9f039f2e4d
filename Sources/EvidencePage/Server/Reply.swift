/// An answer to a request.
struct Reply: Sendable {
    /// HTTP status.
    var status: Int
    /// Media type of the bytes.
    var type: String
    /// What is sent.
    var bytes: [UInt8]
    /// Headers besides those that every answer has.
    var headers: [(String, String)] = []

    /// What every answer says: nothing is loaded from elsewhere, no script but ours runs, no other page may frame or read it.
    static let security: [(String, String)] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ]

    /// A page.
    static func page(_ markup: Markup, status: Int = 200) -> Reply {
        Reply(status: status, type: "text/html; charset=utf-8", bytes: Array(markup.html.utf8), headers: [("Cache-Control", "no-store")])
    }

    /// What never changes for its address.
    static func lasting(_ type: String, _ bytes: [UInt8]) -> Reply {
        Reply(status: 200, type: type, bytes: bytes, headers: [("Cache-Control", "private, max-age=31536000, immutable")])
    }

    /// A plain sentence.
    static func words(_ status: Int, _ words: String) -> Reply {
        Reply(
            status: status, type: "text/plain; charset=utf-8", bytes: Array((words + "\n").utf8), headers: [("Cache-Control", "no-store")])
    }

    /// The browser is to go to another view.
    static func redirect(to address: Address) -> Reply {
        var reply = words(303, "see " + address.text)
        reply.headers.append(("Location", address.text))
        return reply
    }
}
