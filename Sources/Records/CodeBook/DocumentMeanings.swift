internal import PaperModel

// What the records of papers hold.

extension DocumentRecord {
    static let about = "A paper that was read."
    static let meanings: [String: Meaning] = [
        "type": "The type of the record.",
        "schema": "Version of this schema.",
        "id": Meaning("\"sha256:\" and the SHA-256 of the file's bytes in hexadecimal: the same bytes have the same id.", .documentID),
        "source": "Where the paper came from.",
        "sources": "Where the same bytes lie at several places, all of them, the first as in source.",
        "mediaType": "Format of the file.",
        "bytes": Meaning("Size of the file, bytes.", .least(1)),
        "title": "Title: the one that is printed, else the one that the file states.",
        "producer": "Program that wrote the file, as the file states.",
        "created": "When the file was made, ISO 8601, as far as the file states it.",
        "language": "Language of the paper, a BCP 47 tag, as the file states.",
        "kind": "What kind of paper it is.",
        "organisation": "The council or other body, as printed.",
        "committee": "The committee, as printed.",
        "meetingDate": "Day of the meeting that is printed.",
        "meeting": "What is known of its meeting, from the paper, a manifest or its folder, names spelled as names.",
        "papers": "For an agenda pack, the papers in it, the agenda first.",
        "attached": "PDFs that are attached to it: papers of their own, at its path, a slash and their name.",
        "attachedTo": Meaning("For a paper that is attached to a PDF, the id of that document.", .documentID),
        "unreadNumbers": Meaning("Numbers of its tables that are written as amounts are and gave no figure.", .least(0)),
        "doubts": Meaning("Figures of the paper that carry a doubt.", .least(0)),
        "pages": Meaning("Pages in the file, also those that were not read.", .least(0)),
        "tagged": "Whether the file's structure tree was used.",
        "status": "Whether all of it was read.",
        "notices": "What was met while it was read and a reader should know.",
        "rules": "Hash of the rule files that were used.",
        "version": "Version of the program.",
    ]
}

extension DocumentRecord.Status {
    static let about = "Whether all of a paper was read."
    static let meanings = [
        "complete": "All pages were read, and what is attached to it, if anything, as papers of their own.",
        "partial": "Some pages failed, were cut by a limit, or have no text, or attached files were not read; the notices say which.",
    ]
}

extension Source {
    static let about = "Where a paper came from, as whoever asked for it says. Times are never those of the file system."
    static let meanings: [String: Meaning] = [
        "path": "Path of the file, as given; a byte that is no UTF-8 is written as \\xE9.",
        "pathBytes": Meaning("The path's own bytes, base64, where they are no UTF-8.", .init("contentEncoding", "base64")),
        "url": "Address that it was fetched from, else the one that a web page gives itself.",
        "modified": "When its server says that it was changed, ISO 8601, as given.",
        "retrieved": "When it was fetched, ISO 8601, as given.",
    ]
}

extension Meeting {
    static let about = "What is known of the meeting that a paper is of."
    static let meanings: [String: Meaning] = [
        "organisation": "The body whose meeting it is, spelled as a name.",
        "committee": "Its committee, spelled as a name.",
        "date": "The day.",
        "item": "The item of the agenda that the paper belongs to: \"7\", \"4b\".",
        "url": "Address of the paper, or of the page that lists it.",
        "from": "Who says so: one word where it is the same for all facts, else one for each.",
    ]
}

extension Meeting.Origin {
    static let about = "Who says a fact of a meeting; the first goes before the others."
    static let meanings = [
        "printed": "The paper itself.", "manifest": "A list that was given with the papers.", "folder": "Other papers of its folder.",
    ]
}

extension Paper.Part {
    static let about = "A paper within an agenda pack."
    static let meanings: [String: Meaning] = [
        "page": Meaning("The page that it begins on, counted from 1.", .least(1)),
        "endPage": Meaning("Its last page.", .least(1)),
        "kind": "What kind of paper it is.",
        "title": "Its title, as printed.",
        "author": "Whose paper it is: an officer or an office, as printed.",
        "date": "Day of the meeting that it names.",
    ]
}

extension AttachedPaperRecord {
    static let about = "A PDF that is attached to a document."
    static let meanings: [String: Meaning] = [
        "name": "The name that it has there; where files have the same name they are numbered.",
        "document": Meaning("Id of the document that its bytes are.", .documentID),
        "bytes": Meaning("Its size, bytes.", .least(1)),
    ]
}

extension Paper.MediaType {
    static let about = "Format of a file, as a media type."
    static let meanings = ["application/pdf": "PDF.", "text/html": "HTML."]
}

extension Paper.Kind {
    static let about = "What kind of paper it is."
    static let meanings = [
        "agenda": "The list of what a meeting is to discuss.",
        "agendaPack": "An agenda with the papers of its items behind it.",
        "minutes": "What a meeting discussed and decided.",
        "decisionNotice": "A decision taken, as the law wants it published.",
        "report": "A report to a meeting.",
        "questions": "Questions put to a council and its replies.",
        "webPage": "A page of a web site that is none of the others.",
        "other": "Anything else.",
    ]
}

extension PageRecord {
    static let about = "A page with its canonical text, which all spans count in. An HTML paper has one page."
    static let meanings: [String: Meaning] = [
        "type": "The type of the record.",
        "schema": "Version of this schema.",
        "id": Meaning("Id of the document, \"#p\" and the page.", .partID("p")),
        "document": Meaning("Id of the document.", .documentID),
        "page": Meaning("The page, counted from 1.", .least(1)),
        "label": "Label of the page in the file: \"iv\", \"A-3\".",
        "width": Meaning("Width as displayed, points (1/72 inch).", .least(0)),
        "height": Meaning("Height as displayed, points (1/72 inch).", .least(0)),
        "rotation": "Degrees clockwise by which the file asks to turn the page.",
        "text": "The canonical text in reading order, lines joined by LF, furniture included.",
        "furniture": "Spans of running heads, feet, page numbers and watermarks.",
        "images": "Boxes of the images on it.",
        "ocr": "True where the text comes from recognition of the page's image.",
        "confidence": "For recognised text, how sure the recognition is: a share from 0 to 1.",
    ]
}

extension Notice {
    static let about = "Something that the reading of a paper survived and a reader should know."
    static let meanings: [String: Meaning] = [
        "code": "What happened.",
        "message": "The same in words, for a person.",
        "page": Meaning("The first page that it concerns, counted from 1.", .least(1)),
        "pages": "All pages that it concerns, in order.",
    ]
}

extension Notice.Code {
    static let about = "What the reading of a paper survived."
    static let meanings = [
        "noText": "A page without text: an image of a page, or a web page that scripts fill in.",
        "repaired": "A damaged file was mended while it was read.",
        "truncatedMinutes": "A web page cuts the minutes and links to the rest.",
        "coveredText": "Text under an opaque box or image.",
        "invisibleText": "Text drawn without ink.",
        "tinyText": "Text too small for any reader.",
        "sameColour": "Text in the colour of what it stands on.",
        "largePicture": "A page of little text with a picture that may hold more.",
        "joinedWords": "A page whose words are not parted.",
        "xfaForm": "The content is an XFA form, which was not read.",
        "attachedFiles":
            "Files are attached to the document or to its pages, which are no part of what it prints. PDFs among them are papers of their own.",
        "unreadAttachments":
            "Attached files were not read: they are no PDFs, past a limit, or attached to a paper that is itself attached.",
        "misnamed": "The name of the file, or its first bytes, are those of another format.",
        "unreadTags": "The structure tree could not be read for want of memory.",
        "pageLimit": "Pages past the limit were not read.",
        "pageFailed": "A page could not be read.",
        "pageTooDense": "More glyphs and lines than a page may hold; the rest of the page was left out.",
        "unmappedGlyphs": "Glyphs of fonts that give no characters: their text is missing.",
        "disagreeingTags": "The structure tree doesn't fit what the page shows and was not used there.",
        "badEncoding": "Bytes that the encoding doesn't allow.",
        "ruleLimit": "A rule met its limit of steps and was stopped.",
        "numbersWithoutUnit": "Tables hold numbers written as amounts are that gave no figure.",
    ]
}

extension FailureRecord {
    static let about = "A paper that could not be read, with the reason. Each input ends as one document or one failure."
    static let meanings: [String: Meaning] = [
        "type": "The type of the record.",
        "schema": "Version of this schema.",
        "source": "Where the paper came from.",
        "document": Meaning("Id that its document would have; left out where its bytes could not be read.", .documentID),
        "stage": "The part of the way at which it ended.",
        "code": "Why.",
        "message": "The same in words, with what to do about it.",
        "attempts": Meaning("How often it was tried.", .least(1)),
        "retryable": "Whether another try, or one that may cost more, can end otherwise.",
        "limits": "What the paper was allowed to cost.",
    ]
}

extension PaperFailure.Stage {
    static let about = "A part of a paper's way."
    static let meanings = [
        "load": "Bytes to pages.", "segment": "Pages to segments.", "extract": "Text to figures.", "write": "Records to files.",
    ]
}

extension PaperFailure.Code {
    static let about = "Why a paper could not be read."
    static let meanings = [
        "unreadable": "The file can't be opened or read.",
        "empty": "It has no bytes.",
        "unsupported": "It is neither PDF nor HTML.",
        "encrypted": "It needs a password.",
        "corrupt": "It is damaged beyond mending.",
        "tooLarge": "It has more bytes than the limit.",
        "tooManyPages": "It has more pages than the limit.",
        "timeout": "It took longer than it may.",
        "memory": "It needed more memory than it may.",
        "crash": "It brought the worker down.",
    ]
}

extension RunLimits {
    static let about = "What a paper may cost a worker."
    static let meanings: [String: Meaning] = [
        "seconds": Meaning("Seconds until the worker is taken down.", .least(0)),
        "megabytes": Meaning("Megabytes (2²⁰ bytes) of memory that the worker may hold.", .least(0)),
        "processorSeconds": Meaning("Seconds of processor time.", .least(0)),
        "silentSeconds": Meaning("Seconds without a sign of progress.", .least(0)),
    ]
}
