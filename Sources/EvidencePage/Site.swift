internal import Supervision

/// Which address leads to which view.
struct Site: Sendable {
    let folder: EvidenceFolder

    init(_ folder: EvidenceFolder) { self.folder = folder }

    /// Answers a request that the gate has let in; `token` is what forms send back.
    ///
    /// A fault of the folder or its index is answered as one, with status 500, and written to the log: "nothing found" is an answer too.
    func reply(to request: PageRequest, token: String) -> Reply {
        switch request.path.first {
        case "style.css": return .lasting("text/css; charset=utf-8", Array(Assets.style.description.utf8))
        case "script.js": return .lasting("text/javascript; charset=utf-8", Array(Assets.script.utf8))
        case "picture": return picture(request)
        case "review" where request.method == "POST": return judgement(request, token: token)
        default: break
        }
        guard request.method == "GET" else { return .words(405, "only GET is answered") }
        let view = faultless(request.address) { try self.view(for: request, token: token) }
        switch request.form {
        case "csv": return file(view, "text/csv; charset=utf-8", view.sheet.csv, "csv")
        case "json": return file(view, "application/json", view.sheet.json(title: view.title, address: view.address), "json")
        default: return .page(PageFrame.document(view, query: request.value("q") ?? request.value("claim")), status: view.status)
        }
    }

    private func faultless(_ address: Address, _ make: () throws -> View) -> View {
        do { return try make() } catch {
            folder.note(error)
            return .fault(FaultAdvice.words(error, folder: folder.watched.path), address)
        }
    }

    private func judgement(_ request: PageRequest, token: String) -> Reply {
        do { return try ReviewView(folder: folder, request: request, token: token).take() } catch {
            folder.note(error)
            return .words(500, FaultAdvice.words(error, folder: folder.watched.path))
        }
    }

    private func view(for request: PageRequest, token: String) throws -> View {
        switch request.path.first {
        case nil, "start": return try StartView(folder: folder, address: request.address).view()
        case "results":
            return request.value("trace") == nil
                ? try ResultsView(folder: folder, request: request).view() : try trace(request, request.value("q"))
        case "trace": return try trace(request, request.value("claim"))
        case "figure": return try figure(request)
        case "paper":
            guard request.path.count == 2, let paper = try folder.shelf.paper("sha256:" + request.path[1]) else {
                return missing("The folder has no such paper.", request)
            }
            return PaperView(paper: paper, request: request).view
        case "papers": return try MeetingView(folder: folder, request: request, isList: true).view()
        case "meeting": return try MeetingView(folder: folder, request: request, isList: false).view()
        case "failures": return try FailuresView(folder: folder, address: request.address).view()
        case "review": return try ReviewView(folder: folder, request: request, token: token).view()
        case "help": return HelpView(address: request.address).view
        default: return missing("There is no such view.", request)
        }
    }

    private func missing(_ words: String, _ request: PageRequest) -> View { .missing(words, request.address) }

    private func trace(_ request: PageRequest, _ claim: String?) throws -> View {
        try TraceView(folder: folder, claim: claim ?? "", address: Address(["trace"], [("claim", claim)])).view()
    }

    private func figure(_ request: PageRequest) throws -> View {
        guard request.path.count == 3, let paper = try folder.shelf.paper("sha256:" + request.path[1]),
            let figure = paper.figure("sha256:" + request.path[1] + "#" + request.path[2])
        else { return missing("The folder has no such figure.", request) }
        var elsewhere = Markup.none
        var status = 200
        do { elsewhere = try Elsewhere(folder: folder, figure: figure).markup() } catch {
            // The figure itself can be shown; where else it stands can't.
            folder.note(error)
            elsewhere = .element(
                .p, [.cls("doubt"), .set(.role, "alert")],
                [.text("Where else it stands can’t be told. " + FaultAdvice.words(error, folder: folder.watched.path))])
            status = 500
        }
        var view = EvidenceView(paper: paper, figure: figure, elsewhere: elsewhere, address: request.address).view
        view.status = status
        return view
    }

    private func picture(_ request: PageRequest) -> Reply {
        guard request.method == "GET", request.path.count == 3, let page = Int(request.path[2]) else {
            return .words(404, "no such picture")
        }
        do throws(PagePainter.Problem) {
            let picture = try folder.pictures.picture(digest: request.path[1], page: page)
            return .lasting(picture.type, picture.bytes)
        } catch {
            folder.note(error)
            return .words(404, error.message)
        }
    }

    private func file(_ view: View, _ type: String, _ bytes: [UInt8], _ ending: String) -> Reply {
        Reply(
            status: view.status, type: type, bytes: bytes,
            headers: [("Cache-Control", "no-store"), ("Content-Disposition", "inline; filename=\"\(view.sheet.name).\(ending)\"")])
    }
}
