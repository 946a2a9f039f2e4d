internal import CLibXML2
internal import PaperModel

/// A page as libxml2 parsed it: the owner of the parser's tree, and the only place that sees its pointers.
struct MarkupDocument: ~Copyable {
    /// The page as values; an XPath result is an index into it.
    let tree: MarkupTree
    /// What the parser had to leave out.
    let notices: [Notice]
    private let document: htmlDocPtr
    private let context: xmlXPathContextPtr

    /// Most steps that all expressions together may take on one page: a layout takes a few hundred for each element, and pages have 10,000 at most.
    private static let stepLimit: UInt = 100_000_000

    /// What an expression selected: elements by index, and the strings of attributes, texts and string results.
    struct Selection: Equatable {
        var elements: [Int] = []
        var strings: [String] = []
    }

    /// Why an expression selected nothing.
    enum XPathFailure: Error, Equatable {
        /// It is no XPath 1.0.
        case invalid
        /// It took more steps than a page may cost.
        case tooManySteps
    }

    /// Parses UTF-8 that holds no NUL. Nesting past `limits.depth` is flattened; past `limits.marksPerPage` elements the rest is left out.
    static func parse(utf8: [UInt8], limits: LoadLimits) throws(PaperFailure) -> MarkupDocument {
        xmlIgnoreMessages()
        let progress = ParseProgress(
            depth: min(limits.depth, ParseProgress.parserDepth), elements: min(limits.marksPerPage, ParseProgress.mostElements))
        let flood = AttributeFlood(in: utf8)
        progress.wasFlooded = !flood.excess.isEmpty
        guard let document = htmlDocument(of: progress.wasFlooded ? flood.relieved : utf8, progress: progress) else {
            throw PaperFailure(.corrupt, "no HTML could be read from the file; check that it is a saved web page")
        }
        guard let context = xmlXPathNewContext(document) else {
            xmlFreeDoc(document)
            throw PaperFailure(.memory, "no memory left to read the page; raise the worker's memory limit")
        }
        context.pointee.error = { _, _ in }
        context.pointee.opLimit = stepLimit
        // Without numbers, comparing the places of two elements walks over all siblings between them.
        xmlXPathOrderDocElems(document)
        // Evaluation makes an object for every intermediate value; libxml2 uses them again when told to.
        xmlXPathContextSetCache(context, 1, -1, 0)
        return MarkupDocument(tree: copy(document), notices: progress.notices, document: document, context: context)
    }

    private init(tree: MarkupTree, notices: [Notice], document: htmlDocPtr, context: xmlXPathContextPtr) {
        self.tree = tree
        self.notices = notices
        self.document = document
        self.context = context
    }

    deinit {
        xmlXPathFreeContext(context)
        xmlFreeDoc(document)
    }

    /// What an XPath 1.0 expression over lower-case names selects, in document order.
    func select(_ expression: String) throws(XPathFailure) -> Selection {
        guard let compiled = xmlXPathCtxtCompile(context, expression) else { throw .invalid }
        defer { xmlXPathFreeCompExpr(compiled) }
        xmlResetError(&context.pointee.lastError)
        context.pointee.node = UnsafeMutablePointer<xmlNode>(OpaquePointer(document))
        guard let result = xmlXPathCompiledEval(compiled, context) else {
            throw context.pointee.opCount >= context.pointee.opLimit ? .tooManySteps : .invalid
        }
        defer { xmlXPathFreeObject(result) }
        return MarkupDocument.selection(from: result)
    }

    /// Whether an expression is XPath 1.0.
    static func isXPath(_ expression: String) -> Bool {
        guard let context = xmlXPathNewContext(nil) else { return false }
        defer { xmlXPathFreeContext(context) }
        context.pointee.error = { _, _ in }
        guard let compiled = xmlXPathCtxtCompile(context, expression) else { return false }
        xmlXPathFreeCompExpr(compiled)
        return true
    }

    private static func selection(from result: xmlXPathObjectPtr) -> Selection {
        var selection = Selection()
        guard result.pointee.type == XPATH_NODESET else {
            if result.pointee.type == XPATH_STRING, let text = result.pointee.stringval { selection.strings.append(String(cString: text)) }
            return selection
        }
        guard let set = result.pointee.nodesetval, let members = set.pointee.nodeTab else { return selection }
        for position in 0..<Int(set.pointee.nodeNr) {
            guard let node = members[position] else { continue }
            if node.pointee.type == XML_ELEMENT_NODE {
                // The copy of the tree left each element's index, plus one, in the field that libxml2 keeps for its user.
                let index = Int(bitPattern: node.pointee._private) - 1
                if index >= 0 { selection.elements.append(index) }
            } else if let text = xmlNodeGetContent(node) {
                selection.strings.append(String(cString: text))
                xmlFreeText(text)
            }
        }
        selection.elements.sort()
        return selection
    }
}

/// What the parser's callbacks know while a page is parsed.
private final class ParseProgress {
    /// libxml2 gives up on trees deeper than 256 (`xmlParserMaxDepth`); elements past this depth are flattened before that.
    static let parserDepth = 240
    /// Elements open past the depth where a page is no page. Old editors leave thousands of tags unclosed.
    static let nestingLimit = 20_000
    /// Comparisons that stray closing tags may cost, each one for every open element: about a second.
    static let comparisonLimit = 500_000_000
    /// An element costs up to 1 kB with all that is noted of it; long minutes have 30,000, a sheet of 10,000 rows in 20 columns 210,000.
    static let mostElements = 250_000

    let depthLimit: Int
    let elementLimit: Int
    var depth = 0
    var flattened = 0
    var elements = 0
    var comparisons = 0
    var wasFlattened = false
    var wasFlooded = false
    var wasCut = false
    var fatalMessage: String?

    init(depth: Int, elements: Int) {
        depthLimit = depth
        elementLimit = elements
    }

    var notices: [Notice] {
        var notices: [Notice] = []
        if wasCut || fatalMessage != nil {
            let limits = "more than \(elementLimit) elements, \(ParseProgress.nestingLimit) open at once, or 10 MB of text in one of them"
            notices.append(Notice(.pageTooDense, "the rest of the page was left out: \(fatalMessage ?? limits)", page: 1))
        }
        if wasFlattened {
            notices.append(Notice(.repaired, "elements nested more than \(depthLimit) deep were read as if they were not nested", page: 1))
        }
        if wasFlooded {
            notices.append(Notice(.repaired, "tags with more than \(AttributeFlood.mostAttributes) attributes lost the others", page: 1))
        }
        return notices
    }

    /// Takes in a message of the parser. Invalid nesting is normal and says nothing; what the parser gives up on does.
    func note(_ error: xmlError) {
        if error.code == XML_ERR_TAG_NAME_MISMATCH.rawValue {
            comparisons += depth + flattened
            if comparisons > ParseProgress.comparisonLimit { stop(error.ctxt) }
        } else if error.level == XML_ERR_FATAL, error.code != XML_ERR_USER_STOP.rawValue, fatalMessage == nil, let message = error.message {
            fatalMessage = String(cString: message).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    /// Ends the parsing; what was read stays.
    func stop(_ parser: UnsafeMutableRawPointer?) {
        wasCut = true
        xmlStopParser(parser?.assumingMemoryBound(to: htmlParserCtxt.self))
    }

    static func of(_ parser: UnsafeMutableRawPointer?) -> ParseProgress? {
        guard let mine = parser?.assumingMemoryBound(to: htmlParserCtxt.self).pointee._private else { return nil }
        return Unmanaged<ParseProgress>.fromOpaque(mine).takeUnretainedValue()
    }
}

extension MarkupDocument {
    /// Runs the parser; nil where it made no document. Its messages go to `progress`, never to stderr.
    private static func htmlDocument(of utf8: [UInt8], progress: ParseProgress) -> htmlDocPtr? {
        guard let length = Int32(exactly: utf8.count), let parser = htmlNewParserCtxt() else { return nil }
        defer { htmlFreeParserCtxt(parser) }
        listen(to: parser)
        // XML_PARSE_HUGE and entity or DTD loading stay off; IGNORE_ENC since the bytes were decoded before.
        let options = [
            HTML_PARSE_RECOVER, HTML_PARSE_NONET, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_COMPACT, HTML_PARSE_IGNORE_ENC,
        ]
        let flags = Int32(bitPattern: options.reduce(0) { $0 | $1.rawValue })
        return withExtendedLifetime(progress) {
            let mine = Unmanaged.passUnretained(progress).toOpaque()
            parser.pointee._private = mine
            xmlSetStructuredErrorFunc(mine) { mine, error in
                guard let mine, let error else { return }
                Unmanaged<ParseProgress>.fromOpaque(mine).takeUnretainedValue().note(error.pointee)
            }
            defer { xmlSetStructuredErrorFunc(nil, nil) }
            let document = utf8.withUnsafeBytes { buffer in
                htmlCtxtReadMemory(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), length, nil, "UTF-8", flags)
            }
            // The parser falls silent past its own limits too: 10 MB of text in one element, for one.
            if parser.pointee.disableSAX != 0 { progress.wasCut = true }
            return document
        }
    }

    /// Puts our callbacks before the parser's own: white space is kept, comments, scripts and DTDs are not, and nesting has an end.
    private static func listen(to parser: htmlParserCtxtPtr) {
        guard let handlers = parser.pointee.sax else { return }
        handlers.pointee.ignorableWhitespace = xmlSAX2Characters
        handlers.pointee.comment = nil
        handlers.pointee.processingInstruction = nil
        handlers.pointee.internalSubset = nil
        handlers.pointee.externalSubset = nil
        handlers.pointee.cdataBlock = { _, _, _ in }
        handlers.pointee.startElement = { parser, name, attributes in
            guard let progress = ParseProgress.of(parser) else { return }
            progress.elements += 1
            if progress.elements > progress.elementLimit || progress.flattened > ParseProgress.nestingLimit {
                progress.stop(parser)
            } else if progress.flattened > 0 || progress.depth >= progress.depthLimit {
                progress.flattened += 1
                progress.wasFlattened = true
            } else {
                progress.depth += 1
                xmlSAX2StartElement(parser, name, attributes)
            }
        }
        handlers.pointee.endElement = { parser, name in
            guard let progress = ParseProgress.of(parser) else { return }
            if progress.flattened > 0 {
                progress.flattened -= 1
            } else if progress.depth > 0 {
                progress.depth -= 1
                xmlSAX2EndElement(parser, name)
            }
        }
    }

    /// Copies the parser's tree, node by node in document order, and leaves each element's index plus one in its `_private`.
    private static func copy(_ document: htmlDocPtr) -> MarkupTree {
        var tree = MarkupTree()
        guard let root = xmlDocGetRootElement(document) else { return tree }
        var next: xmlNodePtr? = root
        while let node = next {
            next = nil
            switch node.pointee.type {
            case XML_ELEMENT_NODE:
                node.pointee._private = UnsafeMutableRawPointer(bitPattern: tree.nodes.count + 1)
                tree.open(String(cString: node.pointee.name), attributes: attributes(of: node))
                next = node.pointee.children
                if next == nil { tree.close() }
            case XML_TEXT_NODE:
                if let text = node.pointee.content {
                    tree.add(text: UnsafeRawBufferPointer(start: text, count: Int(xmlStrlen(text))))
                }
            default:
                break
            }
            var done = node
            while next == nil, done != root {
                next = done.pointee.next
                guard next == nil, let parent = done.pointee.parent else { break }
                tree.close()
                done = parent
            }
        }
        return tree
    }

    /// The attributes of an element that reading a page needs.
    private static func attributes(of node: xmlNodePtr) -> [(name: String, value: String)] {
        var list: [(name: String, value: String)] = []
        var next = node.pointee.properties
        while let attribute = next {
            next = attribute.pointee.next
            let name = String(cString: attribute.pointee.name)
            guard MarkupTree.attributesKept.contains(name), !list.contains(where: { $0.name == name }) else { continue }
            guard let value = xmlNodeListGetString(attribute.pointee.doc, attribute.pointee.children, 1) else {
                list.append((name, ""))
                continue
            }
            list.append((name, String(cString: value)))
            xmlFreeText(value)
        }
        return list
    }
}
