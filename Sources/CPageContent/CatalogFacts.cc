#include "CatalogFacts.h"
#include "PopplerVersions.h"

#include <Array.h>
#include <Dict.h>

#include <vector>

namespace {

// Nodes of the tree of labels that are looked at: one for each run of pages with labels of one kind.
const int mostNodes = 20000;
// A page count that no document has; letters double, triple … with every 26 (ISO 32000-1, 12.4.2).
const long long mostLetteredPage = 100000;
// A prefix of labels is "A-" or a word.
const size_t longestPrefix = 64;

bool isShort(const Object &label) {
    if (!label.isDict()) return true;
    Object prefix = label.dictLookup("P"), style = label.dictLookup("S"), start = label.dictLookup("St");
    if (prefix.isString() && poppler_versions::text(prefix.getString()).size() > longestPrefix) return false;
    bool isLettered = style.isName("A") || style.isName("a");
    return !isLettered || !start.isIntOrInt64() || start.getIntOrInt64() <= mostLetteredPage;
}

}  // namespace

bool isPortfolio(const Object &catalog) { return catalog.isDict() && catalog.dictLookup("Collection").isDict(); }

bool isXFAForm(const Object &catalog) {
    if (!catalog.isDict()) return false;
    Object form = catalog.dictLookup("AcroForm");
    if (!form.isDict() || form.dictLookupNF("XFA").isNull()) return false;
    // It asks for it, or has no other fields.
    Object rendering = catalog.dictLookup("NeedsRendering"), fields = form.dictLookup("Fields");
    return (rendering.isBool() && rendering.getBool()) || !fields.isArray() || fields.arrayGetLength() == 0;
}

bool hasShortLabels(const Object &catalog) {
    if (!catalog.isDict()) return true;
    std::vector<Object> waiting;
    waiting.push_back(catalog.dictLookup("PageLabels"));
    for (int seen = 0; !waiting.empty(); seen++) {
        // A tree that leads in a circle ends here too.
        if (seen > mostNodes) return false;
        Object node = std::move(waiting.back());
        waiting.pop_back();
        if (!node.isDict()) continue;
        Object labels = node.dictLookup("Nums"), kids = node.dictLookup("Kids");
        if (labels.isArray()) {
            if (labels.arrayGetLength() > 2 * mostNodes) return false;
            for (int i = 1; i < labels.arrayGetLength(); i += 2)
                if (!isShort(labels.arrayGet(i))) return false;
        }
        if (kids.isArray()) {
            if (kids.arrayGetLength() > mostNodes) return false;
            for (int i = 0; i < kids.arrayGetLength(); i++) waiting.push_back(kids.arrayGet(i));
            if (waiting.size() > size_t(mostNodes)) return false;
        }
    }
    return true;
}
