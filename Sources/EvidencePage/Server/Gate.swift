internal import Foundation

/// Who may come in: only a browser on this machine that was given the address with the token.
struct Gate: Sendable {
    /// The port that the server listens on.
    let port: Int
    /// What the address must hold once, and the browser keeps in a cookie.
    let token: String

    /// A token of 128 random bits.
    static func newToken() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<4).map { _ in
            let part = String(generator.next() as UInt32, radix: 16)
            return String(repeating: "0", count: 8 - part.count) + part
        }.joined()
    }

    /// Cookies are sent to all ports of a host, so each server has a name of its own.
    var cookieName: String { "scrutineer-\(port)" }

    /// The address that lets a browser in.
    var address: String { "http://127.0.0.1:\(port)/?token=\(token)" }

    /// What a request comes to.
    enum Decision: Equatable {
        /// It comes in.
        case pass
        /// It comes in and gets the cookie; the browser goes on without the token in its address.
        case admit
        /// It does not, with a status and a reason.
        case refuse(Int, String)
    }

    /// Looks at who sends a request.
    ///
    /// `Host` is checked since a page elsewhere can have its own name point at 127.0.0.1 (DNS rebinding); a mark of review must come from a
    /// page of this server, which a browser says by `Origin` and `Sec-Fetch-Site`.
    func decide(_ request: PageRequest) -> Decision {
        let hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
        guard let host = request.host, hosts.contains(host.lowercased()) else {
            return .refuse(403, "this server answers to 127.0.0.1 alone")
        }
        let asksByAddress = request.value("token").map(isToken) ?? false
        guard asksByAddress || (request.cookie(cookieName).map(isToken) ?? false) else {
            return .refuse(403, "open the address that scrutineer serve printed: it holds the token that lets a browser in")
        }
        switch request.method {
        case "GET": return asksByAddress ? .admit : .pass
        case "POST":
            guard let origin = request.origin, hosts.contains(where: { origin.lowercased() == "http://" + $0 }),
                ["same-origin", "none", nil].contains(request.fetchSite), request.field("token").map(isToken) ?? false
            else { return .refuse(403, "only a page of this server may send this") }
            return .pass
        default: return .refuse(405, "only GET is answered")
        }
    }

    /// Takes as long for a wrong token as for the right one.
    private func isToken(_ given: String) -> Bool {
        let (own, other) = (Array(token.utf8), Array(given.utf8))
        guard own.count == other.count else { return false }
        return zip(own, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
