// The C interface: every entry catches what C++ throws and gives back a status.
#include "CatalogFacts.h"
#include "ContentDevice.h"
#include "PopplerVersions.h"
#include "StructureTree.h"
#include "include/CPageContent.h"

#include <Error.h>
#include <ErrorCodes.h>
#include <GlobalParams.h>
#include <Page.h>

#include <new>

struct pc_document {
    std::unique_ptr<GlobalParamsIniter> parameters;
    std::unique_ptr<PDFDoc> pdf;
    pc_message message;
    void *context;
    bool repaired = false;
    bool xfa = false;
    bool portfolio = false;
    bool shortLabels = true;
    std::string language;
    StructureTree structure;
    FontTable fonts;
    PageMarks marks;
    std::unique_ptr<ContentDevice> device;
};

namespace {

// poppler's error callback knows no context: the document that is at work on this thread receives the messages.
thread_local pc_document *atWork = nullptr;

void receive(ErrorCategory category, Goffset position, const char *text) {
    if (!atWork || !atWork->message) return;
    int severity = category == errSyntaxWarning || category == errConfig || category == errUnimplemented ? 0 : 1;
    atWork->message(atWork->context, severity, int64_t(position), text);
}

class Work {
public:
    explicit Work(pc_document *document) {
        atWork = document;
        setErrorCallback(receive);
    }
    ~Work() { atWork = nullptr; }
    Work(const Work &) = delete;
    Work &operator=(const Work &) = delete;
};

template <class Body> pc_status guarded(pc_document *document, Body body) noexcept {
    try {
        Work work(document);
        return body();
    } catch (const std::bad_alloc &) {
        return PC_NO_MEMORY;
    } catch (...) {
        return PC_FAILED;
    }
}

// Output intents would make poppler build a colour transform for every page (most of the time of a page on PDF/X files), and exact
// colours are of no use here: the catalog in memory loses them.
void dropOutputIntents(XRef *xref) {
    Object catalog = xref->getCatalog();
    if (!catalog.isDict() || catalog.dictLookupNF("OutputIntents").isNull()) return;
    catalog.dictSet("OutputIntents", poppler_versions::nullObject());
    xref->setModifiedObject(&catalog, {xref->getRootNum(), xref->getRootGen()});
}

}  // namespace

pc_status pc_open(const uint8_t *bytes, size_t length, pc_message message, void *context, pc_document **out) {
    *out = nullptr;
    if (!bytes) return PC_DAMAGED;
    std::unique_ptr<pc_document> document(new (std::nothrow) pc_document());
    if (!document) return PC_NO_MEMORY;
    document->message = message;
    document->context = context;
    pc_status status = guarded(document.get(), [&] {
        document->parameters = std::make_unique<GlobalParamsIniter>(receive);
        auto stream = std::make_unique<MemStream>(reinterpret_cast<const char *>(bytes), 0, Goffset(length), poppler_versions::nullObject());
        document->pdf = poppler_versions::open(std::move(stream), [raw = document.get()] { raw->repaired = true; });
        if (!document->pdf->isOk()) return document->pdf->getErrorCode() == errEncrypted ? PC_ENCRYPTED : PC_DAMAGED;
        if (document->pdf->getNumPages() < 1) return PC_DAMAGED;
        dropOutputIntents(document->pdf->getXRef());
        Object catalog = document->pdf->getXRef()->getCatalog();
        Object language = catalog.isDict() ? catalog.dictLookup("Lang") : poppler_versions::nullObject();
        document->xfa = isXFAForm(catalog);
        document->portfolio = isPortfolio(catalog);
        document->shortLabels = hasShortLabels(catalog);
        if (language.isString()) document->language = poppler_versions::text(language.getString());
        document->device = std::make_unique<ContentDevice>(document->fonts, document->structure, document->marks);
        return PC_OK;
    });
    if (status == PC_OK) *out = document.release();
    return status;
}

void pc_close(pc_document *document) {
    if (!document) return;
    guarded(document, [&] {
        document->device.reset();
        document->pdf.reset();
        return PC_OK;
    });
    delete document;
}

int32_t pc_page_count(const pc_document *document) { return document->pdf->getNumPages(); }

const char *pc_language(const pc_document *document) { return document->language.c_str(); }

int32_t pc_is_xfa_form(const pc_document *document) { return document->xfa; }

int32_t pc_is_portfolio(const pc_document *document) { return document->portfolio; }

int32_t pc_has_short_labels(const pc_document *document) { return document->shortLabels; }

int32_t pc_was_repaired(const pc_document *document) { return document->repaired; }

pc_status pc_read_structure(pc_document *document, size_t limit) {
    return guarded(document, [&] {
        document->structure.read(*document->pdf, limit);
        return PC_OK;
    });
}

const pc_element *pc_elements(const pc_document *document, size_t *count) {
    const auto &elements = document->structure.elements();
    *count = elements.size();
    return elements.data();
}

pc_status pc_read_page(pc_document *document, int32_t number, size_t mark_limit, pc_page *out) {
    *out = {};
    return guarded(document, [&] {
        if (number < 1 || number > document->pdf->getNumPages()) return PC_NO_PAGE;
        Page *page = document->pdf->getPage(number);
        if (!page || !page->isOk()) return PC_NO_PAGE;
        int turn = page->getRotate();
        bool swapped = turn == 90 || turn == 270;
        double width = swapped ? page->getCropHeight() : page->getCropWidth(), height = swapped ? page->getCropWidth() : page->getCropHeight();
        ContentDevice &device = *document->device;
        device.begin(poppler_versions::reference(document->pdf->getCatalog()->getPageRef(number)).num, width, height, mark_limit);
        auto isFull = [](void *data) { return static_cast<ContentDevice *>(data)->isFull(); };
        page->display(&device, 72, 72, 0, false, true, false, isFull, &device);
        device.end();
        const PageMarks &marks = document->marks;
        out->width = width;
        out->height = height;
        out->rotation = turn;
        out->glyphs = marks.glyphs.data();
        out->glyph_count = marks.glyphs.size();
        out->scalars = marks.scalars.data();
        out->scalar_count = marks.scalars.size();
        out->rules = marks.rules.data();
        out->rule_count = marks.rules.size();
        out->boxes = marks.boxes.data();
        out->box_count = marks.boxes.size();
        out->curve_count = marks.curves;
        out->cut = device.isFull();
        // They are there already: the page draws them.
        out->files = poppler_versions::holdsAnnotation(page->getAnnots(), Annot::typeFileAttachment);
        return PC_OK;
    });
}

const pc_font *pc_fonts(const pc_document *document, size_t *count) {
    const auto &fonts = document->fonts.fonts();
    *count = fonts.size();
    return fonts.data();
}
