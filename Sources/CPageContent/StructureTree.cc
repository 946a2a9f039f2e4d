#include "StructureTree.h"

#include <Array.h>
#include <Catalog.h>
#include <Dict.h>
#include <Page.h>
#include <XRef.h>

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace {

struct Type {
    uint16_t kind;
    uint8_t level;
};

const std::unordered_map<std::string_view, Type> &standardTypes() {
    static const std::unordered_map<std::string_view, Type> types = {
        {"Document", {PC_DOCUMENT, 0}}, {"Part", {PC_PART, 0}}, {"Art", {PC_PART, 0}}, {"Sect", {PC_SECT, 0}}, {"Div", {PC_DIV, 0}},
        {"P", {PC_PARAGRAPH, 0}}, {"H", {PC_HEADING, 1}}, {"H1", {PC_HEADING, 1}}, {"H2", {PC_HEADING, 2}}, {"H3", {PC_HEADING, 3}},
        {"H4", {PC_HEADING, 4}}, {"H5", {PC_HEADING, 5}}, {"H6", {PC_HEADING, 6}}, {"Title", {PC_HEADING, 1}}, {"L", {PC_LIST, 0}},
        {"LI", {PC_LIST_ITEM, 0}}, {"Lbl", {PC_LABEL, 0}}, {"LBody", {PC_LIST_BODY, 0}}, {"Table", {PC_TABLE, 0}},
        {"THead", {PC_TABLE_HEAD, 0}}, {"TBody", {PC_TABLE_BODY, 0}}, {"TFoot", {PC_TABLE_FOOT, 0}}, {"TR", {PC_TABLE_ROW, 0}},
        {"TH", {PC_HEADER_CELL, 0}}, {"TD", {PC_DATA_CELL, 0}}, {"Caption", {PC_CAPTION, 0}}, {"Figure", {PC_FIGURE, 0}},
        {"Note", {PC_NOTE, 0}}, {"FENote", {PC_NOTE, 0}}, {"Span", {PC_SPAN, 0}}, {"Link", {PC_LINK, 0}}, {"TOC", {PC_TOC, 0}},
        {"TOCI", {PC_TOC_ITEM, 0}}, {"Artifact", {PC_ARTIFACT, 0}}, {"Form", {PC_FORM, 0}},
    };
    return types;
}

// Resolves structure types through the document's role map; each name once.
class Roles {
public:
    explicit Roles(Object map) : map(std::move(map)) {}

    Type type(const char *name) {
        auto [entry, isNew] = cache.try_emplace(name, Type{PC_OTHER, 0});
        if (isNew) entry->second = resolve(name);
        return entry->second;
    }

private:
    Object map;
    std::unordered_map<std::string, Type> cache;

    Type resolve(std::string name) {
        // A role map that leads in a circle ends here.
        for (int step = 0; step < 8; step++) {
            auto found = standardTypes().find(name);
            if (found != standardTypes().end()) return found->second;
            if (!map.isDict()) break;
            Object next = map.dictLookup(name.c_str());
            if (!next.isName()) break;
            name = next.getName();
        }
        return {PC_OTHER, 0};
    }
};

// A span as a file states it: at least 1, and no more than any real table has.
uint16_t span(const Object &value) {
    return value.isInt() ? uint16_t(std::clamp(value.getInt(), 1, 1000)) : 1;
}

void readTableAttributes(const Object &attributes, pc_element &element) {
    if (attributes.isArray()) {
        int count = std::min(attributes.arrayGetLength(), 16);
        for (int i = 0; i < count; i++) {
            Object entry = attributes.arrayGet(i);
            if (entry.isDict()) readTableAttributes(entry, element);
        }
        return;
    }
    if (!attributes.isDict()) return;
    Object rows = attributes.dictLookup("RowSpan"), columns = attributes.dictLookup("ColSpan"), scope = attributes.dictLookup("Scope");
    if (rows.isInt()) element.row_span = span(rows);
    if (columns.isInt()) element.column_span = span(columns);
    if (scope.isName("Row")) element.scope = PC_SCOPE_ROW;
    else if (scope.isName("Column")) element.scope = PC_SCOPE_COLUMN;
    else if (scope.isName("Both")) element.scope = PC_SCOPE_ROW | PC_SCOPE_COLUMN;
}

struct Node {
    Object object;
    int32_t parent;
    int page;  // object number of the page in force
};

}  // namespace

void StructureTree::read(PDFDoc &document, size_t limit) {
    flat.clear();
    contents.clear();
    XRef *xref = document.getXRef();
    Object catalog = xref->getCatalog();
    if (!catalog.isDict()) return;
    Object root = catalog.dictLookup("StructTreeRoot");
    if (!root.isDict()) return;

    Roles roles(root.dictLookup("RoleMap"));
    std::unordered_set<int> seen;
    std::vector<Node> stack;
    auto push = [&](const Object &kids, int32_t parent, int page) {
        if (kids.isArray()) {
            // The last child first, so that the stack gives them back in order.
            for (int i = kids.arrayGetLength() - 1; i >= 0 && stack.size() < limit; i--) stack.push_back({kids.arrayGetNF(i).copy(), parent, page});
        } else if (!kids.isNull()) {
            stack.push_back({kids.copy(), parent, page});
        }
    };
    push(root.dictLookup("K"), -1, 0);

    size_t taken = 0;
    while (!stack.empty() && taken < limit) {
        Node node = std::move(stack.back());
        stack.pop_back();
        if (node.object.isRef()) {
            // A tree that holds an element twice, or itself, is read once.
            if (!seen.insert(node.object.getRefNum()).second) continue;
            node.object = node.object.fetch(xref);
        }
        taken++;
        if (node.object.isInt()) {
            contents.emplace(key(node.page, node.object.getInt()), node.parent);
            continue;
        }
        if (!node.object.isDict()) continue;
        Dict *dict = node.object.getDict();
        const Object &page = dict->lookupNF("Pg");
        int inForce = page.isRef() ? page.getRefNum() : node.page;

        Object type = dict->lookup("S");
        if (!type.isName()) {
            Object id = dict->lookup("MCID");
            if (!id.isInt()) continue;
            const Object &stream = dict->lookupNF("Stm");
            contents.emplace(key(stream.isRef() ? stream.getRefNum() : inForce, id.getInt()), node.parent);
            continue;
        }
        Type resolved = roles.type(type.getName());
        pc_element element{};
        element.parent = node.parent;
        element.kind = resolved.kind;
        element.level = resolved.level;
        element.row_span = element.column_span = 1;
        if (resolved.kind == PC_HEADER_CELL || resolved.kind == PC_DATA_CELL) readTableAttributes(dict->lookup("A"), element);
        flat.push_back(element);
        push(dict->lookup("K"), int32_t(flat.size()) - 1, inForce);
    }
}

int32_t StructureTree::element(int container, int id) const {
    auto found = contents.find(key(container, id));
    return found == contents.end() ? -1 : found->second;
}
