/// A name and a value of an element. None of the names makes a browser run what the value says.
struct Attribute: Sendable, Equatable {
    /// The names in use.
    enum Name: String, Sendable {
        case id, lang, charset, content, name, rel, href, src, alt, width, height, title, type, value, placeholder, action, method, target
        case scope, colspan, rowspan, tabindex, role, datetime, selected, checked, required, disabled, hidden, open, download, loading,
            defer_ = "defer"
        case maxlength, rows, accesskey, spellcheck, readonly, list, inputmode, enctype
        case cls = "class"
        case forId = "for"
        case ariaLabel = "aria-label"
        case ariaLabelledBy = "aria-labelledby"
        case ariaCurrent = "aria-current"
        case ariaHidden = "aria-hidden"
        case ariaDescribedBy = "aria-describedby"
        case ariaSort = "aria-sort"
        case ariaLive = "aria-live"
        case dataKey = "data-key"
        case dataWhat = "data-what"
        case viewBox, preserveAspectRatio, x, y, x1, y1, x2, y2, cx, cy, r, rx, d, fill, textAnchor = "text-anchor"
    }

    let name: Name
    let value: String?

    private init(_ name: Name, _ value: String?) {
        self.name = name
        self.value = value
    }

    /// A name with a value that holds no address.
    static func set(_ name: Name, _ value: some StringProtocol) -> Attribute {
        // Addresses have types of their own.
        [.href, .src, .action].contains(name) ? Attribute(.title, String(value)) : Attribute(name, String(value))
    }

    /// A name that stands alone.
    static func mark(_ name: Name) -> Attribute { Attribute(name, nil) }

    /// Classes of the style sheet.
    static func cls(_ names: String) -> Attribute { Attribute(.cls, names) }

    /// A link to a view.
    static func href(_ address: Address) -> Attribute { Attribute(.href, address.text) }
    /// A link to the place where a paper came from.
    static func href(_ address: ForeignAddress) -> Attribute { Attribute(.href, address.text) }
    /// A picture within a drawing.
    static func href(_ picture: DataAddress) -> Attribute { Attribute(.href, picture.text) }
    /// A picture or script of this server.
    static func src(_ address: Address) -> Attribute { Attribute(.src, address.text) }
    /// A picture within the document itself.
    static func src(_ picture: DataAddress) -> Attribute { Attribute(.src, picture.text) }
    /// Where a form goes.
    static func action(_ address: Address) -> Attribute { Attribute(.action, address.text) }

    /// A length or position in the unit of the drawing, two decimals.
    static func length(_ name: Name, _ value: Double) -> Attribute { Attribute(name, Decimal.text(value, places: 2)) }
}
